import { expect, test } from 'vitest';
import { createFormat } from '../../src/model/format.ts';
import { messagesIn } from '../../src/model/messages/index.ts';
import { droppedBanReasons, leftOutReasons, readingWarnings } from '../../src/network/graph-origin.ts';
import { graphFacts } from '../../src/network/graph-facts.ts';

const statistics = {
  builder: 2,
  junctions: 3138,
  copies: 0,
  edges: 3985,
  arcs: 7970,
  kilometres: { road: 11_228, 'winter road': 0, ferry: 5.1 },
  partsServed: 1,
  kilometresOutside: 9.9,
  edgesOutside: 5,
  bansKept: 0,
};
const plain = { title: 'a', origin: 'b', licence: 'c', date: '2003', profile: 'd', statistics };
const facts = (language: 'en' | 'fr', more: object = {}) =>
  Object.fromEntries(
    graphFacts({ ...plain, ...more }, messagesIn(language).graph, createFormat(language)).map(
      ({ name, lines }) => [name, lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))],
    ),
  );

test('a graph without a reader’s counts says what it holds, and nothing that nobody counted', () => {
  expect(facts('en')).toEqual({
    'Made by builder': ['2'],
    Size: ['3,138 junctions, 3,985 stretches of road, 7,970 directions of travel'],
    Length: ['11,228 km of road', '5.1 km of ferry'],
    'Connected parts': [
      '1 part serves places',
      '9.9 km of road in 5 stretches cannot be reached and left again from there: no place is led to them',
    ],
  });
  expect(facts('fr')).toMatchObject({
    Taille: ['3 138 carrefours, 3 985 tronçons, 7 970 sens de parcours'],
    Longueur: ['11 228 km de route', '5,1 km de traversier'],
  });
});

test('what was left out comes by reason, the most frequent first; unknown codes beyond twelve are counted', () => {
  const found = facts('en', {
    profileId: 'car 3',
    files: [{ name: 'a.osm.pbf', sha256: 'ab12' }],
    linesRead: 1200,
    leftOut: { 'no access': 3, 'not a road': 1000 },
    bansDropped: { incomplete: 1 },
    statistics: { ...statistics, bansKept: 44 },
    warnings: { 'possible missing junctions': 1, 'ferries without duration': 2 },
    unknown: Array.from({ length: 14 }, (_, at) => ({ what: `surface=s${at}`, count: 20 - at })),
  });
  expect(found).toMatchObject({
    Profile: ['car 3'],
    'Files read': ['a.osm.pbf (SHA-256 ab12)'],
    'Lines read': ['1,200'],
    'Lines left out': ['not a road for cars: 1,000', 'no public access: 3'],
    'Turn restrictions': ['44 kept'],
    'Turn restrictions dropped': ['incomplete: 1'],
    'To know': [
      '2 ferries without a stated duration: a speed is assumed',
      '1 road ends beside another without a junction: the file may miss one there',
    ],
  });
  expect(found['Not known to the profile']).toHaveLength(13);
  expect(found['Not known to the profile']?.at(-1)).toBe('and 2 more');
});

test('every reason and warning has words in both languages', () => {
  const all = <Reason extends string>(reasons: readonly Reason[]) =>
    Object.fromEntries(reasons.map((reason) => [reason, 2]));
  for (const language of ['en', 'fr'] as const) {
    const found = facts(language, {
      leftOut: all(leftOutReasons),
      bansDropped: all(droppedBanReasons),
      warnings: all(readingWarnings),
    });
    const lines = Object.values(found).flat();
    expect(lines).toHaveLength(
      5 + leftOutReasons.length + droppedBanReasons.length + readingWarnings.length + 1,
    );
    expect(lines.filter((line) => line.includes('undefined'))).toEqual([]);
  }
});
