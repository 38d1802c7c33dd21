import { indicatorIds, type Service } from '../model/tables.ts';
import { areaIndicators } from './rows/area-indicators.ts';
import { checkAreaPlaces, checkPlaces } from './places/check-places.ts';
import { checkTotals } from './rows/check-totals.ts';
import { issue, type Findings } from './read/findings.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import type { FileFacts } from './rows/file-facts.ts';
import type { IndicatorDraft } from './rows/indicator-drafts.ts';
import type { FileKind } from './columns/known-files.ts';
import type { ColumnMatch } from './columns/match-columns.ts';
import type { PointDrafts } from './rows/point-drafts.ts';
import type { RowReader } from './columns/row-reader.ts';
import type { RawTable } from './read/table.ts';
import { toAreas, type AreaDraft } from './rows/to-areas.ts';
import { toIndicators } from './rows/to-indicators.ts';
import { toJoinedTenures, toOfferings } from './rows/to-offerings.ts';
import { toJourneys, type JourneyDraft } from './rows/to-journeys.ts';
import { toServicePoints, type PointTables } from './rows/to-service-points.ts';
import { toServices } from './rows/to-services.ts';
import { seriesColumns, yearColumns } from './columns/year-columns.ts';
import { yearsToIndicators } from './rows/years-to-indicators.ts';

/** What a file's rows became, before they meet the project. */
export interface FileRows {
  points: PointTables | null;
  areas: AreaDraft[];
  indicators: IndicatorDraft[];
  services: Service[];
  /** Tenures and offerings of points that other files hold; whether a row is kept is seen when it meets them. */
  drafts: PointDrafts | null;
  /** Journeys; whether one is kept is seen when it meets the project's places. */
  journeys: JourneyDraft[];
  /** Rows of the file that are in one of the others. */
  kept: number;
}

const none: FileRows = {
  points: null,
  areas: [],
  indicators: [],
  services: [],
  drafts: null,
  journeys: [],
  kept: 0,
};

/** A file that was read and whose columns have their meanings. */
export interface ReadFile {
  table: RawTable;
  reader: RowReader;
  columns: readonly ColumnMatch[];
  facts: FileFacts;
}

/** Turns a file's rows into those of the tables its kind fills. What becomes of none of them is listed in `findings`. */
export function fileRows(
  kind: FileKind,
  file: ReadFile,
  gazetteer: Gazetteer | null,
  findings: Findings,
): FileRows {
  const { table, reader, facts } = file;
  switch (kind) {
    case 'leases':
      return hasPlaces(table, reader)
        ? pointRows(file, gazetteer, findings)
        : { ...none, drafts: toJoinedTenures(table, reader, facts, findings) };
    case 'points':
      return pointRows(file, gazetteer, findings);
    case 'indicators':
      return indicatorRows(file, findings);
    case 'services': {
      const services = toServices(table, reader, findings);
      return { ...none, services, kept: services.length };
    }
    case 'offerings':
      return { ...none, drafts: toOfferings(table, reader, facts, findings) };
    case 'travel':
      return { ...none, journeys: toJourneys(table, reader, facts, findings) };
    case 'events':
      if (table.rows.length > 0) findings.list(issue('kept-aside', 'error', { found: kind }));
      return none;
    default:
      if (kind === 'counts' && !countsAnything(reader)) {
        findings.list(issue('missing-required-column', 'error', { expected: 'population' }));
        return none;
      }
      return areaRows(file, gazetteer, findings);
  }
}

/** A file of counts, as a person says it is, has a column of people or of shares of them. */
const countsAnything = (reader: RowReader) =>
  (['population', 'households', ...indicatorIds] as const).some((field) => reader.column(field) !== null);

function pointRows(
  { table, reader, facts }: ReadFile,
  gazetteer: Gazetteer | null,
  findings: Findings,
): FileRows {
  const points = toServicePoints(table, reader, facts, findings);
  return { ...none, points: checkPlaces(points, { table, reader }, gazetteer, findings), kept: points.rows };
}

/** True for a table whose rows say where they are; others speak of points that another file holds. */
function hasPlaces({ spatial }: RawTable, reader: RowReader): boolean {
  const placed = (['lat', 'address', 'postal_code', 'municipality'] as const).some(
    (field) => reader.column(field) !== null,
  );
  return spatial || placed;
}

function areaRows(
  { table, reader, facts }: ReadFile,
  gazetteer: Gazetteer | null,
  findings: Findings,
): FileRows {
  const areas = toAreas(table, reader, facts, findings);
  checkAreaPlaces(areas, gazetteer, findings);
  for (const found of checkTotals(areas, reader.column('population'))) findings.note(found);
  return {
    ...none,
    areas,
    indicators: areaIndicators(areas, table, reader, facts, findings),
    kept: areas.length,
  };
}

function indicatorRows({ table, reader, columns, facts }: ReadFile, findings: Findings): FileRows {
  const years = reader.column('characteristic') === null ? yearColumns(table) : [];
  const { drafts, areas, rows } =
    years.length > 0
      ? yearsToIndicators(table, reader, years, seriesColumns(table, columns, years), facts, findings)
      : toIndicators(table, reader, facts, findings);
  return { ...none, areas, indicators: drafts, kept: rows };
}
