import type { Inflate, OsmCounts, OsmHeader, OsmProgress, OsmReader, OsmSource, OsmWants } from './osm.ts';
import { BlockReader, holds } from './pbf-block.ts';
import { blobAt, contentOf, packedBlob } from './pbf-blobs.ts';
import { readPbfHeader } from './pbf-header.ts';
import { Inflater } from './inflate.ts';
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
    const { source, kinds } = this;
    const tally = new Tally();
    const blocks = new BlockReader(wants, tally);
    const wanted = this.kindsOf(wants);
    const bytes = source.byteLength;
    let wasUnwanted: boolean = true;
    for (let [at, number] = [this.start, 0]; at < bytes; number += 1) {
      const blob = blobAt(source, at);
      at = blob.to;
      if (at > bytes) throw new OsmRefused('truncated', `${bytes} < ${at}`);
      if (blob.type !== 'OSMData') continue;
      const packed = packedBlob(source, blob);
      // Blobs of a kind mostly lie together: a look at the start pays where the blob before was passed over.
      const known: number | null = kinds[number] ?? (wasUnwanted ? peekKinds(packed, this.inflater) : null);
      const isUnwanted: boolean = known !== null && (known & wanted) === 0;
      const found: number =
        known !== null && isUnwanted ? known : blocks.read(contentOf(packed, this.inflate));
      wasUnwanted = (found & wanted) === 0;
      kinds[number] = found;
      yield { bytesRead: at, bytes };
    }
    return tally.counts(wants);
  }

  private kindsOf({ nodes, node, way, relation }: OsmWants): number {
    const places = nodes && this.placesOnWays ? holds.nodes | holds.ways : holds.nodes;
    return (nodes || node ? places : 0) | (way ? holds.ways : 0) | (relation ? holds.relations : 0);
  }
}
