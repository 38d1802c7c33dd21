import { graphMagic } from './graph-file.ts';
import { looksLikePbf } from './osm/pbf-file.ts';

/** Bytes that a file is recognised by. */
export const roadFileStart = 4096;

/** What a file of roads is, by its first bytes; null where it is another file, whatever its name. */
export function roadFileKind(start: Uint8Array): 'graph' | 'osm' | null {
  const text = new TextDecoder().decode(start.subarray(0, roadFileStart));
  if (text.startsWith(graphMagic)) return 'graph';
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  // Nothing else that is read comes in gzip; what is in it is found out by reading it.
  if (isGzip || (start.length > 0 && looksLikePbf(start)) || /<osm[\s>]/.test(text)) return 'osm';
  return null;
}
