import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { askConsole } from '../../src/tables/console.ts';
import { attacks, consoleCases, questions, withTowns } from './console-cases.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await openDuckDbNode();
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
