import { promisify } from 'node:util';
import { inflate, inflateSync, type ZlibOptions } from 'node:zlib';
import type { Inflate, InflateAhead } from '../../src/network/osm/osm.ts';

/** The inflater of Node, given room for all of a blob at once: pieces would be made and joined again. */
export const inflateInNode: Inflate = (zlib, size) =>
  inflateSync(zlib, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size) });

const promised = promisify<Uint8Array, ZlibOptions, Buffer>(inflate);

/** The same on Node's own threads. */
export const inflateAheadInNode: InflateAhead = (zlib, size) =>
  promised(zlib, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size) });
