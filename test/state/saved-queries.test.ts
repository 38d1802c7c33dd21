import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTables, projectVersion, type Project, type SavedQuery } from '../../src/model/project.ts';
import { applyEdit } from '../../src/state/project.svelte.ts';
import { renamed, withQuery, without } from '../../src/state/saved-queries.ts';

const a: SavedQuery = { id: '1', name: 'People', sql: 'one' };
const b: SavedQuery = { id: '2', name: 'Leases', sql: 'two' };

test('a query is added at the end, or put in place of one of its name', () => {
  expect(withQuery([a], b)).toEqual([a, b]);
  expect(withQuery([a, b], { id: '3', name: 'People', sql: 'three' })).toEqual([{ ...a, sql: 'three' }, b]);
});

test('a query is renamed and deleted by its id', () => {
  expect(renamed([a, b], '2', 'Baux')).toEqual([a, { ...b, name: 'Baux' }]);
  expect(without([a, b], '1')).toEqual([b]);
});

test('setting queries is undone by its reverse and touches no table', () => {
  const query = fc.record({ id: fc.string(), name: fc.string(), sql: fc.string() });
  const tables = emptyTables();
  fc.assert(
    fc.property(fc.array(query), fc.array(query), (before, after) => {
      const project: Project = {
        format: 'guichet-project',
        version: projectVersion,
        id: 'p',
        name: { en: 'P', fr: 'P' },
        kind: 'own',
        notice: null,
        asOf: '2026-10-01',
        bounds: [0, 0, 1, 1],
        graph: null,
        tables,
        mappings: [],
        queries: before,
      };
      const edited = applyEdit(project, { kind: 'set-queries', queries: after });
      expect(edited.project.queries).toEqual(after);
      expect(edited.project.tables).toBe(tables);
      expect(applyEdit(edited.project, edited.reverse).project).toEqual(project);
    }),
    { seed: 1 },
  );
});
