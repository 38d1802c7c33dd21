import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import { carProfile } from '../../src/network/profile.ts';
import { shortWayE7, type GraphOrigin, type RoadGraph } from '../../src/network/road-graph.ts';
import { route } from '../../src/network/route.ts';
import { cornersOf } from '../../src/network/shape.ts';
import { builtAhead, builtNetwork } from './built-network.ts';
import { listReal, readReal, realData } from './real-data.ts';

const files = listReal('osm.pbf', 'osm.gz');

const sum = (counts: Readonly<Record<string, number>> = {}) =>
  Object.values(counts).reduce((all, count) => all + count, 0);

const listed = (counts: Readonly<Record<string, number>> = {}) =>
  Object.entries(counts)
    .sort()
    .map(([reason, count]) => `  ${reason}: ${count}`);

/** What "About the data" would say of a graph, one fact a line. */
function summary({ shores, about }: RoadGraph): string {
  const { statistics, linesRead = 0, leftOut, bansDropped, warnings, unknown = [] }: GraphOrigin = about;
  return [
    `${about.title}, ${about.origin}, ${about.date || 'no date'}, ${about.profileId}`,
    `${linesRead} lines read = ${linesRead - sum(leftOut)} roads + ${sum(leftOut)} left out`,
    ...listed(leftOut),
    `${statistics.junctions} junctions, ${statistics.copies} copies, ${statistics.edges} edges, ${statistics.arcs} arcs`,
    `kilometres of road ${statistics.kilometres.road}, winter road ${statistics.kilometres['winter road']}, ferry ${statistics.kilometres.ferry}`,
    `${statistics.partsServed} parts served; ${statistics.edgesOutside} edges, ${statistics.kilometresOutside} km outside them`,
    `${statistics.bansKept} turns forbidden; dropped ${sum(bansDropped)}`,
    ...listed(bansDropped),
    `${shores.first.length - 1} shores of ${shores.lonE7.length} corners`,
    'warnings',
    ...listed(warnings),
    'unknown to the profile',
    ...unknown.map(({ what, count }) => `  ${what}: ${count}`),
    '',
  ].join('\n');
}

/** Ways of a file that a road could be made of, counted by a reading of their own. */
function roadsAndFerriesIn(bytes: Uint8Array): number {
  let count = 0;
  openOsm(bytes).read({
    way: {
      having: ['highway', 'route'],
      keys: ['highway', 'route'],
      see: ({ tags }) =>
        (count += tags.get('highway') !== undefined || tags.get('route') === 'ferry' ? 1 : 0),
    },
  });
  return count;
}

/** The longest step between two corners of any edge, in degrees. */
function longestStep(graph: RoadGraph): number {
  let longest = 0;
  for (let edge = 0; edge < graph.edges.from.length; edge += 1) {
    const { lonE7, latE7 } = cornersOf(graph, edge);
    for (let at = 1; at < lonE7.length; at += 1)
      longest = Math.max(
        longest,
        Math.abs(shortWayE7((lonE7[at] ?? 0) - (lonE7[at - 1] ?? 0))) / 1e7,
        Math.abs((latE7[at] ?? 0) - (latE7[at - 1] ?? 0)) / 1e7,
      );
  }
  return longest;
}

describe.runIf(realData)('published extracts of OpenStreetMap as road graphs', () => {
  // `vitest -u` writes the expected summaries anew; each is then read as a diff.
  test.each(files)('%s', async (path) => {
    const file = readReal(path);
    const graph = builtNetwork(file);
    expect(graph.about.linesRead).toBe(roadsAndFerriesIn(file.bytes));
    const expected = join(import.meta.dirname, 'expected', `graph-${path.split('/').at(-1)}.txt`);
    await expect(summary(graph)).toMatchFileSnapshot(expected);
    expect(longestStep(graph)).toBeLessThan(0.5);
    expect(encodeGraph(await builtAhead(file))).toEqual(encodeGraph(graph));
  });

  test.each(files)('%s cut off, damaged or empty is refused in words', (path) => {
    const { name, bytes } = readReal(path);
    const damaged = bytes.slice();
    damaged.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 64);
    for (const broken of [
      bytes.subarray(0, bytes.length - 1),
      bytes.subarray(0, 3),
      bytes.subarray(0, 0),
      damaged,
    ])
      expect(() => builtNetwork({ name, bytes: broken })).toThrow(UserError);
  });
});

describe.runIf(realData)('journeys in Monaco, against the lengths that GraphHopper tests itself by', () => {
  const rows = realData
    ? new TextDecoder()
        .decode(readReal('roads/expected-distances-monaco.csv').bytes)
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(','))
    : [];
  const graph = realData ? builtNetwork(readReal('roads/monaco-graphhopper.osm.gz')) : null;

  // The rows on foot are of another vehicle, and are not asked.
  const car = rows.filter(([, , profile]) => profile === 'car');
  test('there are rows of both objectives', () => expect(car.length).toBe(14));

  test.each(car)(
    '%s %s %s %s %s: from %s %s to %s %s in %s m',
    (_file, _name, _profile, objective = '', _turns, ...numbers) => {
      const [fromLat = NaN, fromLon = NaN, toLat = NaN, toLon = NaN, expected = NaN] = numbers.map(Number);
      if (!graph) throw new Error('no graph of Monaco');
      const from = { lat: fromLat, lon: fromLon };
      const answer = route(
        graph,
        from,
        { lat: toLat, lon: toLon },
        {
          objective: objective.startsWith('shortest') ? 'distance' : 'time',
          snapLimitKilometres: 1,
        },
      );
      // Rows of the fastest way hold for other speeds than GraphHopper's too, as it happens: they part at a street or two.
      expect(Math.abs((answer.route?.metres ?? NaN) - expected)).toBeLessThanOrEqual(
        Math.max(20, expected / 100),
      );
    },
  );
});

describe.runIf(realData)('a country of two islands', () => {
  test('is crossed on its car ferry, with the wait', () => {
    const graph = builtNetwork(readReal('roads/malta.osm.pbf'));
    const options = { objective: 'time' as const, snapLimitKilometres: 1 };
    // Valletta to Victoria on Gozo.
    const [valletta, victoria] = [
      { lon: 14.5126, lat: 35.8965 },
      { lon: 14.2393, lat: 36.0444 },
    ];
    const over = route(graph, valletta, victoria, options).route;
    expect(over?.kind).toBe('ferry');
    expect(over?.seconds).toBeGreaterThan(carProfile.ferry.boardingSeconds + 1200);
    expect(over?.metres).toBeGreaterThan(30_000);
    expect(over?.metres).toBeLessThan(50_000);
    expect(route(graph, valletta, victoria, { ...options, closedKinds: ['ferry'] }).route).toBeNull();
  });

  // The extract of Fiji, for all its name, holds no way with route=ferry: its two parts are not joined.
  test('stays in two parts where the file has no ferry', () => {
    const graph = builtNetwork(readReal('roads/fiji-ferry.osm.pbf'));
    expect(graph.about.statistics.partsServed).toBe(2);
    const longs = Array.from(graph.lonE7, (lonE7) => Math.sign(lonE7));
    expect(new Set(longs)).toEqual(new Set([1, -1]));
  });
});
