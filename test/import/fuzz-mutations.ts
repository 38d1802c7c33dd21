/** A small generator of numbers in [0, 1) (Marsaglia 2003, doi:10.18637/jss.v008.i14), the same for the same seed. */
export function seeded(seed: number): () => number {
  // A state of zero would stay zero; neighbouring seeds are spread.
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const below = (random: Random, limit: number) => Math.floor(random() * limit);
const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[below(random, items.length)];

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const flipBits: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let count = 1 + below(random, 8); count > 0; count -= 1) {
    const at = below(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  }
  return copy;
};

const cut: Mutation = (bytes, random) => bytes.slice(0, below(random, bytes.length));

/** A slice is taken out, or stands twice, or elsewhere. */
const moveSlice: Mutation = (bytes, random) => {
  const start = below(random, bytes.length);
  const slice = bytes.slice(start, start + 1 + below(random, 64));
  const at = below(random, bytes.length);
  const after = random() < 0.5 ? at : Math.min(bytes.length, at + slice.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...slice, ...bytes.subarray(after)]);
};

const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** A number of one, two or four bytes becomes one that lengths break at. */
const changeLength: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const width = pick(random, [1, 2, 4] as const) ?? 1;
  const at = below(random, Math.max(1, copy.length - width));
  const value = pick(random, extremes) ?? 0;
  if (at + width > copy.length) return copy;
  if (width === 1) view.setUint8(at, value & 0xff);
  else if (width === 2) view.setUint16(at, value & 0xffff, random() < 0.5);
  else view.setUint32(at, value, random() < 0.5);
  return copy;
};

const fragments = [
  ...['"', '""', ',', ';', '\t', '\n', '\r', '\r\n', '\0', '\ufeff', '\u2028', 'é', '😀', ' ', '<', '&', '='],
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    '1e999',
    '-0',
    '1e-400',
    'NaN',
    '..',
    'x',
    '__proto__',
    'type',
    '\\u0000',
  ],
  ...[
    'Symbol:',
    'sep=;\n',
    '99999999999999999999',
    '-181',
    '2024-02-30',
    'coordinates',
    'r="ZZZ99"',
    's="1"',
    't="s"',
  ],
];

/** Letters that mean something to a reader are put in, or over what was there. */
const changeText: Mutation = (bytes, random) => {
  const letters = [...new TextDecoder().decode(bytes)];
  for (let count = 1 + below(random, 4); count > 0; count -= 1)
    letters.splice(below(random, letters.length + 1), below(random, 4), pick(random, fragments) ?? '');
  return new TextEncoder().encode(letters.join(''));
};

const ofBytes: readonly Mutation[] = [flipBits, cut, moveSlice, changeLength, changeLength];
const ofText: readonly Mutation[] = [flipBits, cut, moveSlice, changeText, changeText, changeText];

/** The bytes changed in one to three ways, the same for the same seed. */
export function mutated(bytes: Uint8Array, seed: number, text: boolean): Uint8Array {
  const random = seeded(seed);
  let changed = bytes;
  for (let count = 1 + below(random, 3); count > 0 && changed.length > 0; count -= 1)
    changed = (pick(random, text ? ofText : ofBytes) ?? flipBits)(changed, random);
  return changed;
}
