import type { Mapping, Reading } from '../model/decisions.ts';
import { slug, type RawTable } from './table.ts';

/** A reading kept for the next release of a file. Its id is that of the header, so that a later one takes its place. */
export function mappingOf(name: string, header: readonly string[], reading: Reading): Mapping {
  return { version: 1, id: slug(header.join(' ')).slice(0, 120), name, header, reading };
}

/** A kept reading that suits a file, and how the file's header has changed since. */
export interface MappingUse {
  id: string;
  name: string;
  /** Columns the reading speaks of or the file had, and no longer has. */
  missing: string[];
  added: string[];
}

/** The kept reading of the same header, else the first whose mapped columns are all there; null when there is none. */
export function recogniseMapping(
  { columns }: RawTable,
  mappings: readonly Mapping[],
): { mapping: Mapping; use: MappingUse } | null {
  const header = columns.map(({ original }) => original);
  const has = new Set(columns.map(({ name }) => name));
  const same = mappings.find((mapping) => sameList(mapping.header, header));
  const mapping =
    same ??
    mappings.find(
      ({ reading }) => reading.fields && Object.keys(reading.fields).every((name) => has.has(name)),
    );
  if (!mapping) return null;
  const [before, now] = [new Set(mapping.header), new Set(header)];
  const use = {
    id: mapping.id,
    name: mapping.name,
    missing: mapping.header.filter((name) => !now.has(name)),
    added: header.filter((name) => !before.has(name)),
  };
  return { mapping, use };
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => value === b[index]);
