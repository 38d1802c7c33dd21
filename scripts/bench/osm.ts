import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inflateSync } from 'node:zlib';
import { NodeTable } from '../../src/network/osm/node-table.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import type { Inflate } from '../../src/network/osm/osm.ts';
import { blobAt } from '../../src/network/osm/pbf-blobs.ts';
import type { OsmData } from '../../test/network/osm/osm-data.ts';
import { writePbf } from '../../test/network/osm/write-pbf.ts';

/** Long enough that engines have warmed up, in bytes. */
const targetBytes = 60e6;
const times = 3;

/** Where Node is at hand its inflater may be: it is native. */
const nodeInflate: Inflate = (zlib, size) =>
  inflateSync(zlib, { maxOutputLength: size, chunkSize: Math.max(64, size) });

const roadKeys = ['highway', 'route', 'oneway', 'maxspeed', 'access', 'surface', 'junction'];

/**
 * Reads an extract as a builder of a graph does, and as `osm-pbf-parser` does, which is measured beside where it is installed
 * (`npm i --no-save osm-pbf-parser`). The extract is Malta's where `GUICHET_REAL_DATA` names the folder, else a town made up
 * here; its blobs are repeated to a file of about 60 MB.
 */
export async function benchOsm(): Promise<string[]> {
  const { name, bytes } = extract();
  const megabytes = bytes.length / 1e6;
  const rate = (seconds: number) => `${(megabytes / seconds).toFixed(1)} MB/s`;
  const twoPasses = await fastest(() => builderPasses(bytes));
  const native = await fastest(() => builderPasses(bytes, nodeInflate));
  const all = await fastest(() => everything(bytes, nodeInflate));
  const peer = await peerSeconds(bytes);
  const times = (seconds: number) =>
    peer === null ? '' : `, ${(peer / seconds).toFixed(1)} x osm-pbf-parser`;
  return [
    `${name}, ${megabytes.toFixed(0)} MB of .osm.pbf`,
    `roads, then their nodes, as in a page: ${rate(twoPasses)}${times(twoPasses)}`,
    `roads, then their nodes, with Node's zlib: ${rate(native)}${times(native)}`,
    `every object with all its tags, with Node's zlib: ${rate(all)}${times(all)}`,
    peer === null
      ? 'osm-pbf-parser is not installed (npm i --no-save osm-pbf-parser): not compared'
      : `osm-pbf-parser, every object: ${rate(peer)}`,
  ];
}

async function fastest(work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work();
    best = Math.min(best, (performance.now() - began) / 1000);
  }
  return best;
}

function builderPasses(bytes: Uint8Array, inflate?: Inflate): number {
  const osm = openOsm(bytes, inflate);
  let refs = new Float64Array(1 << 16);
  let count = 0;
  osm.read({
    way: {
      having: ['highway', 'route'],
      keys: roadKeys,
      see: (way) => {
        if (count + way.refs.length > refs.length) {
          const wider = new Float64Array(refs.length * 2 + way.refs.length);
          wider.set(refs);
          refs = wider;
        }
        refs.set(way.refs, count);
        count += way.refs.length;
      },
    },
    relation: { having: ['restriction'], keys: ['type', 'restriction'], see: () => undefined },
  });
  const table = NodeTable.of(refs.subarray(0, count));
  const lonE7 = new Int32Array(table.size);
  const latE7 = new Int32Array(table.size);
  osm.read({
    nodes: (run) => {
      for (let at = 0; at < run.ids.length; at += 1) {
        const index = table.indexOf(run.ids[at] as number);
        if (index < 0) continue;
        lonE7[index] = run.lonE7[at] as number;
        latE7[index] = run.latE7[at] as number;
      }
    },
    node: { having: ['barrier', 'highway'], keys: ['barrier', 'highway'], see: () => undefined },
  });
  return table.size;
}

function everything(bytes: Uint8Array, inflate: Inflate): void {
  const see = () => undefined;
  const wanted = { keys: 'all' as const, see };
  openOsm(bytes, inflate).read({ nodes: see, node: wanted, way: wanted, relation: wanted });
}

/** Seconds of the peer, or null where it is not installed. */
async function peerSeconds(bytes: Uint8Array): Promise<number | null> {
  const name = 'osm-pbf-parser';
  const loaded = await import(name).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw cause;
  });
  if (!loaded) return null;
  const Parser = (loaded as { default: new () => NodeJS.ReadWriteStream }).default;
  return fastest(
    () =>
      new Promise<void>((resolve, reject) => {
        const pieces = Array.from({ length: Math.ceil(bytes.length / 65536) }, (_, at) =>
          Buffer.from(bytes.buffer, bytes.byteOffset).subarray(
            at * 65536,
            Math.min((at + 1) * 65536, bytes.length),
          ),
        );
        Readable.from(pieces)
          .pipe(new Parser())
          .on('data', () => undefined)
          .on('end', resolve)
          .on('error', reject);
      }),
  );
}

function extract(): { name: string; bytes: Uint8Array } {
  const folder = process.env.GUICHET_REAL_DATA;
  if (folder)
    return { name: 'Malta, repeated', bytes: repeated(readFileSync(join(folder, 'roads/malta.osm.pbf'))) };
  return { name: 'a town made up, repeated', bytes: repeated(writePbf(town())) };
}

/** The file with its blobs of data again and again. */
function repeated(file: Uint8Array): Uint8Array {
  const header = blobAt(file, 0).to;
  const rounds = Math.ceil((targetBytes - header) / (file.length - header));
  const bytes = new Uint8Array(header + rounds * (file.length - header));
  bytes.set(file);
  for (let round = 1; round < rounds; round += 1)
    bytes.set(file.subarray(header), header + round * (file.length - header));
  return bytes;
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
