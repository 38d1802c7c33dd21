import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/network/build-graph.ts';
import { about } from '../networks.ts';
import { route } from '../../../src/network/route.ts';
import { at40, readingOf, roadsOfSketch, type Sketch } from './osm-sketch.ts';

/*
 *       n
 *       |
 *   w - x - e     x at (0, 0), the others 111.2 m away
 *       |   |
 *       s - t
 */
const nodes = { n: [0, 1], w: [-1, 0], x: [0, 0], e: [1, 0], s: [0, -1], t: [1, -1] } as const;
const ways = [
  ['wx', at40],
  ['xe', at40],
  ['nx', at40],
  ['xs', at40],
  ['st', at40],
  ['te', at40],
] as const;

type Members = readonly (readonly [string, string])[];
const left: Members = [
  ['from', 'wx'],
  ['via', 'x'],
  ['to', 'nx'],
];
const plain = { type: 'restriction', restriction: 'no_left_turn' };

const sketch = (
  tags: Record<string, string>,
  members: Members = left,
  streets: Sketch['ways'] = ways,
): Sketch => ({
  nodes,
  ways: streets,
  relations: [{ tags, members }],
});
/** What a relation came to: the turns that it forbids, or why it forbids none. */
const reading = (...of: Parameters<typeof sketch>) =>
  readingOf(sketch(...of)).filter((line) => /^(no|turns)/.test(line));

describe('a turn at a node', () => {
  test('that is forbidden', () => expect(reading(plain)).toEqual(['no wx nx']));

  test('that is the only one allowed: all others are not, the way back too', () => {
    const straight = [
      ['from', 'wx'],
      ['via', 'x'],
      ['to', 'xe'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'only_straight_on' }, straight)).toEqual([
      'no wx wx',
      'no wx nx',
      'no wx xs',
    ]);
  });

  test('back into the street that one came from', () => {
    const back = [
      ['from', 'wx'],
      ['via', 'x'],
      ['to', 'wx'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'no_u_turn' }, back)).toEqual(['no wx wx']);
  });

  test('back on a street that goes on: on each side, and never straight on', () => {
    const back = [
      ['from', 'wxe'],
      ['via', 'x'],
      ['to', 'wxe'],
    ] as const;
    const through = [
      ['wxe', at40],
      ['nx', at40],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'no_u_turn' }, back, through)).toEqual([
      'no wx wx',
      'no xe xe',
    ]);
  });

  test('out of several streets, or into several', () => {
    const into = [
      ['from', 'wx'],
      ['via', 'x'],
      ['to', 'nx'],
      ['to', 'xs'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'no_entry' }, into)).toEqual(['no wx nx', 'no wx xs']);
    const outOf = [
      ['from', 'wx'],
      ['from', 'xs'],
      ['via', 'x'],
      ['to', 'nx'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'no_exit' }, outOf)).toEqual(['no wx nx', 'no xs nx']);
  });

  test('on a way that is cut in several roads, the one at the node counts', () => {
    const long = [
      ['nxs', at40],
      ['wx', at40],
      ['xe', at40],
      ['st', at40],
    ] as const;
    const turn = [
      ['from', 'nxs'],
      ['via', 'x'],
      ['to', 'wx'],
    ] as const;
    expect(reading(plain, turn, long)).toEqual(['no nx wx', 'no xs wx']);
    const atEnd = [
      ['from', 'nxs'],
      ['via', 's'],
      ['to', 'st'],
    ] as const;
    expect(reading(plain, atEnd, long)).toEqual(['no xs st']);
  });
});

describe('a turn by way of others', () => {
  const round = [
    ['from', 'wx'],
    ['via', 'xs'],
    ['via', 'st'],
    ['to', 'te'],
  ] as const;

  test('is forbidden as a whole', () => {
    expect(reading({ type: 'restriction', restriction: 'no_u_turn' }, round)).toEqual(['no wx xs st te']);
  });

  test('is the only one allowed: at each junction every other is not', () => {
    const short = [
      ['from', 'wx'],
      ['via', 'xs'],
      ['to', 'st'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'only_right_turn' }, short)).toEqual([
      'no wx wx',
      'no wx xe',
      'no wx nx',
      'no wx xs xs',
    ]);
  });

  test('over a way that is cut at a junction on it', () => {
    const crossed = [
      ['wx', at40],
      ['xst', at40],
      ['te', at40],
      ['sn', at40],
    ] as const;
    const turn = [
      ['from', 'wx'],
      ['via', 'xst'],
      ['to', 'te'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'no_u_turn' }, turn, crossed)).toEqual([
      'no wx xs st te',
    ]);
    const back = [
      ['from', 'te'],
      ['via', 'xst'],
      ['to', 'wx'],
    ] as const;
    expect(reading({ type: 'restriction', restriction: 'no_u_turn' }, back, crossed)).toEqual([
      'no te st xs wx',
    ]);
  });
});

describe('whom it is for', () => {
  test.each([
    [{ type: 'restriction', 'restriction:motorcar': 'no_left_turn' }, ['no wx nx']],
    [{ type: 'restriction', 'restriction:motor_vehicle': 'no_left_turn' }, ['no wx nx']],
    [{ ...plain, except: 'bus;bicycle' }, ['no wx nx']],
    [{ ...plain, except: 'psv;motorcar' }, ['turns dropped 1: not for this vehicle']],
    [{ type: 'restriction', 'restriction:hgv': 'no_left_turn' }, ['turns dropped 1: not for this vehicle']],
    [{ type: 'restriction:bus', restriction: 'no_left_turn' }, ['turns dropped 1: not for this vehicle']],
    [
      { type: 'restriction', 'restriction:conditional': 'no_left_turn @ (Mo-Fr 07:00-09:00)' },
      ['turns dropped 1: at certain times'],
    ],
    [{ ...plain, hour_on: '07:00', hour_off: '09:00' }, ['turns dropped 1: at certain times']],
    [{ type: 'restriction', restriction: 'give_way' }, ['turns dropped 1: kind unknown']],
    [{ type: 'route', restriction: 'no_left_turn' }, []],
  ])('%j', (tags, expected) => expect(reading(tags)).toEqual(expected));
});

describe('what cannot be followed', () => {
  test.each([
    [
      'no via',
      [
        ['from', 'wx'],
        ['to', 'nx'],
      ],
      'incomplete',
    ],
    [
      'a road that is not in the file',
      [
        ['from', 'zz'],
        ['via', 'x'],
        ['to', 'nx'],
      ],
      'incomplete',
    ],
    [
      'roads that do not meet there',
      [
        ['from', 'wx'],
        ['via', 'x'],
        ['to', 'te'],
      ],
      'roads apart',
    ],
    [
      'ways that do not meet',
      [
        ['from', 'wx'],
        ['via', 'st'],
        ['to', 'te'],
      ],
      'roads apart',
    ],
  ] as const)('%s', (_, members, reason) =>
    expect(reading(plain, members)).toEqual([`turns dropped 1: ${reason}`]),
  );

  test('a street that is private', () => {
    const streets = ways.map(
      ([path, tags]) => [path, path === 'nx' ? { ...tags, access: 'no' } : tags] as const,
    );
    expect(reading(plain, left, streets)).toEqual(['turns dropped 1: incomplete']);
  });
});

describe('journeys obey', () => {
  const ask = { objective: 'time' as const, snapLimitKilometres: 0.01 };
  const seconds = (of: Sketch, from: keyof typeof nodes, to: keyof typeof nodes) => {
    const graph = buildGraph(roadsOfSketch(of).roads, about);
    const at = (letter: keyof typeof nodes) => ({
      lon: nodes[letter][0] / 1000,
      lat: nodes[letter][1] / 1000,
    });
    return route(graph, at(from), at(to), ask).route?.seconds;
  };

  test('no left turn: over x to e, round the block, and x from the south', () => {
    expect(seconds({ nodes, ways }, 'w', 'n')).toBeCloseTo(20, 0);
    // The shortest way that does not turn: to e, t, s, x, n; or s, back to x, n.
    expect(seconds(sketch(plain), 'w', 'n')).toBeCloseTo(40, 0);
  });

  test('only straight on', () => {
    const straight = [
      ['from', 'wx'],
      ['via', 'x'],
      ['to', 'xe'],
    ] as const;
    const of = sketch({ type: 'restriction', restriction: 'only_straight_on' }, straight);
    expect(seconds(of, 'w', 'e')).toBeCloseTo(20, 0);
    expect(seconds(of, 'w', 's')).toBeCloseTo(40, 0);
  });
});
