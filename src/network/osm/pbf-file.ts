import { ahead } from './ahead.ts';
import { Inflater } from './inflate.ts';
import type {
  Inflate,
  InflateAhead,
  OsmCounts,
  OsmHeader,
  OsmProgress,
  OsmReader,
  OsmSource,
  OsmWants,
  ReadOptions,
} from './osm.ts';
import { blobAt, contentAhead, contentOf, packedBlob, type PackedBlob } from './pbf-blobs.ts';
import { BlockReader, holds } from './pbf-block.ts';
import { readPbfHeader } from './pbf-header.ts';
import { peekKinds } from './pbf-peek.ts';
import { OsmRefused } from './refused.ts';
import { Tally } from './tally.ts';

/** Whether a file, be it very short, begins as .osm.pbf does: a length below 65,536 and the type of the first blob. */
export function looksLikePbf(start: Uint8Array): boolean {
  const type = '\n\tOSMHeader';
  const fits = (letter: string, at: number) =>
    start.length <= at + 4 || start[at + 4] === letter.charCodeAt(0);
  return start[0] === 0 && (start[1] ?? 0) === 0 && [...type].every(fits);
}

/**
 * Opens an .osm.pbf file.
 * @throws OsmRefused where its header cannot be read, or asks for what this reader does not know
 */
export function openPbf(source: OsmSource, inflate: Inflate): OsmReader {
  const first = blobAt(source, 0);
  const { placesOnWays, ...header } = readPbfHeader(contentOf(packedBlob(source, first), inflate));
  return new PbfFile(source, inflate, header, first.to, placesOnWays);
}

/** A blob on its way: null where nothing in it is wanted. */
interface Blob {
  number: number;
  packed: PackedBlob | null;
  progress: OsmProgress;
}

class PbfFile implements OsmReader {
  /** Kinds of objects in each blob, by its number, once it was read: another reading passes over what it does not want. */
  private readonly kinds: number[] = [];

  private readonly inflater = new Inflater();

  constructor(
    private readonly source: OsmSource,
    private readonly inflate: Inflate,
    readonly header: OsmHeader,
    private readonly start: number,
    private readonly placesOnWays: boolean,
  ) {}

  *steps(wants: OsmWants): Generator<OsmProgress, OsmCounts, void> {
    const tally = new Tally();
    const blocks = new BlockReader(wants, tally);
    for (const { number, packed, progress } of this.blobs(wants)) {
      if (packed) this.kinds[number] = blocks.read(contentOf(packed, this.inflate));
      yield progress;
    }
    return tally.counts(wants);
  }

  async readAhead(wants: OsmWants, inflate: InflateAhead, options: ReadOptions): Promise<OsmCounts> {
    const tally = new Tally();
    const blocks = new BlockReader(wants, tally);
    const begin = async ({ packed }: Blob) => (packed ? contentAhead(packed, inflate) : null);
    for await (const { thing: blob, content } of ahead(this.blobs(wants), begin)) {
      options.signal?.throwIfAborted();
      if (content) this.kinds[blob.number] = blocks.read(content);
      options.onProgress?.(blob.progress);
    }
    return tally.counts(wants);
  }

  /** Every blob of data; those that hold nothing that is wanted are not taken from the file. */
  private *blobs(wants: OsmWants): Generator<Blob, void, void> {
    const { source, kinds } = this;
    const wanted = this.kindsOf(wants);
    const bytes = source.byteLength;
    const isUnwanted = (number: number) => ((kinds[number] ?? wanted) & wanted) === 0;
    let isPeeking = true;
    for (let [at, number] = [this.start, 0]; at < bytes; number += 1) {
      const place = blobAt(source, at);
      at = place.to;
      if (at > bytes) throw new OsmRefused('truncated', `${bytes} < ${at}`);
      if (place.type !== 'OSMData') continue;
      const packed = isUnwanted(number) ? null : packedBlob(source, place);
      if (packed && isPeeking) this.peek(packed, number);
      yield { number, packed: isUnwanted(number) ? null : packed, progress: { bytesRead: at, bytes } };
      // Blobs of a kind mostly lie together: a look at the start pays where the blob before was passed over.
      isPeeking = isUnwanted(number);
    }
  }

  private peek(packed: PackedBlob, number: number): void {
    const kinds = peekKinds(packed, this.inflater);
    if (kinds !== null) this.kinds[number] ??= kinds;
  }

  private kindsOf({ nodes, node, way, relation }: OsmWants): number {
    const places = nodes && this.placesOnWays ? holds.nodes | holds.ways : holds.nodes;
    return (nodes || node ? places : 0) | (way ? holds.ways : 0) | (relation ? holds.relations : 0);
  }
}
