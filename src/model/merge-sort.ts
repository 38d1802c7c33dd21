/** Items sorted or merged between two steps. */
const itemsInStep = 512;

interface Keyed<Item, Key> {
  item: Item;
  key: Key;
}

/**
 * Items in the order of their keys, equal ones as they came: a merge sort from the bottom up, in short steps, each giving the
 * share of the work done. Half a million take seconds, and whoever runs the steps can let others in between.
 */
export function* mergeSortSteps<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  compare: (a: Key, b: Key) => number,
): Generator<number, Item[]> {
  const passes = 1 + Math.ceil(Math.log2(Math.max(1, items.length / itemsInStep)));
  let runs: Keyed<Item, Key>[][] = [];
  for (let from = 0; from < items.length; from += itemsInStep) {
    const run = items.slice(from, from + itemsInStep).map((item) => ({ item, key: keyOf(item) }));
    runs.push(run.sort((a, b) => compare(a.key, b.key)));
    yield from / items.length / passes;
  }
  for (let pass = 1; runs.length > 1; pass += 1) {
    const merged: Keyed<Item, Key>[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [left = [], right] = [runs[at], runs[at + 1]];
      merged.push(right ? yield* mergeSteps(left, right, compare, pass / passes) : left);
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ item }) => item);
}

function* mergeSteps<Item, Key>(
  left: readonly Keyed<Item, Key>[],
  right: readonly Keyed<Item, Key>[],
  compare: (a: Key, b: Key) => number,
  share: number,
): Generator<number, Keyed<Item, Key>[]> {
  const merged: Keyed<Item, Key>[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l], right[r]];
    if (a !== undefined && (b === undefined || compare(a.key, b.key) <= 0)) {
      merged.push(a);
      l += 1;
    } else if (b !== undefined) {
      merged.push(b);
      r += 1;
    }
    if (merged.length % itemsInStep === 0) yield share;
  }
  return merged;
}
