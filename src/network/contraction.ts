import { enlarged } from './enlarged.ts';
import { none, Overlay } from './overlay.ts';
import { closed, type RoadGraph } from './road-graph.ts';
import { WitnessSearch } from './witness.ts';

/** Centimetres in the place of a weight's time: 2^30 of them, the way round a quarter of the earth. */
const lengths = 2 ** 30;

/** What a way costs, as one whole number: its time and then its length, so that of ways equally fast the shortest counts. */
export const weightOf = (deciseconds: number, metres: number): number =>
  deciseconds * lengths + Math.round(metres * 100);
/** Time of a weight, tenths of a second. */
export const decisecondsOf = (weight: number): number => Math.floor(weight / lengths);
/** Length of a weight, to the centimetre. */
export const metresOf = (weight: number): number => (weight % lengths) / 100;

/** Arcs and shortcuts by the lower of their two ends. */
export interface ClimbingArcs {
  firstArc: Uint32Array;
  /** The higher end. */
  head: Uint32Array;
  /** See `weightOf`. */
  weight: Float64Array;
  /** Highest of the kinds on the way, an index into `arcKinds`. */
  kind: Uint8Array;
}

/**
 * A graph with shortcuts, by which a fastest way climbs from both its ends to one highest node: searches that only climb
 * touch some hundred nodes of a million. Nodes are numbered from the highest down.
 */
export interface Hierarchy {
  /** Number of each node of the graph. */
  place: Uint32Array;
  /** Arcs that lead up. */
  up: ClimbingArcs;
  /** Arcs that lead down, by their lower end: where a way that ends there comes from. */
  down: ClimbingArcs;
}

/** How far to look for a way that spares a shortcut: when a node's turn is weighed, and when it has come. */
const settledToWeigh = 12;
const settledToContract = 60;

/**
 * Contraction hierarchies (Geisberger, Sanders, Schultes & Delling 2008, 10.1007/978-3-540-68552-4_24): nodes are taken
 * out one by one and shortcuts keep the ways between those that are left. Whose turn it is: in each round, the nodes that
 * cost fewer shortcuts than any beside them, so the outcome depends on the graph alone. Closed arcs are left out. Yields
 * the number of nodes done.
 */
export function* contractSteps(graph: RoadGraph): Generator<number, Hierarchy> {
  const nodes = graph.lonE7.length;
  const contraction = new Contraction(graph);
  let left = Uint32Array.from({ length: nodes }, (_, node) => node);
  while (left.length > 0) {
    for (let at = 0; at < left.length; at += 1) {
      contraction.weigh(left[at] ?? 0);
      if (at % 2048 === 2047) yield nodes - left.length;
    }
    const turn = left.filter((node) => contraction.isNext(node));
    for (let at = 0; at < turn.length; at += 1) {
      contraction.contract(turn[at] ?? 0);
      if (at % 2048 === 2047) yield nodes - left.length + at;
    }
    left = left.filter((node) => !contraction.isDone(node));
    yield nodes - left.length;
  }
  return contraction.finish();
}

class Contraction {
  readonly #overlay: Overlay;
  readonly #witnesses: WitnessSearch;
  readonly #priority: Float32Array;
  readonly #level: Uint16Array;
  /** 1 where the priority is out of date. */
  readonly #isStale: Uint8Array;
  readonly #order: Uint32Array;
  readonly #isDone: Uint8Array;
  #done = 0;
  readonly #up: ClimbingWriter;
  readonly #down: ClimbingWriter;

  constructor(graph: RoadGraph) {
    const nodes = graph.lonE7.length;
    const { firstArc, head, deciseconds, arcEdge, edges } = graph;
    this.#overlay = new Overlay(nodes, 2 * Math.ceil(1.2 * head.length));
    for (let node = 0; node < nodes; node += 1)
      for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1) {
        const [to, time, edge] = [head[arc] ?? 0, deciseconds[arc] ?? closed, (arcEdge[arc] ?? 0) >> 1];
        if (time === closed || to === node) continue;
        this.#overlay.offer(node, to, weightOf(time, edges.metres[edge] ?? 0), edges.kind[edge] ?? 0);
      }
    this.#witnesses = new WitnessSearch(this.#overlay);
    this.#priority = new Float32Array(nodes);
    this.#level = new Uint16Array(nodes);
    this.#isStale = new Uint8Array(nodes).fill(1);
    this.#isDone = new Uint8Array(nodes);
    this.#order = new Uint32Array(nodes);
    this.#up = new ClimbingWriter(nodes, head.length);
    this.#down = new ClimbingWriter(nodes, head.length);
  }

  isDone(node: number): boolean {
    return this.#isDone[node] === 1;
  }

  /** Brings a node's priority up to date. */
  weigh(node: number): void {
    if (this.#isStale[node] === 0) return;
    this.#isStale[node] = 0;
    let arcs = 0;
    const { first, next, weight } = this.#overlay;
    for (let entry = first[node] ?? none; entry !== none; entry = next[entry] ?? none)
      arcs += Number((weight[entry] ?? 0) < Infinity) + Number((weight[entry ^ 1] ?? 0) < Infinity);
    const shortcuts = this.#shortcuts(node, settledToWeigh);
    this.#priority[node] = (this.#level[node] ?? 0) + (arcs === 0 ? 0 : (4 * shortcuts) / arcs);
  }

  /** Whether a node's turn comes before that of every node beside it; of equals, the lower's. */
  isNext(node: number): boolean {
    const { first, next, to } = this.#overlay;
    const mine = this.#priority[node] ?? 0;
    for (let entry = first[node] ?? none; entry !== none; entry = next[entry] ?? none) {
      const other = to[entry] ?? 0;
      const theirs = this.#priority[other] ?? 0;
      if (theirs < mine || (theirs === mine && other < node)) return false;
    }
    return true;
  }

  contract(node: number): void {
    this.#shortcuts(node, settledToContract, (from, to, weight, kind) =>
      this.#overlay.offer(from, to, weight, kind),
    );
    const { first, next, to, weight, kind } = this.#overlay;
    for (let entry = first[node] ?? none; entry !== none; entry = next[entry] ?? none) {
      const other = to[entry] ?? 0;
      this.#up.add(other, weight[entry] ?? Infinity, kind[entry] ?? 0);
      this.#down.add(other, weight[entry ^ 1] ?? Infinity, kind[entry ^ 1] ?? 0);
      this.#isStale[other] = 1;
      this.#level[other] = Math.max(this.#level[other] ?? 0, (this.#level[node] ?? 0) + 1);
    }
    this.#up.endNode();
    this.#down.endNode();
    this.#overlay.remove(node);
    this.#isDone[node] = 1;
    this.#order[this.#done] = node;
    this.#done += 1;
  }

  /** Sees each shortcut that a node's ways need once it is gone; gives their number. */
  #shortcuts(
    node: number,
    mostSettled: number,
    see?: (from: number, to: number, weight: number, kind: number) => void,
  ): number {
    const { first, next, to, weight, kind } = this.#overlay;
    const start = first[node] ?? none;
    const found: number[] = [];
    for (let entry = start; entry !== none; entry = next[entry] ?? none) {
      const [from, into] = [to[entry] ?? 0, weight[entry ^ 1] ?? Infinity];
      if (into === Infinity) continue;
      let longest = -1;
      for (let other = start; other !== none; other = next[other] ?? none) {
        const out = weight[other] ?? Infinity;
        if (other !== entry && out < Infinity && out > longest) longest = out;
      }
      if (longest < 0) continue;
      this.#witnesses.from(from, node, into + longest, mostSettled);
      for (let other = start; other !== none; other = next[other] ?? none) {
        const out = weight[other] ?? Infinity;
        if (other === entry || out === Infinity) continue;
        const end = to[other] ?? 0;
        if (this.#witnesses.weightOf(end) <= into + out) continue;
        found.push(from, end, into + out, Math.max(kind[entry ^ 1] ?? 0, kind[other] ?? 0));
      }
    }
    if (see)
      for (let at = 0; at < found.length; at += 4)
        see(found[at] ?? 0, found[at + 1] ?? 0, found[at + 2] ?? 0, found[at + 3] ?? 0);
    return found.length / 4;
  }

  finish(): Hierarchy {
    const nodes = this.#order.length;
    const place = new Uint32Array(nodes);
    this.#order.forEach((node, at) => (place[node] = nodes - 1 - at));
    return { place, up: this.#up.finish(place), down: this.#down.finish(place) };
  }
}

/** Arcs as their lower ends are contracted. */
class ClimbingWriter {
  readonly #first: Uint32Array;
  #nodes = 0;
  #arcs = 0;
  #head: Uint32Array;
  #weight: Float64Array;
  #kind: Uint8Array;

  constructor(nodes: number, arcs: number) {
    this.#first = new Uint32Array(nodes + 1);
    this.#head = new Uint32Array(arcs);
    this.#weight = new Float64Array(arcs);
    this.#kind = new Uint8Array(arcs);
  }

  add(head: number, weight: number, kind: number): void {
    if (weight === Infinity) return;
    if (this.#arcs === this.#head.length) {
      const room = Math.ceil(this.#arcs * 1.3) + 64;
      this.#head = enlarged(this.#head, room);
      this.#weight = enlarged(this.#weight, room);
      this.#kind = enlarged(this.#kind, room);
    }
    this.#head[this.#arcs] = head;
    this.#weight[this.#arcs] = weight;
    this.#kind[this.#arcs] = kind;
    this.#arcs += 1;
  }

  endNode(): void {
    this.#nodes += 1;
    this.#first[this.#nodes] = this.#arcs;
  }

  /** The same arcs from the last node to the first, heads by their place. */
  finish(place: Uint32Array): ClimbingArcs {
    const nodes = this.#nodes;
    const arcs: ClimbingArcs = {
      firstArc: new Uint32Array(nodes + 1),
      head: new Uint32Array(this.#arcs),
      weight: new Float64Array(this.#arcs),
      kind: new Uint8Array(this.#arcs),
    };
    let at = 0;
    for (let node = nodes - 1; node >= 0; node -= 1) {
      for (let from = this.#first[node] ?? 0; from < (this.#first[node + 1] ?? 0); from += 1) {
        arcs.head[at] = place[this.#head[from] ?? 0] ?? 0;
        arcs.weight[at] = this.#weight[from] ?? 0;
        arcs.kind[at] = this.#kind[from] ?? 0;
        at += 1;
      }
      arcs.firstArc[nodes - node] = at;
    }
    return arcs;
  }
}
