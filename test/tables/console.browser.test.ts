import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbWasm } from '../../src/tables/connectors/duckdb-wasm.ts';
import { askConsole } from '../../src/tables/console.ts';
import { attacks, consoleCases, questions, withTowns } from './console-cases.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await openDuckDbWasm();
  await withTowns(connector);
});
afterAll(() => connector.close());

test.each(Object.entries(consoleCases))('%s', (_, run) => run(connector));

test.each(Object.entries(questions))('asks: %s', async (text, rows) => {
  expect(await askConsole(connector, text)).toMatchObject({ kind: 'answered', answer: { rows } });
});

test.each(Object.entries(attacks))('refuses: %s', async (text, kind) => {
  expect(await askConsole(connector, text)).toMatchObject({ kind: 'refused', refusal: { kind } });
  expect(await connector.query({ sql: 'SELECT count(*) AS n FROM town', parameters: [] })).toEqual([
    { n: 3 },
  ]);
});

test('a question that eats all memory fails in words, and the next one is answered', async () => {
  const hungry = 'SELECT list(a.range + b.range) FROM range(100000) a, range(100000) b';
  const outcome = await askConsole(connector, hungry, { signal: AbortSignal.timeout(50_000) });
  expect(outcome).toMatchObject({ kind: 'failed' });
  expect(await askConsole(connector, 'SELECT count(*) FROM town')).toMatchObject({ kind: 'answered' });
});
