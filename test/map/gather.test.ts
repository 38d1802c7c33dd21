import { expect, test } from 'vitest';
import type { MapArea, MapPoint } from '../../src/map/features.ts';
import { gatherAreas as inSteps, gatherPoints } from '../../src/map/gather.ts';

const area = (id: string, lon: number, lat: number, people: number | null): MapArea => ({
  id,
  lon,
  lat,
  people,
  label: id,
  status: 'covered',
});
function lastOf<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
const gatherAreas = (areas: MapArea[], labelOf: typeof label, most: number) =>
  lastOf(inSteps(areas, (one) => one, labelOf, most));
const label = ({ label: name }: MapArea, areas: number) => `${name} + ${areas - 1}`;

test('few areas are drawn as they are', () => {
  const areas = [area('a', -75, 45, 10), area('b', -75, 45, 20)];
  expect(gatherAreas(areas, label, 2)).toEqual(areas);
});

test('areas of one square become one circle at their middle by people, named for the largest', () => {
  const areas = [
    area('a', -75.001, 45.002, 100),
    area('b', -75.005, 45.006, 300),
    area('far', -60, 50, null),
  ];
  const [near, far] = gatherAreas(areas, label, 2);
  expect(near).toMatchObject({ id: 'b', people: 400, label: 'b + 1' });
  expect(near?.lon).toBeCloseTo(-75.004, 6);
  expect(near?.lat).toBeCloseTo(45.005, 6);
  expect(far).toEqual(areas[2]);
});

test('a status is never mixed with another, and nobody is lost', () => {
  const areas = Array.from({ length: 5000 }, (_, index) => ({
    ...area(`${index}`, -80 + (index % 100) / 100, 45 + Math.floor(index / 100) / 100, index % 7),
    status: index % 3 === 0 ? ('gap' as const) : ('covered' as const),
  }));
  const gathered = gatherAreas(areas, label, 200);
  expect(gathered.length).toBeLessThanOrEqual(200);
  for (const status of ['gap', 'covered'] as const) {
    const people = (list: readonly MapArea[]) =>
      list.reduce((sum, one) => sum + (one.status === status ? (one.people ?? 0) : 0), 0);
    expect(people(gathered)).toBe(people(areas));
  }
});

test('points that look alike in one square become one symbol at their middle; none is lost', () => {
  const point = (id: string, lon: number, more: Partial<MapPoint> = {}): MapPoint => ({
    ...{ id, lon, lat: 45.005, label: id, government: 'federal', kind: 'full-service' },
    ...{ illustrative: false, approximate: false, muted: false },
    ...more,
  });
  const points = [
    point('a', -75.001),
    point('b', -75.003),
    point('c', -75.005),
    point('faint', -75.003, { muted: true }),
    point('other', -75.003, { government: 'provincial' }),
  ];
  const named = ({ label: name }: MapPoint, count: number) => `${name} + ${count - 1}`;
  const [together, ...alone] = lastOf(gatherPoints(points, (one) => one, named, 3));
  expect(together).toMatchObject({ id: 'a', label: 'a + 2' });
  expect(together?.lon).toBeCloseTo(-75.003, 9);
  expect(alone).toEqual(points.slice(3));
});
