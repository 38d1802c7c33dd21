/** Whole numbers in rising order, those alike in the order they came, and where each stood in the list. */
export interface SortedIds {
  ids: Float64Array;
  from: Uint32Array;
}

/** Their counts still lie in the nearest cache of a processor; ids of a planet take three passes. */
const mostDigitBits = 13;

/** Below so many, or over a range that has no exact differences, the engine's own sort serves. */
const fewIds = 4096;
const exactRange = 2 ** 53;

/** Sorts whole numbers below 2^53 by their digits from the lowest on, as many as their range has; the list stays as it is. */
export function sortedIds(list: Float64Array): SortedIds {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let at = 0; at < list.length; at += 1) {
    const id = list[at] as number;
    if (id < lowest) lowest = id;
    if (id > highest) highest = id;
  }
  if (list.length < fewIds || highest - lowest >= exactRange) return sortedByEngine(list);
  const bits = Math.max(1, Math.ceil(Math.log2(highest - lowest + 1)));
  const passes = Math.ceil(bits / mostDigitBits);
  const digits = 2 ** Math.ceil(bits / passes);
  let sorted: SortedIds = { ids: list, from: inTurn(list.length) };
  let spare = emptySorted(list.length);
  for (let pass = 0; pass < passes; pass += 1) {
    sortByDigit(sorted, spare, lowest, digits ** -pass, digits);
    [sorted, spare] = [spare, pass === 0 ? emptySorted(list.length) : sorted];
  }
  return sorted;
}

const emptySorted = (length: number): SortedIds => ({
  ids: new Float64Array(length),
  from: new Uint32Array(length),
});

/** `from` would take longer than all the sorting. */
function inTurn(length: number): Uint32Array {
  const places = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) places[at] = at;
  return places;
}

function sortedByEngine(list: Float64Array): SortedIds {
  const from = inTurn(list.length);
  from.sort((a, b) => (list[a] as number) - (list[b] as number) || a - b);
  return { ids: Float64Array.from(from, (at) => list[at] as number), from };
}

/** Writes the ids by one digit of their distance from the lowest; those alike stay in their order. */
function sortByDigit(given: SortedIds, to: SortedIds, lowest: number, perUnit: number, digits: number): void {
  const next = new Uint32Array(digits + 1);
  const mask = digits - 1;
  const { ids, from } = given;
  for (let at = 0; at < ids.length; at += 1) {
    const digit = (((ids[at] as number) - lowest) * perUnit) & mask;
    next[digit + 1] = (next[digit + 1] as number) + 1;
  }
  for (let digit = 0; digit < digits; digit += 1)
    next[digit + 1] = (next[digit + 1] as number) + (next[digit] as number);
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    const digit = ((id - lowest) * perUnit) & mask;
    const place = next[digit] as number;
    to.ids[place] = id;
    to.from[place] = from[at] as number;
    next[digit] = place + 1;
  }
}
