import { deflateSync, inflateSync } from 'node:zlib';
import { blobAt, contentOf, packedBlob } from '../../src/network/osm/pbf-blobs.ts';
import { Message, wire } from '../../src/network/osm/protobuf.ts';

/** How one copy differs from the extract. */
interface Shift {
  /** Added to every id. */
  ids: number;
  /** Added to every place, in ten-millionths of a degree. */
  lonE7: number;
  latE7: number;
}

/** Ids of a planet stay below. */
const idsPerCopy = 20_000_000_000;
/** Degrees between copies, in ten-millionths. */
const stepE7 = 10_000_000;

/**
 * An .osm.pbf file of so many copies of a small one side by side, each with ids and places of its own: nodes, then ways,
 * then relations, as published files have them. All else stays as the writer left it: tags, edits, sizes of blocks. The
 * numbers of a column are differences, so that only the first of each changes.
 */
export function tiledExtract(file: Uint8Array, copies: number): Uint8Array {
  const header = blobAt(file, 0).to;
  const blocks = blocksOf(file, header);
  const side = Math.ceil(Math.sqrt(copies));
  const parts: Uint8Array[] = [file.subarray(0, header)];
  for (const kinds of [[1, 2], [3], [4]])
    for (let copy = 0; copy < copies; copy += 1) {
      const shift = {
        ids: copy * idsPerCopy,
        lonE7: (copy % side) * stepE7,
        latE7: -Math.floor(copy / side) * stepE7,
      };
      for (const block of blocks) {
        const groups = block.groups.filter(({ kind }) => kinds.includes(kind));
        if (groups.length > 0)
          parts.push(
            blob([...block.before, ...groups.map((one) => group(one.bytes, shift)), ...block.after]),
          );
      }
    }
  return Buffer.concat(parts);
}

/** A block by what stands before and after its groups, and the groups with the field of their first object. */
interface TiledBlock {
  before: Uint8Array[];
  after: Uint8Array[];
  groups: { kind: number; bytes: Uint8Array }[];
}

function blocksOf(file: Uint8Array, header: number): TiledBlock[] {
  const blocks: TiledBlock[] = [];
  for (let at = header; at < file.length;) {
    const place = blobAt(file, at);
    at = place.to;
    const content = contentOf(packedBlob(file, place), (zlib) => inflateSync(zlib));
    const block: TiledBlock = { before: [], after: [], groups: [] };
    for (const { number, field, bytes } of fields(content))
      if (number === 2)
        block.groups.push({ kind: new Message(bytes).field() ? (bytes[0] ?? 0) >> 3 : 0, bytes });
      else (block.groups.length > 0 ? block.after : block.before).push(field);
    blocks.push(block);
  }
  return blocks;
}

/** Fields of a message: the whole of each, and what it holds where that is bytes. */
function fields(bytes: Uint8Array): { number: number; field: Uint8Array; bytes: Uint8Array }[] {
  const message = new Message(bytes);
  const found = [];
  for (let from = 0; message.field(); from = message.at) {
    const { number, kind } = message;
    const start = kind === wire.bytes ? message.span() : (message.skip(), message.at);
    found.push({
      number,
      field: bytes.subarray(from, message.at),
      bytes: bytes.subarray(start, message.at),
    });
  }
  return found;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...bytes, Number(rest)]);
}

const numberField = (number: number, value: number) => Buffer.concat([varint(number * 8), varint(value)]);
const bytesField = (number: number, parts: readonly Uint8Array[]) => {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
};
const zigzag = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);

/** A column of differences, the first of which grows. */
function column(number: number, bytes: Uint8Array, more: number): Uint8Array {
  if (bytes.length === 0) return bytesField(number, []);
  const first = new Message(bytes);
  const value = first.zigzag() + more;
  return bytesField(number, [zigzag(value), bytes.subarray(first.at)]);
}

function group(bytes: Uint8Array, shift: Shift): Uint8Array {
  const objects = fields(bytes).map((object) => {
    const shifted = fields(object.bytes).map((one) => shiftedField(object.number, one, shift));
    return bytesField(object.number, shifted);
  });
  return bytesField(2, objects);
}

/** Fields that hold ids or places, by the kind of object: dense nodes, ways, relations. */
function shiftedField(
  kind: number,
  { number, field, bytes }: ReturnType<typeof fields>[number],
  { ids, lonE7, latE7 }: Shift,
): Uint8Array {
  if (kind === 2) {
    const more = new Map([
      [1, ids],
      [8, latE7],
      [9, lonE7],
    ]).get(number);
    return more === undefined ? field : column(number, bytes, more);
  }
  if (kind !== 3 && kind !== 4) throw new Error(`expected dense nodes, ways or relations, got ${kind}`);
  if (number === 1) {
    const message = new Message(field);
    message.field();
    return numberField(1, message.signed() + ids);
  }
  return number === (kind === 3 ? 8 : 9) ? column(number, bytes, ids) : field;
}

/** A blob of data with what stands before it. */
function blob(content: readonly Uint8Array[]): Uint8Array {
  const raw = Buffer.concat(content);
  const body = Buffer.concat([numberField(2, raw.length), bytesField(3, [deflateSync(raw)])]);
  const header = Buffer.concat([bytesField(1, [Buffer.from('OSMData')]), numberField(3, body.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}
