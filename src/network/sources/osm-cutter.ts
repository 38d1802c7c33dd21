import { closed, type ArcKind } from '../road-graph.ts';
import type { Profile } from '../profile.ts';
import type { RoadNetwork } from './osm-bans.ts';
import type { KeptNodes, KeptWays } from './osm-kept-ways.ts';
import { wayMetres, type Paths } from './osm-paths.ts';
import type { WayTravel } from './osm-way.ts';
import { metresAlong, RoadWriter } from './road-writer.ts';

const mostCounted = 255;

/**
 * Cuts ways to roads where they meet, at their ends, and at barriers that let nobody through. Times are those of the way,
 * with what is waited for at the nodes that a road arrives at: what it leaves from was paid by the road before.
 */
export class WayCutter {
  readonly writer: RoadWriter;
  /** How often ways pass a node, their ends counted too: a junction where it is more than once. */
  readonly #uses: Uint8Array;
  /** Arms of roads that count where they meet: ends one, passages two. */
  readonly #arms: Uint8Array;
  /** 1 where a road that is no ferry passes. */
  readonly #isOnLand: Uint8Array;
  /** 1 where a node has an effect. */
  readonly #hasEffect: Uint8Array;
  readonly #junction: Int32Array;
  /** Roads of the ways that restrictions name. */
  readonly #roadsOfWay = new Map<number, number[]>();
  ferriesAssumed = 0;

  constructor(
    private readonly ways: KeptWays,
    private readonly nodes: KeptNodes,
    private readonly paths: Paths,
    private readonly profile: Profile,
  ) {
    const size = nodes.table.size;
    this.writer = new RoadWriter(nodes);
    this.#uses = new Uint8Array(size);
    this.#arms = new Uint8Array(size);
    this.#isOnLand = new Uint8Array(size);
    this.#hasEffect = new Uint8Array(size);
    this.#junction = new Int32Array(size).fill(-1);
    for (const node of nodes.effects.keys()) this.#hasEffect[node] = 1;
    for (let way = 0; way < ways.travels.length; way += 1) this.#count(way, ways.travels[way] ?? null);
  }

  /** The roads cut so far, for restrictions to be found on. */
  network(): RoadNetwork {
    const { from, to } = this.writer;
    return {
      from: from.view(),
      to: to.view(),
      roadsOf: (way) => this.#roadsOfWay.get(way) ?? [],
      junctionOf: (id) => {
        const node = this.nodes.table.indexOf(id);
        const junction = node < 0 ? -1 : (this.#junction[node] as number);
        return junction < 0 ? undefined : junction;
      },
    };
  }

  /** Cuts a way; `isNamed` where a restriction will ask for its roads. */
  cut(way: number, travel: WayTravel, isNamed: boolean): void {
    const before = this.writer.count;
    const timed = this.#timed(way, travel);
    const { start, firstPart } = this.paths;
    for (let part = firstPart[way] as number; part < (firstPart[way + 1] as number); part += 1)
      this.#cutPart(timed, start[part] as number, (start[part + 1] as number) - 1);
    if (!isNamed) return;
    const roads = Array.from({ length: this.writer.count - before }, (_, at) => before + at);
    this.#roadsOfWay.set(this.ways.ids.at(way), roads);
  }

  /** A stated time as a speed. Of a way that the extract cuts off the time is not known, for it is that of the whole. */
  #timed(way: number, travel: WayTravel): WayTravel {
    const { statedSeconds, kind, forwardKmh, backwardKmh } = travel;
    const isStated = statedSeconds !== null && this.paths.isClipped[way] === 0;
    if (kind === 'ferry' && !isStated) this.ferriesAssumed += 1;
    if (!isStated) return travel;
    const kmh = (wayMetres(this.nodes, this.paths, way) / statedSeconds) * 3.6;
    return { ...travel, forwardKmh: forwardKmh && kmh, backwardKmh: backwardKmh && kmh };
  }

  #count(way: number, travel: WayTravel | null): void {
    if (!travel) return;
    const { nodes, start, firstPart } = this.paths;
    const uses = this.#uses;
    const armsAt = this.#arms;
    for (let part = firstPart[way] as number; part < (firstPart[way + 1] as number); part += 1) {
      const first = start[part] as number;
      const last = (start[part + 1] as number) - 1;
      for (let at = first; at <= last; at += 1) {
        const node = nodes[at] as number;
        const arms = travel.isMinor ? 0 : at === first || at === last ? 1 : 2;
        uses[node] = Math.min(mostCounted, (uses[node] as number) + 1);
        armsAt[node] = Math.min(mostCounted, (armsAt[node] as number) + arms);
        if (travel.kind !== 'ferry') this.#isOnLand[node] = 1;
      }
    }
  }

  #cutPart(travel: WayTravel, first: number, last: number): void {
    const { nodes } = this.paths;
    let start = first;
    for (let at = first + 1; at <= last; at += 1) {
      const node = nodes[at] as number;
      if (at < last && (this.#uses[node] as number) < 2 && !this.#isBlocked(node)) continue;
      this.#addRoad(travel, start, at);
      start = at;
    }
  }

  #isBlocked(node: number): boolean {
    return this.#hasEffect[node] === 1 && this.nodes.effects.get(node)?.isBlocked === true;
  }

  #addRoad({ kind, forwardKmh, backwardKmh }: WayTravel, first: number, last: number): void {
    const { nodes } = this.paths;
    const metres = metresAlong(this.nodes, nodes, first, last);
    const isFerry = kind === 'ferry';
    const ahead = isFerry ? this.#boarding(first) : this.#waits(first, last, 'forwardSeconds');
    const back = isFerry ? this.#boarding(last) : this.#waits(first, last, 'backwardSeconds');
    const road = {
      from: this.#junctionAt(nodes[first] as number),
      to: this.#junctionAt(nodes[last] as number),
      forward: timeOf(metres, forwardKmh, ahead),
      backward: timeOf(metres, backwardKmh, back),
      metres,
      kind: kind satisfies ArcKind,
    };
    this.writer.add(road, nodes, first, last);
  }

  /** The wait for a ferry, where it is boarded from land; where two lines of a ferry meet at sea, it sails on. */
  #boarding(at: number): number {
    const node = this.paths.nodes[at] as number;
    const isAtSea = this.#isOnLand[node] === 0 && (this.#uses[node] as number) > 1;
    return isAtSea ? 0 : this.profile.ferry.boardingSeconds;
  }

  /** Seconds at the nodes that a road passes or arrives at, but not at the one it leaves. */
  #waits(first: number, last: number, way: 'forwardSeconds' | 'backwardSeconds'): number {
    const { nodes } = this.paths;
    const isForward = way === 'forwardSeconds';
    let seconds = 0;
    for (let at = isForward ? first + 1 : first; at <= (isForward ? last : last - 1); at += 1) {
      const node = nodes[at] as number;
      if (this.#hasEffect[node] === 1) seconds += this.nodes.effects.get(node)?.[way] ?? 0;
    }
    const arrival = nodes[isForward ? last : first] as number;
    return (this.#arms[arrival] as number) > 2 ? seconds + this.profile.costs.junctionSeconds : seconds;
  }

  /** The junction of a node. At a barrier that lets nobody through, each road ends for itself. */
  #junctionAt(node: number): number {
    const known = this.#junction[node] as number;
    if (known >= 0 && !this.#isBlocked(node)) return known;
    return (this.#junction[node] = this.writer.junction(node));
  }
}

/** Tenths of a second. A function inside the one that cuts roads would be made anew for each of millions. */
const timeOf = (metres: number, kmh: number, waitSeconds: number) =>
  kmh > 0 ? Math.max(1, Math.round(((metres / kmh) * 3.6 + waitSeconds) * 10)) : closed;
