import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runThrough } from '../../src/model/slices.ts';
import { networkSteps } from '../../src/network/build-network.ts';
import { carProfile } from '../../src/network/profile.ts';
import { isochronesOf } from '../../src/network/reach.ts';
import { fromE7, type RoadGraph } from '../../src/network/road-graph.ts';
import { route, type Place } from '../../src/network/route.ts';
import { inflateInNode } from '../cli/inflate-in-node.ts';

/** The one routing engine of the registry that runs in Node without fetching more. */
const peerName = '@valhallajs/valhallajs';
const extracts = ['malta', 'andorra'];
const journeys = 400;
const isochrones = 36;
const minutes = 30;

interface PeerPackage {
  Actor: new (config: object) => Peer;
  /** A configuration that writes no log. */
  getConfig(options: { tileDir: string; tileExtract: string }): Promise<object>;
}

/** What we ask of it; answers as its manual gives them. */
interface Peer {
  route(query: object): Promise<{ trip: { summary: { time: number; length: number } } }>;
  isochrone(query: object): Promise<object>;
}

/**
 * Times of journeys and the work of an isochrone, beside Valhalla on the same extracts, where it is installed
 * (`npm i --no-save @valhallajs/valhallajs`) and `GUICHET_REAL_DATA` names the folder of extracts.
 */
export async function benchValhalla(): Promise<string[]> {
  const folder = process.env.GUICHET_REAL_DATA;
  const entry = installed();
  if (!folder || !entry)
    return [`${peerName} or the extracts are not here (npm i --no-save ${peerName}): not compared`];
  const lines: string[] = [];
  for (const name of extracts)
    lines.push(...(await compared(name, join(folder, `roads/${name}.osm.pbf`), entry)));
  return lines;
}

function installed(): string | null {
  try {
    return createRequire(import.meta.url).resolve(peerName);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

async function compared(name: string, path: string, entry: string): Promise<string[]> {
  const work = mkdtempSync(join(tmpdir(), 'guichet-valhalla-'));
  try {
    const peer = await peerOf(path, work, entry);
    const graph = graphOf(path);
    const ratios = await ratiosOf(graph, peer);
    const at = (share: number) => (ratios[Math.floor(share * (ratios.length - 1))] ?? NaN).toFixed(2);
    const { ours, first, theirs } = await isochroneTimes(graph, peer);
    return [
      `${name}: our time over Valhalla's, ${ratios.length} journeys: 5th percentile ${at(0.05)}, quartiles ${at(0.25)}, ${at(0.5)}, ${at(0.75)}, 95th ${at(0.95)}`,
      `${name}: land within ${minutes} minutes: ours ${ours.toFixed(0)} ms (the first ${first.toFixed(0)}), Valhalla's ${theirs.toFixed(0)} ms, medians of ${isochrones}: ${(ours / theirs).toFixed(2)} of its time`,
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Builds its tiles of the extract, as its manual says. */
async function peerOf(path: string, work: string, entry: string): Promise<Peer> {
  const command = join(dirname(entry), 'bin/valhalla-cli.js');
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [command, ...args], {
      cwd: work,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const config = join(work, 'config.json');
  const [tileDir, tileExtract] = [join(work, 'tiles'), join(work, 'tiles.tar')];
  writeFileSync(
    config,
    run('build_config', '--mjolnir-tile-dir', tileDir, '--mjolnir-tile-extract', tileExtract),
  );
  run('build_tiles', '-c', config, path);
  const { Actor, getConfig } = (await import(entry)) as PeerPackage;
  return new Actor(await getConfig({ tileDir, tileExtract }));
}

function graphOf(path: string): RoadGraph {
  const file = { name: path, bytes: new Uint8Array(readFileSync(path)), sha256: '' };
  return runThrough(networkSteps(file, carProfile, inflateInNode));
}

/** Junctions, evenly over the graph's own order, so that each run asks for the same. */
function places({ lonE7, latE7, copyOf }: RoadGraph, count: number, from: number): Place[] {
  const junctions = lonE7.length - copyOf.length;
  return Array.from({ length: count }, (_, at) => {
    const node = Math.floor(((at * 0.618_034 + from) % 1) * junctions);
    return { lon: fromE7(lonE7[node] ?? 0), lat: fromE7(latE7[node] ?? 0) };
  });
}

/** Our time over its own, of journeys of more than two minutes that both find, the least first. */
async function ratiosOf(graph: RoadGraph, peer: Peer): Promise<number[]> {
  const ends = places(graph, journeys, 0.5);
  const ratios: number[] = [];
  for (const [at, from] of places(graph, journeys, 0).entries()) {
    const to = ends[at] ?? from;
    const ours = route(graph, from, to, { objective: 'time', snapLimitKilometres: 1 }).route;
    const theirs = await peer
      .route({
        locations: [from, to].map(({ lon, lat }) => ({ lon, lat })),
        costing: 'auto',
        units: 'kilometers',
      })
      .catch((error: Error) => {
        if (/no path|no suitable edges|no route/i.test(error.message)) return null;
        throw error;
      });
    const seconds = theirs?.trip.summary.time ?? 0;
    if (ours && ours.seconds > 120 && seconds > 120) ratios.push(ours.seconds / seconds);
  }
  return ratios.sort((a, b) => a - b);
}

async function isochroneTimes(
  graph: RoadGraph,
  peer: Peer,
): Promise<{ ours: number; first: number; theirs: number }> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const place of places(graph, isochrones, 0.25)) {
    const asked = performance.now();
    isochronesOf({
      graph,
      points: { lon: Float64Array.of(place.lon), lat: Float64Array.of(place.lat) },
      direction: 'from point',
      minutes: [minutes],
      options: { estimateSpeed: 60, snapLimitKilometres: 1 },
    });
    const answered = performance.now();
    await peer.isochrone({
      locations: [place],
      costing: 'auto',
      contours: [{ time: minutes }],
      polygons: true,
    });
    ours.push(answered - asked);
    theirs.push(performance.now() - answered);
  }
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  return { ours: middle(ours), first: ours[0] ?? NaN, theirs: middle(theirs) };
}
