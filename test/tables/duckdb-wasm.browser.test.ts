import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverage } from '../../src/analysis/coverage.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbWasm } from '../../src/tables/connectors/duckdb-wasm.ts';
import { analysed, anyPoint, smallProject } from '../analysis/projects.ts';
import { connectorCases } from './connector-cases.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbWasm()));
afterAll(() => connector.close());

test.each(Object.entries(connectorCases))('%s', (_, run) => run(connector));

test('the small project gives in the browser what it gives by hand', async () => {
  const facts = await analysed(connector, smallProject());
  const question = { points: anyPoint, cutoff: { kind: 'kilometres', kilometres: 10 } } as const;
  const { people, communities } = await coverage(connector, question, facts);
  expect(people).toEqual({ total: 1250, covered: 1200, gap: 50, overlap: 200 });
  expect(communities).toEqual({ total: 4, covered: 2, gap: 2, overlap: 1 });
});
