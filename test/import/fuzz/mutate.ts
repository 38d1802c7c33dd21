import { strToU8 } from 'fflate';

/** A number from 0 (in) to 1 (out). */
export type Random = () => number;

/** Numbers that are the same every time for a seed above 0 (xorshift; Marsaglia 2003, doi:10.18637/jss.v008.i14). */
export function seeded(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  next();
  return next;
}

export const below = (random: Random, end: number) => Math.floor(random() * end);

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError(`one of ${items.length}`);
  return item;
}

/** Counts and lengths that programs trip over. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** What damages text of every kind: marks of the formats, numbers that are none, names that JavaScript has. */
const tokens = [
  ...['"', '""', ',', ';', '\t', '|', '\n', '\r', '\r\n', '\0', '\ufeff', '\u2028', '\ud800', 'é', '’', ' '],
  ...['1e999', 'NaN', '-Infinity', '..', 'x', '-0', '99999999999999999999', '0x10', '2024-02-30', '1,5', '٣'],
  ...['__proto__', 'constructor', 'null', 'true', '{}', '[]', '[[[[', ']]', '{"type":"Feature"', '}', ':'],
  ...['"type":"Point"', '"coordinates":[1e308,-1e308]', '"geometry":null', '<c r="ZZZ99"/>', '<v>', '</row>'],
  ...[
    '&#x0;',
    '&amp;',
    '<',
    '>',
    '=HYPERLINK("x")',
    '<img onerror=x>',
    'lat',
    'lon',
    'population',
    'K1A 0B1',
  ],
];

const join = (...parts: readonly Uint8Array[]) => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const cutOff: Mutation = (bytes, random) => bytes.slice(0, below(random, bytes.length));

const changeBytes: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let count = 1 + below(random, 4); count > 0; count -= 1)
    copy[below(random, bytes.length)] = below(random, 256);
  return copy;
};

const flipBit: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  const at = below(random, bytes.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  return copy;
};

const fill: Mutation = (bytes, random) => {
  const at = below(random, bytes.length);
  return bytes.slice().fill(pick(random, [0, 0x20, 0xff]), at, at + 1 + below(random, 16));
};

/** Writes an edge into a place that may be a count or a length, of one, two or four bytes in either order. */
const changeNumber: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  const [view, width] = [new DataView(copy.buffer), pick(random, [1, 2, 4])];
  if (copy.length < width) return copy;
  const at = below(random, copy.length - width + 1);
  const little = random() < 0.5;
  const value = random() < 0.8 ? pick(random, edges) : below(random, 2 ** 32);
  if (width === 1) view.setUint8(at, value);
  else if (width === 2) view.setUint16(at, value, little);
  else view.setUint32(at, value, little);
  return copy;
};

const sliceOf = (bytes: Uint8Array, random: Random) => {
  const at = below(random, bytes.length);
  return { at, end: Math.min(bytes.length, at + 1 + below(random, Math.max(4, bytes.length / 4))) };
};

const repeat: Mutation = (bytes, random) => {
  const { at, end } = sliceOf(bytes, random);
  return join(bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end));
};

const remove: Mutation = (bytes, random) => {
  const { at, end } = sliceOf(bytes, random);
  return join(bytes.subarray(0, at), bytes.subarray(end));
};

const insertToken: Mutation = (bytes, random) => {
  const at = below(random, bytes.length + 1);
  const token = strToU8(pick(random, tokens).repeat(random() < 0.05 ? 5000 : 1));
  return join(bytes.subarray(0, at), token, bytes.subarray(at));
};

/** Puts a token where text stood between two marks of any format. */
const replaceWord: Mutation = (bytes, random) => {
  const isMark = (byte: number) => '"\',;\t|\n:[]{}<>= '.includes(String.fromCharCode(byte));
  const at = below(random, bytes.length);
  let [start, end] = [at, at];
  while (start > 0 && !isMark(bytes[start - 1] ?? 0)) start -= 1;
  while (end < bytes.length && !isMark(bytes[end] ?? 0)) end += 1;
  return join(bytes.subarray(0, start), strToU8(pick(random, tokens)), bytes.subarray(end));
};

const swapLines: Mutation = (bytes, random) => {
  const lines = [...bytes].reduce<number[][]>(
    (all, byte) => {
      all.at(-1)?.push(byte);
      if (byte === 0x0a) all.push([]);
      return all;
    },
    [[]],
  );
  const [one, other] = [below(random, lines.length), below(random, lines.length)];
  [lines[one], lines[other]] = [lines[other] ?? [], lines[one] ?? []];
  return Uint8Array.from(lines.flat());
};

const ofBytes = [cutOff, changeBytes, changeBytes, flipBit, fill, changeNumber, changeNumber, repeat, remove];
const ofText = [cutOff, changeBytes, repeat, remove, insertToken, insertToken, replaceWord, swapLines];

/** The bytes damaged in one to three ways. */
export function mutated(bytes: Uint8Array, kind: 'bytes' | 'text', random: Random): Uint8Array {
  let damaged = bytes;
  for (let times = 1 + below(random, 3); times > 0 && damaged.length > 0; times -= 1)
    damaged = pick(random, kind === 'text' ? ofText : ofBytes)(damaged, random);
  return damaged;
}
