import type { Mapping, Reading } from '../../model/decisions.ts';
import { slug } from '../cells/names.ts';
import type { RawTable } from '../read/table.ts';

/** A reading kept for the next release of a file. Its id is that of the header, so that a later one takes its place. */
export function mappingOf(name: string, header: readonly string[], reading: Reading): Mapping {
  const id = `${slug(header.join(' ')).slice(0, 80)}-${fingerprint(JSON.stringify(header))}`;
  return { version: 1, id, name, header, reading };
}

/** FNV-1a of 32 bits (Fowler, Noll, Vo), in base 36: tells long headers apart that begin alike. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A kept reading that suits a file, and how the file's header has changed since. */
export interface MappingUse {
  id: string;
  name: string;
  /** Columns the reading speaks of or the file had, and no longer has. */
  missing: string[];
  added: string[];
}

/**
 * The kept reading of the same header, else, of those whose mapped columns are all there, the one whose header has changed
 * least, the first among equals; null when there is none.
 */
export function recogniseMapping(
  { columns }: RawTable,
  mappings: readonly Mapping[],
): { mapping: Mapping; use: MappingUse } | null {
  const header = columns.map(({ original }) => original);
  const names = new Set(columns.map(({ name }) => name));
  const suited = mappings
    .filter((mapping) => sameList(mapping.header, header) || hasMappedColumns(mapping, names))
    .map((mapping) => ({ mapping, use: useOf(mapping, header), same: sameList(mapping.header, header) }));
  const [best] = suited.sort(
    (a, b) => Number(b.same) - Number(a.same) || changesIn(a.use) - changesIn(b.use),
  );
  return best ? { mapping: best.mapping, use: best.use } : null;
}

/** A reading that speaks of no column suits only the very header it was made for. */
function hasMappedColumns({ reading }: Mapping, names: ReadonlySet<string>): boolean {
  const mapped = [
    ...Object.keys(reading.fields ?? {}),
    ...(reading.joinBy === undefined ? [] : [reading.joinBy]),
  ];
  return mapped.length > 0 && mapped.every((name) => names.has(name));
}

function useOf({ id, name, header: before }: Mapping, now: readonly string[]): MappingUse {
  const [then, here] = [new Set(before), new Set(now)];
  return {
    id,
    name,
    missing: before.filter((column) => !here.has(column)),
    added: now.filter((column) => !then.has(column)),
  };
}

const changesIn = ({ missing, added }: MappingUse) => missing.length + added.length;

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => value === b[index]);
