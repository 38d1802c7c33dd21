import { grouped } from '../model/grouped.ts';
import { closed } from './road-graph.ts';
import type { Roads, TurnBan } from './roads.ts';

/** Arcs of a graph in rows by the node they leave, with the road and direction of each; see `RoadGraph`. */
export interface Rows {
  firstArc: Uint32Array;
  head: Uint32Array;
  deciseconds: Uint32Array;
  arcEdge: Uint32Array;
}

/** What became of the turn bans of some roads. */
export interface BanCounts {
  kept: number;
  /** Bans of ways that one-ways or barriers close already. */
  closed: number;
  /** Bans whose roads do not meet one after the other. */
  apart: number;
}

/** Rows in which no banned way can be followed, and the junctions that the nodes at their end are copies of. */
export interface SplitRows extends Rows {
  copyOf: Uint32Array;
  bans: BanCounts;
}

/**
 * Splits junctions so that no way through the rows follows a banned chain of roads. A node then stands for a junction
 * and, where it matters, for how one came there: the longest beginning of bans that the last roads are. These are the
 * states of the automaton of Aho and Corasick (1975, 10.1145/360825.360855) over the banned chains, so bans of one road
 * share a copy, a chain has a copy at each junction on its way, and every ban holds for the copies of others too.
 */
export function splitTurns(roads: Roads, rows: Rows): SplitRows {
  const { chains, bans } = chainsOf(roads);
  if (chains.length === 0) return { ...rows, copyOf: new Uint32Array(0), bans };
  const states = new ChainStates(chains);
  const junctions = rows.firstArc.length - 1;
  const nodeOf = (state: number, junction: number) =>
    state === root ? junction : junctions + states.copy(state);
  const copyOf = Uint32Array.from(states.lastArcs, (arc) => headOf(roads, arc));
  for (const [at, arc] of states.firstArcs) {
    const tail = tailOf(roads, arc);
    const row = rows.arcEdge.subarray(rows.firstArc[tail], rows.firstArc[tail + 1]);
    rows.head[(rows.firstArc[tail] ?? 0) + row.indexOf(arc)] = nodeOf(at, 0);
  }

  const firstArc = new Uint32Array(junctions + copyOf.length + 1);
  firstArc.set(rows.firstArc);
  const [head, deciseconds, arcEdge]: number[][] = [[], [], []];
  copyOf.forEach((junction, copy) => {
    for (let at = rows.firstArc[junction] ?? 0; at < (rows.firstArc[junction + 1] ?? 0); at += 1) {
      const arc = rows.arcEdge[at] ?? 0;
      const state = states.after(copy, arc);
      if (state === banned) continue;
      head?.push(nodeOf(state, headOf(roads, arc)));
      deciseconds?.push(rows.deciseconds[at] ?? 0);
      arcEdge?.push(arc);
    }
    firstArc[junctions + copy + 1] = rows.head.length + (head?.length ?? 0);
  });
  return {
    firstArc,
    head: joined(rows.head, head),
    deciseconds: joined(rows.deciseconds, deciseconds),
    arcEdge: joined(rows.arcEdge, arcEdge),
    copyOf,
    bans,
  };
}

function joined(before: Uint32Array, after: readonly number[] = []): Uint32Array {
  const all = new Uint32Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

const headOf = ({ from, to }: Roads, arc: number) => (arc & 1 ? from : to)[arc >> 1] ?? 0;
const tailOf = ({ from, to }: Roads, arc: number) => (arc & 1 ? to : from)[arc >> 1] ?? 0;
const isOpen = ({ forward, backward }: Roads, arc: number) =>
  (arc & 1 ? backward : forward)[arc >> 1] !== closed;

/** Bans as chains of arcs; a road that begins and ends at one junction is driven either way. */
function chainsOf(roads: Roads): { chains: number[][]; bans: BanCounts } {
  const bans: BanCounts = { kept: 0, closed: 0, apart: 0 };
  const chains = roads.bans.flatMap((ban) => {
    const all = arcChains(roads, ban);
    const open = all.filter((chain) => chain.every((arc) => isOpen(roads, arc)));
    bans[open.length > 0 ? 'kept' : all.length > 0 ? 'closed' : 'apart'] += 1;
    return open;
  });
  return { chains, bans };
}

function arcChains(roads: Roads, ban: TurnBan): number[][] {
  const [first, ...rest] = ban.roads;
  if (first === undefined || rest.length === 0) return [];
  const both = (road: number) => [2 * road, 2 * road + 1];
  let chains = both(first)
    .filter((arc) => headOf(roads, arc) === ban.via)
    .map((arc) => [arc]);
  for (const road of rest)
    chains = chains.flatMap((chain) =>
      both(road)
        .filter((arc) => tailOf(roads, arc) === headOf(roads, chain.at(-1) ?? 0))
        .map((arc) => [...chain, arc]),
    );
  return chains;
}

const root = 0;
const banned = -1;

/** The beginnings of chains as states: state 0 is none of them, the others are numbered breadth first. */
class ChainStates {
  /** Last arc of each state, and the state that its longest proper end is. */
  readonly #arc: number[] = [banned];
  readonly #fallback: number[] = [root];
  readonly #next: Map<number, number>[] = [new Map()];

  constructor(chains: readonly (readonly number[])[]) {
    // Level by level, so that the fallbacks of a level are known to the next.
    let level = [{ state: root, chains, depth: 0 }];
    while (level.length > 0)
      level = level.flatMap(({ state, chains: through, depth }) =>
        [...grouped(through, (chain) => [chain[depth] ?? 0])].flatMap(([arc, group]) => {
          const added = this.#add(state, arc, group, depth + 1);
          return added === banned ? [] : [{ state: added, chains: group, depth: depth + 1 }];
        }),
      );
  }

  /** A beginning is banned when a whole chain ends with it; none that goes on from there is a state. */
  #add(state: number, arc: number, group: readonly (readonly number[])[], depth: number): number {
    const fallback = state === root ? root : this.#step(this.#fallback[state] ?? root, arc);
    const isBanned = fallback === banned || group.some(({ length }) => length === depth);
    const added = isBanned ? banned : this.#arc.push(arc) - 1;
    this.#next[state]?.set(arc, added);
    if (isBanned) return banned;
    this.#fallback.push(fallback);
    this.#next.push(new Map());
    return added;
  }

  #step(from: number, arc: number): number {
    for (let state = from; ; state = this.#fallback[state] ?? root) {
      const next = this.#next[state]?.get(arc);
      if (next !== undefined) return next;
      if (state === root) return root;
    }
  }

  /** Number of a state other than none among the copies. */
  copy(state: number): number {
    return state - 1;
  }

  /** The state that an arc leads to from a copy's, or `banned`. */
  after(copy: number, arc: number): number {
    return this.#step(copy + 1, arc);
  }

  /** The last arc of each copy's state. */
  get lastArcs(): number[] {
    return this.#arc.slice(1);
  }

  /** The states that a single arc leads to, with the arc. */
  get firstArcs(): [state: number, arc: number][] {
    return [...(this.#next[root] ?? [])].map(([arc, state]) => [state, arc]);
  }
}
