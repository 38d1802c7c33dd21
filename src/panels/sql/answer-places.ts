import { placeByName } from '../../export/engine-table.ts';
import type { MapRow } from '../../map/features.ts';
import type { Language } from '../../model/text.ts';
import type { Catalogue } from '../../state/catalogue.ts';
import type { Answer, Cell } from '../../tables/console.ts';
import { cellWriter } from './answer-columns.ts';

/** Rows of an answer with their places, and what they were placed by: names of columns. */
export interface AnswerPlaces {
  rows: MapRow[];
  by: string[];
}

/** How many columns of a row are read in its card; the table has them all. */
const shownCells = 8;

/** A selected row as the map's card: its label, then its first known values by column. */
export function rowCard({ columns, rows }: Answer, row: number | null, language: Language) {
  const cells = row === null ? undefined : rows[row];
  if (!cells) return null;
  const write = cellWriter(language);
  const lines = columns.flatMap(({ name }, place) => {
    const cell = cells[place] ?? null;
    return cell === null ? [] : [`${name}: ${write(cell)}`];
  });
  return { title: labelOf(cells), lines: lines.slice(0, shownCells) };
}

type Place = { lon: number; lat: number };

/**
 * Where the rows of an answer lie: by columns `lon` and `lat` in degrees, else by the first column whose values are codes
 * of this project's areas or ids of its points (half of the values or more). Rows without a place are left out here
 * and counted by the panel. A row's id is its place in the answer.
 */
export function placeAnswer(answer: Answer, catalogue: Catalogue): AnswerPlaces | null {
  const found = byCoordinates(answer) ?? byKnownId(answer, catalogue);
  if (!found) return null;
  const rows = answer.rows.flatMap((row, index) => {
    const place = found.placeOf(row);
    return place ? [{ id: String(index), ...place, label: labelOf(row) }] : [];
  });
  return rows.length === 0
    ? null
    : { rows, by: found.by.map((column) => answer.columns[column]?.name ?? '') };
}

/** The first words of a row, else its first value. */
const labelOf = (row: readonly Cell[]) =>
  String(row.find((cell) => typeof cell === 'string') ?? row.find((cell) => cell !== null) ?? '');

/** The engine's word for each kind of column. */
const typeOf = { number: 'DOUBLE', text: 'VARCHAR' } as const;

function byCoordinates({ columns }: Answer) {
  const place = placeByName(columns.map(({ name, kind }) => ({ name, type: typeOf[kind] })));
  if (!place) return null;
  const at = (wanted: string) => columns.findIndex(({ name, kind }) => kind === 'number' && name === wanted);
  const [lon, lat] = [at(place.lon), at(place.lat)];
  const placeOf = (row: readonly Cell[]): Place | null => {
    const [x, y] = [row[lon], row[lat]];
    if (typeof x !== 'number' || typeof y !== 'number') return null;
    return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { lon: x, lat: y } : null;
  };
  return { by: [lon, lat], placeOf };
}

function byKnownId({ columns, rows }: Answer, { areas, points }: Catalogue) {
  const known = (cell: Cell | undefined) =>
    typeof cell === 'string' ? (areas.get(cell) ?? points.get(cell)) : undefined;
  const column = columns.findIndex(({ kind }, place) => {
    const values = rows.flatMap((row) => row[place] ?? []);
    return kind === 'text' && values.length > 0 && 2 * values.filter(known).length >= values.length;
  });
  if (column < 0) return null;
  const placeOf = (row: readonly Cell[]): Place | null => {
    const record = known(row[column]);
    return record && record.lon !== null && record.lat !== null ? { lon: record.lon, lat: record.lat } : null;
  };
  return { by: [column], placeOf };
}
