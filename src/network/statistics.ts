import { servedParts } from './components.ts';
import type { GraphStatistics } from './graph-origin.ts';
import { arcKinds, type RoadGraph } from './road-graph.ts';

/** Version of the builder: raise it where the same roads give another graph. */
const builderVersion = 2;

/** Counts of a graph. `bansKept` is what the builder knows of its turn restrictions. */
export function statisticsOf(graph: Omit<RoadGraph, 'about'>, bansKept: number): GraphStatistics {
  const { edges, head, copyOf } = graph;
  const metres = arcKinds.map(() => 0);
  const { isServed, parts } = servedParts(graph);
  const isInside = edgesInside(graph, isServed);
  let [metresOutside, edgesOutside] = [0, 0];
  for (let edge = 0; edge < edges.metres.length; edge += 1) {
    const length = edges.metres[edge] ?? 0;
    const kind = edges.kind[edge] ?? 0;
    metres[kind] = (metres[kind] ?? 0) + length;
    if (isInside[edge] === 1) continue;
    metresOutside += length;
    edgesOutside += 1;
  }
  const kilometres = (total = 0) => Math.round(total / 100) / 10;
  return {
    builder: builderVersion,
    junctions: graph.lonE7.length - copyOf.length,
    copies: copyOf.length,
    edges: edges.from.length,
    arcs: head.length,
    kilometres: {
      road: kilometres(metres[0]),
      'winter road': kilometres(metres[1]),
      ferry: kilometres(metres[2]),
    },
    partsServed: parts,
    kilometresOutside: kilometres(metresOutside),
    edgesOutside,
    bansKept,
  };
}

/** 1 for each edge that has an arc from a served node to a served node. */
function edgesInside(graph: Omit<RoadGraph, 'about'>, isServed: Uint8Array): Uint8Array {
  const { firstArc, head, arcEdge, edges } = graph;
  const inside = new Uint8Array(edges.from.length);
  for (let node = 0; node < firstArc.length - 1; node += 1) {
    if (isServed[node] === 0) continue;
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1)
      if (isServed[head[arc] ?? 0] === 1) inside[(arcEdge[arc] ?? 0) >>> 1] = 1;
  }
  return inside;
}
