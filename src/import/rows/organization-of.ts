import type { Organization } from '../../model/tables.ts';
import { slug } from '../cells/names.ts';
import { governmentOf } from '../cells/point-kinds.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import type { FileFacts } from './file-facts.ts';

/** A year, month or day that stands at an end of a file's name: `offices-2026-09`, `20260930_offices`. */
const dateAtEnd = /^(?:19|20)\d\d(?:[-_.]?\d\d){0,2}[-_. ]+|[-_. ]+(?:19|20)\d\d(?:[-_.]?\d\d){0,2}$/g;

/** The next release of a file brings the same organization, or every point would be there twice. */
function withoutDate(stem: string): string {
  const own = stem.replace(dateAtEnd, '');
  return /\p{L}/u.test(own) ? own : stem;
}

/** The organization that a row states, else the file's publisher, else the file itself. */
export function organizationOf(row: RawRow, reader: RowReader, facts: FileFacts): Organization {
  const name = reader.text(row, 'organization');
  if (name === null)
    return (
      facts.known?.organization ?? namedOrganization(withoutDate(facts.stem), reader.text(row, 'government'))
    );
  return namedOrganization(name, reader.text(row, 'government'));
}

/** The order is the stated one, else the one the name states, else `community`, which the file is told (`noteAssumptions`). */
function namedOrganization(name: string, government: string | null): Organization {
  const order = governmentOf(government ?? '') ?? governmentOf(name) ?? 'community';
  return { id: slug(name), name_en: name, name_fr: null, government: order, illustrative: false };
}
