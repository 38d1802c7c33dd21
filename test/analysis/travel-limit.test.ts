import { expect, test } from 'vitest';
import { limitMinutesFor, pointGroups } from '../../src/analysis/travel-limit.ts';
import { organization, point } from './projects.ts';

/** Places on a line along the equator, this many kilometres apart. */
const line = (count: number, kilometres: number) => ({
  lon: Float64Array.from({ length: count }, (_, at) => (at * kilometres) / 111.195),
  lat: new Float64Array(count),
});

test('a project of some thousand areas and a graph of a region has every journey', () => {
  expect(limitMinutesFor(line(4000, 1), line(500, 4), 60_000)).toBe(Infinity);
  expect(limitMinutesFor(line(0, 1), line(5000, 1), 1000)).toBe(Infinity);
});

test('the more places are near each other, the fewer minutes; the greatest of graphs counts too', () => {
  const sparse = limitMinutesFor(line(50_000, 1), line(1000, 50), 0);
  const dense = limitMinutesFor(line(50_000, 0.01), line(1000, 0.5), 0);
  expect(sparse).toBeGreaterThan(60);
  expect(dense).toBeLessThan(sparse);
  expect(limitMinutesFor(line(1000, 10), line(500, 20), 60_000)).toBe(Infinity);
  expect(limitMinutesFor(line(1000, 10), line(500, 20), 5_000_000)).toBeLessThan(120);
});

test('all in one place: nothing but the nearest', () => {
  expect(limitMinutesFor(line(100_000, 0), line(2000, 0), 1000)).toBe(0);
});

test('points are grouped by organization, and by government where there are more than fifty', () => {
  const ids = ['a', 'b', 'c'];
  const few = {
    organization: [organization('F'), organization('T', { government: 'municipal' })],
    service_point: [point('a'), point('b', { organization_id: 'T' }), point('c')],
  };
  expect(pointGroups(few, { ids })).toEqual({ groups: Uint32Array.of(0, 1, 0), groupedBy: 'organization' });
  const owners = Array.from({ length: 51 }, (_, at) => `org ${at}`);
  const many = {
    organization: owners.map((id, at) => organization(id, { government: at < 2 ? 'federal' : 'municipal' })),
    service_point: owners.map((owner) => point(`of ${owner}`, { organization_id: owner })),
  };
  const { groups, groupedBy } = pointGroups(many, { ids: owners.map((owner) => `of ${owner}`) });
  expect([groupedBy, ...groups.slice(0, 4)]).toEqual(['government', 0, 0, 1, 1]);
});
