import { expect, test } from 'vitest';
import { importFiles } from '../../../src/import/import-files.ts';
import type { RowEdit } from '../../../src/model/decisions.ts';
import type { IssueCode } from '../../../src/model/issues.ts';
import { facts, textFile } from '../read.ts';
import type { Gazetteer } from '../../../src/import/places/gazetteer.ts';
import { smallGazetteer } from './small-gazetteer.ts';

const header = 'id,name,address,city,province,postal code,latitude,longitude';

/** Imports rows under the header, with the made-up gazetteer. */
async function check(rows: readonly string[], edits: readonly RowEdit[] = []) {
  const file = { ...textFile([header, ...rows].join('\n')), decisions: { edits } };
  const { files, project } = await importFiles([file], null, { ...facts, gazetteer: smallGazetteer });
  const [report] = files;
  if (!report) throw new Error('no report');
  const of = (code: IssueCode) => report.issues.filter((one) => one.code === code);
  return { report, points: project.tables.service_point, of };
}

const placeOf = ({
  lon,
  lat,
  location_method,
}: {
  lon: number | null;
  lat: number | null;
  location_method: string;
}) => [lon, lat, location_method];

test('rows without coordinates: urban code, then municipality, then rural code', async () => {
  const { points, of } = await check([
    '1,One,,Ash,AB,T1B 0B1,,',
    '2,Two,,Birch,AB,T0C 0B1,,',
    '3,Three,,Oak,AB,T0C 0B1,,',
    '4,Four,,Birch,BC,,,',
    '5,Five,,Oak,AB,,,',
  ]);
  expect(points.map(placeOf)).toEqual([
    [1.1, 1, 'postal code'],
    [2, 2, 'municipality'],
    [2, 3, 'postal code'],
    [6, 2, 'municipality'],
    [null, null, 'unknown'],
  ]);
  expect(of('located').map(({ row, severity, found, expected }) => [row, severity, found, expected])).toEqual(
    [
      [1, 'note', 'T1B', 'postal code'],
      [2, 'note', 'Birch, AB', 'municipality'],
      [3, 'warning', 'T0C', 'postal code'],
      [4, 'note', 'Birch, BC', 'municipality'],
    ],
  );
  expect(of('missing-coordinates').map(({ row }) => row)).toEqual([5]);
});

test('a row placed by a postal code far from its municipality is in doubt, and says so', async () => {
  // Ash is at 1, 1; V1A at 6, 1, in another province; T1A of the same province at 1, 1, and Birch 1.4 degrees from it.
  const { points, of } = await check(['1,One,,Ash,AB,T1A 0B1,,', '2,Two,,Birch,AB,T1A 0B1,,']);
  expect(points.map(({ lon, lat, location_doubt }) => [lon, lat, location_doubt])).toEqual([
    [1, 1, false],
    [1, 1, true],
  ]);
  expect(of('misplaced').map(({ row, found, expected, fix }) => [row, found, expected, fix])).toEqual([
    [2, '157', 'Birch, AB', undefined],
  ]);
});

test('a code of two provinces is of these two, and of no other', async () => {
  const gazetteer: Gazetteer = {
    ...smallGazetteer,
    fsa: { code: ['T9V'], province: ['AB'], lon: [1], lat: [1] },
  };
  const text = `${header}\n1,One,,,SK,T9V 0B1,,\n2,Two,,,BC,T9V 0B1,,\n`;
  const { files, project } = await importFiles([textFile(text)], null, { ...facts, gazetteer });
  expect(project.tables.service_point.map(({ lon }) => lon)).toEqual([1, null]);
  const elsewhere = files[0]?.issues.filter(({ code }) => code === 'postal-code-elsewhere');
  expect(elsewhere?.map(({ row, found }) => [row, found])).toEqual([[2, 'T9V (AB)']]);
});

test('a name of two places is not located; its candidates are told', async () => {
  const { points, of } = await check(['1,One,,Birch,,,,', '2,Two,,Saint Elm,AB,,,']);
  expect(points.map(({ lon }) => lon)).toEqual([null, null]);
  expect(of('ambiguous-place').map(({ found, expected }) => [found, expected])).toEqual([
    ['Birch', 'Birch, AB (2.00, 2.00); Birch, BC (2.00, 6.00)'],
    ['Saint Elm', 'Saint Elm, AB (3.00, 3.00); Saint Elm, AB (3.00, 1.00)'],
  ]);
});

test('an address gives the municipality and the postal code', async () => {
  const { points } = await check(['1,One,"1 Main St, Birch, British Columbia, V9Z 1A1",,,,,']);
  expect(points.map(placeOf)).toEqual([[6, 2, 'municipality']]);
});

test('a state abroad is no place of Canada', async () => {
  const { points, of } = await check(['1,One,,Ash,AB,,1,1', '2,Two,,Ash,AB,,1,1', '3,Three,,Ash,Maine,,,']);
  expect(points[2]?.lon).toBeNull();
  expect(of('located')).toEqual([]);
});

test('far from what is stated: kilometres, and the place to move to', async () => {
  const { of } = await check([
    // 0.3 degrees are 33 km, and 0.5 are 56 km.
    '1,One,,Ash,AB,,1,1.3',
    '2,Two,,Ash,AB,,1,1.5',
    // Near its postal code, if not its municipality.
    '3,Three,,Birch,AB,T1A 0B1,1,1.2',
    '4,Four,,Oak,AB,T0C 0B1,1,1',
  ]);
  expect(of('misplaced')).toMatchObject([
    { row: 2, found: '56', expected: 'Ash, AB', fix: { cells: { latitude: '1', longitude: '1' } } },
  ]);
});

test('in another province, at sea, and a postal code of another province', async () => {
  const { of } = await check([
    '1,One,,,AB,,2,5',
    '2,Two,,,AB,,2,4.04',
    '3,Three,,,AB,,-1,2',
    '4,Four,,,AB,,-0.05,2',
    '5,Five,,,AB,V1A 0B1,2,2',
    '6,Six,,,AB,,1,1',
  ]);
  expect(of('outside-province')).toMatchObject([{ row: 1, found: 'BC', expected: 'AB' }]);
  expect(of('outside-land')).toMatchObject([{ row: 3, found: '-1, 2' }]);
  expect(of('postal-code-elsewhere')).toMatchObject([{ row: 5, found: 'V1A (BC)', expected: 'AB' }]);
  expect(of('misplaced')).toEqual([]);
});

test('a file of another country is told of once and not compared', async () => {
  const { of, report } = await check(['1,One,,Ash,,,30,30', '2,Two,,Ash,,,31,30', '3,Three,,Ash,,,,']);
  expect(of('outside-land')).toMatchObject([{ row: null, found: '2' }]);
  expect(of('misplaced').concat(of('located'), of('impossible-coordinates'))).toEqual([]);
  expect(report.rows).toEqual({ read: 3, kept: 3, listed: 0 });
});

test('a province that is none, and what the postal code says it is', async () => {
  const { of } = await check(['1,One,,,AB,,1,1', '2,Two,,,AB,,1,1', '3,Three,,,Albania,T1A 0B1,1,1']);
  expect(of('unknown-code').filter(({ row }) => row !== null)).toMatchObject([
    { row: 3, found: 'Albania', expected: 'AB', fix: { cells: { province: 'AB' } } },
  ]);
});

const faulty: [IssueCode, string[]][] = [
  ['misplaced', ['1,One,,Ash,AB,T1A 0B1,3,3']],
  ['outside-province', ['1,One,,Ash,AB,,1,6']],
  ['outside-land', ['1,One,,,AB,,1,1', '2,Two,,,AB,,1,1', '3,Three,,Ash,AB,,-2,2']],
  ['unknown-code', ['1,One,,,AB,,1,1', '2,Two,,,AB,,1,1', '3,Three,,,Albania,T1A 0B1,1,1']],
  ['swapped-coordinates', ['1,One,,,NB,,-66.6,45.9']],
  ['near-duplicate', ['1,Ash office,1 Main,Ash,AB,,1,1', '2,Ash office,1 MAIN,Ash,AB,,1,1.3']],
];

test.each(faulty)('law: the fix of %s removes it, and no row is lost', async (code, rows) => {
  const before = await check(rows);
  const fixes = before.of(code).flatMap(({ fix }) => fix ?? []);
  expect(fixes).toHaveLength(1);
  const after = await check(rows, fixes);
  expect(after.of(code).filter(({ row }) => row !== null)).toEqual([]);
  expect(after.report.rows.read).toBe(before.report.rows.read);
  expect(after.report.rows.read).toBe(after.report.rows.kept + after.report.rows.listed);
});

test('a row left out is listed with its reason', async () => {
  const { report, of } = await check(['1,One,,,AB,,1,1', '2,Two,,,AB,,2,2'], [{ kind: 'leave-out', row: 1 }]);
  expect(report.rows).toEqual({ read: 2, kept: 1, listed: 1 });
  expect(of('left-out')).toMatchObject([{ row: 1, severity: 'error' }]);
});

test('without a gazetteer nothing is located', async () => {
  const { project } = await importFiles([textFile(`${header}\n1,One,,Ash,AB,T1A 0B1,,`)], null, facts);
  expect(project.tables.service_point[0]).toMatchObject({ lon: null, location_method: 'unknown' });
});
