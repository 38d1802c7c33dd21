import { describe, expect, test } from 'vitest';
import { secondsIn } from '../../../src/network/sources/osm-ferry.ts';
import { at40, plainProfile, readingOf } from './osm-sketch.ts';

/** Land a b, water b c d, land d e; 111.2 m between neighbours, 20.0 s at the 20 km/h of a ferry. */
const nodes = { a: [0, 0], b: [1, 0], c: [2, 0], d: [3, 0], e: [4, 0] } as const;
const banks = [
  ['ab', at40],
  ['de', at40],
] as const;
const bank = ['ab 111 m: 10.0 s, back 10.0 s', 'de 111 m: 10.0 s, back 10.0 s'];
const ferry = { route: 'ferry', motorcar: 'yes' };
const waiting = { ...plainProfile, ferry: { kmh: 20, boardingSeconds: 300 } };

const sailing = (tags: Record<string, string>, profile = plainProfile) =>
  readingOf({ nodes, ways: [...banks, ['bcd', tags]] }, profile).slice(2);

describe('the time of a crossing', () => {
  test('as stated, to which the wait is added', () => {
    expect(sailing({ ...ferry, duration: '00:30' })).toEqual(['bd 222 m: 1800.0 s, back 1800.0 s, ferry']);
    expect(sailing({ ...ferry, duration: '00:30' }, waiting)).toEqual([
      'bd 222 m: 2100.0 s, back 2100.0 s, ferry',
    ]);
  });

  test('by the speed of ferries where none is stated, and that is said', () => {
    expect(sailing(ferry, waiting)).toEqual([
      'bd 222 m: 340.0 s, back 340.0 s, ferry',
      'warning 1: ferries without duration',
    ]);
    expect(sailing({ ...ferry, duration: 'an hour' })).toEqual([
      'bd 222 m: 40.0 s, back 40.0 s, ferry',
      'warning 1: ferries without duration',
      'unknown 1: duration=an hour',
    ]);
  });

  test.each([
    ['00:45', 2700],
    ['1:45', 6300],
    ['26:00', 93_600],
    ['00:02:30', 150],
    ['45', 2700],
    ['PT1H30M', 5400],
    ['P1DT2H', 93_600],
    ['PT90S', 90],
    ['00:00', null],
    ['', null],
    ['1h', null],
    ['P', null],
  ])('%s is %s seconds', (text, seconds) => expect(secondsIn(text)).toBe(seconds));

  test('a stated time is shared by the stretches of its way', () => {
    expect(
      readingOf({
        nodes: { ...nodes, c: [1.5, 0] },
        ways: [...banks, ['bcd', { ...ferry, duration: '0:20' }], ['ca', at40]],
      }),
    ).toEqual([
      ...bank,
      'bc 56 m: 300.0 s, back 300.0 s, ferry',
      'cd 167 m: 900.0 s, back 900.0 s, ferry',
      'ca 167 m: 15.0 s, back 15.0 s',
    ]);
  });

  test('of a way that the extract cuts off, the stated time is not known', () => {
    expect(readingOf({ nodes, ways: [...banks, ['bcX', { ...ferry, duration: '02:00' }]] })).toEqual([
      ...bank,
      'bc 111 m: 20.0 s, back 20.0 s, ferry',
      'warning 1: ferries without duration',
      'warning 1: roads cut off',
    ]);
  });
});

describe('the time of a line that a relation draws', () => {
  const line = { type: 'route', route: 'ferry', duration: '0:30' };
  /** A way of 111 m and one of 222 m, and a line of both. */
  const reading = (tags: object, members: readonly (readonly [string, string])[], ways: object = ferry) =>
    readingOf({
      nodes: { ...nodes, p: [0, 1], q: [1, 1], f: [5, 0], g: [6, 0] },
      ways: [
        ['bc', ferry],
        ['cde', { ...ferry, ...ways }],
        ['fg', ferry],
        ['pq', { highway: 'footway' }],
      ],
      relations: [{ tags: { ...line, ...tags }, members }],
    });
  const both = [
    ['', 'bc'],
    ['', 'cde'],
  ] as const;
  const other = 'fg 111 m: 20.0 s, back 20.0 s, ferry';
  const assumed = ['bc 111 m: 20.0 s, back 20.0 s, ferry', 'ce 222 m: 40.0 s, back 40.0 s, ferry', other];
  const warning = (count: number) => [
    'left out 1: class left out',
    `warning ${count}: ferries without duration`,
  ];

  test('is shared by its ways as they are long', () => {
    expect(reading({}, both)).toEqual([
      'bc 111 m: 600.0 s, back 600.0 s, ferry',
      'ce 222 m: 1200.0 s, back 1200.0 s, ferry',
      other,
      ...warning(1),
    ]);
  });

  test('piers and landings are no part of its length', () => {
    expect(reading({}, [...both, ['platform', 'pq'], ['stop', 'b']]).slice(0, 2)).toEqual(
      reading({}, both).slice(0, 2),
    );
  });

  test('what a way states itself counts for it', () => {
    expect(reading({}, both, { duration: '0:45' })).toEqual([
      'bc 111 m: 600.0 s, back 600.0 s, ferry',
      'ce 222 m: 2700.0 s, back 2700.0 s, ferry',
      other,
      ...warning(1),
    ]);
  });

  test.each([
    ['a way of it is missing', {}, [...both, ['', 'xy']]],
    ['a way of it is no ferry', {}, [...both, ['', 'pq']]],
    ['it goes back by other ways', {}, [both[0], ['backward', 'cde']]],
    ['it is a ferry of hikers: another route', { route: 'hiking' }, both],
  ] as const)('is not known where %s', (_, tags, members) => {
    expect(reading(tags, members)).toEqual([...assumed, ...warning(3)]);
  });

  test('that cannot be read is told', () => {
    expect(reading({ duration: 'an hour' }, both)).toEqual([
      ...assumed,
      ...warning(3),
      'unknown 1: duration=an hour',
    ]);
  });

  test('of two lines along a way, the shorter counts, in whatever order they are drawn', () => {
    const short = { tags: { ...line, duration: '0:20' }, members: [['', 'bc']] } as const;
    const long = { tags: line, members: both };
    for (const relations of [
      [short, long],
      [long, short],
    ])
      expect(
        readingOf({
          nodes,
          ways: [
            ['bc', ferry],
            ['cde', ferry],
          ],
          relations,
        }),
      ).toEqual(['bc 111 m: 1200.0 s, back 1200.0 s, ferry', 'ce 222 m: 1200.0 s, back 1200.0 s, ferry']);
  });
});

describe('the wait', () => {
  test('counts once where lines meet at sea', () => {
    expect(
      readingOf(
        {
          nodes,
          ways: [...banks, ['bc', { ...ferry, duration: '10' }], ['cd', { ...ferry, duration: '10' }]],
        },
        waiting,
      ),
    ).toEqual([...bank, 'bc 111 m: 900.0 s, back 600.0 s, ferry', 'cd 111 m: 600.0 s, back 900.0 s, ferry']);
  });

  test('counts at a landing without a road too, and at a port of call', () => {
    expect(readingOf({ nodes, ways: [['bcd', { ...ferry, duration: '10' }]] }, waiting)).toEqual([
      'bd 222 m: 900.0 s, back 900.0 s, ferry',
    ]);
    const call = [
      ['ab', at40],
      ['cd', at40],
      ['bc', { ...ferry, duration: '10' }],
      ['ce', { ...ferry, duration: '10' }],
    ] as const;
    expect(readingOf({ nodes, ways: call }, waiting).slice(2)).toEqual([
      'bc 111 m: 900.0 s, back 900.0 s, ferry',
      'ce 222 m: 900.0 s, back 900.0 s, ferry',
    ]);
  });
});

describe('who may board', () => {
  const duration = { duration: '00:10' };
  const open = ['bd 222 m: 600.0 s, back 600.0 s, ferry'];
  test.each([
    [{ route: 'ferry' }, open],
    [{ route: 'ferry', motor_vehicle: 'yes', foot: 'yes' }, open],
    [{ route: 'ferry;road', motorcar: 'yes' }, open],
    [{ ferry: 'yes', amenity: 'ferry_terminal' }, []],
    [{ route: 'ferry', foot: 'yes' }, ['left out 1: no access']],
    [{ route: 'ferry', motorcar: 'no' }, ['left out 1: no access']],
    [{ route: 'ferry', access: 'private' }, ['left out 1: no access']],
    [{ route: 'ferry', motor_vehicle: 'yes', oneway: 'yes' }, ['bd 222 m: 600.0 s, back closed, ferry']],
  ])('%j', (tags, expected) => expect(sailing({ ...tags, ...duration })).toEqual(expected));
});
