import { arcKinds, closed, type ArcKind, type RoadGraph } from './road-graph.ts';

const newest = new WeakMap<RoadGraph, { kinds: string; graph: RoadGraph }>();

/**
 * The graph as it is while some kinds of road are closed: winter roads in summer, ferries at freeze-up. Its arcs stay
 * where they are and their times become `closed`; all else is shared. The newest for each graph is kept, so that asking
 * again gives the same one.
 */
export function withClosed(graph: RoadGraph, closedKinds: readonly ArcKind[]): RoadGraph {
  const kinds = arcKinds.filter((kind) => closedKinds.includes(kind)).join();
  if (kinds === '') return graph;
  const kept = newest.get(graph);
  if (kept?.kinds === kinds) return kept.graph;
  const isClosed = arcKinds.map((kind) => closedKinds.includes(kind));
  const { arcEdge, edges } = graph;
  const deciseconds = graph.deciseconds.map((time, arc) =>
    isClosed[edges.kind[(arcEdge[arc] ?? 0) >> 1] ?? 0] ? closed : time,
  );
  const made = { ...graph, deciseconds };
  newest.set(graph, { kinds, graph: made });
  return made;
}

/** For each edge, 1 where it may be travelled one way at least. */
export function openEdges({ arcEdge, deciseconds, edges }: RoadGraph): Uint8Array {
  const isOpen = new Uint8Array(edges.from.length);
  for (let arc = 0; arc < arcEdge.length; arc += 1)
    if (deciseconds[arc] !== closed) isOpen[(arcEdge[arc] ?? 0) >> 1] = 1;
  return isOpen;
}
