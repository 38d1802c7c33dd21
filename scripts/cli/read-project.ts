import { dirname, resolve } from 'node:path';
import { UserError } from '../../src/model/errors.ts';
import { projectVersion, type GraphPlace, type Project } from '../../src/model/project.ts';
import { isRecord } from '../../src/model/json.ts';
import { projectTableNames } from '../../src/model/tables.ts';
import { migrateProject } from '../../src/state/migrate-project.ts';
import type { Language } from '../../src/model/text.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { cliMessages } from './messages.ts';
import { readBytes, readGraph } from './read-files.ts';

/** A saved project and its road graph, whose path is relative to the project's file; null where it names none. */
export async function readProject(
  path: string,
  language: Language,
): Promise<{ project: Project; graph: RoadGraph | null }> {
  const say = cliMessages[language];
  const value = parse(new TextDecoder().decode(await readBytes(path, language)));
  if (value?.format !== 'guichet-project' || !isRecord(value.tables))
    throw new UserError(say.notProject(path));
  const project = migrateProject(value);
  if (!project) throw new UserError(say.projectVersion(path, String(value.version), String(projectVersion)));
  if (!hasTables(project)) throw new UserError(say.notProject(path));
  return { project, graph: project.graph && (await readGraph(pathOf(project.graph, path), language)) };
}

/** A graph is where its path leads from the project's file, or beside it under its name. */
const pathOf = (graph: GraphPlace, project: string) =>
  resolve(dirname(project), graph.kind === 'served' ? graph.path : graph.name);

function hasTables({ tables }: Project): boolean {
  return projectTableNames.every((name) => Array.isArray(tables[name]));
}

function parse(text: string): Partial<Project> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    // Text that is not JSON is no project; the caller says so.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
