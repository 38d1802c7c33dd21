import { arcKinds, closed, toE7, type ArcKind } from './road-graph.ts';

/**
 * Roads by column before they are a graph: what every source of roads is brought to, cut at the junctions. Road `r` runs
 * from junction `from[r]` to `to[r]`; its bends in between are `firstBend[r] .. firstBend[r + 1] - 1`.
 */
export interface Roads {
  /** Junctions: WGS 84 in ten-millionths of a degree. */
  lonE7: Int32Array;
  latE7: Int32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** Tenths of a second from `from` to `to`, and back; `closed` where that way is not allowed. */
  forward: Uint32Array;
  backward: Uint32Array;
  metres: Float32Array;
  /** Index into `arcKinds`. */
  kind: Uint8Array;
  /** Length: roads + 1. */
  firstBend: Uint32Array;
  bendLonE7: Int32Array;
  bendLatE7: Int32Array;
  bans: readonly TurnBan[];
}

/**
 * A way through junctions that is not allowed: into the first road, over the ones between, into the last, each entered
 * where the one before it ends. Two roads are a plain turn at one junction; three or more a restriction with a via way.
 */
export interface TurnBan {
  /** Road indices. */
  roads: readonly number[];
  /** The junction between the first road and the second. */
  via: number;
}

/** One road of a small list. */
export interface Road {
  from: number;
  to: number;
  /** Tenths of a second; null where that way is not allowed. */
  forward: number | null;
  backward: number | null;
  metres: number;
  kind: ArcKind;
  /** WGS 84 degrees, between the ends. */
  bends?: readonly { lon: number; lat: number }[];
}

/** The columns of a list of roads: for sources of thousands, and for tests. Times are rounded. */
export function roadsOf(
  nodes: readonly { lon: number; lat: number }[],
  list: readonly Road[],
  bans: readonly TurnBan[] = [],
): Roads {
  const bends = list.flatMap((road) => road.bends ?? []);
  const firstBend = new Uint32Array(list.length + 1);
  list.forEach((road, at) => (firstBend[at + 1] = (firstBend[at] ?? 0) + (road.bends?.length ?? 0)));
  const column = (value: (road: Road) => number) => Uint32Array.from(list, value);
  const time = (deciseconds: number | null) => (deciseconds === null ? closed : mustBeTime(deciseconds));
  return {
    lonE7: Int32Array.from(nodes, ({ lon }) => toE7(lon)),
    latE7: Int32Array.from(nodes, ({ lat }) => toE7(lat)),
    from: column(({ from }) => mustBeNode(from, nodes.length)),
    to: column(({ to }) => mustBeNode(to, nodes.length)),
    forward: column(({ forward }) => time(forward)),
    backward: column(({ backward }) => time(backward)),
    metres: Float32Array.from(list, ({ metres }) => mustBeLength(metres)),
    kind: Uint8Array.from(list, ({ kind }) => arcKinds.indexOf(kind)),
    firstBend,
    bendLonE7: Int32Array.from(bends, ({ lon }) => toE7(lon)),
    bendLatE7: Int32Array.from(bends, ({ lat }) => toE7(lat)),
    bans,
  };
}

// A typed array would turn a wrong number into another wrong number and say nothing.

function mustBeNode(node: number, nodes: number): number {
  if (Number.isInteger(node) && node >= 0 && node < nodes) return node;
  throw new Error(`expected a junction below ${nodes}, got ${node}`);
}

function mustBeTime(deciseconds: number): number {
  if (deciseconds >= 0 && deciseconds < closed) return Math.max(1, Math.round(deciseconds));
  throw new Error(`expected a time of 0 or more, got deciseconds ${deciseconds}`);
}

function mustBeLength(metres: number): number {
  if (metres >= 0 && metres < Infinity) return metres;
  throw new Error(`expected a length of 0 or more, got metres ${metres}`);
}
