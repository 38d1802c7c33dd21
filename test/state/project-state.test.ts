import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProjectState, type Edit } from '../../src/state/project.svelte.ts';
import { area } from '../analysis/projects.ts';
import { ownProject } from './small-projects.ts';

function opened(readOnly: readonly string[] = []) {
  let refusals = 0;
  const state = new ProjectState({
    mayChange: (id) => !readOnly.includes(id),
    onrefused: () => (refusals += 1),
  });
  state.open(ownProject());
  return { state, refusals: () => refusals };
}

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.string().map((name): Edit => ({ kind: 'rename', name: { en: name, fr: name } })),
  fc.string().map((sql): Edit => ({ kind: 'set-queries', queries: [{ id: 'q', name: 'q', sql }] })),
  fc.nat(3).map((rows): Edit => {
    const tables = { ...ownProject().tables, area: Array.from({ length: rows }, (_, row) => area(`${row}`)) };
    return { kind: 'replace-project', project: ownProject({ tables }) };
  }),
  fc
    .constantFrom('own-1', 'own-2')
    .map((id): Edit => ({ kind: 'replace-project', project: ownProject({ id }) })),
);

test('what is undone and redone is said', () => {
  const { state } = opened();
  expect(state.undo()).toBe(null);
  state.edit({ kind: 'rename', name: { en: 'A', fr: 'A' } });
  state.edit({ kind: 'replace-project', project: ownProject({ asOf: '2027-01-01' }) });
  state.edit({ kind: 'replace-project', project: ownProject({ id: 'own-2' }) });
  expect(state.nextUndo).toBe('another-project');
  expect([state.undo(), state.undo(), state.undo(), state.undo()]).toEqual([
    'another-project',
    'data',
    'rename',
    null,
  ]);
  expect(state.nextRedo).toBe('rename');
  expect(state.redo()).toBe('rename');
});

test('any edits are taken back one by one, and done again', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 8 }), (edits) => {
      const { state } = opened();
      const states = [state.current];
      for (const edit of edits) {
        state.edit(edit);
        states.push(state.current);
      }
      for (const before of states.slice(0, -1).reverse()) {
        state.undo();
        expect(state.current).toEqual(before);
      }
      for (const after of states.slice(1)) {
        state.redo();
        expect(state.current).toEqual(after);
      }
    }),
    { seed: 2, numRuns: 60 },
  );
});

test('a project that another page writes is not changed here, but may be left and looked at again', () => {
  const { state, refusals } = opened(['own-1']);
  const before = state.current;
  expect(state.edit({ kind: 'rename', name: { en: 'A', fr: 'A' } })).toBe(false);
  expect(state.current).toBe(before);
  expect(refusals()).toBe(1);
  expect(state.edit({ kind: 'replace-project', project: ownProject({ id: 'own-2' }) })).toBe(true);
  expect(state.undo()).toBe('another-project');
  expect(state.current).toEqual(before);
  expect(refusals()).toBe(1);
});
