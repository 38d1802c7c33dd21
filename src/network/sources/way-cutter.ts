import { haversineKilometres } from '../../geo/distance.ts';
import type { Counts, LeftOutReason } from '../graph-origin.ts';
import type { NodeTable } from '../osm/node-table.ts';
import type { Profile } from '../profile.ts';
import { arcKinds, closed, fromE7, type Lines } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { keptCorners } from '../simplify-line.ts';
import type { NodeEffect } from './osm-node.ts';
import { ShoreWriter } from './osm-shores.ts';
import type { WayTravel } from './osm-way.ts';

/** Corners that lie this near to the line through the others are not kept. */
const shapeToleranceMetres = 1.5;
/** A way that is a road, or a shore, by the place of its nodes in one long list. */
export interface KeptWay {
  id: number;
  first: number;
  end: number;
  /** Null for a shore. */
  travel: WayTravel | null;
}

/** Stands for a node that the file does not hold. */
export const nowhere = -0x80000000;

/** Ways with the nodes they need. */
export interface Cuttable {
  ways: readonly KeptWay[];
  refs: readonly number[];
  table: NodeTable;
  lonE7: Int32Array;
  latE7: Int32Array;
  effects: ReadonlyMap<number, NodeEffect>;
  profile: Profile;
}

/** Cuts ways to roads at their junctions. */
export class WayCutter {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly #of: Cuttable;
  /** How many times a node is passed by roads: 3 or more where they meet. Ends count one, passages two. */
  readonly #arms: Uint8Array;
  readonly #uses: Uint8Array;
  readonly #junction: Int32Array;
  readonly #junctionLon: number[] = [];
  readonly #junctionLat: number[] = [];
  readonly #forward: number[] = [];
  readonly #backward: number[] = [];
  readonly #metres: number[] = [];
  readonly #kind: number[] = [];
  readonly #firstBend: number[] = [0];
  readonly #bendLon: number[] = [];
  readonly #bendLat: number[] = [];
  readonly #roadsOfWay = new Map<number, number[]>();

  constructor(of: Cuttable) {
    this.#of = of;
    this.#arms = new Uint8Array(of.table.size);
    this.#uses = new Uint8Array(of.table.size);
    this.#junction = new Int32Array(of.table.size).fill(-1);
  }

  roadsOf = (way: number): readonly number[] => this.#roadsOfWay.get(way) ?? [];

  junctionOf = (id: number): number | undefined => {
    const node = this.#of.table.indexOf(id);
    const junction = node < 0 ? -1 : (this.#junction[node] ?? -1);
    return junction < 0 ? undefined : junction;
  };

  cut(leftOut: Counts<LeftOutReason>): { roads: Roads; shores: Lines; ferriesAssumed: number } {
    const { ways } = this.#of;
    const shores = new ShoreWriter();
    const runs = ways.map((way) => this.#runsOf(way));
    ways.forEach(({ travel }, at) => {
      if (travel) for (const run of runs[at] ?? []) this.#count(run);
    });
    let ferriesAssumed = 0;
    ways.forEach(({ id, travel }, at) => {
      const parts = runs[at] ?? [];
      if (!travel) {
        for (const run of parts)
          shores.add(this.#places(run, this.#of.lonE7), this.#places(run, this.#of.latE7));
        return;
      }
      if (parts.length === 0) leftOut['nodes missing'] = (leftOut['nodes missing'] ?? 0) + 1;
      if (travel.kind === 'ferry' && travel.statedSeconds === null) ferriesAssumed += 1;
      this.#cutWay(id, travel, parts);
    });
    return { roads: this.#roads(), shores: shores.finish(), ferriesAssumed };
  }

  /** The nodes of a way by index, without repeats, in runs that the file holds whole. */
  #runsOf({ first, end }: KeptWay): number[][] {
    const { refs, table, lonE7 } = this.#of;
    const runs: number[][] = [];
    let run: number[] = [];
    const close = () => {
      if (run.length > 1) runs.push(run);
      run = [];
    };
    for (let at = first; at < end; at += 1) {
      const node = table.indexOf(refs[at] ?? 0);
      if (lonE7[node] === nowhere) close();
      else if (node !== run.at(-1)) run.push(node);
    }
    close();
    return runs;
  }

  #count(run: readonly number[]): void {
    run.forEach((node, at) => {
      const isEnd = at === 0 || at === run.length - 1;
      this.#uses[node] = Math.min(255, (this.#uses[node] ?? 0) + 1);
      this.#arms[node] = Math.min(255, (this.#arms[node] ?? 0) + (isEnd ? 1 : 2));
    });
  }

  #cutWay(id: number, travel: WayTravel, runs: readonly (readonly number[])[]): void {
    const roads: number[] = [];
    const total = runs.reduce((sum, run) => sum + this.#metresOf(run), 0);
    for (const run of runs) {
      let start = 0;
      for (let at = 1; at < run.length; at += 1) {
        const node = run[at] ?? 0;
        const isCut = at === run.length - 1 || (this.#uses[node] ?? 0) > 1 || this.#isBlocked(node);
        if (!isCut) continue;
        roads.push(this.#addRoad(run.slice(start, at + 1), travel, total));
        start = at;
      }
    }
    this.#board(roads, travel);
    this.#roadsOfWay.set(id, roads);
  }

  #isBlocked(node: number): boolean {
    return this.#of.effects.get(node)?.isBlocked ?? false;
  }

  #addRoad(nodes: readonly number[], travel: WayTravel, wayMetres: number): number {
    const metres = this.#metresOf(nodes);
    const kept = keptCorners(
      this.#places(nodes, this.#of.lonE7),
      this.#places(nodes, this.#of.latE7),
      shapeToleranceMetres,
    );
    for (const corner of kept.slice(1, -1)) {
      this.#bendLon.push(this.#of.lonE7[nodes[corner] ?? 0] ?? 0);
      this.#bendLat.push(this.#of.latE7[nodes[corner] ?? 0] ?? 0);
    }
    this.#firstBend.push(this.#bendLon.length);
    this.#metres.push(metres);
    this.#kind.push(arcKinds.indexOf(travel.kind));
    this.from.push(this.#junctionAt(nodes[0] ?? 0));
    this.to.push(this.#junctionAt(nodes.at(-1) ?? 0));
    const { forwardKmh, backwardKmh, statedSeconds } = travel;
    const seconds = (kmh: number) =>
      statedSeconds === null
        ? metres / (kmh / 3.6)
        : statedSeconds * (wayMetres > 0 ? metres / wayMetres : 1);
    const [ahead, back] = this.#costs(nodes, travel);
    this.#forward.push(forwardKmh > 0 ? deciseconds(seconds(forwardKmh) + ahead) : closed);
    this.#backward.push(backwardKmh > 0 ? deciseconds(seconds(backwardKmh) + back) : closed);
    return this.from.length - 1;
  }

  /** Seconds of the nodes that a road arrives at: along it, and back. What it leaves from was paid by the road before. */
  #costs(nodes: readonly number[], { kind }: WayTravel): [number, number] {
    if (kind === 'ferry') return [0, 0];
    let [ahead, back] = [0, 0];
    const last = nodes.length - 1;
    nodes.forEach((node, at) => {
      const effect = this.#of.effects.get(node);
      const meeting = (this.#arms[node] ?? 0) > 2 ? this.#of.profile.costs.junctionSeconds : 0;
      if (at > 0) ahead += (effect?.forwardSeconds ?? 0) + (at === last ? meeting : 0);
      if (at < last) back += (effect?.backwardSeconds ?? 0) + (at === 0 ? meeting : 0);
    });
    return [ahead, back];
  }

  /** Waiting for a ferry counts once a crossing: on its first road each way. */
  #board(roads: readonly number[], { kind }: WayTravel): void {
    if (kind !== 'ferry') return;
    const wait = this.#of.profile.ferry.boardingSeconds * 10;
    const [first, last] = [roads[0], roads.at(-1)];
    const add = (times: number[], road: number | undefined) => {
      if (road !== undefined && times[road] !== closed) times[road] = (times[road] ?? 0) + wait;
    };
    add(this.#forward, first);
    add(this.#backward, last);
  }

  /** The junction of a node. At a barrier that lets nobody through, each road ends for itself. */
  #junctionAt(node: number): number {
    const known = this.#junction[node] ?? -1;
    if (known >= 0 && !this.#isBlocked(node)) return known;
    this.#junctionLon.push(this.#of.lonE7[node] ?? 0);
    this.#junctionLat.push(this.#of.latE7[node] ?? 0);
    return (this.#junction[node] = this.#junctionLon.length - 1);
  }

  #metresOf(nodes: readonly number[]): number {
    const { lonE7, latE7 } = this.#of;
    let metres = 0;
    for (let at = 1; at < nodes.length; at += 1) {
      const [a, b] = [nodes[at - 1] ?? 0, nodes[at] ?? 0];
      metres +=
        haversineKilometres(
          fromE7(lonE7[a] ?? 0),
          fromE7(latE7[a] ?? 0),
          fromE7(lonE7[b] ?? 0),
          fromE7(latE7[b] ?? 0),
        ) * 1000;
    }
    return metres;
  }

  #places(nodes: readonly number[], e7: Int32Array): number[] {
    return nodes.map((node) => e7[node] ?? 0);
  }

  #roads(): Roads {
    return {
      lonE7: Int32Array.from(this.#junctionLon),
      latE7: Int32Array.from(this.#junctionLat),
      from: Uint32Array.from(this.from),
      to: Uint32Array.from(this.to),
      forward: Uint32Array.from(this.#forward),
      backward: Uint32Array.from(this.#backward),
      metres: Float32Array.from(this.#metres),
      kind: Uint8Array.from(this.#kind),
      firstBend: Uint32Array.from(this.#firstBend),
      bendLonE7: Int32Array.from(this.#bendLon),
      bendLatE7: Int32Array.from(this.#bendLat),
      bans: [],
    };
  }
}

const deciseconds = (seconds: number) => Math.max(1, Math.round(seconds * 10));
