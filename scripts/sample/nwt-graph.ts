import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildGraph } from '../../src/network/build-graph.ts';
import { hilbertOrder } from '../../src/network/hilbert-order.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { readCommunities, readJunctions, readStretches, type Stretch } from './nwt-tables.ts';

/** Assumed speeds, km/h: paved and gravel highways together; winter roads are limited to 50. */
const speed: Record<Stretch['kind'], number> = { road: 80, 'winter road': 40, ferry: 10 };
/** Waiting for a ferry, minutes; the same as the corridor's sample assumes. */
const ferryWaitMinutes = 10;

/**
 * The territory's highways, winter roads and ferries. A stretch is as long as data/nwt/highways.csv says and is drawn as the
 * straight line between its ends, so the graph is right in lengths and not in shapes. Only communities that a stretch ends
 * at have a node: those reached by air alone are off the road.
 */
export function nwtGraph(): RoadGraph {
  const stretches = readStretches();
  const ends = new Set(stretches.flatMap(({ from, to }) => [from, to]));
  const places = [...readCommunities(), ...readJunctions()].filter(({ id }) => ends.has(id));
  const junctionOf = new Map(places.map(({ id }, at) => [id, at]));
  const mustFind = (id: string): number => {
    const junction = junctionOf.get(id);
    if (junction !== undefined) return junction;
    throw new Error(`highways.csv: expected a community or junction, got ${id}`);
  };
  const roads = stretches.map((stretch) => toRoad(stretch, mustFind(stretch.from), mustFind(stretch.to)));
  return buildGraph(hilbertOrder(roadsOf(places, roads)), {
    ...about,
    files: ['communities.csv', 'junctions.csv', 'highways.csv'].map(checksummed),
    linesRead: stretches.length,
  });
}

/** Both ways, in the same time. */
function toRoad({ kind, kilometres }: Stretch, from: number, to: number): Road {
  const minutes = (kilometres / speed[kind]) * 60 + (kind === 'ferry' ? ferryWaitMinutes : 0);
  const deciseconds = minutes * 600;
  return { from, to, forward: deciseconds, backward: deciseconds, metres: kilometres * 1000, kind };
}

function checksummed(file: string): { name: string; sha256: string } {
  const bytes = readFileSync(join(import.meta.dirname, '../../data/nwt', file));
  return { name: basename(file), sha256: createHash('sha256').update(bytes).digest('hex') };
}

const about = {
  title: 'Highways, winter roads and ferries of the Northwest Territories',
  origin: 'Road-sign and published distances, data/nwt/highways.csv',
  licence: 'MIT',
  date: '2021',
  profile: 'assumed: road 80 km/h, winter road 40 km/h, ferry 10 km/h and 10 min of waiting',
};
