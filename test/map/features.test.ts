import { expect, test } from 'vitest';
import {
  areaFeatures,
  linkFeatures,
  placeFeatures,
  pointFeatures,
  type MapArea,
  type MapPoint,
} from '../../src/map/features.ts';

const area = (id: string, people: number | null): MapArea => ({
  id,
  lon: -75,
  lat: 45,
  label: `Area ${id}`,
  people,
  status: 'gap',
});
const point: MapPoint = {
  id: 'p1',
  lon: -75.7,
  lat: 45.4,
  label: 'Centre',
  government: 'federal',
  kind: 'full-service',
  illustrative: true,
  approximate: false,
  muted: false,
};

test('the largest circle is drawn first; unknown people are not zero people', () => {
  const { features } = areaFeatures([area('small', 100), area('none', null), area('large', 400)]);
  expect(features.map(({ properties }) => properties?.['id'])).toEqual(['large', 'small', 'none']);
  expect(features.map(({ properties }) => properties?.['root'])).toEqual([20, 10, 0]);
  expect(features.map(({ properties }) => properties?.['known'])).toEqual([true, true, false]);
});

test('a point names the icon it is drawn with and lies over muted ones', () => {
  const { features } = pointFeatures([point, { ...point, id: 'p2', muted: true, kind: 'mobile' }]);
  expect(features[0]?.properties?.['icon']).toBe('point:federal:full-service:invented:exact');
  expect(features[0]?.properties?.['over']).toBeGreaterThan(features[1]?.properties?.['over']);
  expect(features[0]?.geometry.coordinates).toEqual([-75.7, 45.4]);
});

test('a link keeps whether it is an estimate', () => {
  const { features } = linkFeatures([
    { id: 'l', from: { lon: -75, lat: 45 }, to: { lon: -74, lat: 46 }, estimated: true },
  ]);
  expect(features[0]?.properties).toEqual({ id: 'l', estimated: true });
  expect(features[0]?.geometry.coordinates).toEqual([
    [-75, 45],
    [-74, 46],
  ]);
});

test('a selected area carries the size of its circle, a point none', () => {
  const { features } = placeFeatures([
    { lon: -75, lat: 45, people: 900 },
    { lon: -74, lat: 45 },
  ]);
  expect(features.map(({ properties }) => properties?.['root'])).toEqual([30, 0]);
});
