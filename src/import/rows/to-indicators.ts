import { DistinctNames } from '../../model/distinct-names.ts';
import type { IndicatorId } from '../../model/tables.ts';
import { readAreaCode } from '../cells/area-codes.ts';
import { readCount } from './read-count.ts';
import { holdsCensusCodes } from '../columns/field-rules.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import { countedArea, draftOf, valuedArea, type IndicatorRows, type ValuedArea } from './indicator-drafts.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import type { AreaDraft } from './to-areas.ts';
import { isMark, parseNumber, suppressionIn } from '../cells/values.ts';

/** A characteristic of the census profile (Statistics Canada, 98-401-X2021) that one of our indicators is. */
interface Characteristic {
  name: RegExp;
  /** The heading it must stand under, where other headings have rows of the same name. */
  heading?: RegExp;
  indicator: IndicatorId;
}

const characteristics: readonly Characteristic[] = [
  { name: /^65 years and over$|^65 ans et plus$/i, indicator: 'age_65_plus' },
  {
    name: /^prevalence of low income based on the low-income measure, after tax|^fréquence du faible revenu fondée sur la mesure de faible revenu, après impôt/i,
    indicator: 'low_income',
  },
  { name: /^indigenous identity|^identité autochtone/i, indicator: 'indigenous_identity' },
  { name: /^2016 (to|à) 2021$/i, heading: /immigra/i, indicator: 'newcomers' },
  {
    name: /^neither english nor french$|^ni (l[’'])?anglais ni (le )?français$/i,
    heading: /knowledge of official languages|connaissance des langues officielles/i,
    indicator: 'no_official_language',
  },
  { name: /^unemployment rate$|^taux de chômage$/i, indicator: 'unemployment' },
];
const populationName = /^population, (\d{4})$/i;
const householdsName =
  /^private dwellings occupied by usual residents$|^logements privés occupés par des résidents habituels$/i;
/** A row that begins a group of characteristics. */
const headingName = /^total\s/i;

/**
 * A table with one characteristic of one area a row (the census profile's long format). A rate in per cent becomes a
 * share; the population row gives the area its people, and the row of occupied dwellings its households; a row with neither is
 * listed.
 */
export function toIndicators(
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): IndicatorRows {
  const result: IndicatorRows = { drafts: [], areas: [], rows: 0 };
  const bare = holdsCensusCodes(reader.column('code'), facts.reading);
  const profiles = new Map<string, Profile>();
  const counted = new Map<string, AreaDraft>();
  for (const row of table.rows) {
    const code = reader.text(row, 'code');
    const read = code === null ? null : readAreaCode(code, bare);
    if (code === null || !read) {
      const where = { row: row.number, column: reader.column('code'), found: code };
      findings.list(issue(code === null ? 'missing-id' : 'unknown-code', 'error', where));
      continue;
    }
    const name = reader.text(row, 'characteristic') ?? '';
    const profile = profiles.get(read.key) ?? { heading: null, series: new DistinctNames() };
    profiles.set(read.key, profile);
    if (headingName.test(name)) profile.heading = name;
    const counts = isPopulation(name, row, reader) && reader.text(row, 'characteristic_count') !== null;
    const share = shareOf(row, reader, findings);
    const of = valuedArea(row.number, code, read);
    const area = counted.get(read.key);
    if (counts) {
      const people = peopleOf(row, of, read.parent, reader, facts, findings);
      counted.set(read.key, people);
      result.areas.push(people);
    } else if (area && householdsName.test(name))
      area.area.households = readCount(row, 'characteristic_count', reader, findings);
    else if (share.kind === 'none') {
      findings.list(issue('not-a-share', 'error', { row: row.number, found: name }));
      continue;
    } else {
      const value = share.kind === 'share' ? share.value : null;
      result.drafts.push(draftOf(of, seriesOf(name, profile), value, yearOf(row, reader), facts));
    }
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

/** How far the characteristics of one area were read. */
interface Profile {
  heading: string | null;
  series: DistinctNames;
}

/** The people of the census year; the profile also repeats those of the census before. */
function isPopulation(name: string, row: RawRow, reader: RowReader): boolean {
  const year = populationName.exec(name)?.[1];
  const census = yearOf(row, reader);
  return year !== undefined && (census === null || Number(year) === census);
}

/**
 * Our indicator, at its first row; else the row's name under its heading, numbered where it is there already: the
 * profile has many rows of one name.
 */
function seriesOf(name: string, { heading, series }: Profile): string {
  const known = characteristics.find(
    (one) => one.name.test(name) && (!one.heading || heading === null || one.heading.test(heading)),
  );
  if (known && !series.has(known.indicator)) return series.take(known.indicator);
  return series.take(heading === null || heading === name ? name : `${heading}: ${name}`);
}

/** The year that the row's reference date names. */
export function yearOf(row: RawRow, reader: RowReader): number | null {
  const year = /\d{4}/.exec(reader.text(row, 'reference_date') ?? '')?.[0];
  return year === undefined ? null : Number(year);
}

function peopleOf(
  row: RawRow,
  of: ValuedArea,
  parent: string | null,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): AreaDraft {
  const known = {
    name_en: reader.text(row, 'name_en') ?? of.code,
    name_fr: reader.text(row, 'name_fr'),
    parent_code: parent,
    population: readCount(row, 'characteristic_count', reader, findings),
  };
  return countedArea(of, known, facts);
}
