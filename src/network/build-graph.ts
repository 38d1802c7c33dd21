import { addUp } from './add-up.ts';
import { cutLongRoads } from './cut-long-roads.ts';
import { enlarged } from './enlarged.ts';
import { closed, type GraphAbout, type Lines, type RoadGraph } from './road-graph.ts';
import type { Roads } from './roads.ts';
import { BendWriter } from './shape.ts';
import { statisticsOf } from './statistics.ts';
import { splitTurns, type Rows } from './turn-copies.ts';

const noLines: Lines = {
  first: new Uint32Array(1),
  lonE7: new Int32Array(0),
  latE7: new Int32Array(0),
};

/**
 * A graph of roads, with its statistics. Nodes keep the order of the junctions (`hilbertOrder` gives a good one), edges
 * that of the roads, and the arcs of a node the order of the edges. Parallel roads are kept; an arc of no time takes a
 * tenth of a second, so that every search makes progress. Roads of many hours are cut, see `cutLongRoads`; turn bans
 * split junctions, see `splitTurns`.
 */
export function buildGraph(given: Roads, about: GraphAbout, shores: Lines = noLines): RoadGraph {
  const roads = cutLongRoads(given);
  const { bans, copyOf, ...rows } = splitTurns(roads, rowsOf(roads));
  const atCopies = (junctions: Int32Array) => {
    const all = enlarged(junctions, junctions.length + copyOf.length);
    copyOf.forEach((junction, copy) => (all[junctions.length + copy] = junctions[junction] ?? 0));
    return all;
  };
  const { from, to, metres, kind } = roads;
  const graph = {
    lonE7: atCopies(roads.lonE7),
    latE7: atCopies(roads.latE7),
    copyOf,
    ...rows,
    edges: { from, to, metres, kind, ...bendsOf(roads) },
    shores,
  };
  const bansDropped = addCounts(about.bansDropped, {
    'roads apart': bans.apart,
    'closed anyway': bans.closed,
  });
  return { ...graph, about: { ...about, bansDropped, statistics: statisticsOf(graph, bans.kept) } };
}

/** Counts without those of none. */
function addCounts(
  before: GraphAbout['bansDropped'] = {},
  more: GraphAbout['bansDropped'] = {},
): NonNullable<GraphAbout['bansDropped']> {
  const sums = new Map(Object.entries(before));
  for (const [reason, count] of Object.entries(more)) sums.set(reason, (sums.get(reason) ?? 0) + count);
  return Object.fromEntries([...sums].filter(([, count]) => count > 0));
}

/** The open arcs of roads in rows by junction, in the order of the roads. */
function rowsOf(roads: Roads): Rows {
  const { from, to, forward, backward } = roads;
  const nodes = roads.lonE7.length;
  const firstArc = new Uint32Array(nodes + 1);
  for (let road = 0; road < from.length; road += 1) {
    if (forward[road] !== closed) countArc(firstArc, from[road] as number);
    if (backward[road] !== closed) countArc(firstArc, to[road] as number);
  }
  addUp(firstArc);
  const arcs = firstArc[nodes] ?? 0;
  const rows = {
    firstArc,
    head: new Uint32Array(arcs),
    deciseconds: new Uint32Array(arcs),
    arcEdge: new Uint32Array(arcs),
  };
  const next = firstArc.slice(0, nodes);
  for (let road = 0; road < from.length; road += 1) {
    const one = from[road] as number;
    const other = to[road] as number;
    const there = forward[road] as number;
    const back = backward[road] as number;
    if (there !== closed) putArc(rows, next, one, other, there, 2 * road);
    if (back !== closed) putArc(rows, next, other, one, back, 2 * road + 1);
  }
  return rows;
}

function countArc(firstArc: Uint32Array, tail: number): void {
  firstArc[tail + 1] = (firstArc[tail + 1] as number) + 1;
}

function putArc(
  { head, deciseconds, arcEdge }: Rows,
  next: Uint32Array,
  tail: number,
  to: number,
  time: number,
  edge: number,
): void {
  const at = next[tail] as number;
  next[tail] = at + 1;
  head[at] = to;
  deciseconds[at] = time > 1 ? time : 1;
  arcEdge[at] = edge;
}

function bendsOf(roads: Roads) {
  const { firstBend } = roads;
  let most = 2;
  for (let road = 0; road < roads.from.length; road += 1)
    most = Math.max(most, (firstBend[road + 1] ?? 0) - (firstBend[road] ?? 0) + 2);
  const writer = new BendWriter(roads.from.length);
  const [lonE7, latE7] = [new Int32Array(most), new Int32Array(most)];
  for (let road = 0; road < roads.from.length; road += 1) {
    const from = roads.from[road] ?? 0;
    const to = roads.to[road] ?? 0;
    const end = firstBend[road + 1] ?? 0;
    lonE7[0] = roads.lonE7[from] ?? 0;
    latE7[0] = roads.latE7[from] ?? 0;
    let corners = 1;
    for (let bend = firstBend[road] ?? 0; bend < end; bend += 1) {
      lonE7[corners] = roads.bendLonE7[bend] ?? 0;
      latE7[corners] = roads.bendLatE7[bend] ?? 0;
      corners += 1;
    }
    lonE7[corners] = roads.lonE7[to] ?? 0;
    latE7[corners] = roads.latE7[to] ?? 0;
    writer.add(lonE7, latE7, corners + 1);
  }
  return writer.finish();
}

/** Arcs by the node they leave, as a search reads them. */
export type ArcRows = Pick<RoadGraph, 'firstArc' | 'head' | 'deciseconds'>;

/** Every arc turned round: searches from a point then find who can travel to it. */
export interface ReverseArcs extends ArcRows {
  /** The arc of the graph that each entry is the reverse of. */
  arc: Uint32Array;
}

/** The arcs of a graph by the node they lead to. */
export function reverse({ firstArc: first, head, deciseconds }: ArcRows): ReverseArcs {
  const nodes = first.length - 1;
  const firstArc = new Uint32Array(nodes + 1);
  for (const to of head) firstArc[to + 1] = (firstArc[to + 1] ?? 0) + 1;
  addUp(firstArc);
  const next = firstArc.slice(0, nodes);
  const turned: ReverseArcs = {
    firstArc,
    head: new Uint32Array(head.length),
    deciseconds: new Uint32Array(head.length),
    arc: new Uint32Array(head.length),
  };
  for (let node = 0; node < nodes; node += 1)
    for (let arc = first[node] ?? 0; arc < (first[node + 1] ?? 0); arc += 1) {
      const to = head[arc] ?? 0;
      const at = next[to] ?? 0;
      next[to] = at + 1;
      turned.head[at] = node;
      turned.deciseconds[at] = deciseconds[arc] ?? 0;
      turned.arc[at] = arc;
    }
  return turned;
}
