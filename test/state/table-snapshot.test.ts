import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectTableNames } from '../../src/model/tables.ts';
import { decodeTable, encodePortions, joinPortions } from '../../src/state/table-snapshot.ts';
import { projectSchemas, type TableSchema } from '../../src/tables/schema.ts';
import { area } from '../analysis/projects.ts';
import { anyProject } from './any-project.ts';

async function encodeTable(schema: TableSchema, rows: readonly object[]): Promise<Uint8Array> {
  const portions: Uint8Array[] = [];
  for await (const portion of encodePortions(schema, rows)) portions.push(portion);
  return joinPortions(portions);
}

test('missing stays missing and zero stays zero', async () => {
  const rows = [area('001', { population: null }), area('002', { population: 0, name_fr: 'Île-des-Chênes' })];
  expect(await decodeTable(await encodeTable(projectSchemas.area, rows))).toEqual(rows);
});

test('a table without rows has none when it is read back', async () => {
  expect(await decodeTable(await encodeTable(projectSchemas.area, []))).toEqual([]);
});

test('a table of several portions comes back in its order', async () => {
  const rows = Array.from({ length: 45_001 }, (_, row) =>
    area(`${row}`, { population: row % 3 === 0 ? null : row, name_en: row % 2 ? 'é' : 'e' }),
  );
  expect(await decodeTable(await encodeTable(projectSchemas.area, rows))).toEqual(rows);
});

test('any rows come back as they were, and the same rows give the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async ({ tables }) => {
      for (const name of projectTableNames) {
        const bytes = await encodeTable(projectSchemas[name], tables[name]);
        expect(await decodeTable(bytes)).toEqual(tables[name]);
        expect(await encodeTable(projectSchemas[name], [...tables[name]])).toEqual(bytes);
      }
    }),
    { seed: 7, numRuns: 25 },
  );
});
