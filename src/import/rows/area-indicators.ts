import { indicatorIds, type IndicatorId } from '../../model/tables.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import { draftOf, type IndicatorDraft } from './indicator-drafts.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import type { AreaDraft } from './to-areas.ts';
import { yearOf } from './to-indicators.ts';
import { parseNumber } from '../cells/values.ts';

/** What the numbers of a column of people are. */
type Measure = 'share' | 'per cent' | 'count';

/**
 * Shares that stand in columns of their own beside areas, in the rows that were kept. A column with a number above 1 is per
 * cent; one with a number above 100 counts people: each is divided by its area's population, which the file then says.
 */
export function areaIndicators(
  drafts: readonly AreaDraft[],
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): IndicatorDraft[] {
  const columns = indicatorIds
    .filter((id) => reader.column(id) !== null)
    .map((indicator) => ({ indicator, measure: measureOf(table, indicator, reader) }));
  if (columns.length === 0) return [];
  for (const { indicator, measure } of columns)
    if (measure === 'count') noteCounts(indicator, reader, findings);
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  const found: IndicatorDraft[] = [];
  for (const { key, row: number, area } of drafts) {
    const row = rows.get(number);
    if (!row) throw new Error(`no row ${number} for the area ${area.code}`);
    const of = { key, code: area.code, row: number, level: area.level, province: area.province };
    const year = yearOf(row, reader);
    for (const { indicator, measure } of columns) {
      const share = shareOf(numberIn(row, indicator, reader), measure, area.population);
      found.push(draftOf(of, indicator, share, year, facts));
    }
  }
  return found;
}

const numberIn = (row: RawRow, indicator: IndicatorId, reader: RowReader) =>
  parseNumber((reader.text(row, indicator) ?? '').replace(/\s*%$/, ''));

function measureOf({ rows }: RawTable, indicator: IndicatorId, reader: RowReader): Measure {
  let highest = 0;
  for (const row of rows) highest = Math.max(highest, numberIn(row, indicator, reader) ?? 0);
  return highest > 100 ? 'count' : highest > 1 ? 'per cent' : 'share';
}

function shareOf(value: number | null, measure: Measure, population: number | null): number | null {
  if (value === null) return null;
  if (measure === 'count') return population === null || population === 0 ? null : value / population;
  return measure === 'per cent' ? value / 100 : value;
}

function noteCounts(indicator: IndicatorId, reader: RowReader, findings: Findings): void {
  const column = reader.column(indicator);
  const expected = reader.column('population') === null ? 'population' : null;
  findings.note(issue('divided-count', expected === null ? 'note' : 'warning', { column, expected }));
}
