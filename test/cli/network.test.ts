import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeGraph } from '../../src/network/graph-file.ts';
import { carProfile, type Profile } from '../../src/network/profile.ts';
import { at40, osmFileOf, plainProfile } from '../network/sources/osm-sketch.ts';
import { guichet, guichetJson } from './guichet.ts';

/*
 * By hand, on the equator, 111.2 m between neighbours, 10.0 s at 40 km/h; f and g are 556 m off, over a ferry of 10 minutes:
 *
 *   a - b - c - d ~ f - g      b to e and e to c one way
 *       |   |
 *        \ /
 *         e
 */
const sketch = {
  nodes: { a: [0, 0], b: [1, 0], c: [2, 0], d: [3, 0], e: [1.5, -1], f: [8, 0], g: [9, 0] },
  ways: [
    ['abcd', at40],
    ['be', { ...at40, oneway: 'yes' }],
    ['ec', { ...at40, oneway: 'yes' }],
    ['fg', at40],
    ['df', { route: 'ferry', motorcar: 'yes', duration: '00:10' }],
    ['ae', { highway: 'footway' }],
    ['ag', { highway: 'residential', access: 'private' }],
  ],
} as const;

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-'));
  writeFileSync(path('town.osm'), osmFileOf(sketch));
  writeFileSync(path('plain.json'), JSON.stringify(plainProfile));
  writeFileSync(path('points.csv'), 'id,name,lon,lat\nb,B,0.001,0\nd,D,0.003,0\ng,G,0.009,0\n');
  writeFileSync(path('far.csv'), 'id,name,lon,lat\nb,B,0.001,0\nz,Z,5,0\n');
  writeFileSync(path('lost.csv'), 'id,name,lat,lon\na,A,,\nb,B,0.0002,0.002\nb,B,0.0002,0.002\n');
  const built = guichet([
    'network',
    'build',
    path('town.osm'),
    '-o',
    path('town.graph'),
    '--profile',
    path('plain.json'),
  ]);
  if (built.status !== 0) throw new Error(built.stderr);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface BuildAnswer {
  output: string;
  about: {
    title: string;
    licence: string;
    profile: string;
    linesRead: number;
    leftOut: Record<string, number>;
    files: { name: string; sha256: string }[];
    statistics: { junctions: number; edges: number; kilometres: Record<string, number> };
  };
}
interface RouteAnswer {
  metres: number | null;
  seconds: number | null;
  state: string;
  snap: Record<'from' | 'to', { metres: number | null; onRoad: boolean }>;
  line: [number, number][] | null;
}

describe('network build', () => {
  test('writes a graph, and says what is in it and what was left out', () => {
    const { output, about } = guichetJson<BuildAnswer>(
      'network',
      'build',
      path('town.osm'),
      '-o',
      path('car.graph'),
    );
    expect(output).toBe(path('car.graph'));
    expect(about).toMatchObject({
      title: 'town',
      licence: 'ODbL 1.0; © OpenStreetMap contributors',
      linesRead: 7,
      leftOut: { 'class left out': 1, 'no access': 1 },
      statistics: { junctions: 7, edges: 7, kilometres: { road: 0.7, 'winter road': 0, ferry: 0.6 } },
    });
    expect(about.files).toEqual([
      { name: 'town.osm', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(decodeGraph(new Uint8Array(readFileSync(path('car.graph')))).about).toEqual(about);
  });

  test('in words, in both languages', () => {
    const ask = ['network', 'build', path('town.osm'), '-o', path('words.graph')];
    expect(guichet(ask).stdout).toContain('Ways read: 7; roads: 5; left out: 2');
    expect(guichet([...ask, '--lang', 'fr']).stdout).toMatch(
      /Voies lues\s: 7; routes\s: 5; laissées de côté\s: 2/,
    );
  });

  test('the same file gives the same bytes', () => {
    const ask = (name: string) => ['network', 'build', path('town.osm'), '-o', path(name)];
    expect([guichet(ask('one.graph')).status, guichet(ask('two.graph')).status]).toEqual([0, 0]);
    expect(readFileSync(path('one.graph')).equals(readFileSync(path('two.graph')))).toBe(true);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['empty.osm.pbf', '', 'The file is empty'],
    ['cut.osm', osmFileOf(sketch).subarray(0, 900), 'ends too early'],
    ['page.osm.pbf', '<!doctype html><html><body>Sign in</body></html>', 'web page'],
    ['empty.osm.pbf', '', 'empty.osm.pbf: '],
    ['noise.osm.pbf', 'nothing that anybody would call a road', 'noise.osm.pbf is neither'],
    ['parcels.csv', 'PARCEL,AREA\n7,12\n', '(it has PARCEL, AREA); give --mapping'],
    [
      'footways.osm',
      osmFileOf({ nodes: sketch.nodes, ways: [['ab', { highway: 'footway' }]] }),
      'no road for cars in footways.osm. Lines read: 1 (of a class that is left out: 1).',
    ],
  ])('%s is refused in words', (name, content, words) => {
    writeFileSync(path(name), content);
    const { status, stderr, stdout } = guichet(['network', 'build', path(name), '-o', path('none.graph')]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('a refusal is in the language asked for, and several extracts are not taken for lines', () => {
    writeFileSync(path('empty.osm.pbf'), '');
    const build = (...files: string[]) => guichet(['network', 'build', ...files, '-o', path('none.graph')]);
    expect(build(path('empty.osm.pbf'), '--lang', 'fr').stderr).toContain('Le fichier est vide');
    const two = build(path('town.osm'), path('town.osm'));
    expect(two.status).toBe(2);
    expect(two.stderr).toContain('town.osm is an OpenStreetMap extract: a graph is made of one alone');
  });

  test('words name what was left out and what was not known', () => {
    writeFileSync(
      path('odd.osm'),
      osmFileOf({
        nodes: sketch.nodes,
        ways: [
          ['ab', { ...at40, surface: 'jelly' }],
          ['bc', { ...at40, maxspeed: '9999' }],
          ['cd', { route: 'ferry', motorcar: 'yes' }],
        ],
      }),
    );
    const { stdout } = guichet(['network', 'build', path('odd.osm'), '-o', path('odd.graph')]);
    expect(stdout).toContain('1 ferry without a stated duration: a speed is assumed');
    expect(stdout).toContain('Not known to the profile: maxspeed=9999: 1; surface=jelly: 1');
  });

  test('a profile that is none says what was expected', () => {
    const broken: Partial<Profile> = { ...carProfile };
    delete broken.classKmh;
    writeFileSync(path('broken.json'), JSON.stringify(broken));
    const { status, stderr } = guichet([
      ...['network', 'build', path('town.osm'), '-o', path('none.graph')],
      ...['--profile', path('broken.json')],
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('profile.classKmh: expected a table, found nothing');
  });
});

describe('network route', () => {
  const ask = (from: string, to: string, ...more: string[]) =>
    guichetJson<RouteAnswer>(
      'network',
      'route',
      '--graph',
      path('town.graph'),
      '--from',
      from,
      '--to',
      to,
      ...more,
    );

  test('there is shorter than back, where the street is one way', () => {
    const there = ask('0,0.001', '-0.001,0.0015');
    expect(there.seconds).toBeCloseTo(11.2, 1);
    expect(there.metres).toBeCloseTo(124.3, 1);
    expect(there).toMatchObject({ state: 'reached', snap: { from: { metres: 0, onRoad: true } } });
    expect(there.line?.[0]).toEqual([0.001, 0]);
    expect(ask('-0.001,0.0015', '0,0.001').seconds).toBeCloseTo(21.2, 1);
  });

  test('over the ferry, by time and by distance', () => {
    for (const objective of ['time', 'distance']) {
      const over = ask('0,0.002', '0,0.009', '--objective', objective);
      expect(over.state).toBe('ferry');
      expect(over.metres).toBeCloseTo(778.4, 0);
      expect(over.seconds).toBeCloseTo(620, 0);
    }
  });

  test('a place far from any road', () => {
    const { metres, seconds, state, snap, line } = ask('10,10', '0,0');
    expect({ metres, seconds, state, line }).toEqual({
      metres: null,
      seconds: null,
      state: 'no road',
      line: null,
    });
    expect(snap.from.onRoad).toBe(false);
    expect(snap.from.metres).toBeGreaterThan(1e6);
  });

  test('in words, in both languages', () => {
    const words = ['network', 'route', '--graph', path('town.graph'), '--from', '0,0', '--to', '0,0.003'];
    expect(guichet(words).stdout).toContain('0.33 km, 0.5 min, By road');
    expect(guichet([...words, '--lang', 'fr']).stdout).toMatch(/0,33 km, 0,5 min, Par la route/);
  });

  test.each([
    ['--from', 'Ottawa', 'LAT,LON'],
    ['--from', '91,0', 'LAT,LON'],
    ['--objective', 'money', 'time or distance'],
  ])('%s %s is not understood', (option, value, words) => {
    const given = { '--from': '0,0', '--to': '0,0.003', '--objective': 'time', [option]: value };
    const { status, stderr } = guichet([
      'network',
      'route',
      '--graph',
      path('town.graph'),
      ...Object.entries(given).flat(),
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('network matrix', () => {
  const ask = (to: string, ...more: string[]) =>
    guichetJson<Record<string, unknown>>(
      ...['network', 'matrix', '--graph', path('town.graph'), '--from', path('points.csv'), '--to', path(to)],
      ...['-o', path('out.csv'), ...more],
    );
  const rows = () =>
    readFileSync(path('out.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((row) => row.replace(/^\uFEFF/, '').split(','))
      .map(([from, to, minutes, kilometres, state]) =>
        [from, to, Number(minutes).toFixed(2), Number(kilometres).toFixed(2), state].join(' '),
      );

  test('each journey of the table, by hand', () => {
    expect(ask('points.csv')).toMatchObject({
      journeys: 9,
      from: { places: 3, withoutPlace: 0, listed: 0, offRoad: 0 },
      to: { places: 3 },
    });
    const [, ...journeys] = rows();
    expect(journeys).toEqual([
      'points-b points-b 0.00 0.00 reached',
      'points-b points-d 0.33 0.22 reached',
      'points-b points-g 10.50 0.89 ferry',
      'points-d points-b 0.33 0.22 reached',
      'points-d points-d 0.00 0.00 reached',
      'points-d points-g 10.17 0.67 ferry',
      'points-g points-b 10.50 0.89 ferry',
      'points-g points-d 10.17 0.67 ferry',
      'points-g points-g 0.00 0.00 reached',
    ]);
  });

  test('the nearest one, and those within minutes', () => {
    ask('points.csv', '--k', '1');
    expect(rows().slice(1)).toEqual([
      'points-b points-b 0.00 0.00 reached',
      'points-d points-d 0.00 0.00 reached',
      'points-g points-g 0.00 0.00 reached',
    ]);
    ask('points.csv', '--cutoff-min', '1');
    expect(
      rows()
        .slice(1)
        .filter((row) => row.endsWith('reached')).length,
    ).toBe(5);
  });

  test('rows without a place, and rows that the check lists, are counted', () => {
    const { to } = ask('lost.csv') as { to: Record<string, number> };
    expect((to['places'] ?? 0) + (to['withoutPlace'] ?? 0) + (to['listed'] ?? 0)).toBe(3);
    expect(to['places']).toBe(2);
  });

  test('places off the road are counted', () => {
    expect(ask('far.csv')).toMatchObject({ journeys: 3, noRoad: 3, to: { places: 2, offRoad: 1 } });
    const toFar = () =>
      readFileSync(path('out.csv'), 'utf8')
        .split(/\r?\n/)
        .filter((row) => row.includes('far-z'));
    // Neither minutes nor the kilometres of the straight line.
    expect(toFar()).toEqual(['b', 'd', 'g'].map((from) => `points-${from},far-z,,,no road,road`));
    expect(ask('far.csv', '--cutoff-min', '600')).toMatchObject({ journeys: 3, noRoad: 0 });
    expect(toFar()).toEqual([]);
  });

  test.each([
    [['-o', 'out.doc'], '.csv or .parquet'],
    [['-o', 'out.csv', '--k', '0'], '1 or more'],
  ])('%j is not understood', (more, words) => {
    const { status, stderr } = guichet([
      ...['network', 'matrix', '--graph', path('town.graph'), '--from', path('points.csv')],
      ...['--to', path('points.csv'), ...more],
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('network isochrone', () => {
  const ask = (...more: string[]) => ['network', 'isochrone', '--graph', path('town.graph'), ...more];

  test('draws land within minutes, more of it in more', () => {
    const { snap, areas } = guichetJson<{
      snap: object;
      areas: { minutes: number; squareKilometres: number }[];
    }>(...ask('--at', '0,0.001', '--minutes', '1,0.25', '-o', path('reach.geojson')));
    expect(snap).toEqual({ metres: 0, onRoad: true });
    expect(areas.map(({ minutes }) => minutes)).toEqual([0.25, 1]);
    expect(areas[0]?.squareKilometres).toBeGreaterThan(0);
    expect(areas[1]?.squareKilometres).toBeGreaterThanOrEqual(areas[0]?.squareKilometres ?? Infinity);
    const { features } = JSON.parse(readFileSync(path('reach.geojson'), 'utf8')) as {
      features: { properties: object; geometry: { type: string } }[];
    };
    expect(
      features.map(({ properties, geometry }) => ({ ...properties, type: geometry.type })),
    ).toMatchObject([
      { minutes: 1, direction: 'to', type: 'MultiPolygon' },
      { minutes: 0.25, direction: 'to', type: 'MultiPolygon' },
    ]);
  });

  test.each([
    [['--at', '0,0', '--minutes', '5,none', '-o', 'x.geojson'], '--minutes'],
    [['--at', '0,0', '--minutes', '5', '--direction', 'up', '-o', 'x.geojson'], 'from or to'],
    [['--at', '0,0', '--minutes', '5'], '-o'],
    [['--at', '0,0', '--minutes', '5', '-o', 'x.shp'], '.geojson'],
  ])('%j is not understood', (more, words) => {
    const { status, stderr } = guichet(ask(...more));
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('network', () => {
  test('without a task that it knows', () => {
    expect(guichet(['network', 'fly'])).toMatchObject({ status: 2, stdout: '' });
    expect(guichet(['network', 'fly', '--lang', 'fr']).stderr).toContain('network accepte build');
  });

  test('a graph that is none, or of which a byte was changed', () => {
    const bytes = readFileSync(path('town.graph'));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path('changed.graph'), bytes);
    for (const file of ['town.osm', 'changed.graph', 'missing.graph']) {
      const { status, stderr } = guichet([
        'network',
        'route',
        '--graph',
        path(file),
        '--from',
        '0,0',
        '--to',
        '0,0',
      ]);
      expect(status).toBe(2);
      expect(stderr).toContain(file);
    }
  });

  test('helps in both languages', () => {
    expect(guichet(['network', '--help'])).toMatchObject({ status: 0 });
    expect(guichet(['network', '--help', '--lang', 'fr']).stdout).toContain(
      'usage : guichet network build'.slice(8),
    );
  });
});
