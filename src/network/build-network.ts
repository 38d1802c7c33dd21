import { buildGraph } from './build-graph.ts';
import { hilbertOrder } from './hilbert-order.ts';
import { mustBeRoads } from './no-roads.ts';
import { openOsm } from './osm/open-osm.ts';
import type { Inflate, InflateAhead, OsmFile } from './osm/osm.ts';
import { runAhead } from './osm/run-ahead.ts';
import type { Profile } from './profile.ts';
import type { RoadGraph } from './road-graph.ts';
import { osmRoadSteps } from './sources/osm-roads.ts';

/** A file to build a graph from, with what is not in it. */
export interface NetworkFile {
  name: string;
  bytes: Uint8Array;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * A road graph of an OpenStreetMap file. Yields the share done, 0 to 1, so that a caller can show it or stop.
 * @param inflate a faster one than ours where there is one: `node:zlib`
 * @throws OsmRefused (a UserError) where the file is none, or damaged; NoRoads where it has no road
 */
export function* networkSteps(
  file: NetworkFile,
  profile: Profile,
  inflate?: Inflate,
): Generator<number, RoadGraph> {
  return yield* graphSteps(openOsm(file.bytes, inflate), file, profile);
}

/** The same in one go, while other threads inflate the file; rejects where the other throws. */
export async function networkAhead(
  file: NetworkFile,
  profile: Profile,
  inflate: InflateAhead,
): Promise<RoadGraph> {
  return runAhead(openOsm(file.bytes), inflate, (osm) => graphSteps(osm, file, profile));
}

function* graphSteps(
  osm: OsmFile,
  { name, sha256 }: NetworkFile,
  profile: Profile,
): Generator<number, RoadGraph> {
  const { roads, shores, about } = yield* osmRoadSteps(osm, profile);
  mustBeRoads(roads, name, about);
  const graph = buildGraph(
    hilbertOrder(roads),
    {
      title: name.replace(/\.(osm\.pbf|osm\.gz|osm|pbf)$/i, ''),
      origin: osm.header.source ?? 'OpenStreetMap',
      licence: 'ODbL 1.0; © OpenStreetMap contributors',
      files: [{ name, sha256 }],
      ...about,
    },
    shores,
  );
  yield 1;
  return graph;
}
