import type { MultiPolygon, Polygon } from 'geojson';
import { DistinctNames } from '../../model/distinct-names.ts';
import type { Area } from '../../model/tables.ts';
import { readAreaCode, type AreaCode } from '../cells/area-codes.ts';
import { readCount } from './read-count.ts';
import { nowhere, readLocation, type Location } from './read-location.ts';
import { holdsCensusCodes } from '../columns/field-rules.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import { provinceOf } from '../cells/provinces.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { slug } from '../cells/names.ts';
import type { RawRow, RawTable } from '../read/table.ts';

/** An area as one file knows it, before it is joined with what other files know of the same area. */
export interface AreaDraft {
  /** Joins the ways of writing one area's code; see `AreaCode`. */
  key: string;
  row: number;
  /** The file has a column of counts, whether or not this row's is published. */
  counted: boolean;
  /** Kept where the people of the smaller areas in it are to be added up. */
  polygon?: Polygon | MultiPolygon;
  area: Area;
}

/** Names of sums over all other rows, whole. A row with a census code of its own is an area, not such a sum. */
const totalName = /^(grand )?(total|totals|ensemble|canada|all( areas)?|overall)$/i;

/** Each row with a code, or with a name and a place, becomes a draft; sums, repeats and rows without either are listed. */
export function toAreas(
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): AreaDraft[] {
  const drafts = new Map<string, AreaDraft>();
  const names = new DistinctNames();
  const counted = reader.column('population') !== null;
  const bare = holdsCensusCodes(reader.column('code'), facts.reading);
  for (const row of table.rows) {
    const identity = identify(row, reader, facts, { bare, names }, findings);
    if (!identity) continue;
    if (drafts.has(identity.key)) {
      const where = { row: row.number, column: reader.column('code'), found: identity.code };
      findings.list(issue('duplicate-id', 'error', where));
      continue;
    }
    const location = placeOf(row, reader, findings);
    if (findings.isListed(row.number)) continue;
    if (!counted && location.lon === null) {
      findings.list(issue('missing-coordinates', 'error', { row: row.number, found: identity.code }));
      continue;
    }
    drafts.set(identity.key, {
      key: identity.key,
      row: row.number,
      counted,
      ...polygonOf(row, facts),
      area: toArea(row, reader, facts, findings, identity, location),
    });
  }
  noteSums([...drafts.values()], findings);
  return [...drafts.values()];
}

interface Identity extends AreaCode {
  code: string;
}

function identify(
  row: RawRow,
  reader: RowReader,
  facts: FileFacts,
  { bare, names }: { bare: boolean; names: DistinctNames },
  findings: Findings,
): Identity | null {
  const code = reader.text(row, 'code') ?? reader.text(row, 'id');
  const name = nameIn(row, reader);
  const where = { row: row.number, column: reader.column('code') };
  const read = code === null ? null : readAreaCode(code, bare);
  if (code !== null && !read) {
    findings.list(
      issue('unknown-code', 'error', { ...where, found: code, expected: 'PR, CD, CSD, FSA, DA, DB' }),
    );
    return null;
  }
  if ((!read || read.level === 'community') && name !== null && totalName.test(name)) {
    findings.list(issue('total-row', 'error', { row: row.number, found: name }));
    return null;
  }
  if (code !== null && read) return { ...read, code };
  if (name === null) {
    findings.list(issue('missing-id', 'error', where));
    return null;
  }
  const own = names.take(`${slug(facts.stem)}-${slug(name)}`);
  return { level: 'community', key: `community:${own}`, province: null, parent: null, code: own };
}

const nameIn = (row: RawRow, reader: RowReader) =>
  reader.text(row, 'name_en') ?? reader.text(row, 'name_fr') ?? reader.text(row, 'municipality');

/** Null coordinates for a row without any; a line cannot stand for an area, so its row is listed. */
function placeOf(row: RawRow, reader: RowReader, findings: Findings): Location {
  const type = row.geometry?.type;
  if (type === 'LineString' || type === 'MultiLineString') {
    findings.list(
      issue('unsupported-geometry', 'error', { row: row.number, found: type, expected: 'Polygon' }),
    );
    return nowhere;
  }
  if (row.geometry) return readLocation(row, reader, findings);
  return reader.column('lat') !== null && reader.column('lon') !== null
    ? readLocation(row, reader, findings)
    : nowhere;
}

function polygonOf({ geometry }: RawRow, { reading }: FileFacts): Pick<AreaDraft, 'polygon'> {
  const addsUp = reading.people === 'added-up';
  return addsUp && (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
    ? { polygon: geometry }
    : {};
}

function toArea(
  row: RawRow,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
  { code, level, province, parent }: Identity,
  location: Location,
): Area {
  const english = reader.text(row, 'name_en') ?? reader.text(row, 'municipality');
  const french = reader.text(row, 'name_fr');
  return {
    code,
    level: facts.reading.people === 'added-up' && level === 'community' ? 'region' : level,
    name_en: english ?? (french === null ? code : ''),
    name_fr: french,
    parent_code: parent,
    province: province ?? provinceOf(reader.text(row, 'province') ?? ''),
    ...location,
    population: readCount(row, 'population', reader, findings, 'population_symbol'),
    households: readCount(row, 'households', reader, findings),
    access: null,
    demand: false,
    apportioned: false,
    source_id: facts.sourceId,
  };
}

/** A table that holds provinces beside their subdivisions: the sums are kept as areas, and nobody is counted in them. */
function noteSums(drafts: readonly AreaDraft[], findings: Findings): void {
  const levels = new Set(drafts.map(({ area }) => area.level));
  const sums = drafts.filter(({ area }) => ['country', 'province', 'CD'].includes(area.level));
  if (levels.size > 1 && sums.length > 0)
    findings.note(issue('total-row', 'note', { found: `${sums.length}` }));
}
