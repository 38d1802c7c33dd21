import { expect, test } from 'vitest';
import type { Decisions } from '../../../src/model/decisions.ts';
import { importFiles, type ImportedFile } from '../../../src/import/import-files.ts';
import type { Project } from '../../../src/model/project.ts';
import { facts, textFile } from '../read.ts';

const square = (west: number) => [
  [
    [west, 46],
    [west + 1, 46],
    [west + 1, 47],
    [west, 47],
    [west, 46],
  ],
];
const feature = (properties: object, west: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: square(west) },
});
const regions = (decisions: Decisions): ImportedFile => ({
  ...textFile(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ code: 'R1', name: 'West' }, -67),
        feature({ code: 'R2', name: 'East' }, -66),
        feature({ code: 'R3', name: 'Far' }, -60),
      ],
    }),
    'regions.geojson',
  ),
  decisions,
});

/** Four dissemination areas: two in the west, one of them suppressed in the east, one in no region. */
const counts = textFile(
  [
    'DAUID,latitude,longitude,population,low_income',
    '13010001,46.5,-66.5,100,0.1',
    '13010002,46.2,-66.2,300,0.3',
    '13010003,46.5,-65.5,..,0.5',
    '13010004,46.5,-65.4,50,0.2',
    '13010005,48.0,-65.4,7,0.2',
  ].join('\n'),
  'counts.csv',
);

const added = { people: 'added-up' } as const;
const peopleOf = ({ tables }: Project) =>
  tables.area.filter(({ level }) => level === 'region').map(({ code, population }) => [code, population]);

test('boundaries without counts have the people of the smaller areas in them', async () => {
  const { project, files } = await importFiles([counts, regions(added)], null, facts);
  expect(peopleOf(project)).toEqual([
    ['R1', 400],
    ['R2', 50],
    ['R3', null],
  ]);
  const issues = files[1]?.issues.map(({ code, row, found, expected }) => [code, row, found, expected]);
  expect(issues).toContainEqual(['added-up', null, '4', '450']);
  expect(issues).toContainEqual(['outside-boundaries', null, '1', '7']);
  expect(issues).toContainEqual(['added-up-partly', 2, 'East', '1']);
  const total = project.tables.area.filter(({ demand }) => demand);
  expect(total.map(({ level }) => level)).toEqual(['DA', 'DA', 'DA', 'DA', 'DA']);
});

test('shares become means weighted by people: of 100 with 10 % and 300 with 30 %, 25 %', async () => {
  const { project } = await importFiles([counts, regions(added)], null, facts);
  const share = (code: string) => project.tables.indicator.filter(({ area_code }) => area_code === code);
  expect(share('R1').map(({ value }) => value)).toEqual([0.25]);
  expect(share('R2').map(({ value }) => value)).toEqual([0.2]);
  expect(share('R3')).toEqual([]);
});

test('the order of the files, a second import and a later one leave the same sums', async () => {
  const together = await importFiles([regions(added), counts], null, facts);
  const again = await importFiles([regions(added)], together.project, facts);
  const apart = await importFiles([counts], null, facts);
  const later = await importFiles([regions(added)], apart.project, facts);
  for (const { project } of [again, later]) {
    expect(peopleOf(project)).toEqual(peopleOf(together.project));
    expect(project.tables.indicator.length).toBe(together.project.tables.indicator.length);
  }
});

test('without smaller areas, and without polygons, a line says that nothing was added up', async () => {
  const { files } = await importFiles([regions(added)], null, facts);
  expect(files[0]?.issues.map(({ code }) => code)).toContain('nothing-to-add-up');
  const places = textFile('code,latitude,longitude\nR1,46.5,-66.5\nR2,46.5,-65.5\n', 'places.csv');
  const read = await importFiles([{ ...places, kind: 'areas', decisions: added }, counts], null, facts);
  const [said] = (read.files[0]?.issues ?? []).filter(({ code }) => code === 'nothing-to-add-up');
  expect(said?.found).toBe('boundaries');
});

test('an area that a file counts keeps its own count, and its level never falls among its parts', async () => {
  const subdivision = {
    ...textFile(
      JSON.stringify({ type: 'FeatureCollection', features: [feature({ CSDUID: '1301001' }, -67)] }),
      'csd.geojson',
    ),
    decisions: added,
  };
  const own = textFile('CSDUID,population\n1301001,410\n', 'own.csv');
  const summed = await importFiles([counts, subdivision], null, facts);
  const stated = await importFiles([counts, subdivision, own], null, facts);
  const csd = ({ tables }: Project) => tables.area.find(({ level }) => level === 'CSD')?.population;
  expect([csd(summed.project), csd(stated.project)]).toEqual([400, 410]);
});
