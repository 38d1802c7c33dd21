import { unzlibSync } from 'fflate';
import { adler32 } from './adler32.ts';
import type { Inflate } from './osm.ts';

/** Inflates with fflate into one buffer, again and again: what it gives is lent until the next time. */
export function makeInflate(): Inflate {
  let buffer = new Uint8Array(1 << 20);
  return (zlib, size) => {
    if (size > buffer.length) buffer = new Uint8Array(2 ** Math.ceil(Math.log2(size)));
    const out = unzlibSync(zlib, { out: buffer.subarray(0, size) });
    // fflate gives a full buffer as it is, whatever was in it, and does not look at the checksum.
    const [a = 0, b = 0, c = 0, d = 0] = zlib.subarray(-4);
    if (adler32(out) !== ((a << 24) | (b << 16) | (c << 8) | d) >>> 0)
      throw new Error('the checksum of a zlib stream does not fit');
    return out;
  };
}
