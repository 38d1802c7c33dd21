import { OsmRefused } from './refused.ts';
import type { Scratch } from './scratch.ts';

const beyondExact = 2 ** 53;

/** Where a packed column lies in its bytes; both 0 where there is none. A class: engines are slower with copies of an object. */
export class Span {
  from = 0;
  to = 0;

  /** Before an object is read. */
  clear(): void {
    this.from = 0;
    this.to = 0;
  }
}

/** Kinds of fields in Protocol Buffers that OpenStreetMap files use. */
export const wire = { varint: 0, bytes: 2 } as const;

/**
 * Walks through a message in Protocol Buffers. Numbers are doubles: whole up to 2^53, beyond it the message is refused.
 * Past the end of the bytes it reads zeros, so every walk must end with `finish`, `field` or `span`, which look where it is.
 *
 * Encoding: protobuf.dev/programming-guides/encoding.
 */
export class Message {
  bytes: Uint8Array;
  at: number;
  end: number;
  /** Number and kind of the field that `field` found. */
  number = 0;
  kind: number = wire.varint;
  private low = 0;
  private high = 0;
  private top = 0;
  private hasMore = false;

  constructor(bytes: Uint8Array = new Uint8Array(), at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Goes on with other bytes. */
  on(bytes: Uint8Array, at = 0, end = bytes.length): this {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    this.kind = wire.varint;
    return this;
  }

  /** Goes to the next field, of which `number` and `kind` are then known; false at the end of the message. */
  field(): boolean {
    if (this.at >= this.end) {
      this.finish();
      return false;
    }
    const tag = this.unsigned();
    this.number = tag < 2 ** 31 ? tag >>> 3 : Math.floor(tag / 8);
    this.kind = tag & 7;
    return true;
  }

  /** Throws where reading went on over the end. */
  finish(): void {
    if (this.at !== this.end) throw new OsmRefused('damaged', 'protobuf');
  }

  /** Expects a field of this kind. */
  must(kind: number): void {
    if (this.kind !== kind) throw new OsmRefused('damaged', 'protobuf');
  }

  /** Passes over a field's bytes, and says where they begin; they end at `at`. */
  span(): number {
    this.must(wire.bytes);
    const length = this.unsigned();
    const from = this.at;
    if (length > this.end - from) throw new OsmRefused('damaged', 'protobuf');
    this.at = from + length;
    return from;
  }

  /** Passes over a column and keeps where it lies. In two pieces it would be half lost; nobody writes it so. */
  column(span: Span): void {
    if (span.to > 0) throw new OsmRefused('damaged', 'protobuf');
    span.from = this.span();
    span.to = this.at;
  }

  /** Passes over a field of any kind. */
  skip(): void {
    if (this.kind === wire.bytes) this.span();
    else if (this.kind === wire.varint) this.skipVarint();
    else if (this.kind === 1) this.at += 8;
    else if (this.kind === 5) this.at += 4;
    else throw new OsmRefused('damaged', 'protobuf');
  }

  /** The value of a field that holds a count or an index. */
  count(): number {
    this.must(wire.varint);
    return this.unsigned();
  }

  /** uint32, uint64, and counts: 0 or more. Nearly all are short, and small integers for the engine to the end. */
  unsigned(): number {
    const { bytes, at } = this;
    const first = bytes[at] as number;
    if (first < 128) {
      this.at = at + 1;
      return first;
    }
    const second = bytes[at + 1] as number;
    if (second < 128) {
      this.at = at + 2;
      return (first & 127) | (second << 7);
    }
    return this.longUnsigned();
  }

  private longUnsigned(): number {
    const { bytes } = this;
    let [value, byte] = [0, 128];
    for (let scale = 1; byte > 127; scale *= 128) {
      byte = bytes[this.at++] as number;
      value += (byte & 127) * scale;
      if (value >= beyondExact) throw new OsmRefused('damaged', 'protobuf');
    }
    return value;
  }

  /** int32 and int64: two's complement in 64 bits. */
  signed(): number {
    this.must(wire.varint);
    this.readParts();
    return exact((this.top > 127 ? this.top - 256 : this.top) * 2 ** 56 + this.high * 2 ** 28 + this.low);
  }

  /** sint64: the sign in the lowest bit. */
  zigzag(): number {
    this.must(wire.varint);
    this.readParts();
    const half = this.top * 2 ** 55 + this.high * 2 ** 27 + (this.low >>> 1);
    return exact(this.low & 1 ? -half - 1 : half);
  }

  /** Reads a varint into `low`, `high` and `top`: 28, 28 and 8 bits. */
  private readParts(): void {
    this.low = this.readFour();
    this.high = this.hasMore ? this.readFour() : 0;
    this.top = this.hasMore ? this.readFour() & 255 : 0;
    if (this.hasMore) throw new OsmRefused('damaged', 'protobuf');
  }

  /** Up to four bytes of a varint. */
  private readFour(): number {
    const { bytes } = this;
    let part = 0;
    let byte = 128;
    for (let shift = 0; shift < 28 && byte > 127; shift += 7) {
      byte = bytes[this.at++] as number;
      part |= (byte & 127) << shift;
    }
    this.hasMore = byte > 127;
    return part;
  }

  private skipVarint(): void {
    const last = this.at + 10;
    while ((this.bytes[this.at++] as number) > 127)
      if (this.at >= last) throw new OsmRefused('damaged', 'protobuf');
  }
}

function exact(value: number): number {
  if (value > -beyondExact && value < beyondExact) return value;
  throw new OsmRefused('damaged', 'protobuf');
}

/**
 * A packed column of sint64, each the difference to the one before, read in portions: most of a file is these. Differences
 * of up to four bytes take the short way.
 */
export class DeltaColumn {
  private value = 0;
  private readonly long = new Message();

  constructor(
    private bytes: Uint8Array = new Uint8Array(),
    private at = 0,
    private end = 0,
  ) {}

  /** Goes to another column. */
  on(bytes: Uint8Array, { from, to }: Span): this {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
    this.value = 0;
    return this;
  }

  get atEnd(): boolean {
    return this.at >= this.end;
  }

  /** All of the column, lent from `scratch`. */
  readTo(scratch: Scratch<Float64Array>): Float64Array {
    // No value takes less than a byte.
    return scratch.view(this.read(scratch.room(this.end - this.at)));
  }

  /** Fills all of `out`; throws where the column is longer or shorter. */
  readAll(out: Float64Array): void {
    if (this.read(out) !== out.length || !this.atEnd) throw new OsmRefused('damaged', 'protobuf');
  }

  /** Fills `out` from its start as far as the column goes, and says how many values there were. */
  read(out: Float64Array): number {
    const { bytes, end } = this;
    const most = out.length;
    let { at, value } = this;
    let count = 0;
    while (at < end && count < most) {
      let byte = bytes[at] as number;
      let low = byte & 127;
      let next = at + 1;
      if (byte > 127) {
        byte = bytes[next++] as number;
        low |= (byte & 127) << 7;
        if (byte > 127) {
          byte = bytes[next++] as number;
          low |= (byte & 127) << 14;
          if (byte > 127) {
            byte = bytes[next++] as number;
            low |= (byte & 127) << 21;
          }
        }
      }
      if (byte > 127) {
        this.long.on(bytes, at);
        value = exact(value + this.long.zigzag());
        next = this.long.at;
      } else value += (low >>> 1) ^ -(low & 1);
      at = next;
      out[count++] = value;
    }
    if (at > end) throw new OsmRefused('damaged', 'protobuf');
    this.at = at;
    this.value = value;
    return count;
  }
}
