import { expect, test } from 'vitest';
import { buildGraph, reverse } from '../../src/network/build-graph.ts';
import { about } from './networks.ts';

const nodes = [0, 1, 2].map((lon) => ({ lon, lat: 45 }));
const graph = buildGraph(
  nodes,
  [
    { from: 2, to: 0, deciseconds: 0, metres: 7, kind: 'winter road' },
    { from: 0, to: 1, deciseconds: 10, metres: 100, kind: 'road' },
    { from: 0, to: 1, deciseconds: 8, metres: 120, kind: 'ferry' },
  ],
  about,
);

test('arcs are listed by the node they leave, parallel ones kept, none without time', () => {
  expect([...graph.firstArc]).toEqual([0, 2, 2, 3]);
  expect([...graph.head]).toEqual([1, 1, 0]);
  expect([...graph.deciseconds]).toEqual([10, 8, 1]);
  expect([...graph.metres]).toEqual([100, 120, 7]);
  expect([...graph.kind]).toEqual([0, 2, 1]);
});

test('turned round, each arc leaves the node it led to; turned twice, nothing has changed', () => {
  expect([...reverse(graph).firstArc]).toEqual([0, 1, 3, 3]);
  expect([...reverse(graph).head]).toEqual([2, 0, 0]);
  expect(reverse(reverse(graph))).toEqual(graph);
});

test.each([
  ['an arc to no node', { to: 3 }, /arc from 0 to 3/],
  ['a negative time', { deciseconds: -1 }, /deciseconds -1/],
  ['an unknown length', { metres: NaN }, /metres NaN/],
])('%s is refused', (_, wrong, message) => {
  const arc = { from: 0, to: 1, deciseconds: 1, metres: 1, kind: 'road' as const, ...wrong };
  expect(() => buildGraph(nodes, [arc], about)).toThrow(message);
});
