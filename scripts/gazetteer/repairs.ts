/** A centroid of the list that is missing or wrong, and where the area lies instead. WGS 84 decimal degrees. */
export interface Repair {
  lon: number;
  /** Left out where the list's latitude, which slipped into the column of longitudes, is right. */
  lat?: number;
  because: string;
}

const slipped = 'its name has a comma, which moved the columns: the latitude stands as the longitude';
const lost = 'its name has commas, which moved both numbers out of the row';

/** By forward sortation area. Longitudes of slipped rows are those of the towns in the area's name. */
export const repairs: Readonly<Record<string, Repair>> = {
  E1H: { lon: -64.68, because: slipped },
  E2E: { lon: -65.97, because: slipped },
  E2H: { lon: -66.01, because: slipped },
  E3C: { lon: -66.68, because: slipped },
  K0C: { lon: -74.9, because: slipped },
  K0K: { lon: -77.4, because: slipped },
  P0M: { lon: -81, because: slipped },
  K0H: { lon: -76.7, lat: 44.45, because: lost },
  V0N: {
    lon: -124.29,
    lat: 49.95,
    because: `${lost}; the middle of Gibsons, Sechelt, Port McNeill and Pemberton`,
  },
  K1N: { lon: -75.683, lat: 45.429, because: 'Lower Town and Sandy Hill, which the list puts in Kanata' },
  A1Y: { lon: -53.2272, lat: 47.7392, because: 'Carbonear, which the list puts 223 km away' },
  E9A: { lon: -64.955, lat: 47.0523, because: 'Baie-Sainte-Anne, which the list puts 77 km away' },
  G4T: {
    lon: -61.86,
    lat: 47.38,
    because: 'Cap-aux-Meules, the middle of the Îles de la Madeleine, 30 km from there',
  },
  J9Y: { lon: -79.0211, lat: 48.2366, because: 'Rouyn-Noranda, which the list puts 65 km away' },
  N9K: {
    lon: -82.8998,
    lat: 42.3168,
    because: 'Tecumseh, which the list puts on Lake Erie’s shore, 34 km away',
  },
  T4L: { lon: -113.7353, lat: 52.4668, because: 'Lacombe, which the list puts 45 km away' },
  V9G: { lon: -123.817, lat: 48.9902, because: 'Ladysmith, which the list puts 165 km away' },
};

/** Reserved for letters to Santa Claus: the list has it at the North Pole. */
export const notPlaces: readonly string[] = ['H0H'];
