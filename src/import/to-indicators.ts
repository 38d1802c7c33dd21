import { indicatorIds, type Area, type Indicator, type IndicatorId } from '../model/tables.ts';
import { readAreaCode } from './area-codes.ts';
import { readCount } from './check-rows.ts';
import { namesCensusCodes } from './field-rules.ts';
import { issue, type Findings } from './findings.ts';
import type { FileFacts } from './import-facts.ts';
import type { RowReader } from './row-reader.ts';
import type { RawRow, RawTable } from './table.ts';
import type { AreaDraft } from './to-areas.ts';
import { isMark, parseCount, parseNumber, suppressionIn } from './values.ts';
import type { YearColumn } from './year-columns.ts';

/** A value of an area before it meets the project's areas; `key` joins the ways of writing one area's code. */
export interface IndicatorDraft {
  key: string;
  indicator: Indicator;
}

export interface IndicatorRows {
  drafts: IndicatorDraft[];
  /** Areas whose people the file counts beside its rates. */
  areas: AreaDraft[];
  /** Rows that gave at least one value. */
  rows: number;
}

/** Characteristics of the census profile (Statistics Canada, 98-401-X2021) that our indicators are. */
const characteristics: readonly [RegExp, IndicatorId][] = [
  [/^65 years and over$|^65 ans et plus$/i, 'age_65_plus'],
  [/^prevalence of low income based on the low-income measure, after tax/i, 'low_income'],
  [/^indigenous identity/i, 'indigenous_identity'],
  [/^2016 to 2021$/i, 'newcomers'],
  [/^neither english nor french$|^ni anglais ni français$/i, 'no_official_language'],
  [/^unemployment rate$|^taux de chômage$/i, 'unemployment'],
];
const populationName = /^population, (\d{4})$/i;

/**
 * A table with one characteristic of one area a row (the census profile's long format). A rate in per cent becomes a
 * share; the population row gives the area its people; a row with neither is listed.
 */
export function toIndicators(
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): IndicatorRows {
  const result: IndicatorRows = { drafts: [], areas: [], rows: 0 };
  const bare = namesCensusCodes(reader.column('code'));
  for (const row of table.rows) {
    const code = reader.text(row, 'code');
    const read = code === null ? null : readAreaCode(code, bare);
    if (code === null || !read) {
      const where = { row: row.number, column: reader.column('code'), found: code };
      findings.list(issue(code === null ? 'missing-id' : 'unknown-code', 'error', where));
      continue;
    }
    const name = reader.text(row, 'characteristic') ?? '';
    const counts = populationName.test(name) && reader.text(row, 'characteristic_count') !== null;
    const share = shareOf(row, reader, findings);
    if (counts) result.areas.push(countedArea(row, reader, facts, findings, { ...read, code }));
    else if (share.kind === 'share')
      result.drafts.push(draftOf(read.key, code, indicatorOf(name), share.value, yearOf(row, reader), facts));
    else if (share.kind === 'none') {
      findings.list(issue('not-a-share', 'error', { row: row.number, found: name }));
      continue;
    } else result.drafts.push(draftOf(read.key, code, indicatorOf(name), null, yearOf(row, reader), facts));
    result.rows += 1;
  }
  return result;
}

type Share = { kind: 'share'; value: number } | { kind: 'withheld' } | { kind: 'none' };

/** The rate of a row as a share of 1; withheld by the publisher, or none where the row has only a count. */
function shareOf(row: RawRow, reader: RowReader, findings: Findings): Share {
  const text = reader.text(row, 'characteristic_rate') ?? '';
  const withheld = suppressionIn(text);
  if (withheld !== null && !/^\.{3}$/.test(text)) {
    const column = reader.column('characteristic_rate');
    findings.note(issue('suppressed-value', 'warning', { row: row.number, column, found: withheld }));
    return { kind: 'withheld' };
  }
  const rate = text === '' || isMark(text) ? null : parseNumber(text);
  return rate === null ? { kind: 'none' } : { kind: 'share', value: rate / 100 };
}

const indicatorOf = (name: string): string =>
  characteristics.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? name.trim();

function yearOf(row: RawRow, reader: RowReader): number | null {
  const year = /\d{4}/.exec(reader.text(row, 'reference_date') ?? '')?.[0];
  return year === undefined ? null : Number(year);
}

function draftOf(
  key: string,
  areaCode: string,
  indicator: string,
  value: number | null,
  year: number | null,
  { sourceId }: FileFacts,
): IndicatorDraft {
  return {
    key,
    indicator: { area_code: areaCode, indicator, value, year, illustrative: false, source_id: sourceId },
  };
}

function countedArea(
  row: RawRow,
  reader: RowReader,
  { sourceId }: FileFacts,
  findings: Findings,
  { key, code, level, province, parent }: NonNullable<ReturnType<typeof readAreaCode>> & { code: string },
): AreaDraft {
  const area: Area = {
    code,
    level,
    name_en: reader.text(row, 'name_en') ?? code,
    name_fr: reader.text(row, 'name_fr'),
    parent_code: parent,
    province,
    lon: null,
    lat: null,
    population: readCount(row, 'characteristic_count', reader, findings),
    households: null,
    access: null,
    demand: false,
    apportioned: false,
    source_id: sourceId,
  };
  return { key, row: row.number, counted: true, area };
}

/** Shares that stand in columns of their own beside areas, in the rows that were kept. Above 1 they are per cent. */
export function areaIndicators(
  drafts: readonly AreaDraft[],
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
): IndicatorDraft[] {
  const columns = indicatorIds.filter((id) => reader.column(id) !== null);
  if (columns.length === 0) return [];
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  return columns.flatMap((indicator) => {
    const read = (row: RawRow | undefined) =>
      row ? parseNumber((reader.text(row, indicator) ?? '').replace(/\s*%$/, '')) : null;
    const inPercent = table.rows.some((row) => (read(row) ?? 0) > 1);
    return drafts.map(({ key, row: number, area }) => {
      const row = rows.get(number);
      const value = read(row);
      const share = value === null ? null : inPercent ? value / 100 : value;
      return draftOf(key, area.code, indicator, share, row ? yearOf(row, reader) : null, facts);
    });
  });
}

/**
 * A table with a column for each year: every filled cell becomes a value of its year. What the other columns say of the
 * row (a scenario, a sex) names the series; without any, the file does.
 */
export function yearsToIndicators(
  table: RawTable,
  reader: RowReader,
  years: readonly YearColumn[],
  seriesColumns: readonly number[],
  facts: FileFacts,
  findings: Findings,
): IndicatorRows {
  const result: IndicatorRows = { drafts: [], areas: [], rows: 0 };
  const bare = namesCensusCodes(reader.column('code'));
  for (const row of table.rows) {
    const code =
      reader.text(row, 'code') ??
      reader.text(row, 'name_en') ??
      reader.text(row, 'name_fr') ??
      reader.text(row, 'municipality');
    if (code === null) {
      findings.list(issue('missing-id', 'error', { row: row.number }));
      continue;
    }
    const key = readAreaCode(code, bare)?.key ?? `community:${code}`;
    const named = seriesColumns
      .map((column) => row.cells[column]?.trim() ?? '')
      .filter((text) => text !== '');
    const series = named.length > 0 ? named.join(', ') : facts.stem;
    for (const { column, year } of years) {
      const count = parseCount(row.cells[column] ?? '');
      if (count.kind === 'not a number')
        findings.note(
          issue('not-a-number', 'warning', {
            row: row.number,
            column: String(year),
            found: row.cells[column] ?? '',
          }),
        );
      if (count.kind === 'suppressed')
        findings.note(
          issue('suppressed-value', 'warning', { row: row.number, column: String(year), found: count.code }),
        );
      if (count.kind !== 'empty')
        result.drafts.push(
          draftOf(key, code, series, count.kind === 'number' ? count.value : null, year, facts),
        );
    }
    result.rows += 1;
  }
  findings.note(
    issue('year-chosen', 'note', {
      found: `${result.rows}`,
      expected: years.map(({ year }) => year).join(', '),
    }),
  );
  return result;
}
