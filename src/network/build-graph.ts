import { arcKinds, type GraphOrigin, type RoadGraph } from './road-graph.ts';

/** One direction of a road between two nodes, by index. */
export interface Arc {
  from: number;
  to: number;
  deciseconds: number;
  metres: number;
  kind: (typeof arcKinds)[number];
}

/**
 * A graph of nodes and arcs. Parallel arcs are kept; an arc of no time takes a tenth of a second, so that every
 * search makes progress.
 * @throws Error when an arc names no node, or its time or length is negative or no number.
 */
export function buildGraph(
  nodes: readonly { lon: number; lat: number }[],
  arcs: readonly Arc[],
  about: GraphOrigin,
): RoadGraph {
  for (const arc of arcs) mustFit(arc, nodes.length);
  const firstArc = new Uint32Array(nodes.length + 1);
  for (const { from } of arcs) firstArc[from + 1] = (firstArc[from + 1] ?? 0) + 1;
  for (let node = 1; node <= nodes.length; node += 1)
    firstArc[node] = (firstArc[node] ?? 0) + (firstArc[node - 1] ?? 0);
  const next = firstArc.slice(0, nodes.length);
  const graph: RoadGraph = {
    lon: Float64Array.from(nodes, ({ lon }) => lon),
    lat: Float64Array.from(nodes, ({ lat }) => lat),
    firstArc,
    head: new Uint32Array(arcs.length),
    deciseconds: new Uint32Array(arcs.length),
    metres: new Float32Array(arcs.length),
    kind: new Uint8Array(arcs.length),
    about,
  };
  for (const arc of arcs) {
    const at = next[arc.from] ?? 0;
    next[arc.from] = at + 1;
    graph.head[at] = arc.to;
    graph.deciseconds[at] = Math.max(1, Math.round(arc.deciseconds));
    graph.metres[at] = arc.metres;
    graph.kind[at] = arcKinds.indexOf(arc.kind);
  }
  return graph;
}

/** A typed array would turn a wrong number into another wrong number and say nothing. */
function mustFit({ from, to, deciseconds, metres }: Arc, nodes: number): void {
  const isNode = (node: number) => Number.isInteger(node) && node >= 0 && node < nodes;
  if (!isNode(from) || !isNode(to))
    throw new Error(`expected nodes below ${nodes}, got an arc from ${from} to ${to}`);
  if (!(deciseconds >= 0 && deciseconds < 0xffffffff))
    throw new Error(`expected a time of 0 or more, got deciseconds ${deciseconds} from ${from} to ${to}`);
  if (!(metres >= 0 && metres < Infinity))
    throw new Error(`expected a length of 0 or more, got metres ${metres} from ${from} to ${to}`);
}

/** The same network with every arc turned round: searches from a point then find who can travel to it. */
export function reverse(graph: RoadGraph): RoadGraph {
  const nodes = graph.lon.length;
  const firstArc = new Uint32Array(nodes + 1);
  for (const head of graph.head) firstArc[head + 1] = (firstArc[head + 1] ?? 0) + 1;
  for (let node = 1; node <= nodes; node += 1)
    firstArc[node] = (firstArc[node] ?? 0) + (firstArc[node - 1] ?? 0);
  const next = firstArc.slice(0, nodes);
  const turned: RoadGraph = {
    ...graph,
    firstArc,
    head: new Uint32Array(graph.head.length),
    deciseconds: new Uint32Array(graph.head.length),
    metres: new Float32Array(graph.head.length),
    kind: new Uint8Array(graph.head.length),
  };
  for (let node = 0; node < nodes; node += 1)
    for (let arc = graph.firstArc[node] ?? 0; arc < (graph.firstArc[node + 1] ?? 0); arc += 1) {
      const head = graph.head[arc] ?? 0;
      const at = next[head] ?? 0;
      next[head] = at + 1;
      turned.head[at] = node;
      turned.deciseconds[at] = graph.deciseconds[arc] ?? 0;
      turned.metres[at] = graph.metres[arc] ?? 0;
      turned.kind[at] = graph.kind[arc] ?? 0;
    }
  return turned;
}
