import type { Counts, DroppedBanReason, GraphAbout, LeftOutReason } from '../graph-origin.ts';
import { NodeTable } from '../osm/node-table.ts';
import type { OsmFile, OsmProgress, OsmWay } from '../osm/osm.ts';
import { wordsOf, type Profile } from '../profile.ts';
import type { Lines } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { turnBans } from './osm-bans.ts';
import { effectOf, nodesHaving, nodeTagKeys, type NodeEffect } from './osm-node.ts';
import { restrictionKeys, restrictionOf, type Restriction } from './osm-restriction.ts';
import { isShore, shoreKeys } from './osm-shores.ts';
import { travelOn, wayKeys, type WayTravel } from './osm-way.ts';
import { nowhere, WayCutter, type KeptWay } from './way-cutter.ts';

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

/**
 * Reads roads from an OpenStreetMap file in two passes: the ways and restrictions, then the nodes they need. Ways are cut
 * where they share a node, at barriers that let nobody through, and where an extract ends. Yields the share done, 0 to 1.
 * @throws OsmRefused where the file is damaged
 */
export function* osmRoadSteps(file: OsmFile, profile: Profile): Generator<number, OsmRoads> {
  const unknown = new Map<string, number>();
  const tell = (what: string) => unknown.set(what, (unknown.get(what) ?? 0) + 1);
  const ways: KeptWay[] = [];
  const refs: number[] = [];
  const leftOut: Counts<LeftOutReason> = {};
  const bansDropped: Counts<DroppedBanReason> = {};
  const restrictions: Restriction[] = [];
  let linesRead = 0;

  const keep = ({ id, refs: nodes }: OsmWay, travel: WayTravel | null) => {
    const first = refs.length;
    for (const node of nodes) refs.push(node);
    ways.push({ id, first, end: refs.length, travel });
  };
  const counts = yield* shared(
    file.steps({
      way: {
        having: ['highway', 'route', 'ferry', 'natural', 'waterway'],
        keys: [...wayKeys(profile), ...shoreKeys],
        see: (way) => {
          if (isShore(way)) return keep(way, null);
          if (
            way.tags.get('highway') === undefined &&
            way.tags.get('route') !== 'ferry' &&
            way.tags.get('ferry') !== 'yes'
          )
            return;
          linesRead += 1;
          const travel = travelOn(way.tags, profile, tell);
          if (typeof travel === 'string') leftOut[travel] = (leftOut[travel] ?? 0) + 1;
          else keep(way, travel);
        },
      },
      relation: {
        having: [
          'restriction',
          'restriction:motorcar',
          'restriction:motor_vehicle',
          'restriction:conditional',
        ],
        keys: restrictionKeys,
        see: (relation) => {
          const found = restrictionOf(relation);
          if (typeof found === 'string') bansDropped[found] = (bansDropped[found] ?? 0) + 1;
          else if (found) restrictions.push(found);
        },
      },
    }),
    0,
    0.45,
  );

  const table = NodeTable.of(Float64Array.from(refs));
  const lonE7 = new Int32Array(table.size).fill(nowhere);
  const latE7 = new Int32Array(table.size);
  const effects = new Map<number, NodeEffect>();
  yield* shared(
    file.steps({
      nodes: (run) => {
        for (let at = 0; at < run.ids.length; at += 1) {
          const node = table.indexOf(run.ids[at] ?? 0);
          if (node < 0) continue;
          lonE7[node] = run.lonE7[at] ?? 0;
          latE7[node] = run.latE7[at] ?? 0;
        }
      },
      node: {
        having: nodesHaving,
        keys: nodeTagKeys(profile),
        see: ({ id, tags }) => {
          const node = table.indexOf(id);
          const effect = node < 0 ? null : effectOf(tags, profile, tell);
          if (effect) effects.set(node, effect);
        },
      },
    }),
    0.45,
    0.85,
  );

  const cutter = new WayCutter({ ways, refs, table, lonE7, latE7, effects, profile });
  const { roads, ferriesAssumed, shores } = cutter.cut(leftOut);
  yield 0.95;
  const { bans, dropped } = turnBans(restrictions, cutter);
  for (const [reason, count] of Object.entries(dropped) as [DroppedBanReason, number][])
    bansDropped[reason] = (bansDropped[reason] ?? 0) + count;
  const told = [...unknown].map(([what, count]) => ({ what, count }));
  told.sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
  return {
    roads: { ...roads, bans },
    shores,
    about: {
      date: (file.header.timestamp ?? counts.newestEdit ?? '').slice(0, 10),
      profile: wordsOf(profile),
      profileId: `${profile.id} ${profile.version}`,
      linesRead,
      leftOut,
      unknown: told.slice(0, unknownTold),
      bansDropped,
      warnings: ferriesAssumed > 0 ? { 'ferries without duration': ferriesAssumed } : {},
    },
  };
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
