import type { Chunks } from './chunks.ts';
import type { OsmCounts, OsmHeader, OsmProgress, OsmReader, OsmWants } from './osm.ts';
import { Tally } from './tally.ts';
import { HeaderSink } from './xml-header.ts';
import { ObjectSink } from './xml-objects.ts';
import { XmlScanner } from './xml-scanner.ts';

/**
 * Opens XML.
 * @throws OsmRefused where it is not OpenStreetMap's
 */
export function openXml(chunks: Chunks): OsmReader {
  return new XmlFile(chunks, headerOf(chunks));
}

/** Reads until the first object: what a file says of itself comes before. */
function headerOf(chunks: Chunks): OsmHeader {
  const sink = new HeaderSink();
  const scanner = new XmlScanner(sink);
  for (const { text } of chunks()) {
    scanner.push(text);
    if (sink.isDone) return sink.header;
  }
  scanner.finish();
  return sink.header;
}

class XmlFile implements OsmReader {
  constructor(
    private readonly chunks: Chunks,
    readonly header: OsmHeader,
  ) {}

  *steps(wants: OsmWants): Generator<OsmProgress, OsmCounts, void> {
    const tally = new Tally();
    const sink = new ObjectSink(wants, tally);
    const scanner = new XmlScanner(sink);
    for (const { text, bytesRead, bytes } of this.chunks()) {
      scanner.push(text);
      sink.flush();
      yield { bytesRead, bytes };
    }
    scanner.finish();
    return tally.counts(wants);
  }
}
