import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/network/build-graph.ts';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import { OsmRefused } from '../../../src/network/osm/refused.ts';
import { route } from '../../../src/network/route.ts';
import { osmRoadSteps } from '../../../src/network/sources/osm-roads.ts';
import { about } from '../networks.ts';
import { writePbf } from '../osm/write-pbf.ts';
import {
  at40,
  osmDataOf,
  osmFileOf,
  plainProfile,
  readingOf,
  roadsOfFile,
  roadsOfSketch,
} from './osm-sketch.ts';

/*
 *   a - b - c - d     111.2 m between neighbours, 10.0 s at 40 km/h
 *       |   |
 *       e - f
 */
const nodes = {
  a: [0, 0],
  b: [1, 0],
  c: [2, 0],
  d: [3, 0],
  e: [1, -1],
  f: [2, -1],
} as const;

describe('ways are cut to roads', () => {
  test('where they share a node, and bends are kept', () => {
    expect(
      readingOf({
        nodes: { ...nodes, e: [1.5, -1] },
        ways: [
          ['abcd', at40],
          ['bec', at40],
        ],
      }),
    ).toEqual([
      'ab 111 m: 10.0 s, back 10.0 s',
      'bc 111 m: 10.0 s, back 10.0 s',
      'cd 111 m: 10.0 s, back 10.0 s',
      'bec 249 m: 22.4 s, back 22.4 s',
    ]);
  });

  test('the length is along every corner, be they kept as bends or not', () => {
    // b lies 1 m beside the line from a to c, which bends cannot show and need not.
    const [road, ...others] = readingOf({
      nodes: { a: [0, 0], b: [1, 0.009], c: [2, 0] },
      ways: [['abc', at40]],
    });
    expect([road, others]).toEqual(['ac 222 m: 20.0 s, back 20.0 s', []]);
  });

  test('a node that follows itself, a way of one place and a loop', () => {
    expect(
      readingOf({
        nodes,
        ways: [
          ['aab', at40],
          ['cc', at40],
          ['befcb', at40],
        ],
      }),
    ).toEqual([
      'ab 111 m: 10.0 s, back 10.0 s',
      'befcb 445 m: 40.0 s, back 40.0 s',
      'left out 1: fewer than two corners',
    ]);
  });

  test('a way that an extract cuts off is kept as far as the file goes', () => {
    expect(
      readingOf({
        nodes,
        ways: [
          ['XabYcdZ', at40],
          ['XYZ', at40],
          ['Xe', at40],
        ],
      }),
    ).toEqual([
      'ab 111 m: 10.0 s, back 10.0 s',
      'cd 111 m: 10.0 s, back 10.0 s',
      'left out 2: nodes missing',
      'warning 1: roads cut off',
    ]);
  });

  test('no road jumps across the antimeridian', () => {
    const { roads } = roadsOfSketch({
      nodes: { a: [179_999, 0], b: [-180_000, 0], c: [-179_999, 0.5] },
      ways: [['abc', at40]],
    });
    expect(roads.metres[0]).toBeGreaterThan(222);
    expect(roads.metres[0]).toBeLessThan(240);
    // b is a bend of its own: 28 m beside the line.
    expect(Array.from(roads.bendLonE7)).toEqual([-1_800_000_000]);
  });

  test('an empty file has no roads', () => {
    expect(readingOf({ nodes: {}, ways: [] })).toEqual([]);
  });

  test('places that are known to nothing and ways that are no roads are passed over', () => {
    expect(
      readingOf({
        nodes,
        ways: [
          ['abcd', { building: 'yes' }],
          ['ab', { railway: 'rail' }],
          ['bc', { route: 'bus' }],
        ],
      }),
    ).toEqual([]);
  });
});

describe('barriers', () => {
  const reading = (tags: Record<string, string>) =>
    readingOf({ nodes: { ...nodes, b: [1, 0, tags] }, ways: [['abc', at40]] });
  const whole = ['ac 222 m: 20.0 s, back 20.0 s'];
  const cut = ['ab 111 m: 10.0 s, back 10.0 s', 'bc 111 m: 10.0 s, back 10.0 s'];

  test.each([
    [{ barrier: 'bollard' }, cut],
    [{ barrier: 'gate' }, whole],
    [{ barrier: 'lift_gate' }, whole],
    [{ barrier: 'gate', access: 'private' }, cut],
    [{ barrier: 'gate', access: 'no', motor_vehicle: 'yes' }, whole],
    [{ barrier: 'gate', locked: 'yes' }, cut],
    [{ barrier: 'bollard', motorcar: 'yes' }, whole],
    [{ barrier: 'bollard', bicycle: 'yes' }, cut],
    [{ barrier: 'moat' }, [...cut, 'unknown 1: barrier=moat']],
  ])('%j', (tags, expected) => expect(reading(tags)).toEqual(expected));

  test('nobody passes a closed one: its two sides are junctions of their own', () => {
    const { roads } = roadsOfSketch({
      nodes: { ...nodes, b: [1, 0, { barrier: 'bollard' }] },
      ways: [['abc', at40]],
    });
    expect(roads.lonE7.length).toBe(4);
    expect(roads.to[0]).not.toBe(roads.from[1]);
  });
});

describe('waits', () => {
  const profile = {
    ...plainProfile,
    costs: {
      signalSeconds: 8,
      stopSeconds: 5,
      giveWaySeconds: 2,
      levelCrossingSeconds: 4,
      junctionSeconds: 1,
      fordSeconds: 10,
    },
  };
  const reading = (tags: Record<string, string>) =>
    readingOf({ nodes: { ...nodes, b: [1, 0, tags] }, ways: [['abc', at40]] }, profile);

  test.each([
    [{ highway: 'traffic_signals' }, '28.0 s, back 28.0 s'],
    [{ highway: 'traffic_signals', 'traffic_signals:direction': 'forward' }, '28.0 s, back 20.0 s'],
    [{ highway: 'stop', direction: 'backward' }, '20.0 s, back 25.0 s'],
    [{ highway: 'give_way' }, '22.0 s, back 22.0 s'],
    [{ railway: 'level_crossing' }, '24.0 s, back 24.0 s'],
    [{ ford: 'yes' }, '30.0 s, back 30.0 s'],
    [{ highway: 'crossing' }, '20.0 s, back 20.0 s'],
  ])('%j', (tags, times) => expect(reading(tags)).toEqual([`ac 222 m: ${times}`]));

  test('where three roads meet, those who arrive wait; a driveway is no third', () => {
    const street = ['abc', at40] as const;
    expect(readingOf({ nodes, ways: [street, ['be', at40]] }, profile)).toEqual([
      'ab 111 m: 11.0 s, back 10.0 s',
      'bc 111 m: 10.0 s, back 11.0 s',
      'be 111 m: 10.0 s, back 11.0 s',
    ]);
    expect(readingOf({ nodes, ways: [street, ['be', { ...at40, highway: 'service' }]] }, profile)).toEqual([
      'ab 111 m: 10.0 s, back 10.0 s',
      'bc 111 m: 10.0 s, back 10.0 s',
      'be 111 m: 10.0 s, back 10.0 s',
    ]);
  });

  test('a signal where roads meet is paid once by who arrives', () => {
    const signal = { ...nodes, b: [1, 0, { highway: 'traffic_signals' }] } as const;
    expect(
      readingOf(
        {
          nodes: signal,
          ways: [
            ['abc', at40],
            ['be', at40],
          ],
        },
        profile,
      ),
    ).toEqual([
      'ab 111 m: 19.0 s, back 10.0 s',
      'bc 111 m: 10.0 s, back 19.0 s',
      'be 111 m: 10.0 s, back 19.0 s',
    ]);
  });
});

describe('shores', () => {
  /** A lake 333 m wide, a pond of 111 m, and a coast. */
  const water = { ...nodes, g: [0, -3], h: [3, -3], i: [3, -5], j: [0, -5], k: [3.0001, -4] } as const;
  test('coasts and the outlines of wide water are kept, simplified; ponds are not', () => {
    expect(
      readingOf({
        nodes: water,
        ways: [
          ['ghkijg', { natural: 'water' }],
          ['befcb', { natural: 'water' }],
          ['ab', { natural: 'coastline' }],
          ['bcd', { waterway: 'riverbank' }],
          ['be', { waterway: 'stream' }],
        ],
      }),
    ).toEqual(['shore ghijg', 'shore ad']);
  });

  describe('drawn by a relation', () => {
    const lake = { type: 'multipolygon', natural: 'water' };
    /** A lake 444 m wide in two halves, with an island of 333 m that a path goes round. */
    const halves = {
      nodes: {
        a: [0, 0],
        b: [4, 0],
        c: [4, -4],
        d: [0, -4],
        m: [0.5, -0.5],
        n: [3.5, -0.5],
        o: [3.5, -3.5],
      },
      ways: [
        ['abc', {}],
        ['mnom', { highway: 'footway' }],
        ['adc', { name: 'La Rive' }],
      ],
    } as const;
    const members = [
      ['outer', 'abc'],
      ['outer', 'adc'],
      ['inner', 'mnom'],
      ['', 'a'],
    ] as const;

    test.each([
      ['a lake', lake],
      ['a river', { type: 'multipolygon', waterway: 'riverbank' }],
    ])('%s: ways without tags are one outline, islands too, and a path is a shore and no road', (_, tags) => {
      expect(readingOf({ ...halves, relations: [{ tags, members }] })).toEqual([
        'shore mnom',
        'shore abcda',
        'left out 1: class left out',
      ]);
    });

    test.each([
      ['a wood', { type: 'multipolygon', natural: 'wood' }],
      ['a bay', { type: 'multipolygon', natural: 'bay' }],
      ['a group of lakes', { type: 'site', natural: 'water' }],
    ])('%s has no shore of its own', (_, tags) => {
      expect(readingOf({ ...halves, relations: [{ tags, members }] })).toEqual([
        'left out 1: class left out',
      ]);
    });

    test('a pond in two halves is left out as any pond; half a lake, the rest beyond the extract, is not', () => {
      const pond = { ...halves.nodes, b: [1, 0], c: [1, -1], d: [0, -1] } as const;
      const ways = [halves.ways[0], halves.ways[2]];
      const relations = [{ tags: lake, members: [members[0], members[1]] }];
      expect(readingOf({ nodes: pond, ways, relations })).toEqual([]);
      expect(readingOf({ nodes: halves.nodes, ways: [ways[0] ?? halves.ways[0]], relations })).toEqual([
        'shore abc',
      ]);
    });

    test('a road on the shore is a road, and the rest of the shore a line', () => {
      expect(
        readingOf({
          ...halves,
          ways: [['abc', at40], halves.ways[2]],
          relations: [{ tags: lake, members: [members[0], members[1]] }],
        }),
      ).toEqual(['abc 890 m: 80.1 s, back 80.1 s', 'shore adc']);
    });

    test('in .osm.pbf too, where ways come before the relations that name them', () => {
      const data = osmDataOf({ ...halves, relations: [{ tags: lake, members }] });
      const { shores } = roadsOfFile(writePbf(data, { objectsInBlock: 1 }));
      expect([...shores.first]).toEqual([0, 4, 9]);
    });
  });

  test('a road along the coast is a road', () => {
    expect(readingOf({ nodes, ways: [['ab', { ...at40, natural: 'coastline' }]] })).toEqual([
      'ab 111 m: 10.0 s, back 10.0 s',
    ]);
  });
});

test('all that is read is kept or left out for a reason', () => {
  const { about: read } = roadsOfSketch({
    nodes,
    ways: [
      ['ab', at40],
      ['bc', { highway: 'footway' }],
      ['cd', { highway: 'residential', access: 'private' }],
      ['be', { highway: 'flyway' }],
      ['ef', { highway: 'pedestrian', area: 'yes' }],
      ['fc', { route: 'ferry', foot: 'yes' }],
      ['Xc', at40],
    ],
  });
  expect(read.linesRead).toBe(7);
  expect(read.leftOut).toEqual({
    'class left out': 2,
    'no access': 2,
    'class unknown': 1,
    'nodes missing': 1,
  });
  expect(read.unknown).toEqual([{ what: 'highway=flyway', count: 1 }]);
});

test('a journey over roads that were read: round the one-way street', () => {
  const { roads } = roadsOfSketch({
    nodes,
    ways: [
      ['abcd', at40],
      ['be', { ...at40, oneway: 'yes' }],
      ['ef', { ...at40, oneway: 'yes' }],
      ['fc', at40],
    ],
  });
  const graph = buildGraph(roads, about);
  const at = (letter: keyof typeof nodes) => ({ lon: nodes[letter][0] / 1000, lat: nodes[letter][1] / 1000 });
  const ask = { objective: 'time' as const, snapLimitKilometres: 0.01 };
  expect(route(graph, at('b'), at('f'), ask).route?.seconds).toBeCloseTo(20, 0);
  expect(route(graph, at('f'), at('e'), ask).route?.seconds).toBeCloseTo(30, 0);
});

describe('reading in steps', () => {
  const bytes = osmFileOf({ nodes, ways: [['abcd', at40]] });

  test('tells a share that only rises, and can be left at any of them', () => {
    const shares: number[] = [];
    const steps = osmRoadSteps(openOsm(bytes), plainProfile);
    for (let step = steps.next(); !step.done; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    const left = osmRoadSteps(openOsm(bytes), plainProfile);
    left.next();
    left.return(undefined as never);
    expect(left.next().done).toBe(true);
  });

  test('a file that is cut off is refused', () => {
    const cut = bytes.subarray(0, bytes.length - 40);
    const steps = osmRoadSteps(openOsm(cut), plainProfile);
    expect(() => [...steps]).toThrow(OsmRefused);
  });
});
