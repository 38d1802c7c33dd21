import { runThrough } from '../../model/slices.ts';
import type { Counts, DroppedBanReason, GraphAbout, LeftOutReason, ReadingWarning } from '../graph-origin.ts';
import type { InflateAhead, OsmCounts, OsmFile, OsmProgress, OsmWants } from '../osm/osm.ts';
import { wordsOf, type Profile } from '../profile.ts';
import type { Lines } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { turnBans } from './osm-bans.ts';
import { WayCutter } from './osm-cutter.ts';
import { KeptNodes, KeptWays } from './osm-kept-ways.ts';
import { nodesHaving, nodeTagKeys } from './osm-node.ts';
import { pathsOf } from './osm-paths.ts';
import { restrictionKeys, restrictionOf, restrictionsHaving, type Restriction } from './osm-restriction.ts';
import { shoreKeys, ShoreWriter } from './osm-shores.ts';
import { WayVerdicts } from './osm-verdicts.ts';
import { wayKeys } from './osm-way.ts';

/** Roads of an extract, the shores about them, and what is to be said of the reading. */
export interface OsmRoads {
  roads: Roads;
  shores: Lines;
  about: Required<
    Pick<
      GraphAbout,
      'date' | 'profile' | 'profileId' | 'linesRead' | 'leftOut' | 'unknown' | 'bansDropped' | 'warnings'
    >
  >;
}

/** Values without a rule that are told, the most frequent first. */
const unknownTold = 40;
/** Ways cut between two steps. */
const waysAtOnce = 20_000;

/**
 * Reads roads from an OpenStreetMap file in two passes: the ways and restrictions, then the nodes they need. Ways are cut
 * where they share a node, at barriers that let nobody through, and where an extract ends. Yields the share done, 0 to 1.
 * @throws OsmRefused where the file is damaged
 */
export function* osmRoadSteps(file: OsmFile, profile: Profile): Generator<number, OsmRoads> {
  const { read, wants, unknown } = waysToRead(profile);
  const counts = yield* shared(file.steps(wants), 0, 0.4);
  const nodes = new KeptNodes(read.ways.refs.view());
  yield* shared(file.steps(nodesToRead(nodes, profile, unknown)), 0.4, 0.8);
  return yield* cutSteps({ ...read, unknown, date: dateOf(file, counts) }, nodes, profile);
}

/** The same while other threads inflate what comes next; see `OsmFile.readAhead`. */
export async function osmRoadsAhead(
  file: OsmFile,
  profile: Profile,
  inflate: InflateAhead,
): Promise<OsmRoads> {
  const { read, wants, unknown } = waysToRead(profile);
  const counts = await file.readAhead(wants, inflate);
  const nodes = new KeptNodes(read.ways.refs.view());
  await file.readAhead(nodesToRead(nodes, profile, unknown), inflate);
  return runThrough(cutSteps({ ...read, unknown, date: dateOf(file, counts) }, nodes, profile));
}

const dateOf = ({ header }: OsmFile, { newestEdit }: OsmCounts) =>
  (header.timestamp ?? newestEdit ?? '').slice(0, 10);

/** What the first pass finds. */
interface ReadWays {
  ways: KeptWays;
  restrictions: Restriction[];
  linesRead: number;
  leftOut: Counts<LeftOutReason>;
  bansDropped: Counts<DroppedBanReason>;
}

/** How often each value without a rule was met. */
type Unknown = Map<string, number>;
const meet = (unknown: Unknown) => (what: string) => unknown.set(what, (unknown.get(what) ?? 0) + 1);

function waysToRead(profile: Profile): { read: ReadWays; wants: OsmWants; unknown: Unknown } {
  const unknown: Unknown = new Map();
  const tell = meet(unknown);
  const read: ReadWays = {
    ways: new KeptWays(),
    restrictions: [],
    linesRead: 0,
    leftOut: {},
    bansDropped: {},
  };
  const verdicts = new WayVerdicts(profile);
  const wants: OsmWants = {
    way: {
      having: ['highway', 'route', ...shoreKeys],
      keys: [...wayKeys(profile), ...shoreKeys],
      see: (way) => {
        const { travel, unknown: untold } = verdicts.of(way.tags);
        if (travel === 'no line') return;
        if (travel !== 'shore') read.linesRead += 1;
        for (const what of untold) tell(what);
        if (travel === 'shore') read.ways.add(way, null);
        else if (typeof travel === 'string') count(read.leftOut, travel);
        else read.ways.add(way, travel);
      },
    },
    relation: {
      having: restrictionsHaving,
      keys: restrictionKeys,
      see: (relation) => {
        const restriction = restrictionOf(relation);
        if (typeof restriction === 'string') count(read.bansDropped, restriction);
        else if (restriction) read.restrictions.push(restriction);
      },
    },
  };
  return { read, wants, unknown };
}

function nodesToRead(nodes: KeptNodes, profile: Profile, unknown: Unknown): OsmWants {
  const tell = meet(unknown);
  return {
    nodes: (run) => nodes.place(run),
    node: {
      having: nodesHaving,
      keys: nodeTagKeys(profile),
      see: (node) => nodes.see(node, profile, tell),
    },
  };
}

function* cutSteps(
  read: ReadWays & { unknown: Unknown; date: string },
  nodes: KeptNodes,
  profile: Profile,
): Generator<number, OsmRoads> {
  const { ways, restrictions, date, linesRead, leftOut, bansDropped } = read;
  const paths = pathsOf(ways, nodes);
  yield 0.82;
  const cutter = new WayCutter(ways, nodes, paths, profile);
  const shores = new ShoreWriter(nodes);
  const named = new Set(restrictions.flatMap(({ from, via, to }) => [...from, ...via.ways, ...to]));
  let clipped = 0;
  const cutWay = (way: number) => {
    const travel = ways.travels[way];
    const part = paths.firstPart[way] as number;
    const end = paths.firstPart[way + 1] as number;
    if (!travel) {
      for (let one = part; one < end; one += 1)
        shores.add(paths.nodes, paths.start[one] as number, (paths.start[one + 1] as number) - 1);
    } else if (part === end) {
      count(leftOut, paths.isClipped[way] === 1 ? 'nodes missing' : 'fewer than two corners');
    } else {
      clipped += paths.isClipped[way] as number;
      cutter.cut(way, travel, named.has(ways.ids.at(way)));
    }
  };
  // Engines do not make the loops of a generator fast: it only calls.
  for (let way = 0; way < ways.travels.length; way += waysAtOnce) {
    cutAll(way, Math.min(way + waysAtOnce, ways.travels.length), cutWay);
    yield 0.82 + (0.1 * way) / ways.travels.length;
  }
  const { bans, dropped } = turnBans(restrictions, cutter.network());
  for (const [reason, more] of Object.entries(dropped)) count(bansDropped, reason as DroppedBanReason, more);
  const warnings: Counts<ReadingWarning> = {};
  if (cutter.ferriesAssumed > 0) warnings['ferries without duration'] = cutter.ferriesAssumed;
  if (clipped > 0) warnings['roads cut off'] = clipped;
  yield 0.95;
  const unknown = mostFrequent(read.unknown);
  return {
    roads: { ...cutter.writer.finish(), bans },
    shores: shores.finish(),
    about: {
      date,
      profile: wordsOf(profile),
      profileId: `${profile.id} ${profile.version}`,
      ...{ linesRead, leftOut, unknown, bansDropped, warnings },
    },
  };
}

function cutAll(from: number, to: number, cut: (way: number) => void): void {
  for (let way = from; way < to; way += 1) cut(way);
}

function count<Reason extends string>(counts: Counts<Reason>, reason: Reason, more = 1): void {
  counts[reason] = (counts[reason] ?? 0) + more;
}

function mostFrequent(unknown: Unknown): { what: string; count: number }[] {
  const told = [...unknown].map(([what, times]) => ({ what, count: times }));
  told.sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
  return told.slice(0, unknownTold);
}

/** The steps of reading a file, as a share of the whole between two shares. */
function* shared<End>(
  steps: Generator<OsmProgress, End, void>,
  from: number,
  to: number,
): Generator<number, End> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { bytesRead, bytes } = step.value;
    yield from + ((to - from) * bytesRead) / Math.max(1, bytes);
  }
}
