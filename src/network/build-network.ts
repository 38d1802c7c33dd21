import { buildGraph } from './build-graph.ts';
import { hilbertOrder } from './hilbert-order.ts';
import { mustBeRoads } from './no-roads.ts';
import { openOsm } from './osm/open-osm.ts';
import type { Inflate, InflateAhead, OsmHeader } from './osm/osm.ts';
import type { Profile } from './profile.ts';
import type { RoadGraph } from './road-graph.ts';
import { osmRoadsAhead, osmRoadSteps, type OsmRoads } from './sources/osm-roads.ts';

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
  const osm = openOsm(file.bytes, inflate);
  const graph = graphOf(yield* osmRoadSteps(osm, profile), file, osm.header);
  yield 1;
  return graph;
}

/** The same in one go, while other threads inflate the file. */
export async function networkAhead(
  file: NetworkFile,
  profile: Profile,
  inflate: InflateAhead,
): Promise<RoadGraph> {
  const osm = openOsm(file.bytes);
  return graphOf(await osmRoadsAhead(osm, profile, inflate), file, osm.header);
}

function graphOf(
  { roads, shores, about }: OsmRoads,
  { name, sha256 }: NetworkFile,
  { source }: OsmHeader,
): RoadGraph {
  mustBeRoads(roads, name, about);
  return buildGraph(
    hilbertOrder(roads),
    {
      title: name.replace(/\.(osm\.pbf|osm\.gz|osm|pbf)$/i, ''),
      origin: source ?? 'OpenStreetMap',
      licence: 'ODbL 1.0; © OpenStreetMap contributors',
      files: [{ name, sha256 }],
      ...about,
    },
    shores,
  );
}
