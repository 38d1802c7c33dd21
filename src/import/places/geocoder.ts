import type { PlacedBy } from '../../model/decisions.ts';
import { isRecord } from '../../model/json.ts';
import type { LocationMethod } from '../../model/tables.ts';

/** The shapes of answers that are read: those of Pelias, and of Nominatim (`jsonv2`). */
export const geocoderShapes = ['pelias', 'nominatim'] as const;
/** One of these shapes. */
export type GeocoderShape = (typeof geocoderShapes)[number];

/** A geocoder that a person runs or may use. */
export interface GeocoderService {
  shape: GeocoderShape;
  /** Where it answers, such as `https://geocoder.example/v1/search` or `https://geocoder.example/search`. */
  address: string;
}

/** The address that asks for one place in Canada. @throws TypeError when the service's own is no address */
export function geocodingUrl({ shape, address }: GeocoderService, text: string): URL {
  const url = new URL(address);
  const asked =
    shape === 'pelias'
      ? { text, 'boundary.country': 'CA', size: '1' }
      : { q: text, countrycodes: 'ca', format: 'jsonv2', limit: '1' };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

/** `nothing`: the service knows no such place. `not understood`: it answered in another shape. */
export type Geocoded = { kind: 'place'; place: PlacedBy } | { kind: 'nothing' } | { kind: 'not understood' };

/** Reads an answer: GeoJSON features of Pelias, or the list of Nominatim. The first place counts. */
export function readGeocoded({ shape, address }: GeocoderService, answer: unknown): Geocoded {
  const by = new URL(address).host;
  const list = shape === 'pelias' && isRecord(answer) ? answer['features'] : answer;
  if (!Array.isArray(list)) return { kind: 'not understood' };
  const [first] = list as unknown[];
  if (first === undefined) return { kind: 'nothing' };
  const place = shape === 'pelias' ? peliasPlace(first, by) : nominatimPlace(first, by);
  return place ? { kind: 'place', place } : { kind: 'not understood' };
}

/** What each calls the kind of a place: https://github.com/pelias/documentation (layers), nominatim.org (address types). */
const addressKinds: readonly unknown[] = [
  ...['address', 'venue', 'street', 'intersection'],
  ...['house_number', 'house', 'building', 'amenity', 'office', 'shop', 'tourism', 'road'],
];
const methodOf = (kind: unknown): LocationMethod => {
  if (addressKinds.includes(kind)) return 'address';
  return kind === 'postalcode' || kind === 'postcode' ? 'postal code' : 'municipality';
};

function peliasPlace(feature: unknown, by: string): PlacedBy | null {
  if (!isRecord(feature) || !isRecord(feature['geometry']) || !isRecord(feature['properties'])) return null;
  const { coordinates } = feature['geometry'];
  const { layer, label, name } = feature['properties'];
  if (!Array.isArray(coordinates)) return null;
  return placeOf(coordinates[0], coordinates[1], { by, method: methodOf(layer), label: label ?? name });
}

function nominatimPlace(found: unknown, by: string): PlacedBy | null {
  if (!isRecord(found)) return null;
  const { lon, lat, addresstype, display_name: label } = found;
  return placeOf(lon, lat, { by, method: methodOf(addresstype), label });
}

function placeOf(
  lonText: unknown,
  latText: unknown,
  { by, method, label }: { by: string; method: LocationMethod; label: unknown },
): PlacedBy | null {
  const isNumeric = (value: unknown) =>
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  if (!isNumeric(lonText) || !isNumeric(latText)) return null;
  const [lon, lat] = [Number(lonText), Number(latText)];
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null;
  return { lon, lat, method, by, label: typeof label === 'string' ? label : '' };
}
