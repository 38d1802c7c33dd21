import { UserError } from '../../model/errors.ts';
import { arcKinds, type ArcKind } from '../road-graph.ts';
import nrnFerries from './mappings/nrn-ferries.json' with { type: 'json' };
import nrnRoads from './mappings/nrn-roads.json' with { type: 'json' };
import rnf from './mappings/rnf.json' with { type: 'json' };

/**
 * What the columns of a file of lines mean for travel, as data. Columns and values are compared without case, accents and
 * spaces at the ends; of several names for a column the first that the file has counts.
 */
export interface LineMapping {
  id: string;
  /** Higher where the same file gives other times. */
  version: number;
  title: string;
  /** Where the meaning of columns and codes is published. */
  source: string;
  /** Of files of this kind, as their publisher has it. */
  licence?: string;
  /** A file is this one when it has a column of each list; none where it is never guessed. */
  recognisedBy: readonly (readonly string[])[];
  columns: {
    class?: readonly string[];
    direction?: readonly string[];
    /** Speed limit, km/h; where it is missing, 0 or less or above `highestLimitKmh`, the speed by class counts. */
    speed?: readonly string[];
    surface?: readonly string[];
    season?: readonly string[];
  };
  classes: readonly LineClass[];
  /** km/h of lines of no class in the list; null leaves them out. */
  otherClassKmh: number | null;
  /** Kind of lines whose class says none; a road when absent. */
  kind?: ArcKind;
  /** Values of the direction column; forward is the direction that the line is drawn in. Others are both ways, and counted. */
  direction?: { both: readonly string[]; forward: readonly string[]; backward: readonly string[] };
  /** Values of the surface column, and the greatest speed on such roads. */
  surface?: { unpaved: readonly string[]; kmhAtMost: number };
  /** Values of the season column for roads that are open in winter only. */
  season?: { winterOnly: readonly string[] };
  /** Minutes spent before a ferry leaves; 0 when absent. */
  waitMinutes?: number;
}

export interface LineClass {
  values: readonly string[];
  kmh?: number;
  kind?: ArcKind;
  /** True for classes that are no roads for cars. */
  leaveOut?: boolean;
}

/** The national road files known by their columns. */
export const knownMappings: readonly LineMapping[] = [nrnRoads, nrnFerries, rnf].map(readMapping);

/** The known mapping whose columns a file has, or null. */
export function recogniseMapping(columns: readonly string[]): LineMapping | null {
  const has = new Set(columns.map(normalised));
  const fits = ({ recognisedBy }: LineMapping) =>
    recognisedBy.length > 0 && recognisedBy.every((names) => names.some((name) => has.has(normalised(name))));
  return knownMappings.find(fits) ?? null;
}

/** Lower case, no accents, one space between words. */
export function normalised(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Checks a mapping that a person wrote.
 * @throws UserError that names the field and what was expected there
 */
export function readMapping(value: unknown): LineMapping {
  const mapping = record(value, 'mapping');
  const at = (field: string) => mapping[field];
  for (const field of ['id', 'title', 'source']) mustBe(typeof at(field) === 'string', field, 'text');
  mustBe(['string', 'undefined'].includes(typeof at('licence')), 'licence', 'text');
  mustBe(Number.isInteger(at('version')), 'version', 'a whole number');
  const recognisedBy = at('recognisedBy');
  mustBe(Array.isArray(recognisedBy) && recognisedBy.every(isTexts), 'recognisedBy', 'lists of names');
  const columns = record(at('columns'), 'columns');
  for (const [name, names] of Object.entries(columns)) {
    mustBe(
      ['class', 'direction', 'speed', 'surface', 'season'].includes(name),
      `columns.${name}`,
      'no such column',
    );
    mustBe(isTexts(names), `columns.${name}`, 'a list of names');
  }
  mustBe(Array.isArray(at('classes')), 'classes', 'a list');
  (at('classes') as unknown[]).forEach((entry, index) => checkClass(entry, `classes[${index}]`));
  const other = at('otherClassKmh');
  mustBe(other === null || isSpeed(other), 'otherClassKmh', 'a speed in km/h, or null');
  checkKind(at('kind'), 'kind');
  checkValues(mapping, 'direction', ['both', 'forward', 'backward'], columns);
  checkValues(mapping, 'surface', ['unpaved'], columns);
  checkValues(mapping, 'season', ['winterOnly'], columns);
  if (at('surface') !== undefined)
    mustBe(isSpeed(record(at('surface'), 'surface')['kmhAtMost']), 'surface.kmhAtMost', 'a speed in km/h');
  const wait = at('waitMinutes') ?? 0;
  mustBe(typeof wait === 'number' && wait >= 0 && wait < 1440, 'waitMinutes', 'minutes below a day');
  return value as LineMapping;
}

function checkClass(value: unknown, field: string): void {
  const { values, kmh, kind, leaveOut } = record(value, field);
  mustBe(isTexts(values), `${field}.values`, 'a list of texts');
  mustBe(leaveOut === true || isSpeed(kmh), `${field}.kmh`, 'a speed in km/h, or leaveOut: true');
  checkKind(kind, `${field}.kind`);
}

function checkKind(kind: unknown, field: string): void {
  mustBe(
    kind === undefined || arcKinds.some((each) => each === kind),
    field,
    `one of ${arcKinds.join(', ')}`,
  );
}

/** Values are of use with their column alone, and a column with its values. */
function checkValues(
  mapping: Record<string, unknown>,
  field: string,
  lists: readonly string[],
  columns: Record<string, unknown>,
): void {
  const values = mapping[field];
  mustBe(
    (values === undefined) === (columns[field] === undefined),
    field,
    `both values and columns.${field}`,
  );
  if (values === undefined) return;
  for (const list of lists)
    mustBe(isTexts(record(values, field)[list]), `${field}.${list}`, 'a list of texts');
}

function record(value: unknown, field: string): Record<string, unknown> {
  mustBe(typeof value === 'object' && value !== null && !Array.isArray(value), field, 'an object');
  return value as Record<string, unknown>;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isSpeed(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= 200;
}

function mustBe(isRight: boolean, field: string, expected: string): void {
  if (!isRight) throw new UserError(`road mapping: ${field}: expected ${expected}`);
}
