import type { Decisions, Mapping, RowEdit } from '../../model/decisions.ts';
import { provenanceMessages } from '../../model/messages/provenance.ts';
import type { Source } from '../../model/tables.ts';
import { isDguid } from '../cells/area-codes.ts';
import type { RowCount } from '../../model/issues.ts';
import type { FileFacts } from './file-facts.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawTable } from '../read/table.ts';

/** By whose decisions a file was read, beside the evidence. */
export interface ReadBy {
  mapping: Mapping | null;
  decisions: Decisions | undefined;
}

/** Where a file's rows come from: its publisher where it is known, what it describes, and who read it how. */
export function sourceOf(
  fileName: string,
  checksum: string,
  { sourceId, stem, known, reading, importedAt }: FileFacts,
  referenceDate: string | null,
  by: ReadBy,
): Source {
  return {
    id: sourceId,
    title_en: known?.title.en ?? stem,
    title_fr: known?.title.fr ?? null,
    publisher: said(reading.publisher) ?? known?.publisher ?? null,
    licence: said(reading.licence) ?? known?.licence ?? null,
    reference_date:
      said(by.decisions?.referenceDate) ?? referenceDate ?? known?.referenceDate ?? dateInName(stem),
    imported_at: importedAt,
    file_name: fileName,
    checksum,
    illustrative: false,
    ...notesOf(by),
  };
}

/** What a person wrote; nothing where it is blank. */
const said = (text: string | undefined) => text?.trim() || null;

/** A source that tells how many rows of its file were not kept; the very source when all were. */
export function withListed(source: Source, { read, kept, listed }: RowCount): Source {
  if (listed === 0) return source;
  const note = (before: string | null, words: (typeof provenanceMessages)['en']) =>
    [before, words.listed(read, kept, listed)].filter((part) => part !== null).join(' ');
  return {
    ...source,
    note_en: note(source.note_en, provenanceMessages.en),
    note_fr: note(source.note_fr, provenanceMessages.fr),
  };
}

/** What the data describes: the latest date its rows give, else the year of the codes of its areas (that of a DGUID). */
export function referenceDateIn({ rows }: RawTable, reader: RowReader): string | null {
  let latest: string | null = null;
  if (reader.column('reference_date') !== null)
    for (const row of rows) {
      const date = reader.text(row, 'reference_date');
      if (date !== null && (latest === null || date > latest)) latest = date;
    }
  const first = rows[0];
  const code = first ? reader.text(first, 'code') : null;
  return latest ?? (code !== null && isDguid(code) ? code.slice(0, 4) : null);
}

/** An ISO date or month that stands by itself in a file name, as `offices-2026-09.csv` has. */
function dateInName(stem: string): string | null {
  const found = /(?<![0-9])((?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![-0-9])/.exec(
    stem,
  );
  return found?.[1] ?? null;
}

function notesOf({ mapping, decisions }: ReadBy): Pick<Source, 'note_en' | 'note_fr'> {
  const columns = Object.keys(decisions?.fields ?? {}).length;
  const edits = decisions?.edits ?? [];
  const rowsOf = (some: readonly RowEdit[]) => new Set(some.map(({ row }) => row)).size;
  const rows = rowsOf(edits.filter(({ kind }) => kind !== 'place'));
  const placed = edits.filter((edit) => edit.kind === 'place');
  const note = (words: (typeof provenanceMessages)['en']) => {
    const sentences = [
      ...(mapping ? [words.mapping(mapping.name, mapping.id, mapping.version)] : []),
      ...(columns > 0 ? [words.columns(columns)] : []),
      ...(rows > 0 ? [words.rows(rows)] : []),
      ...(placed.length > 0
        ? [words.placed(rowsOf(placed), [...new Set(placed.map(({ place }) => place.by))].join(', '))]
        : []),
    ];
    return sentences.length > 0 ? sentences.join(' ') : null;
  };
  return { note_en: note(provenanceMessages.en), note_fr: note(provenanceMessages.fr) };
}
