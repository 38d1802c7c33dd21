import { expect, test } from 'vitest';
import { offRoad, smallestServedPart, Snapper } from '../../src/network/snap.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { graphOf, type Network } from './networks.ts';

/** A two-way road of nodes a hundredth of a degree apart. */
function road(count: number, lon: number, lat: number, first: number): Network {
  const nodes = Array.from({ length: count }, (_, node) => ({ lon: lon + node / 100, lat }));
  const arcs = nodes.slice(1).flatMap((_, node) => {
    const [a, b] = [first + node, first + node + 1];
    const arc = { deciseconds: 300, metres: 700, kind: 'road' as const };
    return [
      { from: a, to: b, ...arc },
      { from: b, to: a, ...arc },
    ];
  });
  return { nodes, arcs };
}
const join = (a: Network, b: Network): Network => ({
  nodes: [...a.nodes, ...b.nodes],
  arcs: [...a.arcs, ...b.arcs],
});
const at = (lon: number, lat: number) => ({ lon: Float64Array.of(lon), lat: Float64Array.of(lat) });

test.each([
  [30, 2],
  [3140, 31.4],
  [1_000_000, 100],
])('of a network of %i nodes, parts of %f nodes or more are served', (nodes, smallest) => {
  expect(smallestServedPart(nodes)).toBe(smallest);
});

test('a stray of the drawing is passed over for the road that leads somewhere', () => {
  const network = join(road(500, -75, 45, 0), road(3, -75, 45.02, 500));
  const { node, kilometres } = new Snapper(graphOf(network)).snap(at(-75, 45.02), 10);
  expect(node[0]).toBe(0);
  expect(kilometres[0]).toBeCloseTo(2.224, 3);
});

test('a node that can be entered but not left is passed over', () => {
  const line = road(3, -75, 45, 0);
  const network = {
    nodes: [...line.nodes, { lon: -75, lat: 45.01 }],
    arcs: [...line.arcs, { from: 0, to: 3, deciseconds: 10, metres: 10, kind: 'road' as const }],
  };
  expect(new Snapper(graphOf(network)).snap(at(-75, 45.01), 10).node[0]).toBe(0);
});

test('two road systems that nothing joins both serve their places; between them there is no road', () => {
  const graph = graphOf(join(road(20, -115, 62, 0), road(5, -133, 68, 20)));
  const places = {
    lon: Float64Array.of(-115, -114.9, -133, -132.96),
    lat: Float64Array.of(62, 62, 68, 68),
  };
  const options = { detourFactor: 1.3, estimateSpeed: 60, snapLimitKilometres: 1, limitKilometres: Infinity };
  const matrix = travelMatrix({ graph, origins: places, points: places, options });
  expect([...matrix.originsOffRoad]).toEqual([]);
  const joined = [...matrix.state].map((state) => (state === 0 ? 'yes' : 'no'));
  expect(joined.join(' ')).toBe('yes yes no no yes yes no no no no yes yes no no yes yes');
});

test('a place at the limit is on the road, one beyond it is off', () => {
  const snapper = new Snapper(graphOf(road(3, 0, 0, 0)));
  const { kilometres } = snapper.snap(at(-0.05, 0), 10);
  const [exact = 0] = kilometres;
  expect(snapper.snap(at(-0.05, 0), exact * (1 + 1e-12)).node[0]).toBe(0);
  const beyond = snapper.snap(at(-0.05, 0), exact * 0.999);
  expect([beyond.node[0], beyond.kilometres[0]]).toEqual([offRoad, Infinity]);
});
