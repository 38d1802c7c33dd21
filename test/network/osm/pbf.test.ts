import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import { Inflater } from '../../../src/network/osm/inflate.ts';
import type { InflateAhead, OsmCounts, OsmFile, OsmWants } from '../../../src/network/osm/osm.ts';
import { OsmRefused } from '../../../src/network/osm/refused.ts';
import { crossing } from './crossing.ts';
import { readAll, withoutEdits, type OsmData } from './osm-data.ts';
import { blob, bytesField, number, signedNumber, textField, varint, writePbf } from './write-pbf.ts';
import { writeXml } from './write-xml.ts';

const plain = withoutEdits(crossing);

const variants: Record<string, Parameters<typeof writePbf>[1]> = {
  'dense nodes, zlib': {},
  'nodes one by one': { dense: false },
  'raw blobs': { compression: 1 },
  'one object a block': { objectsInBlock: 1 },
  'ways before nodes': { nodesLast: true },
  'offsets of other units': { lonOffset: -1_000_000_000, latOffset: 123_456_700 },
  'a finer grain': { granularity: 10 },
  'one by one with offsets': { dense: false, granularity: 50, lonOffset: 700, latOffset: -700 },
};

describe('a file that is written in any of the ways of the format', () => {
  test.each(Object.entries(variants))('%s', (_, how) => {
    expect(readAll(openOsm(writePbf(crossing, how)))).toEqual(plain);
  });

  test('a coarser grain rounds to it: 10,000 nanodegrees are 100 ten-millionths', () => {
    const data = readAll(openOsm(writePbf(crossing, { granularity: 10_000 })));
    expect(data.nodes.map(({ latE7 }) => latE7)).toEqual([0, 0, 0, -10_000, 900_000_000, -900_000_000]);
  });

  test('places kept with ways stand in for nodes that are left out', () => {
    const osm = openOsm(writePbf(crossing, { placesOnWays: true }));
    const { nodes, ways } = readAll(osm);
    expect(ways).toEqual(plain.ways);
    // The last two of the six are on no way and have no tags.
    expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set([1, 2, 4, 5_000_000_003]));
    for (const node of nodes) expect(crossing.nodes).toContainEqual(node);
  });
});

describe('what is wanted', () => {
  const osm = openOsm(writePbf(crossing));

  test('objects with none of the keys are not seen, keys not asked for are not there', () => {
    const seen: unknown[] = [];
    const counts = osm.read({
      way: {
        having: ['highway'],
        keys: ['oneway', 'highway', 'surface'],
        see: ({ id, tags }) =>
          seen.push([id, tags.size, tags.get('oneway'), tags.get('surface'), tags.get('name')]),
      },
    });
    expect(seen).toEqual([
      [10, 2, 'yes', undefined, undefined],
      [11, 1, undefined, undefined, undefined],
    ]);
    expect(counts).toEqual({
      nodes: null,
      ways: 4,
      relations: null,
      nodesWithoutPlace: 0,
      newestEdit: '2026-11-02',
    });
  });

  test('a key to have need not be a key to read', () => {
    const seen: unknown[] = [];
    osm.read({
      node: { having: ['highway'], keys: ['ele'], see: ({ id, tags }) => seen.push([id, tags.entries()]) },
    });
    expect(seen).toEqual([[4, [['ele', '12']]]]);
  });

  test('nothing wanted is nothing counted', () => {
    expect(osm.read({})).toMatchObject({ nodes: null, ways: null, relations: null, newestEdit: null });
  });

  test('the newest edit is one of the ways that were seen', () => {
    const counts = osm.read({ way: { having: ['building'], keys: [], see: () => undefined } });
    expect(counts.newestEdit).toBeNull();
  });

  test('steps go from blob to blob and end with the counts; an abort stops between them', () => {
    const bytes = writePbf(crossing, { objectsInBlock: 2 });
    const steps = [...openOsm(bytes).steps({ nodes: () => undefined })];
    expect(steps).toHaveLength(3 + 2 + 1);
    expect(steps.at(-1)).toEqual({ bytesRead: bytes.length, bytes: bytes.length });
    const abort = new AbortController();
    const told: number[] = [];
    const reading = () =>
      openOsm(bytes).read(
        { nodes: () => undefined },
        {
          signal: abort.signal,
          onProgress: ({ bytesRead }) => {
            told.push(bytesRead);
            abort.abort(new Error('enough'));
          },
        },
      );
    expect(reading).toThrow('enough');
    expect(told).toHaveLength(1);
  });

  test('a blob of nodes is not inflated for its ways, nor one of ways for its nodes', () => {
    const nodes = Array.from({ length: 6000 }, (_, at) => ({
      ...{ id: at * 7 + 1, lonE7: (at * 7919) % 1e9, latE7: (at * 104729) % 9e8 },
      tags: at % 9 === 0 ? ([['ref', `${at}`]] as const) : [],
    }));
    const ways = nodes
      .slice(1)
      .map(({ id }, at) => ({ id: at + 1, refs: [id - 7, id], tags: [['highway', `${at}`]] as const }));
    const data: OsmData = { nodes, ways, relations: [] };
    const { inflate } = new Inflater();
    let inflated = 0;
    const counted = openOsm(writePbf(data, { objectsInBlock: 1500 }), (zlib, size) => {
      inflated += 1;
      return inflate(zlib, size);
    });
    expect(inflated).toBe(1);
    const seen = { nodes: 0, ways: 0 };
    counted.read({ way: { keys: [], see: () => (seen.ways += 1) } });
    expect({ inflated, ...seen }).toEqual({ inflated: 1 + 4, nodes: 0, ways: 5999 });
    counted.read({ nodes: ({ ids }) => (seen.nodes += ids.length) });
    expect({ inflated, ...seen }).toEqual({ inflated: 1 + 4 + 4, nodes: 6000, ways: 5999 });
    expect(readAll(counted)).toEqual(data);
  });

  test('relations are found at the end of a file that says it is sorted, and little else is looked at', () => {
    const tags = [['name', 'x'.repeat(5000)]] as const;
    const ids = Array.from({ length: 64 }, (_, at) => at + 1);
    const data: OsmData = {
      nodes: ids.map((id) => ({ id, lonE7: id, latE7: id, tags })),
      ways: ids.map((id) => ({ id, refs: [id], tags })),
      relations: [{ id: 7, members: [{ type: 'way', id: 3, role: 'outer' }], tags }],
    };
    const looked = (header: readonly number[]) => {
      const file = writePbf(data, { objectsInBlock: 1, header });
      let blobs = 0;
      const slice = (from: number, to: number) => {
        // Blobs, not what stands before them.
        if (to - from > 30) blobs += 1;
        return file.slice(from, to);
      };
      const osm = openOsm({ byteLength: file.length, slice });
      blobs = 0;
      const seen: number[] = [];
      osm.read({ relation: { keys: [], see: ({ members }) => seen.push(...members.ids) } });
      return { seen, blobs };
    };
    expect(looked([])).toEqual({ seen: [3], blobs: 129 });
    expect(looked(textField(5, 'Sort.Type_then_ID'))).toEqual({ seen: [3], blobs: 8 });
  });

  test('a block with a group of nodes and a group of ways hides neither', () => {
    const strings = bytesField(1, [...textField(1, ''), ...textField(1, 'x'.repeat(5000))]);
    const node = bytesField(
      2,
      bytesField(1, [...signedNumber(1, 7), ...signedNumber(8, 5), ...signedNumber(9, 6)]),
    );
    const way = bytesField(2, bytesField(3, [...number(1, 8), ...bytesField(8, [14, 0])]));
    const bytes = Uint8Array.from([
      ...blob('OSMHeader', []),
      ...blob('OSMData', [...strings, ...node, ...way]),
    ]);
    const osm = openOsm(bytes);
    const ways: unknown[] = [];
    osm.read({ way: { keys: [], see: ({ id, refs }) => ways.push([id, ...refs]) } });
    expect(ways).toEqual([[8, 7, 7]]);
    expect(readAll(osm).nodes).toEqual([{ id: 7, lonE7: 6, latE7: 5, tags: [] }]);
  });

  test('blobs and fields of later versions are passed over', () => {
    const later = [...number(99, 5), ...bytesField(100, [1, 2, 3]), ...varint(101 * 8 + 5), ...[1, 2, 3, 4]];
    const bytes = Uint8Array.from([
      ...writePbf(crossing),
      ...blob('OSMIndex', later),
      ...blob('OSMData', later),
    ]);
    expect(readAll(openOsm(bytes))).toEqual(plain);
  });
});

describe('read ahead on other threads', () => {
  const inflateAhead = promisify(inflate) as InflateAhead;
  const bytes = writePbf(crossing, { objectsInBlock: 1 });

  test('gives the same in the same order', async () => {
    const order = async (read: (osm: OsmFile, wants: OsmWants) => Promise<OsmCounts> | OsmCounts) => {
      const seen: number[] = [];
      const counts = await read(openOsm(bytes), {
        nodes: ({ ids }) => seen.push(...ids),
        way: { having: ['highway'], keys: [], see: ({ id, refs }) => seen.push(id, ...refs) },
      });
      return { seen, counts };
    };
    const inTurn = await order((osm, wants) => osm.read(wants));
    expect(await order((osm, wants) => osm.readAhead(wants, inflateAhead))).toEqual(inTurn);
    const raw = openOsm(writePbf(crossing, { compression: 1 }));
    expect(await raw.readAhead({ nodes: () => undefined }, inflateAhead)).toMatchObject({ nodes: 6 });
    const xml = openOsm(writeXml(crossing));
    expect(await xml.readAhead({ nodes: () => undefined }, inflateAhead)).toMatchObject({ nodes: 6 });
  });

  test('an abort, damage and an error of the caller stop it', async () => {
    const nodes = () => undefined;
    const abort = AbortSignal.abort(new Error('enough'));
    await expect(openOsm(bytes).readAhead({ nodes }, inflateAhead, { signal: abort })).rejects.toThrow(
      'enough',
    );
    const damaged = bytes.slice();
    damaged[damaged.length - 3] = (damaged.at(-3) ?? 0) ^ 1;
    await expect(
      openOsm(damaged).readAhead({ relation: { keys: [], see: () => undefined } }, inflateAhead),
    ).rejects.toThrow(OsmRefused);
    const fails = () => {
      throw new RangeError('of the caller');
    };
    await expect(openOsm(bytes).readAhead({ nodes: fails }, inflateAhead)).rejects.toThrow(RangeError);
  });
});

describe('the header', () => {
  test('says bounds in degrees, program, source and state of the database', () => {
    const box = [
      ...signedNumber(1, 179_500_000_000),
      ...signedNumber(2, -179_500_000_000),
      ...signedNumber(3, -16_000_000_000),
      ...signedNumber(4, -19_250_000_000),
    ];
    const header = [
      ...bytesField(1, box),
      ...textField(16, 'écrivain 1.0'),
      ...textField(17, 'a planet'),
      ...number(32, Date.UTC(2026, 10, 2, 3, 4, 5) / 1000),
    ];
    expect(openOsm(writePbf(crossing, { header })).header).toEqual({
      format: 'pbf',
      bounds: { west: 179.5, south: -19.25, east: -179.5, north: -16 },
      program: 'écrivain 1.0',
      source: 'a planet',
      timestamp: '2026-11-02T03:04:05Z',
    });
  });

  test('is silent where the file is', () => {
    const silent = { format: 'pbf', bounds: null, program: null, source: null, timestamp: null };
    expect(openOsm(writePbf(crossing)).header).toEqual(silent);
  });

  test('a feature that this reader does not know is named', () => {
    const history = writePbf(crossing, { required: ['OsmSchema-V0.6', 'HistoricalInformation'] });
    const refused = new OsmRefused('feature', 'HistoricalInformation');
    expect(() => openOsm(history)).toThrow(refused);
    expect(refused.message).toContain('“HistoricalInformation”');
  });
});

test.each([
  [4, 'LZMA'],
  [6, 'LZ4'],
  [7, 'Zstandard'],
])('a blob in field %i is named as compressed with %s', (compression, name) => {
  expect(() => openOsm(writePbf(crossing, { compression }))).toThrow(new OsmRefused('compression', name));
});

test('nodes beyond the globe are in no run, and counted', () => {
  const nodes = [
    { id: 1, lonE7: 1_800_000_001, latE7: 0, tags: [] },
    { id: 2, lonE7: 0, latE7: -900_000_001, tags: [['a', 'b']] as const },
    { id: 3, lonE7: 1_800_000_000, latE7: 900_000_000, tags: [] },
  ];
  for (const dense of [true, false]) {
    const osm = openOsm(writePbf({ nodes, ways: [], relations: [] }, { dense }));
    expect(readAll(osm).nodes).toEqual(nodes.slice(2));
    expect(osm.read({ nodes: () => undefined })).toMatchObject({ nodes: 3, nodesWithoutPlace: 2 });
  }
});
