import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.ts';
import { buffersOf, decodeGraph, encodeGraph } from '../../src/network/graph-file.ts';
import { graphOf, networks } from './networks.ts';

const sample = encodeGraph(
  graphOf({
    nodes: [
      { lon: -75, lat: 45 },
      { lon: -76, lat: 46 },
    ],
    arcs: [{ from: 0, to: 1, deciseconds: 600, metres: 1000, kind: 'ferry' }],
  }),
);

test('a graph survives its file', () => {
  fc.assert(
    fc.property(networks, (network) => {
      expect(decodeGraph(encodeGraph(graphOf(network)))).toEqual(graphOf(network));
    }),
    { seed: 9, numRuns: 100 },
  );
});

test('a file that lies inside a larger buffer is read where it lies', () => {
  const larger = new Uint8Array(sample.length + 3);
  larger.set(sample, 3);
  expect(decodeGraph(larger.subarray(3)).edges.metres[0]).toBe(1000);
});

test.each([
  ['empty', new Uint8Array(0), /not a Guichet road graph/],
  [
    'something else',
    new TextEncoder().encode('{"type": "FeatureCollection", "features": []}'),
    /not a Guichet/,
  ],
  ['cut short', sample.subarray(0, sample.length - 8), /cut short or damaged/],
  [
    'one bit changed',
    sample.map((byte, at) => (at === sample.length - 9 ? byte ^ 1 : byte)),
    /cut short or damaged/,
  ],
  ['of a later version', sample.map((byte, at) => (at === 8 ? 9 : byte)), /version 9/],
])('a file that is %s is refused by name', (_, bytes, message) => {
  expect(() => decodeGraph(bytes)).toThrow(message);
});

test('a file with any one bit changed, or cut anywhere, is refused as a user’s mistake', () => {
  for (let bit = 0; bit < sample.length * 8; bit += 1) {
    const damaged = sample.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(() => decodeGraph(damaged), `bit ${bit}`).toThrow(UserError);
  }
  for (let length = 0; length < sample.length; length += 1)
    expect(() => decodeGraph(sample.subarray(0, length)), `${length} bytes`).toThrow(UserError);
});

test('an arc to no node or of no time is refused even with a fitting checksum', () => {
  const graph = decodeGraph(sample);
  expect(() => decodeGraph(encodeGraph({ ...graph, head: Uint32Array.of(7) }))).toThrow(/arc to no node/);
  expect(() => decodeGraph(encodeGraph({ ...graph, deciseconds: Uint32Array.of(0) }))).toThrow(
    /arc of no time/,
  );
});

test('a graph that was read lies in one buffer, which goes to another thread and takes all of it along', () => {
  const graph = decodeGraph(new Uint8Array(sample));
  expect(buffersOf(graph)).toHaveLength(1);
  const moved = structuredClone(graph, { transfer: buffersOf(graph) });
  expect(moved).toEqual(decodeGraph(sample));
  expect(graph.head).toHaveLength(0);
  expect(buffersOf(graphOf({ nodes: [], arcs: [] })).length).toBeGreaterThan(1);
});

test('a graph that does not say what it holds is refused', () => {
  const graph = decodeGraph(sample);
  const { statistics, ...about } = graph.about;
  expect(statistics.arcs).toBe(1);
  expect(() => decodeGraph(encodeGraph({ ...graph, about: about as typeof graph.about }))).toThrow(UserError);
});
