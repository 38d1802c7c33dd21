import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../../src/network/network.ts';
import { nearestPoints } from '../../src/network/nearest.ts';
import { isochronesOf } from '../../src/network/reach.ts';
import { arcKinds, fromE7, type RoadGraph } from '../../src/network/road-graph.ts';
import { cornersOf } from '../../src/network/shape.ts';
import type { Locations } from '../../src/network/travel-types.ts';
import { seeded } from '../seeded.ts';
import { builtNetwork } from './built-network.ts';
import { readReal, realData } from './real-data.ts';

/** Places on roads, each road as often as it is long. */
function placesOnRoads(graph: RoadGraph, count: number): Locations {
  const random = seeded(11);
  const ferry = arcKinds.indexOf('ferry');
  const { metres, kind } = graph.edges;
  const upTo: number[] = [];
  let total = 0;
  for (let edge = 0; edge < metres.length; edge += 1)
    upTo.push((total += kind[edge] === ferry ? 0 : (metres[edge] ?? 0)));
  const [lon, lat] = [new Float64Array(count), new Float64Array(count)];
  for (let place = 0; place < count; place += 1) {
    const wanted = random() * total;
    const corners = cornersOf(
      graph,
      upTo.findIndex((length) => length >= wanted),
    );
    const at = Math.floor(random() * (corners.lonE7.length - 1));
    const share = random();
    const between = (values: readonly number[]) =>
      fromE7((values[at] ?? 0) * (1 - share) + (values[at + 1] ?? 0) * share);
    [lon[place], lat[place]] = [between(corners.lonE7), between(corners.latE7)];
  }
  return { lon, lat };
}

const options = { estimateSpeed: 60, detourFactor: 1.3, snapLimitKilometres: 2 };

describe.runIf(realData)('isochrones of published extracts', () => {
  test.each([
    ['roads/malta.osm.pbf', 12, 'to point'],
    ['roads/malta.osm.pbf', 12, 'from point'],
    ['roads/andorra.osm.pbf', 15, 'to point'],
    ['roads/harrisburg.osm.pbf', 8, 'to point'],
    ['roads/harrisburg.osm.pbf', 8, 'from point'],
  ] as const)(
    '%s: of 4,000 places on its roads at least 99 in 100 within %d minutes (%s) are drawn in, and of those drawn in are within',
    (path, minutes, direction) => {
      const graph = builtNetwork(readReal(path));
      const middle = graph.lonE7.length >> 1;
      const points = {
        lon: Float64Array.of(fromE7(graph.lonE7[middle] ?? 0)),
        lat: Float64Array.of(fromE7(graph.latE7[middle] ?? 0)),
      };
      const places = placesOnRoads(graph, 4000);
      const [area] = isochronesOf({ graph, points, direction, minutes: [minutes], options }).areas;
      const land = { type: 'MultiPolygon' as const, coordinates: area?.polygons ?? [] };
      const journeys = nearestPoints({ graph, places, points, k: 1, direction, options });
      // What joins no part that is served is no road to be within reach: a place there is led to another.
      const { kilometres } = networkOf(graph).snap(places, options.snapLimitKilometres);
      const isServed = (place: number) => (kilometres[place] ?? Infinity) < 0.02;
      const within = new Set<number>();
      journeys.origin.forEach((place, entry) => {
        if (isServed(place) && (journeys.minutes[entry] ?? Infinity) <= minutes) within.add(place);
      });
      const counts = { both: 0, drawn: 0 };
      for (let place = 0; place < 4000; place += 1) {
        const isDrawn =
          isServed(place) && booleanPointInPolygon([places.lon[place] ?? 0, places.lat[place] ?? 0], land);
        counts.drawn += Number(isDrawn);
        counts.both += Number(isDrawn && within.has(place));
      }
      expect(within.size).toBeGreaterThan(400);
      expect(within.size).toBeLessThan(3800);
      expect(counts.both / counts.drawn).toBeGreaterThanOrEqual(0.99);
      expect(counts.both / within.size).toBeGreaterThanOrEqual(0.99);
    },
  );
});
