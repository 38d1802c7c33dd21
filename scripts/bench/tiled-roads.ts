import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runThrough } from '../../src/model/slices.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import { carProfile } from '../../src/network/profile.ts';
import type { Roads } from '../../src/network/roads.ts';
import { osmRoadSteps } from '../../src/network/sources/osm-roads.ts';
import { inflateInNode } from '../cli/inflate-in-node.ts';

/** Lehmer's generator (Park & Miller 1988, 10.1145/63039.63042): the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const linkMetres = 30_000;
const linkDeciseconds = 12_000;

/** About so many junctions: copies of a real extract beside each other, or a made-up grid where there is none. */
export function tiledRoads(wanted: number): { roads: Roads; what: string } {
  const folder = process.env['GUICHET_REAL_DATA'];
  const path = folder && join(folder, 'roads/malta.osm.pbf');
  if (!path || !existsSync(path))
    return { roads: grid(Math.round(Math.sqrt(wanted))), what: 'a made-up grid' };
  const one = extract(path);
  const copies = Math.round(wanted / one.lonE7.length);
  return { roads: tiled(one, copies), what: `${copies} copies of Malta side by side` };
}

/** The roads of an extract. */
export function extract(path: string): Roads {
  const file = openOsm(new Uint8Array(readFileSync(path)), inflateInNode);
  return runThrough(osmRoadSteps(file, carProfile)).roads;
}

/** Copies in a square, each joined to the ones after it by a road between their first junctions. */
function tiled(one: Roads, copies: number): Roads {
  const side = Math.ceil(Math.sqrt(copies));
  const span = (values: Int32Array) =>
    values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  const [east, north] = [span(one.lonE7) + 200_000, span(one.latE7) + 200_000];
  const nodes = one.lonE7.length;
  const links: [number, number][] = [];
  for (let copy = 1; copy < copies; copy += 1) links.push([copy % side === 0 ? copy - side : copy - 1, copy]);
  const each = <Values extends Int32Array | Uint32Array | Float32Array | Uint8Array>(
    values: Values,
    change: (value: number, copy: number) => number,
    more: readonly number[] = [],
  ): Values => {
    const all = new (values.constructor as new (length: number) => Values)(
      values.length * copies + more.length,
    );
    for (let copy = 0; copy < copies; copy += 1)
      for (let at = 0; at < values.length; at += 1)
        all[copy * values.length + at] = change(values[at] ?? 0, copy);
    all.set(more, values.length * copies);
    return all;
  };
  const same = (value: number) => value;
  const bends = one.bendLonE7.length;
  const firstBend = each(one.firstBend.subarray(0, -1), (bend, copy) => bend + copy * bends, [
    ...links.map(() => bends * copies),
    bends * copies,
  ]);
  return {
    lonE7: each(one.lonE7, (lon, copy) => lon + (copy % side) * east),
    latE7: each(one.latE7, (lat, copy) => lat - Math.floor(copy / side) * north),
    from: each(
      one.from,
      (node, copy) => node + copy * nodes,
      links.map(([from]) => from * nodes),
    ),
    to: each(
      one.to,
      (node, copy) => node + copy * nodes,
      links.map(([, to]) => to * nodes),
    ),
    forward: each(
      one.forward,
      same,
      links.map(() => linkDeciseconds),
    ),
    backward: each(
      one.backward,
      same,
      links.map(() => linkDeciseconds),
    ),
    metres: each(
      one.metres,
      same,
      links.map(() => linkMetres),
    ),
    kind: each(
      one.kind,
      same,
      links.map(() => 0),
    ),
    firstBend,
    bendLonE7: each(one.bendLonE7, (lon, copy) => lon + (copy % side) * east),
    bendLatE7: each(one.bendLatE7, (lat, copy) => lat - Math.floor(copy / side) * north),
    bans: [],
  };
}

/** Two-way streets about 130 m long, three in ten left out. */
function grid(side: number): Roads {
  const random = seeded(2026);
  const [from, to, time]: [number[], number[], number[]] = [[], [], []];
  const street = (a: number, b: number) => {
    if (random() < 0.3) return;
    from.push(a);
    to.push(b);
    time.push(60 + Math.floor(random() * 200));
  };
  for (let node = 0; node < side * side; node += 1) {
    if (node % side < side - 1) street(node, node + 1);
    if (node + side < side * side) street(node, node + side);
  }
  const each = (value: (node: number) => number) =>
    Int32Array.from({ length: side * side }, (_, node) => value(node));
  return {
    lonE7: each((node) => -75e7 + (node % side) * 16_500),
    latE7: each((node) => 45e7 + Math.floor(node / side) * 11_700),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    forward: Uint32Array.from(time),
    backward: Uint32Array.from(time),
    metres: Float32Array.from(time, () => 130),
    kind: new Uint8Array(time.length),
    firstBend: new Uint32Array(time.length + 1),
    bendLonE7: new Int32Array(0),
    bendLatE7: new Int32Array(0),
    bans: [],
  };
}
