import type { LocationMethod } from '../../model/tables.ts';

/** Words for how a coordinate was obtained that a `geo` column may hold. */
export const locationMethodWords: ReadonlyMap<string, LocationMethod> = new Map([
  ['address', 'address'],
  ['adresse', 'address'],
  ['place', 'place'],
  ['postal', 'postal code'],
  ['postal code', 'postal code'],
  ['code postal', 'postal code'],
  ['city', 'municipality'],
  ['municipality', 'municipality'],
  ['municipalite', 'municipality'],
  ['ville', 'municipality'],
] as const);
