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
import { blobAt, contentAhead, contentOf, packedBlob, type BlobPlace, type PackedBlob } from './pbf-blobs.ts';
import { BlockReader, holds } from './pbf-block.ts';
import { readPbfHeader, type PbfHeader } from './pbf-header.ts';
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
  const { placesOnWays, isSorted, ...header } = readPbfHeader(contentOf(packedBlob(source, first), inflate));
  return new PbfFile(source, inflate, header, first.to, { placesOnWays, isSorted });
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

  private places: BlobPlace[] | null = null;
  private readonly inflater = new Inflater();

  constructor(
    private readonly source: OsmSource,
    private readonly inflate: Inflate,
    readonly header: OsmHeader,
    private readonly start: number,
    private readonly layout: Pick<PbfHeader, 'placesOnWays' | 'isSorted'>,
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
    this.places ??= this.findPlaces();
    const start = this.layout.isSorted ? this.firstOf(wanted & -wanted, this.places) : 0;
    const isUnwanted = (number: number) => number < start || ((kinds[number] ?? wanted) & wanted) === 0;
    let isPeeking = true;
    for (const [number, place] of this.places.entries()) {
      const packed = isUnwanted(number) ? null : packedBlob(source, place);
      if (packed && isPeeking) this.peek(packed, number);
      yield { number, packed: isUnwanted(number) ? null : packed, progress: { bytesRead: place.to, bytes } };
      // Blobs of a kind mostly lie together: a look at the start pays where the blob before was passed over.
      isPeeking = isUnwanted(number);
    }
  }

  /** Where the blobs of data lie. */
  private findPlaces(): BlobPlace[] {
    const { source } = this;
    const places: BlobPlace[] = [];
    for (let at = this.start; at < source.byteLength;) {
      const place = blobAt(source, at);
      at = place.to;
      if (at > source.byteLength) throw new OsmRefused('truncated', `${source.byteLength} < ${at}`);
      if (place.type === 'OSMData') places.push(place);
    }
    return places;
  }

  /** Number of a blob of a sorted file before which none holds a kind or those after it, found by halving. */
  private firstOf(kind: number, places: readonly BlobPlace[]): number {
    let [low, high] = [0, kind === holds.nodes ? 0 : places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const place = places[middle];
      if (place && this.kinds[middle] === undefined) this.peek(packedBlob(this.source, place), middle);
      // What cannot be told may hold all.
      if ((this.kinds[middle] ?? kind) < kind) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private peek(packed: PackedBlob, number: number): void {
    const kinds = peekKinds(packed, this.inflater);
    if (kinds !== null) this.kinds[number] ??= kinds;
  }

  private kindsOf({ nodes, node, way, relation }: OsmWants): number {
    const places = nodes && this.layout.placesOnWays ? holds.nodes | holds.ways : holds.nodes;
    return (nodes || node ? places : 0) | (way ? holds.ways : 0) | (relation ? holds.relations : 0);
  }
}
