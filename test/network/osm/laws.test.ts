import { gzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import { memberTypes } from '../../../src/network/osm/osm.ts';
import { readAll, type OsmData } from './osm-data.ts';
import { textField, writePbf } from './write-pbf.ts';
import { writeXml } from './write-xml.ts';

/** Half of what is exact, so that differences between ids are exact too. */
const ids = fc.oneof(fc.integer({ min: -50, max: 300 }), fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 }));
const words = fc
  .oneof(
    fc.constantFrom('highway', 'oneway', 'yes', 'é', '道路', '😀'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
  )
  // XML cannot hold control characters, whoever writes it.
  .filter((word) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(word));
const tags = fc.array(fc.tuple(words, words), { maxLength: 4 });
const place = {
  lonE7: fc.oneof(
    fc.constantFrom(-1_800_000_000, 0, 1_800_000_000),
    fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
  ),
  latE7: fc.oneof(
    fc.constantFrom(-900_000_000, 0, 900_000_000),
    fc.integer({ min: -900_000_000, max: 900_000_000 }),
  ),
};

const data: fc.Arbitrary<OsmData> = fc.record({
  nodes: fc.uniqueArray(fc.record({ id: ids, ...place, tags }), {
    maxLength: 30,
    size: 'max',
    selector: ({ id }) => id,
  }),
  ways: fc.array(fc.record({ id: ids, refs: fc.array(ids, { maxLength: 20, size: 'max' }), tags }), {
    maxLength: 12,
  }),
  relations: fc.array(
    fc.record({
      id: ids,
      members: fc.array(
        fc.record({ type: fc.constantFrom(...memberTypes), id: ids, role: fc.oneof(fc.constant(''), words) }),
        { maxLength: 6 },
      ),
      tags,
    }),
    { maxLength: 6 },
  ),
});

const ways = fc.record({
  dense: fc.boolean(),
  compression: fc.constantFrom(1, 3),
  objectsInBlock: fc.constantFrom(1, 3, 8000),
  nodesLast: fc.boolean(),
  granularity: fc.constantFrom(100, 20),
  lonOffset: fc.constantFrom(0, -4_000_000_000, 500),
});

test('what is written to .osm.pbf is what is read, however it is written', () => {
  fc.assert(
    fc.property(data, ways, (written, how) => {
      expect(readAll(openOsm(writePbf(written, how)))).toEqual(written);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('.osm, .osm.gz and .osm.pbf of the same data read the same', () => {
  fc.assert(
    fc.property(data, (written) => {
      const xml = writeXml(written);
      const read = readAll(openOsm(xml));
      expect(read).toEqual(readAll(openOsm(writePbf(written))));
      expect(readAll(openOsm(gzipSync(xml)))).toEqual(read);
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('keys to have, ids and keys to read choose the same in every format as a filter over all', () => {
  fc.assert(
    fc.property(
      data,
      fc.array(words, { maxLength: 3 }),
      fc.array(words, { maxLength: 3 }),
      fc.array(ids, { maxLength: 3 }),
      (written, having, keys, named) => {
        const orIds = new Set([...named, ...written.ways.slice(0, 1).map(({ id }) => id)]);
        const expected = written.ways
          .filter(({ id, tags }) => orIds.has(id) || tags.some(([key]) => having.includes(key)))
          .map(({ id, refs, tags }) => ({ id, refs, tags: tags.filter(([key]) => keys.includes(key)) }));
        for (const bytes of [writePbf(written), writeXml(written)]) {
          const seen: unknown[] = [];
          openOsm(bytes).read({
            way: {
              having,
              orIds,
              keys,
              see: ({ id, refs, tags }) => seen.push({ id, refs: [...refs], tags: tags.entries() }),
            },
          });
          expect(seen).toEqual(expected);
        }
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test('reading relations first, then ways, and nodes after gives what one reading gives', () => {
  fc.assert(
    fc.property(data, ways, fc.boolean(), (written, how, isDeclared) => {
      const header = isDeclared && !how.nodesLast ? textField(5, 'Sort.Type_then_ID') : [];
      const osm = openOsm(writePbf(written, { ...how, header }));
      osm.read({ relation: { keys: [], see: () => undefined } });
      osm.read({ way: { keys: [], see: () => undefined } });
      osm.read({ nodes: () => undefined });
      expect(readAll(osm)).toEqual(written);
    }),
    { seed: 4, numRuns: 100 },
  );
});

test('bytes of any kind are refused or read, never another error', () => {
  const start = fc.constantFrom<readonly number[]>(
    [],
    [...writePbf({ nodes: [], ways: [], relations: [] })],
    [0x1f, 0x8b, 8],
    [60, 111, 115, 109],
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200, size: 'max' }), (first, rest) => {
      const read = () => readAll(openOsm(Uint8Array.from([...first, ...rest])));
      try {
        read();
      } catch (cause) {
        expect(cause).toHaveProperty('name', 'OsmRefused');
      }
    }),
    { seed: 4, numRuns: 2000 },
  );
});
