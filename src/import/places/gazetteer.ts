import { haversineKilometres } from '../../geo/distance.ts';
import { PointIndex } from '../../geo/point-index.ts';
import { RegionIndex } from '../../geo/region-index.ts';
import { grouped } from '../../model/grouped.ts';
import { normaliseName } from '../cells/names.ts';

/**
 * Names and codes of Canada with their places, as `public/gazetteer/canada.json` holds them: plain columns, so that it
 * crosses to another thread at no cost to speak of. WGS 84 decimal degrees.
 */
export interface Gazetteer {
  /** Forward sortation areas, the first three characters of a postal code, at their centroids. */
  fsa: {
    code: readonly string[];
    province: readonly string[];
    lon: readonly number[];
    lat: readonly number[];
  };
  /** Populated places. Two of one name in one province are both there: the name is ambiguous. */
  place: {
    name: readonly string[];
    aliases: readonly (readonly string[])[];
    province: readonly string[];
    lon: readonly number[];
    lat: readonly number[];
    /** Null when the source gives none. */
    population: readonly (number | null)[];
  };
  /** Provinces and territories, to about 2 km. Each ring is closed: longitude, latitude, longitude, ... */
  land: readonly { province: string; rings: readonly (readonly number[])[] }[];
}

/** File of the gazetteer, relative to where the app is served from. */
export const gazetteerPath = 'gazetteer/canada.json';

/** A forward sortation area at its centroid. */
export interface KnownArea {
  code: string;
  province: string;
  lon: number;
  lat: number;
  /** A rural code (second character 0) stands for a region, whose centroid may be hundreds of kilometres off. */
  rural: boolean;
  /** Farther than this from the centroid a place is taken to lie elsewhere. */
  reachKilometres: number;
}

/** A populated place. */
export interface KnownPlace {
  name: string;
  province: string;
  lon: number;
  lat: number;
  population: number | null;
}

/** Questions to a gazetteer. */
export interface PlaceLookup {
  /** The sortation area of a postal code, or of its first three characters; null when it is not known. */
  area(postalCode: string): KnownArea | null;
  /** Every place of that name in the province, or in all of Canada for null. Own names win over other names. */
  places(name: string, province: string | null): readonly KnownPlace[];
  /** Province whose land holds the place, or null at sea and abroad. */
  provinceAt(lon: number, lat: number): string | null;
  /** True on the land of the province (of Canada, for null) or at most `kilometres` from it. True for a code it has no land of. */
  isNear(lon: number, lat: number, kilometres: number, province: string | null): boolean;
}

/** Letters of northern names that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', Ł: 'l', ə: 'e', Ɂ: '', ɂ: '' };

/** `Saint John`, `St. John`, `ST JOHN (city of)` and `City of Saint-John` are one. */
export function placeKey(name: string): string {
  return normaliseName(name.replace(/\(.*?\)/g, ' ').replace(/[ıłŁəɁɂ]/g, (one) => plainLetters[one] ?? one))
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bsainte\b/g, 'ste')
    .replace(
      /^(the )?(city|town|village|municipality|township|hamlet|district|regional municipality) of /,
      '',
    )
    .replace(/^(ville|municipalite|village|canton|paroisse) (de |d )/, '');
}

const lookups = new WeakMap<Gazetteer, PlaceLookup>();

/** The lookup of a gazetteer, made once for each. */
export function lookupIn(gazetteer: Gazetteer): PlaceLookup {
  const known = lookups.get(gazetteer) ?? createLookup(gazetteer);
  lookups.set(gazetteer, known);
  return known;
}

function createLookup({ fsa, place, land }: Gazetteer): PlaceLookup {
  const areas = areasByCode(fsa);
  const [byName, byAlias] = placesByKey(place);
  const regions = new RegionIndex(land.map(({ rings }) => rings));
  const named = (places: readonly KnownPlace[] | undefined, province: string | null) =>
    (places ?? []).filter((one) => province === null || one.province === province);
  return {
    area: (postalCode) => areas.get(postalCode.slice(0, 3).toUpperCase()) ?? null,
    places(name, province) {
      const key = placeKey(name);
      const own = named(byName.get(key), province);
      return own.length > 0 ? own : named(byAlias.get(key), province);
    },
    provinceAt(lon, lat) {
      const region = regions.at(lon, lat);
      return region === null ? null : (land[region]?.province ?? null);
    },
    isNear(lon, lat, kilometres, province) {
      if (province === null) return regions.isWithin(lon, lat, kilometres, null);
      const region = land.findIndex((one) => one.province === province);
      return region < 0 || regions.isWithin(lon, lat, kilometres, region);
    },
  };
}

function placesByKey(place: Gazetteer['place']): [Map<string, KnownPlace[]>, Map<string, KnownPlace[]>] {
  const places = place.name.map((name, index) => ({
    name,
    aliases: place.aliases[index] ?? [],
    province: place.province[index] ?? '',
    lon: place.lon[index] ?? 0,
    lat: place.lat[index] ?? 0,
    population: place.population[index] ?? null,
  }));
  return [
    grouped(places, ({ name }) => [placeKey(name)]),
    grouped(places, ({ aliases }) => aliases.map(placeKey)),
  ];
}

/** Kilometres within which a place of an urban area is never too far, and beyond which it always is. */
const urbanReach = { least: 40, most: 80 };
const ruralReach = { least: 500, most: 2000 };
/** A code of the Northwest Territories or Nunavut may be of any place in them. */
const isTerritorial = (code: string) => code.startsWith('X0');

/**
 * Areas with their reach, for want of their outlines: an urban one reaches as far as the nearest other centroid, a rural
 * one two and a half times as far as the nearest other rural centroid, both within bounds. Of 1,452 facilities with rural codes in
 * the Open Database of Healthcare Facilities half lie within 60 km of the centroid, but a tenth beyond 327 km.
 */
function areasByCode({ code, province, lon, lat }: Gazetteer['fsa']): Map<string, KnownArea> {
  const places = code.map((one, index) => ({
    code: one,
    province: province[index] ?? '',
    lon: lon[index] ?? 0,
    lat: lat[index] ?? 0,
    rural: one[1] === '0',
  }));
  const reach = (one: (typeof places)[number]) => {
    if (isTerritorial(one.code)) return ruralReach.most;
    const { least, most } = one.rural ? ruralReach : urbanReach;
    const away = toNearestOther(one, one.rural ? rural : all) * (one.rural ? 2.5 : 1);
    return Math.min(most, Math.max(least, away));
  };
  const all = indexOf(places);
  const rural = indexOf(places.filter((one) => one.rural));
  return new Map(places.map((one) => [one.code, { ...one, reachKilometres: reach(one) }]));
}

const indexOf = (places: readonly { lon: number; lat: number }[]) => ({
  places,
  index: new PointIndex(
    places.map(({ lon }) => lon),
    places.map(({ lat }) => lat),
  ),
});

/** Kilometres to the nearest place that is not at the same spot; as far as can be when there is none. */
function toNearestOther(
  { lon, lat }: { lon: number; lat: number },
  { places, index }: ReturnType<typeof indexOf>,
): number {
  for (const within of [50, 200, 1000, 5000]) {
    const other = index.within(lon, lat, within).find(({ kilometres }) => kilometres > 0);
    const place = other && places[other.index];
    if (place) return haversineKilometres(lon, lat, place.lon, place.lat);
  }
  return Infinity;
}
