import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import { OsmRefused } from '../../../src/network/osm/refused.ts';
import { crossing } from './crossing.ts';
import { readAll, withoutEdits, type OsmData } from './osm-data.ts';
import { blob, bytesField, number, textField, writePbf } from './write-pbf.ts';
import { writeXml } from './write-xml.ts';

const plain = withoutEdits(crossing);

/** What is read, or the refusal; anything else that is thrown fails the test. */
function outcome(bytes: Uint8Array): OsmData | OsmRefused {
  try {
    return readAll(openOsm(bytes));
  } catch (cause) {
    if (cause instanceof OsmRefused) return cause;
    throw cause;
  }
}

const refusal = (bytes: Uint8Array): string => {
  const found = outcome(bytes);
  return found instanceof OsmRefused ? found.reason : 'read';
};

const text = (words: string) => new TextEncoder().encode(words);

/** The file with one bit turned over. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('a file cut off at every byte', () => {
  test.each([1, 3])(
    '.osm.pbf, compression %i: cut off, or whole blobs, which read as written',
    (compression) => {
      const bytes = writePbf(crossing, { objectsInBlock: 2, compression });
      const wholeBlobs = new Set<number>();
      for (const { bytesRead } of openOsm(bytes).steps({ nodes: () => undefined })) wholeBlobs.add(bytesRead);
      const readable: number[] = [];
      for (let end = 1; end < bytes.length; end += 1) {
        const found = outcome(bytes.subarray(0, end));
        if (found instanceof OsmRefused) expect([end, found.reason]).toEqual([end, 'truncated']);
        else {
          readable.push(end);
          expect(found.nodes).toEqual(plain.nodes.slice(0, found.nodes.length));
          expect(found.ways).toEqual(plain.ways.slice(0, found.ways.length));
        }
      }
      // After the header, and after each blob but the last: a cut there cannot be seen in the format.
      expect(readable).toHaveLength(wholeBlobs.size);
      expect(readable.slice(1).every((end) => wholeBlobs.has(end))).toBe(true);
    },
  );

  test('.osm', () => {
    const bytes = writeXml(crossing);
    // Without the line break at the end it is whole.
    for (let end = 1; end < bytes.length - 1; end += 1)
      expect([end, refusal(bytes.subarray(0, end))]).toEqual([end, 'truncated']);
  });

  test('.osm.gz', () => {
    const bytes = gzipSync(writeXml(crossing));
    for (let end = 2; end < bytes.length; end += 1)
      expect([end, refusal(bytes.subarray(0, end))], `${end}`).toEqual([
        end,
        expect.stringMatching(/truncated|damaged/),
      ]);
  });
});

describe('every bit turned over', () => {
  test('.osm.pbf with zlib: refused, or only what no checksum covers has changed', () => {
    const bytes = writePbf(crossing);
    const found = Array.from({ length: bytes.length * 8 }, (_, bit) => outcome(flipped(bytes, bit)));
    const read = found.flatMap((one) => (one instanceof OsmRefused ? [] : [one]));
    // The lengths and types around the blobs have no checksum: a blob of another type is passed over, as the format wants.
    for (const { nodes, ways, relations } of read) {
      expect([[], plain.nodes]).toContainEqual(nodes);
      expect([[], plain.ways]).toContainEqual(ways);
      expect([[], plain.relations]).toContainEqual(relations);
    }
    expect(read.length / found.length).toBeLessThan(0.2);
  });

  test('.osm.pbf without compression: refused or read, never another error', () => {
    for (const dense of [true, false]) {
      const bytes = writePbf(crossing, { compression: 1, dense });
      for (let bit = 0; bit < bytes.length * 8; bit += 1) outcome(flipped(bytes, bit));
    }
  });

  test('.osm.gz: refused, or the same data', () => {
    const bytes = gzipSync(writeXml(crossing));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const found = outcome(flipped(bytes, bit));
      if (!(found instanceof OsmRefused)) expect(found).toEqual(plain);
    }
  });

  test('.osm: refused or read, never another error', () => {
    const bytes = writeXml(crossing);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) outcome(flipped(bytes, bit));
  });
});

describe('lengths that lie', () => {
  const header = blob('OSMHeader', textField(4, 'OsmSchema-V0.6'));
  const lying = (type: string, size: number) => {
    const head = [...textField(1, type), ...number(3, size)];
    return Uint8Array.from([...header, 0, 0, 0, head.length, ...head, 1, 2, 3]);
  };

  test('of a blob: within what is allowed it is cut off, beyond it damaged', () => {
    expect(refusal(lying('OSMData', 32 * 1024 * 1024))).toBe('truncated');
    expect(refusal(lying('OSMData', 32 * 1024 * 1024 + 1))).toBe('damaged');
    expect(refusal(lying('OSMData', 2 ** 31))).toBe('damaged');
    expect(refusal(lying('OSMData', -1))).toBe('damaged');
    expect(refusal(Uint8Array.from([...header, 0, 1, 0, 1]))).toBe('damaged');
  });

  test.each([0, 1, 2 ** 25, 2 ** 25 + 1, 2 ** 52, -1])('of a content: %i bytes are said', (size) => {
    const content = bytesField(3, [0x78, 0x9c, 3, 0, 0, 0, 0, 1]);
    const body = [...number(2, size), ...content];
    const head = [...textField(1, 'OSMData'), ...number(3, body.length)];
    const bytes = Uint8Array.from([...header, 0, 0, 0, head.length, ...head, ...body]);
    expect(refusal(bytes)).toBe(size === 0 ? 'read' : 'damaged');
  });

  test.each([
    [
      'a column of nodes is longer than the others',
      bytesField(2, bytesField(2, [...bytesField(1, [2, 2]), ...bytesField(8, [2]), ...bytesField(9, [2])])),
    ],
    ['places without ids', bytesField(2, bytesField(2, bytesField(8, [2])))],
    ['a way without an id', bytesField(2, bytesField(3, bytesField(8, [2])))],
    [
      'a key that is in no table',
      bytesField(2, bytesField(3, [...number(1, 1), ...bytesField(2, [9]), ...bytesField(3, [0])])),
    ],
    ['a key without a value', bytesField(2, bytesField(3, [...number(1, 1), ...bytesField(2, [0])]))],
    [
      'a member without a role',
      bytesField(2, bytesField(4, [...number(1, 1), ...bytesField(9, [2]), ...bytesField(10, [0])])),
    ],
    [
      'a member of no type',
      bytesField(
        2,
        bytesField(4, [
          ...number(1, 1),
          ...bytesField(8, [0]),
          ...bytesField(9, [2]),
          ...bytesField(10, [3]),
        ]),
      ),
    ],
    [
      'a column in two pieces',
      bytesField(2, bytesField(3, [...number(1, 1), ...bytesField(8, [2]), ...bytesField(8, [2])])),
    ],
    ['a field longer than its message', [...bytesField(2, [0x1a, 100])]],
    ['a varint without an end', bytesField(2, bytesField(3, [8, ...Array<number>(12).fill(255)]))],
    ['an id beyond what is exact', bytesField(2, bytesField(3, number(1, 2 ** 53)))],
  ])('%s', (_, group) => {
    const block = [...bytesField(1, textField(1, '')), ...group];
    expect(refusal(Uint8Array.from([...header, ...blob('OSMData', block)]))).toBe('damaged');
  });
});

describe('files that are something else', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a web page', text('<!DOCTYPE html>\n<html><head>'), 'web-page'],
    ['a table', text('name,lat,lon\nA,45,-75\n'), 'foreign'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'foreign'],
    ['bzip2', text('BZh91AY&SY'), 'compression'],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20]), 'compression'],
    ['o5m', Uint8Array.from([0xff, 0xe0, 4, 0x6f, 0x35, 0x6d, 0x32]), 'other-format'],
    ['a gzipped table', gzipSync(text('name,lat,lon\n')), 'foreign'],
    ['a gzipped .osm.pbf', gzipSync(writePbf(crossing)), 'compression'],
    ['nothing, gzipped', gzipSync(new Uint8Array()), 'truncated'],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason);
  });

  test('says so in words', () => {
    expect(() => openOsm(text('<html>'))).toThrow(/is a web page, not OpenStreetMap data/);
    expect(() => openOsm(text('BZh9'))).toThrow(/compressed with bzip2/);
  });
});
