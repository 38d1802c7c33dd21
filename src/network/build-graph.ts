import { closed, type GraphOrigin, type Lines, type RoadGraph } from './road-graph.ts';
import type { Roads } from './roads.ts';
import { BendWriter } from './shape.ts';

/** No lines. */
export const noLines: Lines = {
  first: new Uint32Array(1),
  lonE7: new Int32Array(0),
  latE7: new Int32Array(0),
};

/**
 * A graph of roads. Nodes keep the order of the junctions, edges that of the roads, and the arcs of a node the order of
 * the edges. Parallel roads are kept; an arc of no time takes a tenth of a second, so that every search makes progress.
 */
export function buildGraph(roads: Roads, about: GraphOrigin, shores: Lines = noLines): RoadGraph {
  const nodes = roads.lonE7.length;
  const count = roads.from.length;
  const firstArc = new Uint32Array(nodes + 1);
  const eachArc = (see: (tail: number, head: number, deciseconds: number, arcEdge: number) => void) => {
    for (let road = 0; road < count; road += 1) {
      const [from, to] = [roads.from[road] ?? 0, roads.to[road] ?? 0];
      const [forward, backward] = [roads.forward[road] ?? closed, roads.backward[road] ?? closed];
      if (forward !== closed) see(from, to, forward, 2 * road);
      if (backward !== closed) see(to, from, backward, 2 * road + 1);
    }
  };
  eachArc((tail) => (firstArc[tail + 1] = (firstArc[tail + 1] ?? 0) + 1));
  for (let node = 1; node <= nodes; node += 1)
    firstArc[node] = (firstArc[node] ?? 0) + (firstArc[node - 1] ?? 0);
  const arcs = firstArc[nodes] ?? 0;
  const next = firstArc.slice(0, nodes);
  const graph: RoadGraph = {
    lonE7: roads.lonE7,
    latE7: roads.latE7,
    copyOf: new Uint32Array(0),
    firstArc,
    head: new Uint32Array(arcs),
    deciseconds: new Uint32Array(arcs),
    arcEdge: new Uint32Array(arcs),
    edges: {
      from: roads.from,
      to: roads.to,
      metres: roads.metres,
      kind: roads.kind,
      ...bendsOf(roads),
    },
    shores,
    about,
  };
  eachArc((tail, head, deciseconds, arcEdge) => {
    const at = next[tail] ?? 0;
    next[tail] = at + 1;
    graph.head[at] = head;
    graph.deciseconds[at] = Math.max(1, deciseconds);
    graph.arcEdge[at] = arcEdge;
  });
  return graph;
}

function bendsOf(roads: Roads) {
  const writer = new BendWriter();
  for (let road = 0; road < roads.from.length; road += 1) {
    const [from, to] = [roads.from[road] ?? 0, roads.to[road] ?? 0];
    const [first, end] = [roads.firstBend[road] ?? 0, roads.firstBend[road + 1] ?? 0];
    const line = (node: Int32Array, bend: Int32Array) => [
      node[from] ?? 0,
      ...bend.subarray(first, end),
      node[to] ?? 0,
    ];
    writer.add(line(roads.lonE7, roads.bendLonE7), line(roads.latE7, roads.bendLatE7));
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
  for (let node = 1; node <= nodes; node += 1)
    firstArc[node] = (firstArc[node] ?? 0) + (firstArc[node - 1] ?? 0);
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
