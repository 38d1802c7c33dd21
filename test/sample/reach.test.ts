import area from '@turf/area';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeGraph } from '../../src/network/graph-file.ts';
import { catchmentsOf, isochronesOf, type ReachRequest } from '../../src/network/reach.ts';
import { parseProject } from '../../src/state/project.svelte.ts';
import type { PolygonRings } from '../../src/network/trace-regions.ts';

const graphOf = (name: string) =>
  decodeGraph(new Uint8Array(readFileSync(join(import.meta.dirname, '../../public/network', name))));
const squareMetres = (coordinates: PolygonRings[]) => area({ type: 'MultiPolygon', coordinates });

/** Places near junctions, by a number from 0 to 1 each. */
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
  minLength: 1,
  maxLength: 6,
});

// Long straight roads and roads that meet themselves: what made-up towns do not have.
test.each(['corridor.graph', 'nwt.graph'])(
  '%s: wherever points are, the land is drawn, more minutes hold fewer, and catchments share it out',
  (name) => {
    const graph = graphOf(name);
    const junctions = graph.lonE7.length - graph.copyOf.length;
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 150 }), (places, minutes) => {
        const nodes = places.map((share) => Math.floor(share * junctions));
        const ask: ReachRequest = {
          graph,
          points: {
            lon: Float64Array.from(nodes, (node) => (graph.lonE7[node] ?? 0) / 1e7 + 0.003),
            lat: Float64Array.from(nodes, (node) => (graph.latE7[node] ?? 0) / 1e7),
          },
          direction: 'to point',
          minutes: [minutes, minutes / 2],
          options: { estimateSpeed: 60, snapLimitKilometres: 15 },
        };
        const [more = 0, fewer = 0] = isochronesOf(ask).areas.map(({ polygons }) => squareMetres(polygons));
        expect(fewer).toBeLessThanOrEqual(more * 1.000001);
        const shared = catchmentsOf(ask).reduce((sum, { polygons }) => sum + squareMetres(polygons), 0);
        // Each ring may leave out less than a square metre.
        expect(Math.abs(shared - more)).toBeLessThan(more * 0.001 + 100);
      }),
      { seed: 12, numRuns: 25 },
    );
  },
);

test('the straight roads of the Northwest Territories are land on both of their sides, from all the points of the sample', () => {
  const graph = graphOf('nwt.graph');
  const project = parseProject(
    readFileSync(join(import.meta.dirname, '../../public/samples/nwt.json'), 'utf8'),
  );
  const located = project.tables.service_point.flatMap(({ lon, lat }) =>
    lon === null || lat === null ? [] : [{ lon, lat }],
  );
  const ask: ReachRequest = {
    graph,
    points: {
      lon: Float64Array.from(located, ({ lon }) => lon),
      lat: Float64Array.from(located, ({ lat }) => lat),
    },
    direction: 'to point',
    minutes: [15, 30, 60],
    options: { estimateSpeed: 60, snapLimitKilometres: 15 },
  };
  const hour = isochronesOf(ask).areas[2];
  // At the least 100 m on either side of 500 km of road.
  expect(squareMetres(hour?.polygons ?? [])).toBeGreaterThan(500_000 * 100);
});
