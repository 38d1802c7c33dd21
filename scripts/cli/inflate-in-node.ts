import { inflateSync } from 'node:zlib';
import type { Inflate } from '../../src/network/osm/osm.ts';

/** The inflater of Node, given room for all of a blob at once: pieces would be made and joined again. */
export const inflateInNode: Inflate = (zlib, size) =>
  inflateSync(zlib, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size) });
