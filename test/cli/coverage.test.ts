import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caveat } from '../../src/model/caveats.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { guichet, guichetJson } from './guichet.ts';

interface CoverageAnswer {
  people: { total: number; covered: number; gap: number; overlap: number };
  communities: { total: number; covered: number };
  caveats: Caveat[];
}

/*
 * Worked by hand, all on the meridian 65° W, where a tenth of a degree is 11.12 km:
 *   areas    a 46.0 (100 people)  b 46.2 (200)  c 46.5 (300)  d 47.5 (400)
 *   points   p 46.0               q 46.1        r 46.7
 * Straight lines of 25 km or less: a-p 0, a-q 11.1, b-p 22.2, b-q 11.1, c-r 22.2.
 */
const areas =
  'code,name,lon,lat,population\na,A,-65,46.0,100\nb,B,-65,46.2,200\nc,C,-65,46.5,300\nd,D,-65,47.5,400\n';
const points = 'id,name,lon,lat\np,P,-65,46.0\nq,Q,-65,46.1\nr,R,-65,46.7\n';

/** A road along the meridian: kilometres between neighbours, at 60 km/h. */
function road() {
  const latitudes = [46.0, 46.1, 46.2, 46.5, 46.7, 47.5];
  const roads = [12, 30, 50, 24, 100].map((kilometres, from): Road => {
    const deciseconds = kilometres * 600;
    const ways = { forward: deciseconds, backward: deciseconds };
    return { from, to: from + 1, ...ways, metres: kilometres * 1000, kind: 'road' };
  });
  const about = { title: 'Test', origin: 'made up', licence: 'none', date: '2026', profile: '60 km/h' };
  const nodes = latitudes.map((lat) => ({ lon: -65, lat }));
  return buildGraph(roadsOf(nodes, roads), about);
}

let folder = '';
const path = (name: string) => join(folder, name);
const ask = (...more: string[]) => [
  'coverage',
  '--points',
  path('points.csv'),
  '--areas',
  path('areas.csv'),
  ...more,
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-'));
  writeFileSync(path('points.csv'), points);
  writeFileSync(path('areas.csv'), areas);
  writeFileSync(path('road.graph'), encodeGraph(road()));
  writeFileSync(path('counts.csv'), areas.replace(/,-65,[\d.]+/g, '').replace('lon,lat,', ''));
  writeFileSync(path('places.csv'), areas.replace(/,\d+\n/g, '\n').replace(',population', ''));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('straight lines of 25 km', () => {
  expect(guichetJson<CoverageAnswer>(...ask('--cutoff-km', '25'))).toEqual({
    people: { total: 1000, covered: 600, gap: 400, overlap: 300 },
    communities: { total: 4, covered: 3 },
    caveats: [{ kind: 'straight-line', pairs: 4 }],
  });
});

test.each([
  ['kilometres with a detour of 1.3', ['--cutoff-km', '25', '--detour', '1.3']],
  ['minutes: the usual detour at the usual 60 km/h', ['--cutoff-min', '25']],
])('in %s, b-p and c-r are 28.9 away', (_, options) => {
  const { people, caveats } = guichetJson<CoverageAnswer>(...ask(...options));
  expect(people).toEqual({ total: 1000, covered: 300, gap: 700, overlap: 100 });
  expect(caveats[0]).toEqual({ kind: 'straight-line-estimate', detourFactor: 1.3, pairs: 4 });
});

const direct = { kind: 'straight-line-estimate', detourFactor: 1.3, pairs: 1 };

test.each([
  ['--cutoff-km', '25', [direct]],
  ['--cutoff-min', '25', [direct, { kind: 'assumed-speed', kilometresPerHour: 60 }]],
])('on a road where b-q is 30 and c-r 24: %s %s', (option, limit, caveats) => {
  // One community stands nearer to its point than to the road: its journey is the straight line, and said to be.
  const answer = guichetJson<CoverageAnswer>(...ask(option, limit, '--graph', path('road.graph')));
  expect(answer).toEqual({
    people: { total: 1000, covered: 400, gap: 600, overlap: 100 },
    communities: { total: 4, covered: 2 },
    caveats,
  });
});

test('counts and places in two files are joined by their code, in either order', () => {
  const files = [path('counts.csv'), path('places.csv')];
  for (const [first = '', second = ''] of [files, [...files].reverse()]) {
    const answer = guichetJson<CoverageAnswer>(
      ...[
        'coverage',
        '--points',
        path('points.csv'),
        '--areas',
        first,
        '--areas',
        second,
        '--cutoff-km',
        '25',
      ],
    );
    expect(answer.people).toEqual({ total: 1000, covered: 600, gap: 400, overlap: 300 });
  }
});

test('one more file of points never lowers coverage', () => {
  writeFileSync(path('more.csv'), 'id,name,lon,lat\ns,S,-65,47.4\n');
  const { people } = guichetJson<CoverageAnswer>(...ask('--cutoff-km', '25', '--points', path('more.csv')));
  expect(people).toEqual({ total: 1000, covered: 1000, gap: 0, overlap: 300 });
});

test('for a person, in both languages', () => {
  expect(guichet(ask('--cutoff-km', '25')).stdout).toContain(
    '600 people (60%) and 3 of 4 communities are within reach',
  );
  expect(guichet(ask('--cutoff-km', '25', '--lang', 'fr')).stdout).toContain('600 personnes');
});

describe('files that hold no answer are told with exit code 2', () => {
  test.each([
    [
      'no points',
      () => ['coverage', '--points', path('empty.csv'), '--areas', path('areas.csv'), '--cutoff-km', '5'],
      'no service point',
    ],
    [
      'no areas',
      () => ['coverage', '--points', path('points.csv'), '--areas', path('counts.csv'), '--cutoff-km', '5'],
      'no area with a location',
    ],
    ['no graph', () => ask('--cutoff-km', '5', '--graph', path('areas.csv')), 'is not a road graph'],
  ])('%s', (_, args, words) => {
    writeFileSync(path('empty.csv'), '');
    const { stdout, stderr, status } = guichet(args());
    expect(stderr).toContain(words);
    expect([status, stdout]).toEqual([2, '']);
  });
});
