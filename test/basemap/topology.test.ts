import { expect, test } from 'vitest';
import { polygonsOf, rewind, ringArea, type Ring } from '../../scripts/basemap/rings.ts';
import { simplifyLine } from '../../scripts/basemap/simplify.ts';
import { ringOf, topologyOf } from '../../scripts/basemap/topology.ts';
import { fromLambert, type LonLat } from '../../scripts/roads/lambert.ts';

/** Two squares side by side; the border between them, at 1° E, has a dent. */
const west: Ring = [
  [0, 0],
  [1, 0],
  [1.1, 0.5],
  [1, 1],
  [0, 1],
  [0, 0],
];
const east: Ring = [
  [1, 1],
  [1.1, 0.5],
  [1, 0],
  [2, 0],
  [2, 1],
  [1, 1],
];

test('two squares are three arcs, one of them shared and run both ways', () => {
  const { arcs, areas } = topologyOf([[[west]], [[east]]]);
  expect(arcs.map(({ areas: sides }) => sides.size).sort()).toEqual([1, 1, 2]);
  const shared = arcs.find((arc) => arc.areas.size === 2);
  expect(shared?.points).toHaveLength(3);
  const uses = areas.flat(3).filter(({ arc }) => arc === shared);
  expect(uses.map(({ reversed }) => reversed).sort()).toEqual([false, true]);
});

test('put together again, unsimplified, the squares have their areas', () => {
  const { areas } = topologyOf([[[west]], [[east]]]);
  const again = areas.map((polygons) => ringOf(polygons[0]?.[0] ?? [], ({ points }) => points));
  expect(again.map((ring) => ring.length)).toEqual([6, 6]);
  expect(again.map(ringArea)).toEqual([west, east].map((ring) => expect.closeTo(ringArea(ring), 3)));
});

test('simplified, both sides lose the same point and no gap opens', () => {
  const { areas } = topologyOf([[[west]], [[east]]]);
  const rings = areas.map((polygons) =>
    ringOf(polygons[0]?.[0] ?? [], ({ points }) => simplifyLine(points, () => 0.2)),
  );
  for (const ring of rings) expect(ring.map(String)).not.toContain('1.1,0.5');
  for (const ring of rings) expect(ring.map(String)).toEqual(expect.arrayContaining(['1,0', '1,1']));
});

test('a point exactly at the tolerance goes, one beyond it stays', () => {
  const line: LonLat[] = [
    [0, -1],
    [0.5, 0],
    [0, 1],
  ];
  expect(simplifyLine(line, () => 0.5)).toHaveLength(2);
  expect(simplifyLine(line, () => 0.499)).toHaveLength(3);
});

test('a hole goes to the ring around it, and rings turn the way of RFC 7946', () => {
  const clockwise = (x: number, size: number): Ring => [
    [x, 0],
    [x, size],
    [x + size, size],
    [x + size, 0],
    [x, 0],
  ];
  const hole = clockwise(11, 1)
    .map(([lon, lat]): LonLat => [lon, lat + 1])
    .toReversed();
  const polygons = polygonsOf([clockwise(0, 3), clockwise(10, 3), hole]);
  expect(polygons.map((rings) => rings.length)).toEqual([1, 2]);
  const areas = polygons.map((polygon) => rewind(polygon).map((ring) => Math.sign(ringArea(ring))));
  expect(areas).toEqual([[1], [1, -1]]);
});

test('the conic has its origin at 49° N 95° W, and Ottawa and Montréal where they are', () => {
  const places: [number, number, LonLat][] = [
    [0, 0, [-95, 49]],
    [1510085.87, -170125.75, [-75.705, 45.42]],
    [1667520.62, -107909.5, [-73.576, 45.505]],
  ];
  for (const [x, y, [lon, lat]] of places) {
    const found = fromLambert(x, y);
    expect(found[0]).toBeCloseTo(lon, 2);
    expect(found[1]).toBeCloseTo(lat, 2);
  }
});
