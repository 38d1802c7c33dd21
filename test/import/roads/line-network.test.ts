import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { lineNetwork, UnknownLines } from '../../../src/import/roads/line-network.ts';
import { sha256Of } from '../../../src/model/checksum.ts';
import { NoRoads } from '../../../src/network/no-roads.ts';
import { route } from '../../../src/network/route.ts';

/** Lines of [lon, lat] corners with their columns, as GeoJSON. */
const linesFile = (lines: { at: [number, number][]; columns: Record<string, string> }[]) =>
  new TextEncoder().encode(
    JSON.stringify({
      type: 'FeatureCollection',
      features: lines.map(({ at, columns }) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: at },
        properties: columns,
      })),
    }),
  );
const main = { NGD_UID: '1', NAME: 'Main', CLASS: '20' };
const crossing = linesFile([
  { at: [[-66, 46], [-66, 46.01]], columns: main },
  { at: [[-66, 46.01], [-66, 46.02]], columns: { ...main, CLASS: '23' } },
  { at: [[-66, 46.01], [-65.99, 46.01]], columns: { ...main, CLASS: '27' } },
]); // prettier-ignore

test('files of a network known by its columns become a graph that says where it comes from', async () => {
  const steps: number[] = [];
  const files = [{ name: 'rnf.geojson', bytes: crossing }];
  const graph = await lineNetwork(files, { onStep: (share) => steps.push(share) });
  expect(graph.about).toMatchObject({
    title: 'rnf.geojson',
    origin: 'Statistics Canada Road Network File',
    licence: 'Statistics Canada Open Licence',
    linesRead: 3,
    leftOut: { 'class left out': 1 },
    files: [{ name: 'rnf.geojson', sha256: await sha256Of(crossing) }],
  });
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  // 1.112 km at 60 km/h and 1.112 km at 45 km/h.
  const options = { objective: 'time' as const, snapLimitKilometres: 1 };
  const found = route(graph, { lon: -66, lat: 46 }, { lon: -66, lat: 46.02 }, options).route;
  expect(found?.seconds).toBeCloseTo(1.11195 * 60 + 1.11195 * 80, 0);
});

test('an archive is opened; what belongs to no known network is named with its columns', async () => {
  const parcels = linesFile([{ at: [[-66, 46], [-66, 46.01]], columns: { PARCEL: '7' } }]); // prettier-ignore
  const zipped = zipSync({ 'roads.geojson': crossing, 'parcels.geojson': parcels });
  await expect(lineNetwork([{ name: 'all.zip', bytes: zipped }])).rejects.toThrow(UnknownLines);
  await expect(lineNetwork([{ name: 'all.zip', bytes: zipped }])).rejects.toThrow(/PARCEL/);
  const roads = zipSync({ 'a.geojson': crossing, 'b.geojson': crossing });
  const graph = await lineNetwork([{ name: 'roads.zip', bytes: roads }]);
  expect(graph.about.linesRead).toBe(6);
});

test('files without a road of theirs are refused with what their lines are', async () => {
  const transit = linesFile([{ at: [[-66, 46], [-66, 46.01]], columns: { ...main, CLASS: '27' } }]); // prettier-ignore
  const reading = lineNetwork([{ name: 'transit.geojson', bytes: transit }]);
  await expect(reading).rejects.toThrow(NoRoads);
  await expect(reading).rejects.toMatchObject({
    file: 'transit.geojson',
    linesRead: 1,
    leftOut: { 'class left out': 1 },
  });
});
