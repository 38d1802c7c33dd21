import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileTables } from '../../src/state/file-tables.svelte.ts';
import { Importer } from '../../src/state/importer.svelte.ts';
import { Originals } from '../../src/state/originals.ts';
import type { ArrowConnector } from '../../src/tables/connector.ts';
import { columnsToIPC } from '../../src/tables/connectors/arrow-columns.ts';
import { openDuckDbWasm } from '../../src/tables/connectors/duckdb-wasm.ts';
import type { TableSchema } from '../../src/tables/schema.ts';

let engine: ArrowConnector;
beforeAll(async () => void (engine = await openDuckDbWasm()));
afterAll(() => engine.close());

const ground = { into: null, facts: { importedAt: '2026-10-01T00:00:00Z' } };
const odd = { name: 'odd.csv', blob: new Blob(['name,y1,x1\nNorth,46.0,-66.0\nSouth,45.5,-66.2\n']) };

test('of two corrections in a row the first check is given up; the file is read anew and told of once', async () => {
  const tables = new FileTables(() => Promise.resolve(engine));
  const importer = new Importer(tables, new Originals());
  await importer.open([odd], ground);
  const first = importer.decide('odd.csv', { fields: { y1: 'lat' } });
  const second = importer.decide('odd.csv', { fields: { y1: 'lat', x1: 'lon' } });
  await Promise.all([first, second]);
  expect(importer.review?.files[0]?.columns.map(({ field }) => field)).toEqual(['name_en', 'lat', 'lon']);
  expect(importer.progress).toBeNull();
  expect(importer.readable).toEqual([{ file: 'odd.csv', rows: 2 }]);
  expect(tables.list.map(({ file }) => file)).toEqual(['odd.csv']);
});

test('text of an older program is read as a person says it is written, and can be taken back', async () => {
  const importer = new Importer(new FileTables(() => Promise.resolve(engine)), new Originals());
  const letters = [...'name,lat,lon\nMontr\u008eal,45.5,-73.6\n'].map((letter) => letter.charCodeAt(0));
  await importer.open([{ name: 'mac.csv', blob: new Blob([Uint8Array.from(letters)]) }], ground);
  const name = () => importer.review?.files[0]?.preview[0]?.[0];
  expect(name()).toBe('MontrŽal');
  await importer.decide('mac.csv', { encoding: 'macintosh' });
  expect(name()).toBe('Montréal');
  expect(importer.review?.files[0]?.encoding).toBe('macintosh');
  await importer.takeBack();
  expect(name()).toBe('MontrŽal');
});

test('cells of one name that come twice at once are taken one after the other', async () => {
  const tables = new FileTables(() => Promise.resolve(engine));
  const schema: TableSchema = { name: 'file_twice', columns: [{ name: 'a', type: 'VARCHAR' }] };
  const cells = (values: string[]) =>
    tables.take({
      kind: 'cells',
      file: 'twice.csv',
      schema,
      rows: values.length,
      ipc: columnsToIPC(schema, { a: values }),
    });
  await Promise.all([cells(['x']), cells(['x', 'y']), cells(['x', 'y', 'z'])]);
  const rows = await engine.query({ sql: 'SELECT count(*)::INT AS n FROM file_twice', parameters: [] });
  expect(rows).toEqual([{ n: 3 }]);
  expect(tables.list).toEqual([{ schema, file: 'twice.csv', rows: 3 }]);
});

test('two files whose names are alike in SQL have a table each', async () => {
  const tables = new FileTables(() => Promise.resolve(engine));
  const schema: TableSchema = { name: 'file_a_b_csv', columns: [{ name: 'a', type: 'VARCHAR' }] };
  const take = (file: string, values: string[]) =>
    tables.take({
      kind: 'cells',
      file,
      schema,
      rows: values.length,
      ipc: columnsToIPC(schema, { a: values }),
    });
  await Promise.all([take('a-b.csv', ['x']), take('a_b.csv', ['y', 'z']), take('a-b.csv', ['x', 'w'])]);
  expect(tables.list.map(({ file, schema, rows }) => [file, schema.name, rows])).toEqual([
    ['a_b.csv', 'file_a_b_csv_2', 2],
    ['a-b.csv', 'file_a_b_csv', 2],
  ]);
});
