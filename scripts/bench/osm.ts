import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runThrough } from '../../src/model/slices.ts';
import { networkAhead, networkSteps, type NetworkFile } from '../../src/network/build-network.ts';
import { NodeTable } from '../../src/network/osm/node-table.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import type { NodeRun, OsmCounts, OsmFile, OsmWants } from '../../src/network/osm/osm.ts';
import { carProfile } from '../../src/network/profile.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import type { OsmData } from '../../test/network/osm/osm-data.ts';
import { writePbf } from '../../test/network/osm/write-pbf.ts';
import { inflateAheadInNode, inflateInNode } from '../cli/inflate-in-node.ts';
import { tiledExtract } from './tiled-extract.ts';

/** Long enough that engines have warmed up, in bytes. */
const targetBytes = 50e6;
const rounds = 7;

/** The one small reader in the registry that reads whole files in Node. */
const peerName = 'osm-pbf-parser';

const roadKeys = ['highway', 'route', 'oneway', 'maxspeed', 'access', 'surface', 'junction'];

/**
 * Makes a road graph of an extract, and reads it as a builder of a graph does; beside it `osm-pbf-parser` parses the file,
 * where it is installed (`npm i --no-save osm-pbf-parser`). The extract is Malta's where `GUICHET_REAL_DATA` names the
 * folder, else a town made up here: copies of it side by side in one file of about 50 MB.
 */
export async function benchOsm(): Promise<string[]> {
  const { name, bytes } = extract();
  const peer = await peerOf(bytes);
  const time = await middleTimes({
    'to a road graph, on one thread': () => toGraph(bytes),
    'to a road graph, inflated ahead by Node': () =>
      networkAhead(benchFile(bytes), carProfile, inflateAheadInNode),
    'roads, then their nodes, on one thread': () => builderPasses(native(bytes), inTurn),
    'the same with our own inflater, as in a browser': () => builderPasses(openOsm(bytes), inTurn),
    'the same inflated ahead by Node': () => builderPasses(openOsm(bytes), readAhead),
    'every object with all its tags, inflated ahead by Node': () => everything(bytes),
    ...(peer ? { [peerName]: peer } : {}),
  });
  const beside = time[peerName];
  return [
    `${name}, ${(bytes.length / 1e6).toFixed(0)} MB of .osm.pbf`,
    ...Object.entries(time).map(
      ([what, one]) => `${what}: ${rate(bytes, one)}${beside ? ratio(beside, one) : ''}`,
    ),
    ...(peer ? [] : [`${peerName} is not installed (npm i --no-save ${peerName}): not compared`]),
  ];
}

/** Seconds by the clock, and of all processors together, which tells more where others use the machine. */
interface Time {
  clock: number;
  processors: number;
}

const rate = (bytes: Uint8Array, { clock, processors }: Time) =>
  `${(bytes.length / 1e6 / clock).toFixed(1)} MB/s (${(bytes.length / 1e6 / processors).toFixed(1)} by processor time)`;

const ratio = (peer: Time, { clock, processors }: Time) =>
  `, ${(peer.clock / clock).toFixed(1)} x ${peerName} (${(peer.processors / processors).toFixed(1)} x)`;

/** The middle time of each, tried in turns, so that what else the machine does falls on all alike. */
async function middleTimes(works: Record<string, () => unknown>): Promise<Record<string, Time>> {
  const times = new Map(Object.keys(works).map((name) => [name, [] as Time[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of Object.entries(works)) {
      const [began, used] = [performance.now(), process.cpuUsage()];
      await work();
      const { user, system } = process.cpuUsage(used);
      const clock = (performance.now() - began) / 1000;
      times.get(name)?.push({ clock, processors: (user + system) / 1e6 });
    }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  return Object.fromEntries(
    [...times].map(([name, all]) => [
      name,
      {
        clock: middle(all.map(({ clock }) => clock)),
        processors: middle(all.map(({ processors }) => processors)),
      },
    ]),
  );
}

type Reading = (osm: OsmFile, wants: OsmWants) => OsmCounts | Promise<OsmCounts>;
const inTurn: Reading = (osm, wants) => osm.read(wants);
const native = (bytes: Uint8Array) => openOsm(bytes, inflateInNode);
const readAhead: Reading = (osm, wants) => osm.readAhead(wants, inflateAheadInNode);

function toGraph(bytes: Uint8Array): RoadGraph {
  return runThrough(networkSteps(benchFile(bytes), carProfile, inflateInNode));
}

const benchFile = (bytes: Uint8Array): NetworkFile => ({ name: 'bench', bytes, sha256: '' });

/** The two passes of a builder of a graph: the nodes of roads by id, then their places. */
async function builderPasses(osm: OsmFile, read: Reading): Promise<number> {
  let refs = new Float64Array(1 << 20);
  let count = 0;
  const note = (more: Float64Array) => {
    if (count + more.length > refs.length) {
      const wider = new Float64Array(refs.length * 2 + more.length);
      wider.set(refs);
      refs = wider;
    }
    refs.set(more, count);
    count += more.length;
  };
  const nothing = () => undefined;
  await read(osm, {
    way: { having: ['highway', 'route'], keys: roadKeys, see: (way) => note(way.refs) },
    relation: { having: ['restriction'], keys: ['type', 'restriction'], see: nothing },
  });
  const table = NodeTable.of(refs.subarray(0, count));
  const places = { lonE7: new Int32Array(table.size), latE7: new Int32Array(table.size) };
  await read(osm, {
    nodes: (run) => keepPlaces(run, table, places),
    node: { having: ['barrier', 'highway'], keys: ['barrier', 'highway'], see: nothing },
  });
  return table.size;
}

function keepPlaces(run: NodeRun, table: NodeTable, places: Pick<NodeRun, 'lonE7' | 'latE7'>): void {
  const indices = new Int32Array(run.ids.length);
  table.indicesOf(run.ids, indices);
  for (let at = 0; at < indices.length; at += 1) {
    const index = indices[at] as number;
    if (index < 0) continue;
    places.lonE7[index] = run.lonE7[at] as number;
    places.latE7[index] = run.latE7[at] as number;
  }
}

function everything(bytes: Uint8Array): Promise<OsmCounts> {
  const see = () => undefined;
  const wanted = { keys: 'all' as const, see };
  const wants = { nodes: see, node: wanted, way: wanted, relation: wanted };
  return openOsm(bytes).readAhead(wants, inflateAheadInNode);
}

/** The peer reading every object; null where it is not installed. */
async function peerOf(bytes: Uint8Array): Promise<(() => Promise<void>) | null> {
  const loaded = await import(peerName).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw cause;
  });
  if (!loaded) return null;
  const Parser = (loaded as { default: new () => NodeJS.ReadWriteStream }).default;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pieces = Array.from({ length: Math.ceil(whole.length / 65536) }, (_, at) =>
    whole.subarray(at * 65536, (at + 1) * 65536),
  );
  return () =>
    new Promise<void>((resolve, reject) => {
      const parser = Readable.from(pieces).pipe(new Parser());
      parser
        .on('data', () => undefined)
        .on('end', resolve)
        .on('error', reject);
    });
}

function extract(): { name: string; bytes: Uint8Array } {
  const folder = process.env.GUICHET_REAL_DATA;
  const one = folder ? readFileSync(join(folder, 'roads/malta.osm.pbf')) : writePbf(town());
  const copies = Math.ceil(targetBytes / one.length);
  const name = `${copies} copies of ${folder ? 'Malta' : 'a made-up town'} side by side`;
  return { name, bytes: tiledExtract(new Uint8Array(one), copies) };
}

/** Nodes along streets, a third of them roads and the rest buildings, with a few tags: ids and places rise by small uneven steps. */
function town(): OsmData {
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const nodes = Array.from({ length: 96_000 }, (_, at) => ({
    id: 4_000_000_000 + at * 3,
    lonE7: Math.round(-757_000_000 + (at % 310) * 900 + random() * 4000),
    latE7: Math.round(454_000_000 + Math.floor(at / 310) * 2000 + random() * 4000),
    tags: random() < 0.03 ? ([['highway', 'crossing']] as const) : [],
  }));
  const ways = Array.from({ length: 12_000 }, (_, way) => ({
    id: 500_000_000 + way * 7,
    refs: nodes.slice(way * 8, way * 8 + 9).map(({ id }) => id),
    tags:
      way % 3 > 0
        ? ([
            ['building', 'yes'],
            ['addr:housenumber', `${1 + (way % 200)}`],
          ] as const)
        : ([
            ['highway', 'residential'],
            ['name', `Rue ${way % 400}`],
            ['surface', 'asphalt'],
          ] as const),
    edited: 1.7e12 + way * 1e6,
  }));
  return { nodes, ways, relations: [] };
}
