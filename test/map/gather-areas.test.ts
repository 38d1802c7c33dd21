import { expect, test } from 'vitest';
import type { MapArea } from '../../src/map/features.ts';
import { gatherAreas } from '../../src/map/gather-areas.ts';

const area = (id: string, lon: number, lat: number, people: number | null): MapArea => ({
  id,
  lon,
  lat,
  people,
  label: id,
  status: 'covered',
});
const label = ({ label: name }: MapArea, areas: number) => `${name} + ${areas - 1}`;

test('few areas are drawn as they are', () => {
  const areas = [area('a', -75, 45, 10), area('b', -75, 45, 20)];
  expect(gatherAreas(areas, label, 2)).toBe(areas);
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
