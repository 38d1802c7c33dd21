import { haversineKilometres } from '../../geo/distance.ts';
import type { Issue } from '../../model/issues.ts';
import type { LocationMethod, ServicePoint } from '../../model/tables.ts';
import { issue } from '../read/findings.ts';
import type { KnownArea, KnownPlace, PlaceLookup } from './gazetteer.ts';
import { provinceOf, provinceOfPostalCode } from '../cells/provinces.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import { parsePostalCode } from '../cells/values.ts';

/** Where a row says that it is, in words and codes. */
export interface StatedPlace {
  /** The sortation area of its postal code, where the gazetteer has it in the stated province. */
  area: KnownArea | null;
  /** The area of a postal code of another province than the one that is stated: one of the two is wrong. */
  contradicting: KnownArea | null;
  /** Places of the municipality's name in its province; of all Canada where it states none. */
  places: readonly KnownPlace[];
  /** The name that the places have, as written; null when the row names none that is known. */
  named: string | null;
  province: string | null;
  /** The file's columns that say so. */
  columns: { area: string | null; place: string | null };
}

/** What the row states by its postal code, municipality, address or, in a file without any of these, its name. */
export function statedPlace(
  point: ServicePoint,
  row: RawRow,
  reader: RowReader,
  lookup: PlaceLookup,
): StatedPlace {
  const own = parsePostalCode(point.postal_code ?? '');
  const postalCode = own ?? postalCodeIn(point.address ?? '');
  const { province, abroad } = statedProvince(row, reader, postalCode);
  const nothing = { name: null, column: null, places: [] };
  const found = abroad ? nothing : namedPlaces(point, province, reader, lookup);
  const coded = postalCode === null ? null : lookup.area(postalCode);
  const agrees = coded === null || province === null || provincesOf(coded).includes(province);
  const area = agrees ? coded : null;
  return {
    area,
    contradicting: agrees ? null : coded,
    places: found.places,
    named: found.name,
    province,
    columns: { area: reader.column(own === null ? 'address' : 'postal_code'), place: found.column },
  };
}

/** The federal offices of Ottawa and Gatineau share one code, and so do Akwesasne's and Lloydminster's two provinces. */
const shared: Readonly<Record<string, readonly string[]>> = {
  K1A: ['ON', 'QC'],
  H0M: ['ON', 'QC'],
  S9V: ['AB', 'SK'],
  T9V: ['AB', 'SK'],
};

const provincesOf = ({ code, province }: KnownArea) => shared[code] ?? [province];

/** A province that is written but is none of Canada's, with no Canadian postal code, is taken to be abroad. */
function statedProvince(row: RawRow, reader: RowReader, postalCode: string | null) {
  const text = reader.text(row, 'province');
  const province = text === null ? null : provinceOf(text);
  return {
    province: province ?? provinceOfPostalCode(postalCode ?? ''),
    abroad: text !== null && province === null && postalCode === null,
  };
}

/** The last postal code in an address. */
function postalCodeIn(address: string): string | null {
  const codes = address.match(/\b[A-Z]\d[A-Z][\s-]?\d[A-Z]\d\b/gi);
  return parsePostalCode(codes?.at(-1) ?? '');
}

function namedPlaces(
  point: ServicePoint,
  province: string | null,
  reader: RowReader,
  lookup: PlaceLookup,
): { name: string | null; column: string | null; places: readonly KnownPlace[] } {
  for (const { name, column } of namesOf(point, province, reader)) {
    const places = lookup.places(name, province);
    if (places.length > 0) return { name, column, places };
  }
  return { name: null, column: null, places: [] };
}

/** Names that may be the municipality's, the surest first. */
function namesOf(point: ServicePoint, province: string | null, reader: RowReader) {
  if (point.municipality !== null)
    return [{ name: point.municipality, column: reader.column('municipality') }];
  if (point.address !== null)
    return municipalitiesIn(point.address).map((name) => ({ name, column: reader.column('address') }));
  const elsewhere = (['municipality', 'address', 'postal_code'] as const).some((one) => reader.column(one));
  if (elsewhere || province === null) return [];
  const [name, field] =
    point.name_en === '' ? [point.name_fr ?? '', 'name_fr' as const] : [point.name_en, 'name_en' as const];
  return beginningsOf(name).map((beginning) => ({ name: beginning, column: reader.column(field) }));
}

/** In `520 Seymour Street, Kamloops, British Columbia, V2C 2G9` the part before the province, else the last part without a digit. */
function municipalitiesIn(address: string): string[] {
  const parts = address.split(/[,\n]/).map((part) => part.trim());
  const province = parts.findLastIndex((part) => provinceOf(part) !== null);
  const last = parts.findLast((part) => part !== '' && !/\d/.test(part) && provinceOf(part) === null);
  return [parts[province - 1], last].flatMap((part) => part || []);
}

const longestPlaceName = 5;

/** The first words of an office's name, most words first: `Port Alberni Service Canada Centre` begins with its town. */
function beginningsOf(name: string): string[] {
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return Array.from({ length: Math.min(longestPlaceName, words.length - 1) }, (_, less) =>
    words.slice(0, Math.min(longestPlaceName, words.length - 1) - less).join(' '),
  );
}

/** A place found for a row, how, and what says so. */
export interface FoundPlace {
  lon: number;
  lat: number;
  method: Extract<LocationMethod, 'postal code' | 'municipality'>;
  /** `E7M`, or `Oliver, BC`. */
  label: string;
  column: string | null;
}

/**
 * The best place for what a row states: an urban postal code's area; else the municipality, when it is one place; else a
 * rural postal code's area, which may be hundreds of kilometres across. Null when nothing, or nothing certain, is stated.
 */
export function bestPlace(stated: StatedPlace): FoundPlace | null {
  const { area, columns } = stated;
  const places = placesInReach(stated);
  const [place] = places;
  if (area && (!area.rural || !place || places.length > 1))
    return { lon: area.lon, lat: area.lat, method: 'postal code', label: area.code, column: columns.area };
  if (!place || places.length > 1) return null;
  const { lon, lat } = place;
  return { lon, lat, method: 'municipality', label: labelOf(place), column: columns.place };
}

/** A place beyond the reach of the postal code's area is another one of that name. */
const placesInReach = ({ area, places }: StatedPlace) =>
  places.filter(
    ({ lon, lat }) =>
      area === null || haversineKilometres(lon, lat, area.lon, area.lat) <= area.reachKilometres,
  );

/** A place in words: `Oliver, BC`. */
export const labelOf = ({ name, province }: KnownPlace) => `${name}, ${province}`;

/** A point without coordinates at the best place for what it states, and what there is to say of it; both null for nothing. */
export function locate(
  point: ServicePoint,
  row: number,
  stated: StatedPlace,
): { point: ServicePoint | null; found: Issue | null } {
  const best = bestPlace(stated);
  if (!best) return { point: null, found: ambiguous(row, stated) };
  const { lon, lat, method, label, column } = best;
  const rough = method === 'postal code' && stated.area?.rural;
  return {
    point: { ...point, lon, lat, location_method: method },
    found: issue('located', rough ? 'warning' : 'note', { row, column, found: label, expected: method }),
  };
}

/** A name that several places have; they are the candidates. */
function ambiguous(row: number, { places, named, columns }: StatedPlace): Issue | null {
  if (places.length < 2) return null;
  const candidates = places.map(
    (place) => `${labelOf(place)} (${place.lat.toFixed(2)}, ${place.lon.toFixed(2)})`,
  );
  const expected = candidates.join('; ');
  return issue('ambiguous-place', 'warning', { row, column: columns.place, found: named, expected });
}
