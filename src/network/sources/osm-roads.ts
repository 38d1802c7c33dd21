import type { Counts, DroppedBanReason, GraphAbout, LeftOutReason, ReadingWarning } from '../graph-origin.ts';
import type { OsmCounts, OsmFile, OsmProgress } from '../osm/osm.ts';
import { wordsOf, type Profile } from '../profile.ts';
import type { Lines } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { turnBans } from './osm-bans.ts';
import { WayCutter } from './osm-cutter.ts';
import { sharedTimes } from './osm-ferry-lines.ts';
import { KeptNodes, KeptWays } from './osm-kept-ways.ts';
import { nodesHaving, nodeTagKeys } from './osm-node.ts';
import { pathsOf } from './osm-paths.ts';
import { readRelations, type ReadRelations } from './osm-relations.ts';
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
 * Reads roads from an OpenStreetMap file in three passes: the relations, the ways, then the nodes they need. Ways are cut
 * where they share a node, at barriers that let nobody through, and where an extract ends. Yields the share done, 0 to 1.
 * @throws OsmRefused where the file is damaged
 */
export function* osmRoadSteps(file: OsmFile, profile: Profile): Generator<number, OsmRoads> {
  const unknown = new Map<string, number>();
  const tell = (what: string) => unknown.set(what, (unknown.get(what) ?? 0) + 1);
  const relations = yield* shared(readRelations(file, tell), 0, 0.02);
  const read = yield* shared(readWays(file, profile, relations.shores, tell), 0.02, 0.4);
  const nodes = new KeptNodes(read.ways.refs.view());
  yield* shared(
    file.steps({
      nodes: (run) => nodes.place(run),
      node: {
        having: nodesHaving,
        keys: nodeTagKeys(profile),
        see: (node) => nodes.see(node, profile, tell),
      },
    }),
    0.4,
    0.8,
  );
  const { roads, shores, warnings } = yield* cutSteps(read, relations, nodes, profile);
  return {
    roads,
    shores,
    about: {
      date: (file.header.timestamp ?? read.counts.newestEdit ?? '').slice(0, 10),
      profile: wordsOf(profile),
      profileId: `${profile.id} ${profile.version}`,
      linesRead: read.linesRead,
      leftOut: read.leftOut,
      unknown: mostFrequent(unknown),
      bansDropped: relations.bansDropped,
      warnings,
    },
  };
}

/** What the pass of the ways finds. */
interface ReadWays {
  ways: KeptWays;
  linesRead: number;
  leftOut: Counts<LeftOutReason>;
  counts: OsmCounts;
}

function* readWays(
  file: OsmFile,
  profile: Profile,
  shores: ReadonlySet<number>,
  tell: (what: string) => void,
): Generator<OsmProgress, ReadWays, void> {
  const found: Omit<ReadWays, 'counts'> = { ways: new KeptWays(), linesRead: 0, leftOut: {} };
  const verdicts = new WayVerdicts(profile);
  const counts = yield* file.steps({
    way: {
      having: ['highway', 'route', ...shoreKeys],
      orIds: shores,
      keys: [...wayKeys(profile), ...shoreKeys],
      see: (way) => {
        const { travel, unknown } = verdicts.of(way.tags);
        const isLine = travel !== 'no line' && travel !== 'shore';
        if (isLine) found.linesRead += 1;
        for (const what of unknown) tell(what);
        if (isLine && typeof travel === 'string') count(found.leftOut, travel);
        if (typeof travel !== 'string') found.ways.add(way, travel);
        else if (travel === 'shore' || shores.has(way.id)) found.ways.add(way, null);
      },
    },
  });
  return { ...found, counts };
}

function* cutSteps(read: ReadWays, relations: ReadRelations, nodes: KeptNodes, profile: Profile) {
  const { ways, leftOut } = read;
  const { restrictions, bansDropped, ferryLines } = relations;
  const paths = pathsOf(ways, nodes);
  const times = sharedTimes(ferryLines, ways, nodes, paths);
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
      const shared = travel.statedSeconds === null ? times.get(way) : undefined;
      const timed = shared === undefined ? travel : { ...travel, statedSeconds: shared };
      cutter.cut(way, timed, named.has(ways.ids.at(way)));
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
  return { roads: { ...cutter.writer.finish(), bans }, shores: shores.finish(), warnings };
}

function cutAll(from: number, to: number, cut: (way: number) => void): void {
  for (let way = from; way < to; way += 1) cut(way);
}

function count<Reason extends string>(counts: Counts<Reason>, reason: Reason, more = 1): void {
  counts[reason] = (counts[reason] ?? 0) + more;
}

function mostFrequent(unknown: ReadonlyMap<string, number>): { what: string; count: number }[] {
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
