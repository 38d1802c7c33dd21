const digitBits = 11;
const digits = 1 << digitBits;

/** Below so many, or over a range that has no exact differences, the engine's own sort serves. */
const fewIds = 4096;
const exactRange = 2 ** 53;

/** A sorted copy of whole numbers below 2^53: by their digits from the lowest on, as many as their range has. */
export function sortedIds(ids: Float64Array): Float64Array {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    if (id < lowest) lowest = id;
    if (id > highest) highest = id;
  }
  if (ids.length < fewIds || highest - lowest >= exactRange) return ids.slice().sort();
  let sorted = ids.slice();
  let other = new Float64Array(ids.length);
  for (let unit = 1; unit <= highest - lowest; unit *= digits) {
    sortByDigit(sorted, other, lowest, 1 / unit);
    [sorted, other] = [other, sorted];
  }
  return sorted;
}

/** Writes the ids by one digit of their distance from the lowest; those alike stay in their order. */
function sortByDigit(from: Float64Array, to: Float64Array, lowest: number, perUnit: number): void {
  const next = new Uint32Array(digits + 1);
  const mask = digits - 1;
  for (let at = 0; at < from.length; at += 1) {
    const digit = (((from[at] as number) - lowest) * perUnit) & mask;
    next[digit + 1] = (next[digit + 1] as number) + 1;
  }
  for (let digit = 0; digit < digits; digit += 1)
    next[digit + 1] = (next[digit + 1] as number) + (next[digit] as number);
  for (let at = 0; at < from.length; at += 1) {
    const id = from[at] as number;
    const digit = ((id - lowest) * perUnit) & mask;
    const place = next[digit] as number;
    to[place] = id;
    next[digit] = place + 1;
  }
}
