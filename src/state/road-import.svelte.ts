import { newProject } from '../import/join/new-project.ts';
import type { GraphPlace, Project } from '../model/project.ts';
import type { Bilingual } from '../model/text.ts';
import { roadFileKind, roadFileStart } from '../network/road-file.ts';
import {
  openNetworkBuilder,
  type BuiltNetwork,
  type NetworkAnswer,
  type NetworkBuilder,
  type RoadFile,
} from '../workers/network-build.ts';
import { openLineNetworkBuilder, type LineNetworkBuilder } from '../import/roads/line-network-thread.ts';
import type { AskOptions } from '../workers/thread.ts';
import type { Originals } from './originals.ts';

/** Roads that were read, and the file they came from. */
export interface RoadReview extends BuiltNetwork {
  file: string;
}

/** Whether a file is one of roads, by its content. */
export async function isRoadFile(file: Blob): Promise<boolean> {
  return roadFileKind(new Uint8Array(await file.slice(0, roadFileStart).arrayBuffer())) !== null;
}

/** A file of roads on its way in: read, shown, accepted or discarded. Nothing of the project changes before. */
export class RoadImport {
  /** The file at work, and the share of it that is read; null while none is. */
  progress = $state.raw<{ file: string; share: number } | null>(null);
  review = $state.raw<RoadReview | null>(null);
  readonly #originals: Originals;
  #builder: NetworkBuilder | null = null;
  #lineBuilder: LineNetworkBuilder | null = null;
  #stop: AbortController | null = null;

  constructor(originals: Originals) {
    this.#originals = originals;
  }

  /** Reads a file; null where it was given up. What is refused is an answer, and leaves nothing. */
  open(file: RoadFile): Promise<NetworkAnswer | null> {
    this.#builder ??= openNetworkBuilder();
    const { build } = this.#builder;
    return this.#read(file.name, (options) => build(file, options));
  }

  /** The same of the line files of a national road network. */
  openLines(files: readonly RoadFile[]): Promise<NetworkAnswer | null> {
    this.#lineBuilder ??= openLineNetworkBuilder();
    const { build } = this.#lineBuilder;
    return this.#read(files.map(({ name }) => name).join(', '), (options) => build(files, options));
  }

  async #read(
    file: string,
    build: (options: AskOptions<number>) => Promise<NetworkAnswer>,
  ): Promise<NetworkAnswer | null> {
    this.discard();
    const stop = new AbortController();
    this.#stop = stop;
    this.progress = { file, share: 0 };
    try {
      const answer = await build({
        signal: stop.signal,
        onStep: (share) => (this.progress = { file, share }),
      });
      if (answer.kind === 'built') this.review = { ...answer, file };
      return answer;
    } catch (cause) {
      if (stop.signal.aborted) return null;
      throw cause;
    } finally {
      if (this.#stop === stop) [this.progress, this.#stop] = [null, null];
    }
  }

  /** Keeps the graph among the page's files; gives its place in a project. */
  keep({ file, bytes, sha256 }: RoadReview): GraphPlace {
    const name = `${file.replace(/\.(osm\.pbf|osm\.gz|osm|pbf|graph|zip|gpkg|shp|geojson|json)$/i, '')}.graph`;
    this.#originals.add([{ name, sha256, blob: new Blob([bytes as BlobPart]) }]);
    this.review = null;
    return { kind: 'kept', name, sha256 };
  }

  /** Stops the reading. */
  cancel(): void {
    this.#stop?.abort();
  }

  /** Forgets the roads in hand. */
  discard(): void {
    this.cancel();
    this.review = null;
  }
}

/** A new project that has roads and nothing else yet. `now` is an ISO date and time. */
export const projectOfRoads = (
  name: Bilingual,
  graph: GraphPlace,
  bounds: Project['bounds'],
  now: string,
): Project => ({ ...newProject(name, now), graph, bounds });

/** How many points and areas of a project lie within the box of a graph. */
export function placesWithin(
  { tables }: Project,
  [west, south, east, north]: BuiltNetwork['bounds'],
): number {
  const isIn = ({ lon, lat }: { lon: number | null; lat: number | null }) => {
    if (lon === null || lat === null || lat < south || lat > north) return false;
    return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  };
  return [...tables.service_point, ...tables.area].filter(isIn).length;
}
