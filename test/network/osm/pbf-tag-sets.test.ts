import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import type { PlainTags } from './osm-data.ts';
import { writePbf } from './write-pbf.ts';

const word = fc.constantFrom('a', 'b', 'c', 'yes', 'no', 'é');
const tagList = fc.array(fc.tuple(word, word), { maxLength: 5 });

/** What a reading of the ways shows of the keys a, b and c: their tags as text, and the number of those. */
function shown(
  all: readonly PlainTags[],
  objectsInBlock: number,
): { text: string; set: number | undefined }[] {
  const ways = all.map((tags, id) => ({ id, refs: [1, 2], tags }));
  const seen: { text: string; set: number | undefined }[] = [];
  openOsm(writePbf({ nodes: [], ways, relations: [] }, { objectsInBlock })).read({
    way: {
      keys: ['a', 'b', 'c'],
      see: ({ tags }) => seen.push({ text: JSON.stringify(tags.entries()), set: tags.set }),
    },
  });
  return seen;
}

test('ways have the number of others if and only if they have their tags, whatever block they are in', () => {
  fc.assert(
    fc.property(
      fc.array(tagList, { maxLength: 40, size: 'max' }),
      fc.integer({ min: 1, max: 20 }),
      (all, objectsInBlock) => {
        const seen = shown(all, objectsInBlock);
        const wanted = all.map((tags) => JSON.stringify(tags.filter(([key]) => 'abc'.includes(key))));
        expect(seen.map(({ text }) => text)).toEqual(wanted);
        const pairs = new Set(seen.map(({ text, set }) => `${text} ${set}`));
        expect(pairs.size).toBe(new Set(wanted).size);
        expect(new Set(seen.map(({ set }) => set)).size).toBe(pairs.size);
        expect(seen.every(({ set }) => set !== undefined)).toBe(true);
      },
    ),
  );
});

test('sets beyond those that are kept are read all the same, without a number', () => {
  const all = Array.from({ length: 70_000 }, (_, at): PlainTags => [['a', `${at}`]]);
  const seen = shown([...all, [['a', '3']]], 8000);
  expect(seen.map(({ text }) => text).slice(0, -1)).toEqual(all.map((tags) => JSON.stringify(tags)));
  expect(seen.filter(({ set }) => set === undefined)).toHaveLength(70_000 - 65_536);
  expect(seen.at(-1)?.set).toBe(seen[3]?.set);
});
