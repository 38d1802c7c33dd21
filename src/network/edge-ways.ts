import { addTo } from '../model/grouped.ts';
import { closed, type RoadGraph } from './road-graph.ts';

/** `from point`: searches from a point find whom it can reach. `to point`: on the reverse network, who can reach it. */
export type { Direction } from '../model/direction.ts';

/** A way between a place on an edge and a node at its end. */
export interface EdgeWay {
  node: number;
  /** Share of the edge, counted from its `from`, at which the node lies: 0 or 1. */
  end: 0 | 1;
  /** Tenths of a second for the whole edge this way. */
  deciseconds: number;
}

const none: readonly number[] = [];

/** How places along edges hang together with the nodes at their ends; copies of junctions are seen to. */
export class EdgeWays {
  readonly #graph: RoadGraph;
  /** Of junctions that have copies, which few have: a byte says so sooner than a map. */
  readonly #copiesOf = new Map<number, number[]>();
  readonly #hasCopies: Uint8Array;

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    const junctions = graph.lonE7.length - graph.copyOf.length;
    this.#hasCopies = new Uint8Array(junctions);
    graph.copyOf.forEach((junction, at) => {
      this.#hasCopies[junction] = 1;
      addTo(this.#copiesOf, junction, junctions + at);
    });
  }

  /** The nodes that are copies of a junction. */
  copiesOf(junction: number): readonly number[] {
    return this.#hasCopies[junction] === 1 ? (this.#copiesOf.get(junction) ?? none) : none;
  }

  /** Ways from nodes onto an edge: where a traveller who is to stop on it comes from. Every copy may be one. */
  onto(edge: number): EdgeWay[] {
    const { from, to } = this.#graph.edges;
    const ways: EdgeWay[] = [];
    const [start, end] = [from[edge] ?? 0, to[edge] ?? 0];
    this.#addTail(ways, start, 2 * edge, 0);
    for (const copy of this.copiesOf(start)) this.#addTail(ways, copy, 2 * edge, 0);
    this.#addTail(ways, end, 2 * edge + 1, 1);
    for (const copy of this.copiesOf(end)) this.#addTail(ways, copy, 2 * edge + 1, 1);
    return ways;
  }

  /** Ways off an edge to nodes: where a traveller who starts on it comes to. No turn was taken yet, so no copy's arc counts. */
  off(edge: number): EdgeWay[] {
    const { from, to } = this.#graph.edges;
    const ways: EdgeWay[] = [];
    this.#addHead(ways, from[edge] ?? 0, 2 * edge, 1);
    this.#addHead(ways, to[edge] ?? 0, 2 * edge + 1, 0);
    return ways;
  }

  /** Tenths of a second from one share of an edge to another along it, or null where that way is closed. */
  along(edge: number, fromShare: number, toShare: number): number | null {
    if (fromShare === toShare) return 0;
    const [junction, arcEdge] =
      toShare > fromShare
        ? [this.#graph.edges.from[edge] ?? 0, 2 * edge]
        : [this.#graph.edges.to[edge] ?? 0, 2 * edge + 1];
    const arc = this.#arcAt(junction, arcEdge);
    return arc === null ? null : Math.abs(toShare - fromShare) * (this.#graph.deciseconds[arc] ?? 0);
  }

  #addTail(ways: EdgeWay[], node: number, arcEdge: number, end: 0 | 1): void {
    const arc = this.#arcAt(node, arcEdge);
    if (arc !== null) ways.push({ node, end, deciseconds: this.#graph.deciseconds[arc] ?? 0 });
  }

  #addHead(ways: EdgeWay[], junction: number, arcEdge: number, end: 0 | 1): void {
    const arc = this.#arcAt(junction, arcEdge);
    if (arc === null) return;
    ways.push({ node: this.#graph.head[arc] ?? 0, end, deciseconds: this.#graph.deciseconds[arc] ?? 0 });
  }

  /** The open arc along an edge that leaves this very node, or null. */
  #arcAt(node: number, arcEdge: number): number | null {
    const { firstArc, arcEdge: edges, deciseconds } = this.#graph;
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1)
      if (edges[arc] === arcEdge && deciseconds[arc] !== closed) return arc;
    return null;
  }
}
