import { emptyTables, projectVersion, type Project } from '../../model/project.ts';
import type { Bilingual } from '../../model/text.ts';
import { openingBounds } from './bounds.ts';

/** An id for a project that is new in this browser, by the moment: an ISO date and time. */
export const newProjectId = (now: string) => `own-${now.replace(/\D/g, '').slice(0, 17)}`;

/** A project of a person's own without rows. `now` is an ISO date and time. */
export function newProject(name: Bilingual, now: string): Project {
  const tables = emptyTables();
  return {
    format: 'guichet-project',
    version: projectVersion,
    id: newProjectId(now),
    name,
    kind: 'own',
    notice: null,
    asOf: now.slice(0, 10),
    bounds: openingBounds(tables),
    graph: null,
    tables,
    mappings: [],
    queries: [],
  };
}
