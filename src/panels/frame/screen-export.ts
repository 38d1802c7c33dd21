import type { ExportColumn, ExportTable, ExportValue } from '../../export/export-table.ts';
import type { Messages } from '../../model/messages/index.ts';
import type { Column } from '../../ui/table-columns.ts';

/** What a table on the screen does not say of itself. */
export interface ScreenTable<Row> {
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  notes: readonly string[];
  /** Keys of the columns that count people. */
  people?: readonly string[];
  /** Where a row lies; its longitude and latitude become columns. */
  placeOf?: (row: Row) => { lon: number | null; lat: number | null };
  /** Columns are named by key for machines; by label where keys say nothing. */
  namedBy?: 'key' | 'label';
}

/**
 * A table of the screen on its way out: figures as figures and not as written, all else as read. A mark such as "invented"
 * or "estimate" follows in a column of its own where any row has one.
 */
export function exportOfScreen<Row>(table: ScreenTable<Row>, messages: Messages): ExportTable {
  const parts = [...plainColumns(table), ...markColumns(table, messages), ...placeColumns(table, messages)];
  return {
    name: table.name,
    columns: parts.map(({ column }) => column),
    rows: table.rows.map((row) => parts.map(({ value }) => value(row))),
    notes: table.notes,
    ...(table.placeOf ? { place: { lon: 'lon', lat: 'lat' } } : {}),
  };
}

interface Part<Row> {
  column: ExportColumn;
  value: (row: Row) => ExportValue;
}

function plainColumns<Row>({ rows, columns, people = [], namedBy = 'key' }: ScreenTable<Row>): Part<Row>[] {
  return columns.map(({ key, label: said, align, value, text, unit }) => {
    // Words are sorted by number too: only what stands at the end of its cell is a figure.
    const figure = align === 'end' && rows.every((row) => typeof (value(row) ?? 0) === 'number');
    const label = figure && unit ? `${said} (${unit})` : said;
    return {
      column: {
        name: namedBy === 'key' ? key : label,
        label,
        kind: figure ? 'number' : 'text',
        ...(people.includes(key) ? { people: true } : {}),
      },
      value: figure ? value : (row) => text(row) || null,
    };
  });
}

function markColumns<Row>({ rows, columns }: ScreenTable<Row>, messages: Messages): Part<Row>[] {
  return columns.flatMap(({ key, label, mark }) => {
    if (!mark || !rows.some((row) => mark(row) !== null)) return [];
    const word = (row: Row) => {
      const kind = mark(row);
      return kind === null ? null : messages.domain.mark[kind];
    };
    return [
      {
        column: { name: `${key}_mark`, label: messages.export.mark(label), kind: 'text' as const },
        value: word,
      },
    ];
  });
}

function placeColumns<Row>({ placeOf }: ScreenTable<Row>, messages: Messages): Part<Row>[] {
  if (!placeOf) return [];
  const { longitude, latitude } = messages.export;
  return [
    { column: { name: 'lon', label: longitude, kind: 'number' }, value: (row) => placeOf(row).lon },
    { column: { name: 'lat', label: latitude, kind: 'number' }, value: (row) => placeOf(row).lat },
  ];
}
