import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, reverse } from '../../src/network/build-graph.ts';
import { roadsOf } from '../../src/network/roads.ts';
import { cornersOf } from '../../src/network/shape.ts';
import { about } from './networks.ts';

const nodes = [0, 1, 2].map((lon) => ({ lon, lat: 45 }));
const graph = buildGraph(
  roadsOf(nodes, [
    { from: 2, to: 0, forward: 0, backward: null, metres: 7, kind: 'winter road' },
    { from: 0, to: 1, forward: 10, backward: 12, metres: 100, kind: 'road' },
    { from: 1, to: 0, forward: null, backward: 8, metres: 120, kind: 'ferry' },
  ]),
  about,
);

test('arcs are listed by the node they leave, parallel ones kept, none without time', () => {
  expect([...graph.firstArc]).toEqual([0, 2, 3, 4]);
  expect([...graph.head]).toEqual([1, 1, 0, 0]);
  expect([...graph.deciseconds]).toEqual([10, 8, 12, 1]);
  expect([...graph.arcEdge]).toEqual([2, 5, 3, 0]);
  expect([...graph.edges.metres]).toEqual([7, 100, 120]);
  expect([...graph.edges.kind]).toEqual([1, 0, 2]);
});

test('turned round, each arc leaves the node it led to; turned twice, nothing has changed', () => {
  const turned = reverse(graph);
  expect([...turned.firstArc]).toEqual([0, 2, 4, 4]);
  expect([...turned.head]).toEqual([1, 2, 0, 0]);
  expect([...turned.arc]).toEqual([2, 3, 0, 1]);
  const { firstArc, head, deciseconds } = reverse(turned);
  expect({ firstArc, head, deciseconds }).toEqual({
    firstArc: graph.firstArc,
    head: graph.head,
    deciseconds: graph.deciseconds,
  });
});

test.each([
  ['an arc to no node', { to: 3 }, /junction below 3, got 3/],
  ['a negative time', { forward: -1 }, /deciseconds -1/],
  ['an unknown length', { metres: NaN }, /metres NaN/],
])('%s is refused', (_, wrong, message) => {
  const road = { from: 0, to: 1, forward: 1, backward: null, metres: 1, kind: 'road' as const, ...wrong };
  expect(() => roadsOf(nodes, [road])).toThrow(message);
});

test('a drawn line keeps its corners within 6 cm, however long its straights', () => {
  const place = fc.record({
    lon: fc.double({ min: -179, max: 179, noNaN: true }),
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), (line) => {
      const [from, to] = [line[0], line.at(-1)];
      if (!from || !to) throw new Error('expected two ends');
      const road = { from: 0, to: 1, forward: 1, backward: 1, metres: 1, kind: 'road' as const };
      const { lonE7, latE7 } = cornersOf(
        buildGraph(roadsOf([from, to], [{ ...road, bends: line.slice(1, -1) }]), about),
        0,
      );
      for (const { lon, lat } of line) {
        const near = lonE7.some(
          (value, at) =>
            Math.abs(value / 1e7 - lon) <= 5.1e-7 && Math.abs((latE7[at] ?? 0) / 1e7 - lat) <= 5.1e-7,
        );
        expect(near).toBe(true);
      }
      expect(lonE7.length).toBeGreaterThanOrEqual(line.length);
    }),
    { seed: 3, numRuns: 40 },
  );
});
