import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, MultiLineString, Point, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { basemapFiles, type BasemapFile } from '../../src/map/basemap-style.ts';

const folder = join(import.meta.dirname, '../../public/basemap');

function read(file: BasemapFile): Feature[] {
  const collection = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as FeatureCollection;
  expect(collection.type).toBe('FeatureCollection');
  return collection.features;
}

function positions(feature: Feature): Position[] {
  if (!('coordinates' in feature.geometry)) throw new Error(`geometry ${feature.geometry.type}`);
  const flat = (feature.geometry.coordinates as unknown[]).flat(4) as number[];
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? NaN, flat[2 * i + 1] ?? NaN]);
}

test.each(basemapFiles)('%s is there and lies on and around Canada', (file) => {
  const features = read(file);
  expect(features.length).toBeGreaterThan(0);
  const all = features.flatMap(positions);
  const outside = all.filter(
    ([lon = NaN, lat = NaN]) => !(lon >= -180 && lon <= -10 && lat >= 15 && lat <= 84),
  );
  expect(outside).toEqual([]);
});

test('the folder holds these files, one feature a line, in less than 2.5 MB', () => {
  const names = readdirSync(folder);
  expect(names.sort()).toEqual(basemapFiles.map((file) => `${file}.json`).sort());
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(2_500_000);
  for (const file of basemapFiles) {
    const lines = readFileSync(join(folder, `${file}.json`), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBe(read(file).length + 2);
  }
});

test.each(['land', 'neighbours', 'lakes'] as const)('every ring of %s is closed', (file) => {
  for (const { geometry } of read(file)) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const open = rings.filter((ring) => ring.length < 4 || `${ring[0]}` !== `${ring.at(-1)}`);
    expect(open).toEqual([]);
  }
});

describe('provinces', () => {
  const labels = read('provinces').filter((feature) => feature.geometry.type === 'Point');
  const borders = read('provinces').filter((feature) => feature.geometry.type === 'MultiLineString');

  test('all thirteen have one label, with both names', () => {
    const codes = labels.map(({ properties }) => properties?.['code'] as string).sort();
    expect(codes.join(' ')).toBe('AB BC MB NB NL NS NT NU ON PE QC SK YT');
    for (const { properties } of labels) {
      expect(properties?.['name_en']).toMatch(/\p{L}/u);
      expect(properties?.['name_fr']).toMatch(/\p{L}/u);
    }
  });

  test.each(['ON-QC', 'AB-BC', 'NT-NU', 'ON-USA', 'BC-USA', 'NB-QC'])(
    'the border %s is drawn once',
    (pair) => {
      expect(borders.filter(({ properties }) => properties?.['between'] === pair)).toHaveLength(1);
    },
  );

  test('a simplified border is the same line in the areas on its two sides', () => {
    const edges = (code: string) => {
      const area = read('land').filter(({ properties }) => properties?.['code'] === code);
      return new Set(area.flatMap(positions).map(String));
    };
    const border = borders.find(({ properties }) => properties?.['between'] === 'ON-QC');
    const points = border ? positions(border).map(String) : [];
    expect(points.length).toBeGreaterThan(20);
    for (const side of [edges('ON'), edges('QC')]) {
      expect(points.filter((point) => !side.has(point))).toEqual([]);
    }
  });
});

describe('places', () => {
  const places = read('places') as Feature<Point>[];
  const named = (name: string) => places.filter(({ properties }) => properties?.['name'] === name);

  test.each([
    ['Ottawa', -75.7, 45.42],
    ['Montréal', -73.59, 45.51],
    ['Gatineau', -75.7, 45.48],
    ['Yellowknife', -114.37, 62.45],
    ['Behchokǫ̀', -116.05, 62.8],
    ['Łutselkʼe', -110.73, 62.4],
  ])('%s is where it is, once', (name, lon, lat) => {
    const found = named(name);
    expect(found).toHaveLength(1);
    const [x = NaN, y = NaN] = found[0]?.geometry.coordinates ?? [];
    expect(haversineKilometres(lon, lat, x, y)).toBeLessThan(5);
  });

  test('Québec has its name in both languages', () => {
    const properties = { name_en: 'Quebec City', name_fr: 'Québec' };
    expect(named('Québec')[0]?.properties).toMatchObject(properties);
  });

  test('a population is a number of people or null, never nobody', () => {
    for (const { properties } of places) {
      const population: unknown = properties?.['population'];
      expect(population === null || (typeof population === 'number' && population > 0)).toBe(true);
    }
  });

  test('every place shows at zoom 10, the largest cities from the start', () => {
    const zoomOf = (name: string): unknown => named(name)[0]?.properties?.['minzoom'];
    expect(zoomOf('Toronto')).toBe(2);
    expect(zoomOf('Yellowknife')).toBeLessThanOrEqual(3);
    for (const { properties } of places) expect(properties?.['minzoom']).toBeLessThanOrEqual(10);
  });
});

describe('roads', () => {
  const roads = read('roads') as Feature<MultiLineString>[];

  test('classes are 1 to 4', () => {
    const classes = new Set(roads.map(({ properties }) => properties?.['class'] as number));
    expect([...classes].sort()).toEqual([1, 2, 3, 4]);
  });

  test('one can follow them from Ottawa to Montréal', () => {
    const graph = roadNeighbours(roads.flatMap(({ geometry }) => geometry.coordinates));
    const from = nearestKey(graph, -75.69, 45.42);
    const reached = new Set([from]);
    for (const key of reached) for (const next of graph.get(key) ?? []) reached.add(next);
    expect(reached.has(nearestKey(graph, -73.57, 45.5))).toBe(true);
  });
});

function roadNeighbours(lines: Position[][]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const line of lines) {
    const ends = [String(line[0]), String(line.at(-1))];
    for (const end of ends) graph.set(end, [...(graph.get(end) ?? []), ...ends]);
  }
  return graph;
}

/** The node nearest to a place, which must have one within two kilometres. */
function nearestKey(graph: Map<string, string[]>, lon: number, lat: number): string {
  const away = (key: string) => {
    const [x = NaN, y = NaN] = key.split(',').map(Number);
    return haversineKilometres(lon, lat, x, y);
  };
  const nearest = [...graph.keys()].reduce((best, key) => (away(key) < away(best) ? key : best));
  expect(away(nearest)).toBeLessThan(2);
  return nearest;
}
