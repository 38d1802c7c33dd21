import { expect, test } from 'vitest';
import { projectVersion } from '../../src/model/project.ts';
import { migrateProject } from '../../src/state/migrate-project.ts';
import { ownProject } from './small-projects.ts';

/** A project as a build of the second version saved it: no imported journeys, no doubts of a place. */
function versionTwo(): Record<string, unknown> {
  const tables: Record<string, unknown> = { ...ownProject().tables };
  delete tables['journey'];
  delete tables['waiting'];
  const service_point = ownProject().tables.service_point.map((point) => {
    const before: Record<string, unknown> = { ...point };
    delete before['location_doubt'];
    return before;
  });
  return { ...ownProject(), version: 2, tables: { ...tables, service_point } };
}

/** A project as a build of the first version saved it: no kept readings and no queries either. */
function versionOne(): Record<string, unknown> {
  const saved: Record<string, unknown> = { ...versionTwo(), version: 1 };
  delete saved['mappings'];
  delete saved['queries'];
  return saved;
}

test('from 1 to 2: kept readings and queries begin empty, and nothing else changes', () => {
  expect(migrateProject(versionOne())).toEqual({ ...ownProject(), mappings: [], queries: [] });
});

test('from 2 to 3: no journeys were imported, and nothing else changes', () => {
  const queries = [{ id: 'q', name: 'People', sql: 'one' }];
  expect(migrateProject({ ...versionTwo(), queries })).toEqual(ownProject({ queries }));
});

test('from 3 to 4: a graph that was a path is one served there', () => {
  const saved = (graph: unknown) => migrateProject({ ...ownProject(), version: 3, graph });
  expect(saved('../network/nwt.graph')?.graph).toEqual({ kind: 'served', path: '../network/nwt.graph' });
  expect(saved(null)).toEqual(ownProject());
});

test('from 4 to 5: nothing waits, and nothing else changes', () => {
  const tables: Record<string, unknown> = { ...ownProject().tables };
  delete tables['waiting'];
  expect(migrateProject({ ...ownProject(), version: 4, tables })).toEqual(ownProject());
});

test('a project of this version is handed back as it is', () => {
  const project = ownProject({ queries: [{ id: 'q', name: 'People', sql: 'one' }] });
  expect(migrateProject({ ...project })).toEqual(project);
});

test('each older version has its step to this one', () => {
  for (let version = 1; version < projectVersion; version += 1)
    expect(migrateProject({ ...versionOne(), version })?.version).toBe(projectVersion);
});

test.each([projectVersion + 1, 0, 1.5, '1x', null, undefined])(
  'version %s is none that is known',
  (version) => {
    expect(migrateProject({ ...ownProject(), version })).toBe(null);
  },
);
