import type { ArcRows } from './build-graph.ts';

/** Strongly connected components: nodes that can all reach each other and back. */
export interface Components {
  /** Component of each node. */
  of: Uint32Array;
  /** Number of nodes in each component. */
  size: Uint32Array;
}

/** Stands for the component of a node that is not known yet. */
const unknown = 0xffffffff;

/** Tarjan's algorithm (1972, 10.1137/0201010), without recursion so that long roads cannot overflow the stack. */
export function stronglyConnected({ firstArc, head }: Pick<ArcRows, 'firstArc' | 'head'>): Components {
  const nodes = firstArc.length - 1;
  const order = new Uint32Array(nodes); // 1-based order of discovery; 0 is not seen yet
  const low = new Uint32Array(nodes);
  const of = new Uint32Array(nodes).fill(unknown);
  const nextArc = firstArc.slice(0, nodes);
  // Stacks: the nodes from the root to here, and those seen whose component is not known.
  const path = new Uint32Array(nodes);
  const open = new Uint32Array(nodes);
  const size: number[] = [];
  let [seen, pathLength, openLength] = [0, 0, 0];

  const enter = (node: number) => {
    seen += 1;
    order[node] = low[node] = seen;
    path[pathLength++] = node;
    open[openLength++] = node;
  };
  const lower = (node: number, value: number) => {
    if (value < (low[node] ?? 0)) low[node] = value;
  };
  const close = (node: number) => {
    const before = openLength;
    for (let member = nodes; member !== node;) {
      openLength -= 1;
      member = open[openLength] ?? node;
      of[member] = size.length;
    }
    size.push(before - openLength);
  };

  for (let root = 0; root < nodes; root += 1) {
    if (order[root]) continue;
    enter(root);
    while (pathLength > 0) {
      const node = path[pathLength - 1] ?? 0;
      const arc = nextArc[node] ?? 0;
      if (arc < (firstArc[node + 1] ?? 0)) {
        nextArc[node] = arc + 1;
        const to = head[arc] ?? 0;
        if (!order[to]) enter(to);
        else if (of[to] === unknown) lower(node, order[to] ?? 0);
        continue;
      }
      pathLength -= 1;
      if (low[node] === order[node]) close(node);
      if (pathLength > 0) lower(path[pathLength - 1] ?? 0, low[node] ?? 0);
    }
  }
  return { of, size: Uint32Array.from(size) };
}

/**
 * A network may have several parts that no road joins (the two road systems of the Northwest Territories, an island),
 * so the largest alone will not do. A part is served when it has a hundredth of the network's nodes, or a hundred
 * nodes in a large network, and two at least; smaller ones are strays of the drawing, where a place would seem cut off.
 */
export function smallestServedPart(nodes: number): number {
  return Math.max(2, Math.min(100, nodes / 100));
}

/**
 * 1 for each node of a strongly connected part of at least `smallest` nodes: one that can be left as well as entered,
 * and leads somewhere. A junction may be served by its copies alone, where every road into it has a turn restriction.
 */
export function servedParts(
  graph: Pick<ArcRows, 'firstArc' | 'head'>,
  smallest = smallestServedPart(graph.firstArc.length - 1),
): { isServed: Uint8Array; parts: number } {
  const { of, size } = stronglyConnected(graph);
  const isServed = new Uint8Array(of.length);
  for (let node = 0; node < of.length; node += 1)
    isServed[node] = (size[of[node] ?? 0] ?? 0) >= smallest ? 1 : 0;
  return { isServed, parts: size.filter((nodes) => nodes >= smallest).length };
}

/**
 * 1 for each node that can be reached from a marked one along arcs, the marked ones included. On reversed arcs: from which
 * a marked one can be reached.
 */
export function reachedFrom(
  { firstArc, head }: Pick<ArcRows, 'firstArc' | 'head'>,
  marked: Uint8Array,
): Uint8Array {
  const reached = marked.slice();
  const open = new Uint32Array(reached.length);
  let count = 0;
  for (let node = 0; node < reached.length; node += 1) if (reached[node] === 1) open[count++] = node;
  while (count > 0) {
    count -= 1;
    const node = open[count] as number;
    for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
      const to = head[arc] as number;
      if (reached[to] === 1) continue;
      reached[to] = 1;
      open[count++] = to;
    }
  }
  return reached;
}
