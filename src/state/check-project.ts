import { isRecord } from '../model/json.ts';
import type { Project } from '../model/project.ts';
import {
  accessModes,
  areaLevels,
  locationMethods,
  ordersOfGovernment,
  pointKinds,
  projectTableNames,
  waitingKinds,
  type ProjectTableName,
} from '../model/tables.ts';
import { projectSchemas, type ColumnType } from '../tables/schema.ts';
import { ProjectRefused } from './project-manifest.ts';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number' && !Number.isNaN(value);
const isBilingual = (value: unknown) => isRecord(value) && isText(value['en']) && isText(value['fr']);

const fits: Record<ColumnType, (value: unknown) => boolean> = {
  VARCHAR: (value) => value === null || isText(value),
  DOUBLE: (value) => value === null || isNumber(value),
  INTEGER: (value) => value === null || Number.isInteger(value),
  BOOLEAN: (value) => typeof value === 'boolean',
};

/** Columns whose words are a list of ours; null where the word may be missing. */
const words: Partial<Record<ProjectTableName, Record<string, readonly (string | null)[]>>> = {
  organization: { government: ordersOfGovernment },
  service_point: { kind: pointKinds, location_method: locationMethods },
  waiting: { becomes: waitingKinds },
  area: { level: areaLevels, access: [...accessModes, null] },
};

/** A path that stays below the page's own folder: an archive from elsewhere must not make the page ask another site. */
function isServedPath(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const samples = 'https://page.example/app/samples/';
  return URL.canParse(value, samples) && new URL(value, samples).href.startsWith('https://page.example/app/');
}

function isGraphPlace(value: unknown): boolean {
  if (value === null) return true;
  if (!isRecord(value)) return false;
  return value['kind'] === 'served'
    ? isServedPath(value['path'])
    : value['kind'] === 'kept' && isText(value['name']) && isText(value['sha256']);
}

/**
 * Holds a project that somebody else may have written against the model.
 * @throws ProjectRefused naming the first part that is not what the model says
 */
export function checkProject(project: Project): void {
  const { id, name, kind, notice, asOf, bounds, graph, mappings, queries } = project;
  const parts = {
    id: isText(id),
    name: isBilingual(name),
    kind: kind === 'own' || kind === 'sample',
    notice: notice === null || isBilingual(notice),
    asOf: isText(asOf) && /^\d{4}-\d\d-\d\d$/.test(asOf),
    bounds: Array.isArray(bounds) && bounds.length === 4 && bounds.every(Number.isFinite),
    graph: isGraphPlace(graph),
    mappings: Array.isArray(mappings) && mappings.every(isMapping),
    queries: Array.isArray(queries) && queries.every(isQuery),
  };
  for (const [part, holds] of Object.entries(parts))
    if (!holds) throw new ProjectRefused('damaged', `${part} is not what the model says`);
  for (const table of projectTableNames) checkTable(project, table);
}

const isMapping = (value: unknown) =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['name']) &&
  Array.isArray(value['header']) &&
  value['header'].every(isText) &&
  isRecord(value['reading']);

const isQuery = (value: unknown) =>
  isRecord(value) && isText(value['id']) && isText(value['name']) && isText(value['sql']);

function checkTable({ tables }: Project, table: ProjectTableName): void {
  const rows = tables[table] as readonly object[] | undefined;
  if (!rows) throw new ProjectRefused('damaged', `the table ${table} is missing`);
  for (const { name, type } of projectSchemas[table].columns) {
    const allowed: readonly unknown[] | undefined = words[table]?.[name];
    const row = rows.findIndex((row) => {
      const value = (row as Record<string, unknown>)[name];
      return !fits[type](value) || (allowed && !allowed.includes(value));
    });
    if (row >= 0) throw new ProjectRefused('damaged', `${table}, row ${row + 1}: ${name}`);
  }
}
