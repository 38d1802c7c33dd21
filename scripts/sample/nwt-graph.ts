import { buildGraph, type Arc } from '../../src/network/build-graph.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { readCommunities, readJunctions, readStretches, type Stretch } from './nwt-tables.ts';

/** Assumed speeds, km/h: paved and gravel highways together; winter roads are limited to 50. */
const speed: Record<Stretch['kind'], number> = { road: 80, 'winter road': 40, ferry: 10 };
/** Waiting for a ferry, minutes; the same as the corridor's sample assumes. */
const ferryWaitMinutes = 10;
/** Nodes along a road are at most this far apart, so that places off the junctions can meet it. */
const nodeEveryKilometres = 10;

interface Place {
  lon: number;
  lat: number;
}

/**
 * The territory's highways, winter roads and ferries. A stretch is as long as data/nwt/highways.csv says; the nodes along
 * it lie on the straight line between its ends, so the graph is right in lengths and not in shapes. Only communities
 * that a stretch ends at have a node: those reached by air alone are off the road.
 */
export function nwtGraph(): RoadGraph {
  const places = new Map<string, Place>(
    [...readCommunities(), ...readJunctions()].map((place) => [place.id, place]),
  );
  const nodes: Place[] = [];
  const arcs: Arc[] = [];
  const nodeOf = new Map<string, number>();
  const node = (id: string): number => {
    const known = nodeOf.get(id);
    if (known !== undefined) return known;
    const { lon, lat } = placeOf(places, id);
    nodeOf.set(id, nodes.push({ lon, lat }) - 1);
    return nodes.length - 1;
  };
  for (const stretch of readStretches()) {
    const [from, to] = [placeOf(places, stretch.from), placeOf(places, stretch.to)];
    const between = alongTheWay(from, to, stretch).map((place) => nodes.push(place) - 1);
    arcs.push(...arcsOf([node(stretch.from), ...between, node(stretch.to)], stretch));
  }
  return buildGraph(nodes, arcs, about);
}

function placeOf(places: ReadonlyMap<string, Place>, id: string): Place {
  const place = places.get(id);
  if (!place) throw new Error(`highways.csv: expected a community or junction, got ${id}`);
  return place;
}

/** A ferry is one step: nobody boards it in midstream. */
function alongTheWay(from: Place, to: Place, { kind, kilometres }: Stretch): Place[] {
  const steps = kind === 'ferry' ? 1 : Math.ceil(kilometres / nodeEveryKilometres);
  return Array.from({ length: steps - 1 }, (_, index) => {
    const share = (index + 1) / steps;
    return { lon: from.lon + (to.lon - from.lon) * share, lat: from.lat + (to.lat - from.lat) * share };
  });
}

/** Both directions of a stretch, its length and time shared equally among its steps. */
function arcsOf(way: readonly number[], { kind, kilometres }: Stretch): Arc[] {
  const steps = way.length - 1;
  const minutes = (kilometres / speed[kind]) * 60 + (kind === 'ferry' ? ferryWaitMinutes : 0);
  const step = { deciseconds: (minutes * 600) / steps, metres: (kilometres * 1000) / steps, kind };
  return way.slice(1).flatMap((to, index) => {
    const from = way[index] ?? to;
    return [
      { ...step, from, to },
      { ...step, from: to, to: from },
    ];
  });
}

const about = {
  title: 'Highways, winter roads and ferries of the Northwest Territories',
  origin: 'Road-sign and published distances, data/nwt/highways.csv',
  licence: 'MIT',
  date: '2021',
  profile: 'assumed: road 80 km/h, winter road 40 km/h, ferry 10 km/h and 10 min of waiting',
};
