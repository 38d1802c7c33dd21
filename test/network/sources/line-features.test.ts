import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../../../src/import/read/read-table.ts';
import { buildGraph } from '../../../src/network/build-graph.ts';
import { closed } from '../../../src/network/road-graph.ts';
import { lineRoads, type LineTable } from '../../../src/network/sources/line-features.ts';
import {
  knownMappings,
  readMapping,
  recogniseMapping,
  type LineMapping,
} from '../../../src/network/sources/line-mapping.ts';

const plain: LineMapping = {
  id: 'plain',
  version: 1,
  title: 'Test',
  source: 'none',
  recognisedBy: [],
  columns: {},
  classes: [],
  otherClassKmh: 60,
};
const table = (columns: string[], rows: [line: number[][] | null, ...cells: string[]][]): LineTable => ({
  columns: columns.map((name) => ({ name })),
  rows: rows.map(([line, ...cells]) => ({
    cells,
    geometry: line && ({ type: 'LineString', coordinates: line } as { type: string }),
  })),
  read: rows.length,
});
const known = (id: string) => {
  const found = knownMappings.find((mapping) => mapping.id === id);
  if (!found) throw new Error(`expected a mapping, got ${id}`);
  return found;
};
const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, each) => total + each, 0);

test('lines meet at their ends, not where one passes over another', () => {
  // A road from west to east over one from south to north; both are drawn with a corner at the crossing.
  const { roads, about } = lineRoads([
    {
      mapping: plain,
      table: table(
        [],
        [
          [
            [
              [-1, 0],
              [0, 0],
              [1, 0],
            ],
          ],
          [
            [
              [0, -1],
              [0, 0],
              [0, 1],
            ],
          ],
          [
            [
              [1, 0],
              [1, 1],
            ],
          ],
        ],
      ),
    },
  ]);
  expect([...roads.from]).toEqual([0, 2, 1]);
  expect([...roads.to]).toEqual([1, 3, 4]);
  expect([...roads.firstBend]).toEqual([0, 1, 2, 2]);
  expect(about.warnings).toEqual({ 'no direction column': 3, 'no speed column': 3 });
  // A degree of longitude on the equator is 111.195 km: at 60 km/h 6,671.7 s.
  expect(roads.metres[2]).toBeCloseTo(111_195, -1);
  expect([roads.forward[2], roads.backward[2]]).toEqual([66_717, 66_717]);
});

test('an end that another line passes is a possible missing junction', () => {
  const warn = (north: number, toleranceMetres: number) =>
    lineRoads(
      [
        {
          mapping: plain,
          table: table(
            [],
            [
              [
                [
                  [-1, 0],
                  [1, 0],
                ],
              ],
              [
                [
                  [0.3, north],
                  [0, 1],
                ],
              ],
            ],
          ),
        },
      ],
      { toleranceMetres },
    ).about.warnings['possible missing junctions'];
  // 0.000009 degrees of latitude are 1.0008 m.
  expect([warn(0, 0), warn(0.000009, 0.01), warn(0.000009, 1), warn(0.000009, 1.1)]).toEqual([
    1,
    undefined,
    undefined,
    1,
  ]);
});

test('ends within the tolerance are one junction; the rounding of the seventh decimal always is', () => {
  const junctions = (toleranceMetres: number, east: number, lat = 60) =>
    lineRoads(
      [
        {
          mapping: plain,
          table: table(
            [],
            [
              [
                [
                  [0, lat],
                  [1, lat],
                ],
              ],
              [
                [
                  [1 + east, lat],
                  [2, lat],
                ],
              ],
            ],
          ),
        },
      ],
      { toleranceMetres },
    ).roads.lonE7.length;
  expect([junctions(0, 0), junctions(0, 1e-7), junctions(0, 1e-6)]).toEqual([3, 3, 4]);
  // At 60 degrees north 0.00002 degrees of longitude are 1.112 m.
  expect([junctions(1.1, 2e-5), junctions(1.2, 2e-5)]).toEqual([4, 3]);
  expect([junctions(0.9, -1e-5, 0), junctions(1.2, -1e-5, 0)]).toEqual([4, 3]);
});

test('every line is a road or is counted with a reason', () => {
  const place = fc.tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -3, max: 3 }) },
      { weight: 1, arbitrary: fc.constant(500) },
    ),
    fc.integer({ min: -3, max: 3 }),
  );
  const line = fc.array(place, { maxLength: 4 });
  const geometry = fc.oneof(
    line.map((coordinates) => ({ type: 'LineString', coordinates })),
    fc.array(line, { maxLength: 3 }).map((coordinates) => ({ type: 'MultiLineString', coordinates })),
    fc.constant({ type: 'Point', coordinates: [0, 0] }),
    fc.constant(null),
  );
  const mapping: LineMapping = {
    ...plain,
    columns: { class: ['class'] },
    classes: [
      { values: ['road'], kmh: 50 },
      { values: ['path'], leaveOut: true },
    ],
    otherClassKmh: null,
  };
  fc.assert(
    fc.property(
      fc.array(fc.record({ geometry, cells: fc.tuple(fc.constantFrom('Road', 'PATH', 'other', '')) }), {
        maxLength: 12,
      }),
      fc.nat(3),
      (rows, unread) => {
        const file = { columns: [{ name: 'Class' }], rows, read: rows.length + unread };
        const { roads, about } = lineRoads([{ table: file, mapping }]);
        const lines = rows.map((row) =>
          row.geometry?.type === 'MultiLineString' ? Math.max(1, row.geometry.coordinates.length) : 1,
        );
        expect(about.linesRead).toBe(lines.reduce((total, each) => total + each, 0) + unread);
        expect(roads.from.length + sum(about.leftOut)).toBe(about.linesRead);
        expect(
          buildGraph(roads, { title: '', origin: '', licence: '', date: '', ...about }).about.linesRead,
        ).toBe(about.linesRead);
      },
    ),
    { seed: 51, numRuns: 300 },
  );
});

test('a National Road Network layer: directions, limits, gravel, winter roads, buses, unknown codes', () => {
  const names = ['ROADSEGID', 'ROADCLASS', 'TRAFFICDIR', 'SPEED', 'PAVSTATUS', 'CLOSING'];
  const line = [
    [0, 0],
    [0, 1],
  ];
  const rows: [number[][], ...string[]][] = [
    [line, '1', 'Freeway', 'Same direction', '110', 'Paved', 'None'],
    [line, '2', 'Freeway', 'Opposite direction', '-1', 'Paved', 'None'],
    [line, '3', 'Local / Street', 'Both directions', '80', 'Unpaved', 'None'],
    [line, '4', 'Winter', 'Both directions', '0', 'Unpaved', 'Summer'],
    [line, '5', 'Collector', 'Unknown', '', '', 'Summer'],
    [line, '6', 'Rapid Transit', 'Both directions', '50', 'Paved', 'None'],
    [line, '7', 'Unknown', 'Both directions', '', 'Paved', 'None'],
    [line, '8', 'Collector', 'Both directions', '9999', 'Paved', 'None'],
  ];
  const mapping = recogniseMapping(names.map((name) => name.toLowerCase()));
  expect(mapping?.id).toBe('nrn-roads');
  const { roads, about } = lineRoads([{ table: table(names, rows), mapping: known('nrn-roads') }]);
  // 111.195 km at 110, 100, 70 (gravel), 40, 60, 40 and 60 km/h, as 9,999 is no limit.
  const at = (kmh: number) => Math.round((111.195_080 / kmh) * 36_000);
  expect([...roads.forward]).toEqual([at(110), closed, at(70), at(40), at(60), at(40), at(60)]);
  expect([...roads.backward]).toEqual([closed, at(100), at(70), at(40), at(60), at(40), at(60)]);
  expect([...roads.kind]).toEqual([0, 0, 0, 1, 1, 0, 0]);
  expect(about.leftOut).toEqual({ 'class left out': 1 });
  // -1, 0, nothing twice, and 9,999.
  expect(about.warnings).toEqual({ 'direction unknown': 1, 'class assumed': 1, 'no speed limit': 5 });
  expect(about.unknown).toEqual([
    { what: 'ROADCLASS=Unknown', count: 1 },
    { what: 'SPEED=9999', count: 1 },
  ]);
});

test('French column names and values mean the same', () => {
  const names = ['IDSEGMRTE', 'CLASSROUTE', 'SENSCIRCUL', 'VITESSE', 'ETATREV', 'FERMETURE'];
  expect(recogniseMapping(names)?.id).toBe('nrn-roads');
  const { roads } = lineRoads([
    {
      mapping: known('nrn-roads'),
      table: table(names, [
        [
          [
            [0, 0],
            [0, 1],
          ],
          '1',
          'Artère',
          'Direction contraire',
          '',
          'Non revêtue',
          'Été',
        ],
      ]),
    },
  ]);
  expect([roads.forward[0], roads.kind[0]]).toEqual([closed, 1]);
});

test('roads and ferries of two layers meet; the ferry waits', () => {
  const { roads, about } = lineRoads([
    {
      mapping: known('nrn-roads'),
      table: table(
        ['ROADSEGID', 'TRAFFICDIR'],
        [
          [
            [
              [0, 0],
              [0, 1],
            ],
            '1',
            'Both directions',
          ],
        ],
      ),
    },
    {
      mapping: known('nrn-ferries'),
      table: table(
        ['FERRYSEGID'],
        [
          [
            [
              [0, 1],
              [0, 1.1],
            ],
            '1',
          ],
        ],
      ),
    },
  ]);
  expect([roads.to[0], roads.from[1], roads.kind[1]]).toEqual([1, 1, 2]);
  // 11.1195 km at 12 km/h and ten minutes.
  expect(roads.forward[1]).toBe(Math.round((11.119_508 / 12) * 36_000) + 6_000);
  expect(about.profileId).toBe('nrn-roads 1, nrn-ferries 1');
  expect(about.profile).toContain('10 min of waiting for a ferry');
});

test('Statistics Canada’s file: the direction of a street’s name closes no road', async () => {
  const feature = (dir: string, coordinates: number[][]) => ({
    type: 'Feature',
    properties: { NGD_UID: '0012', NAME: 'Elm', TYPE: 'ST', DIR: dir, CLASS: '23', RANK: '5' },
    geometry: { type: 'LineString', coordinates },
  });
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('W', [
        [-75, 45],
        [-75.01, 45],
      ]),
      feature('S', [
        [-75.01, 45],
        [-75.01, 45.01],
      ]),
    ],
  });
  const read = await readTable({ name: 'a.geojson', bytes: new TextEncoder().encode(text) });
  const mapping = recogniseMapping(read.table.columns.map(({ name }) => name));
  expect(mapping?.id).toBe('rnf');
  const { roads, about } = lineRoads([{ table: read.table, mapping: mapping ?? plain }]);
  expect([...roads.forward]).toEqual([...roads.backward]);
  expect([roads.lonE7.length, roads.from.length]).toEqual([3, 2]);
  expect(about.warnings).toEqual({ 'no direction column': 2, 'no speed column': 2 });
  expect(about.profile).toContain('both ways everywhere');
});

test('a file of other columns is not guessed', () => {
  expect(recogniseMapping(['class', 'direction'])).toBeNull();
});

test.each([
  ['version', { version: 'x' }, /version: expected a whole number/],
  ['a speed', { otherClassKmh: -5 }, /otherClassKmh: expected a speed/],
  ['a class', { classes: [{ values: ['a'] }] }, /classes\[0\].kmh/],
  ['a kind', { kind: 'canal' }, /kind: expected one of road, winter road, ferry/],
  ['a column of no values', { columns: { surface: ['s'] } }, /surface: expected both/],
  ['a column of no meaning', { columns: { colour: ['s'] } }, /columns.colour/],
])('a mapping with a wrong %s is refused by the field’s name', (_, wrong, message) => {
  expect(() => readMapping({ ...plain, ...wrong })).toThrow(message);
  expect(readMapping(plain)).toEqual(plain);
});
