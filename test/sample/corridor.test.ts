import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseProject } from '../../src/state/project.svelte.ts';
import { servedParts } from '../../src/network/components.ts';
import { decodeGraph } from '../../src/network/graph-file.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import type { Project } from '../../src/model/project.ts';
import { arcKinds, type RoadGraph } from '../../src/network/road-graph.ts';

const publicFolder = resolve(import.meta.dirname, '../../public');
let sample: Project;
let graph: RoadGraph;
beforeAll(() => {
  sample = parseProject(readFileSync(`${publicFolder}/samples/corridor.json`, 'utf8'));
  graph = decodeGraph(new Uint8Array(readFileSync(`${publicFolder}/network/corridor.graph`)));
});

const locations = (...places: [number, number][]) => ({
  lon: Float64Array.from(places, ([lon]) => lon),
  lat: Float64Array.from(places, ([, lat]) => lat),
});
const options = { detourFactor: 1.3, estimateSpeed: 50, snapLimitKilometres: 15, limitKilometres: Infinity };

const ottawa: [number, number] = [-75.69812, 45.41117];
const montreal: [number, number] = [-73.58781, 45.50884];

/** A textbook Dijkstra by metres from the junction nearest to one place to that nearest to another. */
function shortestKilometres(
  { lonE7, latE7, firstArc, head, arcEdge, edges }: RoadGraph,
  from: number[],
  to: number[],
) {
  const nearest = ([x = 0, y = 0]: number[]) => {
    let best = 0;
    const off = (node: number) =>
      Math.hypot((lonE7[node] ?? 0) / 1e7 - x, ((latE7[node] ?? 0) / 1e7 - y) * 1.42);
    for (let node = 1; node < lonE7.length; node += 1) if (off(node) < off(best)) best = node;
    return best;
  };
  const [start, end] = [nearest(from), nearest(to)];
  const distance = new Float64Array(lonE7.length).fill(Infinity);
  distance[start] = 0;
  const open = new Set([start]);
  while (open.size > 0) {
    let node = -1;
    for (const one of open) if (node < 0 || (distance[one] ?? 0) < (distance[node] ?? 0)) node = one;
    if (node === end) return (distance[node] ?? Infinity) / 1000;
    open.delete(node);
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1) {
      const next = head[arc] ?? 0;
      const along = (distance[node] ?? 0) + (edges.metres[(arcEdge[arc] ?? 0) >> 1] ?? 0);
      if (along < (distance[next] ?? Infinity)) {
        distance[next] = along;
        open.add(next);
      }
    }
  }
  return Infinity;
}

test('the shortest way from Ottawa to Montréal is about 186 km', () => {
  expect(shortestKilometres(graph, ottawa, montreal)).toBeGreaterThan(183);
  expect(shortestKilometres(graph, ottawa, montreal)).toBeLessThan(190);
});

test('nearly all roads are one part, the ferries join it, and the file says what it was read from', () => {
  const { statistics, linesRead, leftOut, files } = graph.about;
  expect(statistics).toMatchObject({ partsServed: 1, bansKept: 0, copies: 0 });
  expect(statistics.kilometresOutside).toBeLessThan(statistics.kilometres.road / 1000);
  // Two ferries cut a road each where they meet it in its middle.
  expect([linesRead, leftOut]).toEqual([3982, {}]);
  expect(files?.map(({ name }) => name)).toEqual(['roads.shp', 'roads.dbf']);
  const ferry = arcKinds.indexOf('ferry');
  const ferries = [...graph.edges.kind.keys()].filter((edge) => graph.edges.kind[edge] === ferry);
  const { isServed } = servedParts(graph);
  expect(ferries).toHaveLength(2);
  for (const edge of ferries)
    expect([isServed[graph.edges.from[edge] ?? -1], isServed[graph.edges.to[edge] ?? -1]]).toEqual([1, 1]);
});

test('the fastest way from Ottawa to Montréal takes about two hours, and is a little longer', () => {
  const { kilometres, minutes } = travelMatrix({
    graph,
    origins: locations(ottawa),
    points: locations(montreal),
    options,
  });
  expect(kilometres[0]).toBeGreaterThan(190);
  expect(kilometres[0]).toBeLessThan(200);
  expect(minutes[0]).toBeGreaterThan(105);
  expect(minutes[0]).toBeLessThan(135);
});

test('a city is counted by its neighbourhoods or itself, never both', () => {
  const { area } = sample.tables;
  const parents = new Set(area.flatMap(({ apportioned, parent_code }) => (apportioned ? [parent_code] : [])));
  expect(parents.size).toBe(5);
  for (const city of area.filter(({ code }) => parents.has(code))) {
    const parts = area.filter(({ parent_code }) => parent_code === city.code);
    expect(city.demand).toBe(false);
    expect(parts.every(({ demand }) => demand)).toBe(true);
    expect(parts.reduce((sum, { population }) => sum + (population ?? 0), 0)).toBe(city.population);
  }
});

test('names are whole, and codes are of one area each', () => {
  const { area } = sample.tables;
  expect(area.filter(({ name_en }) => name_en.includes('\ufffd'))).toEqual([]);
  expect(new Set(area.map(({ code }) => code)).size).toBe(area.length);
});

test('150 to 250 points of five orders, each inside the bounds and marked as invented', () => {
  const { service_point, organization, tenure, offering, indicator } = sample.tables;
  const [west, south, east, north] = sample.bounds;
  expect(service_point.length).toBeGreaterThanOrEqual(150);
  expect(service_point.length).toBeLessThanOrEqual(250);
  expect(new Set(organization.map(({ government }) => government)).size).toBe(5);
  for (const { lon, lat } of service_point) {
    expect(lon).toBeGreaterThan(west);
    expect(lon).toBeLessThan(east);
    expect(lat).toBeGreaterThan(south);
    expect(lat).toBeLessThan(north);
  }
  for (const rows of [service_point, tenure, offering, indicator])
    expect(rows.every(({ illustrative }) => illustrative)).toBe(true);
  expect(sample.notice).not.toBeNull();
});

test('every row points at rows that are there', () => {
  const { service_point, organization, tenure, offering, service, source, area, indicator } = sample.tables;
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const [points, organizations, services, sources] = [service_point, organization, service, source].map(ids);
  const codes = new Set(area.map(({ code }) => code));
  expect(service_point.filter(({ organization_id }) => !organizations?.has(organization_id))).toEqual([]);
  expect(tenure.filter(({ point_id }) => !points?.has(point_id))).toEqual([]);
  expect(offering.filter(({ service_id }) => !services?.has(service_id))).toEqual([]);
  expect(indicator.filter(({ area_code }) => !codes.has(area_code))).toEqual([]);
  expect([...service_point, ...area].filter(({ source_id }) => !sources?.has(source_id))).toEqual([]);
});

test('some attributes are unknown, so that what is missing shows', () => {
  expect(sample.tables.service_point.some(({ staff }) => staff === null)).toBe(true);
  expect(sample.tables.tenure.some(({ kind, expiry_date }) => kind === 'lease' && expiry_date === null)).toBe(
    true,
  );
});
