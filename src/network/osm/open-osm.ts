import { gunzippedChunks, looksLikeGzip, plainChunks, type Chunks } from './chunks.ts';
import { Inflater } from './inflate.ts';
import type { Inflate, OsmCounts, OsmFile, OsmReader, OsmSource, OsmWants, ReadOptions } from './osm.ts';
import { looksLikePbf, openPbf } from './pbf-file.ts';
import { looksLikeWebPage, looksLikeXml, refusalOf } from './recognise.ts';
import { OsmRefused } from './refused.ts';
import { openXml } from './xml-file.ts';

const startBytes = 4096;

/**
 * Opens an .osm.pbf, .osm or .osm.gz file, recognised by its bytes: its name does not count. A Uint8Array is a source as it is.
 * `inflate` may be a faster one than ours, where there is one: `node:zlib`.
 *
 * @throws OsmRefused (a UserError) where it is none of these, or its header cannot be read
 */
export function openOsm(source: OsmSource, inflate: Inflate = new Inflater().inflate): OsmFile {
  const reader = readerOf(source instanceof Uint8Array ? inPlace(source) : source, inflate);
  return {
    header: reader.header,
    steps: (wants) => reader.steps(wants),
    read: (wants, options) => readThrough(reader, wants, options),
    readAhead: async (wants, inflateAhead, options = {}) =>
      reader.readAhead?.(wants, inflateAhead, options) ?? readThrough(reader, wants, options),
  };
}

/** Bytes that are there already need no copy. */
const inPlace = (bytes: Uint8Array): OsmSource => ({
  byteLength: bytes.length,
  slice: (start, end) => bytes.subarray(start, end),
});

function readerOf(source: OsmSource, inflate: Inflate): OsmReader {
  const start = source.slice(0, startBytes);
  if (looksLikePbf(start)) return openPbf(source, inflate);
  if (!looksLikeGzip(start)) return openText(start, () => plainChunks(source));
  const chunks = () => gunzippedChunks(source);
  const unpacked = chunks().next();
  if (unpacked.done) throw new OsmRefused('truncated', 'gzip');
  const text = unpacked.value.text.subarray(0, startBytes);
  if (looksLikePbf(text)) throw new OsmRefused('compression', 'gzip');
  return openText(text, chunks);
}

function openText(start: Uint8Array, chunks: Chunks): OsmReader {
  if (!looksLikeXml(start) || looksLikeWebPage(start)) throw refusalOf(start);
  return openXml(chunks);
}

/** Takes all steps, telling of each, and asking before each whether to go on. */
function readThrough(
  reader: OsmReader,
  wants: OsmWants,
  { signal, onProgress }: ReadOptions = {},
): OsmCounts {
  const steps = reader.steps(wants);
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}
