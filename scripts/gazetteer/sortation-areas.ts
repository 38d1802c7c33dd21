import { provinceOfPostalCode } from '../../src/import/cells/provinces.ts';
import { readPackage } from '../packages.ts';
import { notPlaces, repairs } from './repairs.ts';

/** A forward sortation area: the first three characters of a postal code. */
export interface SortationArea {
  code: string;
  /** As the package writes it: `Winnipeg (river East Central)`, `Fredericton South`. */
  name: string;
  province: string;
  lon: number;
  lat: number;
}

const row =
  /"zip":"([A-Z]\d[A-Z])","latitude":([^,]+),"longitude":([^,]+),"city":"([^"]*)","state":"([^"]*)"/g;

/** The list of the package `zipcodes`, in order of code. Throws when a row without a place has no repair. */
export function sortationAreas(): SortationArea[] {
  const text = readPackage('zipcodes', '8.0.0', 'lib/codesCanada.js');
  return [...text.matchAll(row)]
    .map(([, code = '', lat = '', lon = '', name = '', state = '']) =>
      repaired({ code, name, lon: numberIn(lon), lat: numberIn(lat) }, state),
    )
    .filter(({ code }) => !notPlaces.includes(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** `null` is how the package writes a number it has lost. */
const numberIn = (text: string) => (text === 'null' ? null : Number(text));

interface Listed {
  code: string;
  name: string;
  lon: number | null;
  lat: number | null;
}

/** The letter X is shared; the package's own words for the two. */
const territories: Readonly<Record<string, string>> = {
  'Northwest Territory': 'NT',
  'Nunavut Territory': 'NU',
};

function repaired({ code, name, lon, lat }: Listed, state: string): SortationArea {
  const province = provinceOfPostalCode(code) ?? territories[state] ?? null;
  if (province === null) throw new Error(`expected a province of ${code}, got ${state}`);
  const repair = repairs[code];
  const place = repair ? { lon: repair.lon, lat: repair.lat ?? lon } : { lon, lat };
  if (place.lon === null || place.lat === null) throw new Error(`expected a repair of ${code}, got none`);
  return { code, name, province, lon: place.lon, lat: place.lat };
}

const ends =
  / (North|South|East|West|Central|Northeast|Northwest|Southeast|Southwest|Outskirts|Inner|Outer|Upper|Lower|Mid|Harbour|Township)+$/;

/** What is said of offices, regions and quarters. */
const notTowns =
  /Government|Processing|Reserved|Stn |Downtown|Region|Rcm|Riverbank|Extremities|Place |Bourse/i;

/**
 * The town that an area of a town is named for, or null: a rural code (second character 0) stands for a whole region, and
 * names that lost their accents cannot be matched.
 */
export function townOf({ code, name }: SortationArea): string | null {
  if (code[1] === '0' || name.includes('\ufffd')) return null;
  let town = name
    .replace(/ ?\(.*/, '')
    .replace(/-\s+/g, '-')
    .replace(/ And .*/, '');
  while (ends.test(town)) town = town.replace(ends, '');
  if (notTowns.test(name)) return null;
  return town.replace(
    /(^|[\s/-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
