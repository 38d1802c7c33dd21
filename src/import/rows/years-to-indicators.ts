import { holdsCensusCodes } from '../columns/field-rules.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import { countedArea, draftOf, namedArea, type IndicatorRows, type ValuedArea } from './indicator-drafts.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { normaliseName } from '../cells/names.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import { parseCount } from '../cells/values.ts';
import type { YearColumn } from '../columns/year-columns.ts';

/** Whole words that say a series counts people. */
const peopleWords = /\b(population|populations|people|residents|inhabitants|habitants|personnes)\b/;

/** A row of a wide table: its area and the series it gives. */
interface SeriesRow {
  row: RawRow;
  of: ValuedArea;
  series: string;
}

/**
 * A table with a column for each year: every filled cell becomes a value of its year. What the other columns say of the
 * row (a scenario, a sex) names the series; without any, the file does. One year's values become the areas' populations
 * where a person picks it; else where each area has one row and the series counts people, the latest year that has begun.
 */
export function yearsToIndicators(
  table: RawTable,
  reader: RowReader,
  years: readonly YearColumn[],
  seriesColumns: readonly number[],
  facts: FileFacts,
  findings: Findings,
): IndicatorRows {
  const rows = seriesRows(table, reader, seriesColumns, facts, findings);
  const result: IndicatorRows = { drafts: [], areas: [], rows: rows.length };
  for (const { row, of, series } of rows)
    for (const { column, year } of years) {
      const text = row.cells[column] ?? '';
      const count = parseCount(text);
      const where = { row: row.number, column: `${year}` };
      if (count.kind === 'not a number')
        findings.note(issue('not-a-number', 'warning', { ...where, found: text }));
      if (count.kind === 'suppressed')
        findings.note(issue('suppressed-value', 'warning', { ...where, found: count.code }));
      if (count.kind === 'empty') continue;
      const value = count.kind === 'number' ? count.value : null;
      result.drafts.push(draftOf(of, series, value, year, facts));
    }
  const named = years.map(({ year }) => year).join(', ');
  findings.note(issue('year-chosen', 'note', { found: `${rows.length}`, expected: named }));
  const base = baseOf(rows, years, facts);
  if (base) result.areas = populations(rows, base, facts, findings);
  return result;
}

function seriesRows(
  table: RawTable,
  reader: RowReader,
  seriesColumns: readonly number[],
  facts: FileFacts,
  findings: Findings,
): SeriesRow[] {
  const bare = holdsCensusCodes(reader.column('code'), facts.reading);
  return table.rows.flatMap((row) => {
    const code =
      reader.text(row, 'code') ??
      reader.text(row, 'name_en') ??
      reader.text(row, 'name_fr') ??
      reader.text(row, 'municipality');
    if (code === null) {
      findings.list(issue('missing-id', 'error', { row: row.number }));
      return [];
    }
    const named = seriesColumns
      .map((column) => row.cells[column]?.trim() ?? '')
      .filter((text) => text !== '');
    const series = named.length > 0 ? named.join(', ') : facts.stem;
    return [{ row, of: namedArea(row.number, code, bare), series }];
  });
}

/** The year and the series that the areas' populations are taken from. */
interface Base extends YearColumn {
  /** Null where each area has one row. */
  series: string | null;
}

function baseOf(
  rows: readonly SeriesRow[],
  years: readonly YearColumn[],
  { reading, importedAt, stem, known }: FileFacts,
): Base | null {
  const single = new Set(rows.map(({ of }) => of.key)).size === rows.length;
  const isPeople = (series: string) => peopleWords.test(normaliseName(series));
  const counted = rows.find(({ series }) => isPeople(series));
  const series = single ? null : ((counted ?? rows[0])?.series ?? null);
  const said = years.find(({ year }) => year === reading.year);
  if (said) return { ...said, series };
  const about = [stem, known?.title.en ?? ''].some(isPeople) || rows.every((row) => isPeople(row.series));
  const begun = years.filter(({ year }) => year <= Number(importedAt.slice(0, 4)));
  const latest = begun.reduce<YearColumn | null>((a, b) => (a && a.year > b.year ? a : b), null);
  return single && about && rows.length > 0 && latest ? { ...latest, series } : null;
}

/** The people of each area once, in the base year; those of a publisher who writes thousands are multiplied, and it is said. */
function populations(
  rows: readonly SeriesRow[],
  { column, year, series }: Base,
  facts: FileFacts,
  findings: Findings,
) {
  const scale = facts.known?.inThousands ? 1000 : 1;
  const seen = new Set<string>();
  const chosen = rows.filter(({ of, series: own }) => {
    if ((series !== null && own !== series) || seen.has(of.key)) return false;
    seen.add(of.key);
    return true;
  });
  const expected = scale === 1 ? `${year}` : `${year} × ${scale}`;
  findings.note(issue('population-year', 'note', { found: series, expected }));
  return chosen.map(({ row, of }) => {
    const count = parseCount(row.cells[column] ?? '');
    const population = count.kind === 'number' && count.value >= 0 ? count.value * scale : null;
    return countedArea(of, { name_en: of.code, name_fr: null, parent_code: null, population }, facts);
  });
}
