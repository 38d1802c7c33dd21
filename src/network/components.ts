import type { RoadGraph } from './road-graph.ts';

/** Strongly connected components: nodes that can all reach each other and back. */
export interface Components {
  /** Component of each node. */
  of: Uint32Array;
  /** Number of nodes in each component. */
  size: Uint32Array;
}

/** Tarjan's algorithm (1972, 10.1137/0201010), without recursion so that long roads cannot overflow the stack. */
export function stronglyConnected({ firstArc, head }: RoadGraph): Components {
  const nodes = firstArc.length - 1;
  const order = new Uint32Array(nodes); // 1-based order of discovery; 0 is not seen yet
  const low = new Uint32Array(nodes);
  const of = new Uint32Array(nodes).fill(0xffffffff);
  const nextArc = firstArc.slice(0, nodes);
  const path: number[] = [];
  const open: number[] = [];
  const size: number[] = [];
  let seen = 0;

  const enter = (node: number) => {
    seen += 1;
    order[node] = low[node] = seen;
    path.push(node);
    open.push(node);
  };
  const lower = (node: number, value: number) => {
    if (value < (low[node] ?? 0)) low[node] = value;
  };
  const close = (node: number) => {
    let count = 0;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      of[member] = size.length;
      count += 1;
      if (member === node) break;
    }
    size.push(count);
  };

  for (let root = 0; root < nodes; root += 1) {
    if (order[root]) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const arc = nextArc[node] ?? 0;
      if (arc < (firstArc[node + 1] ?? 0)) {
        nextArc[node] = arc + 1;
        const to = head[arc] ?? 0;
        if (!order[to]) enter(to);
        else if (of[to] === 0xffffffff) lower(node, order[to] ?? 0);
        continue;
      }
      path.pop();
      if (low[node] === order[node]) close(node);
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent, low[node] ?? 0);
    }
  }
  return { of, size: Uint32Array.from(size) };
}
