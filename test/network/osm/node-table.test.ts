import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedIds } from '../../../src/network/osm/sort-ids.ts';
import { NodeTable } from '../../../src/network/osm/node-table.ts';

test('ids in rising order, each once: 3, 7, 7, -2, 2^53 - 1', () => {
  const list = Float64Array.of(3, 7, 7, -2, 2 ** 53 - 1);
  const table = NodeTable.of(list);
  expect(table.size).toBe(4);
  expect([0, 1, 2, 3].map((index) => table.id(index))).toEqual([-2, 3, 7, 2 ** 53 - 1]);
  expect([-2, 3, 7, 2 ** 53 - 1].map((id) => table.indexOf(id))).toEqual([0, 1, 2, 3]);
  expect(
    [-3, 0, 4, 8, 2 ** 53 - 2, 2 ** 54, NaN, Infinity, -Infinity].map((id) => table.indexOf(id)),
  ).toEqual(Array(9).fill(-1));
  expect([...list]).toEqual([3, 7, 7, -2, 2 ** 53 - 1]);
  expect(() => table.id(4)).toThrow('expected an index below 4, got 4');
});

test('no ids', () => {
  const table = NodeTable.of(new Float64Array());
  expect(table.size).toBe(0);
  expect(table.indexOf(0)).toBe(-1);
});

test('finds what a map finds, in clusters and far apart', () => {
  const id = fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 9_000_000_000, max: 9_000_000_100 }),
    fc.maxSafeInteger(),
  );
  fc.assert(
    fc.property(
      fc.array(id, { maxLength: 200, size: 'max' }),
      fc.array(id, { maxLength: 50 }),
      (list, others) => {
        const ofList = new Int32Array(list.length);
        const table = NodeTable.of(Float64Array.from(list), ofList);
        const sorted = [...new Set(list)].sort((a, b) => a - b);
        expect(table.size).toBe(sorted.length);
        expect([...ofList]).toEqual(list.map((one) => sorted.indexOf(one)));
        for (const one of [...list, ...others]) expect(table.indexOf(one)).toBe(sorted.indexOf(one));
        for (const run of [
          list,
          sorted,
          [...others, ...list],
          [...sorted, ...others].sort((a, b) => a - b),
        ]) {
          const indices = new Int32Array(run.length);
          table.indicesOf(Float64Array.from(run), indices);
          expect([...indices]).toEqual(run.map((one) => sorted.indexOf(one)));
        }
      },
    ),
    { seed: 4, numRuns: 500 },
  );
});

test('sorts many as the engine does, over narrow and wide ranges and with negative ids', () => {
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (const range of [1, 100, 2 ** 33, 2 ** 52, 2 ** 54]) {
    const ids = Float64Array.from({ length: 10_000 }, () => Math.floor((random() - 0.5) * range));
    const before = ids.slice();
    const sorted = sortedIds(ids);
    expect(sorted.ids).toEqual(before.slice().sort());
    expect(Float64Array.from(sorted.from, (at) => before[at] ?? NaN)).toEqual(sorted.ids);
    expect(new Set(sorted.from).size).toBe(ids.length);
    expect(ids).toEqual(before);
  }
});
