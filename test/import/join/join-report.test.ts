import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../src/import/import-files.ts';
import type { Decisions } from '../../../src/model/decisions.ts';
import { mappingOf } from '../../../src/import/columns/mapping.ts';
import { facts, textFile } from '../read.ts';

/** Three subdivisions of New Brunswick with a place; two share a name. */
const places = textFile(
  [
    'DGUID,name,lat,lon',
    '2021A00051301001,Pine Bay,46,-66',
    '2021A00051301002,Stone Point,46.1,-66.1',
    '2021A00051301003,Stone Point,46.2,-66.2',
  ].join('\n'),
  'places.csv',
);
/** Counts with two code columns, of which the first is of another census, and the names. */
const counts = (decisions: Decisions = {}) => ({
  ...textFile(
    [
      'DGUID,GEOUID,Place,population',
      '2016A00051399001,1301001,PINE BAY,100',
      '2016A00051399002,1301002,Stone Point,200',
      '2016A00051399004,1301009,Nowhere,400',
    ].join('\n'),
    'counts.csv',
  ),
  decisions,
});
const joined = async (decisions: Decisions) => {
  const { files, joins, project } = await importFiles([places, counts(decisions)], null, facts);
  const [, join] = joins;
  if (!join) throw new Error('expected the counts to join areas');
  return {
    join,
    rows: files[1]?.rows,
    people: project.tables.area.flatMap(({ code, population, lon }) =>
      population === null ? [] : [`${code} ${population} ${lon === null ? 'nowhere' : 'placed'}`],
    ),
  };
};

describe('a table of people by area', () => {
  test('joins by the column of codes that was recognised; each column says how much of it is known', async () => {
    const { join, rows } = await joined({});
    expect(rows).toEqual({ read: 3, kept: 3, listed: 0 });
    expect(join).toMatchObject({ with: 'areas', column: 'DGUID', rows: 3, joined: 0 });
    // GEOUID: 1301001 and 1301002 of three; Place: two of three; the others none.
    expect(join.columns.map(({ name, share }) => `${name} ${share.toFixed(2)}`)).toEqual([
      'GEOUID 0.67',
      'Place 0.67',
      'DGUID 0.00',
      'population 0.00',
    ]);
    expect(join.unjoined.map(({ row, found, expected }) => [row, found, expected])).toEqual([
      [1, '2016A00051399001', 'location'],
      [2, '2016A00051399002', 'location'],
      [3, '2016A00051399004', 'location'],
    ]);
  });

  test('joins by another column of codes where a person says so', async () => {
    const { join, people } = await joined({ joinBy: 'GEOUID' });
    expect(join).toMatchObject({ column: 'GEOUID', rows: 3, joined: 2 });
    expect(join.unjoined.map(({ row, found }) => [row, found])).toEqual([[3, '1301009']]);
    expect(people).toEqual([
      '1301009 400 nowhere',
      '2021A00051301001 100 placed',
      '2021A00051301002 200 placed',
    ]);
  });

  test('joins by name: letters and marks aside; a name of two areas joins none, and says so', async () => {
    const { join, people, rows } = await joined({ joinBy: 'Place' });
    expect(join).toMatchObject({ column: 'Place', rows: 3, joined: 1 });
    expect(join.unjoined.map(({ row, code, found, expected }) => [row, code, found, expected])).toEqual([
      [2, 'ambiguous-area', 'Stone Point', '2'],
      [3, 'unjoined-area', 'Nowhere', 'location'],
    ]);
    expect(people).toContain('2021A00051301001 100 placed');
    expect(rows).toEqual({ read: 3, kept: 3, listed: 0 });
  });

  test('the choice is kept with the reading of the file, and holds for its next release', async () => {
    const header = ['DGUID', 'GEOUID', 'Place', 'population'];
    const mappings = [mappingOf('counts.csv', header, { joinBy: 'GEOUID' })];
    const { joins } = await importFiles([places, counts()], null, { ...facts, mappings });
    expect(joins[1]).toMatchObject({ column: 'GEOUID', joined: 2 });
  });

  test('a column that the file does not have chooses nothing', async () => {
    expect((await joined({ joinBy: 'constructor' })).join.column).toBe('DGUID');
  });
});

test('by name, the second row about one area is listed', async () => {
  const twice = {
    ...textFile('DGUID,Place,population\nX1,Pine Bay,1\nX2,pine-bay,2\n', 'twice.csv'),
    decisions: { joinBy: 'Place', kind: 'counts' },
  };
  const { files, project } = await importFiles([places, twice], null, facts);
  expect(files[1]?.rows).toEqual({ read: 2, kept: 1, listed: 1 });
  expect(files[1]?.issues.find(({ severity }) => severity === 'error')).toMatchObject({
    code: 'duplicate-id',
    row: 2,
  });
  expect(project.tables.area.find(({ code }) => code === '2021A00051301001')?.population).toBe(1);
});

test('values by year join by the chosen column, and the codes they do not join by name no series', async () => {
  const wide = {
    ...textFile('Code,Place,2019,2020,2021\nA1x,Pine Bay,1,2,3\n', 'pupils.csv'),
    decisions: { joinBy: 'Place', kind: 'indicators' },
  };
  const { joins, project } = await importFiles([places, wide], null, facts);
  expect(joins[1]).toMatchObject({ with: 'areas', column: 'Place', rows: 1, joined: 1 });
  expect(
    new Set(project.tables.indicator.map(({ area_code, indicator }) => `${area_code} ${indicator}`)),
  ).toEqual(new Set(['2021A00051301001 pupils']));
});

test('leases join points by the column that is chosen: an id, or a name', async () => {
  const points = textFile('id,name,lat,lon\np1,North Office,46,-66\np2,South Office,45,-66\n', 'points.csv');
  const leases = (decisions: Decisions) => ({
    ...textFile(
      'id,Building,lease_expiry_date\n901,North Office,2027-01-31\n902,South Office,2028-01-31\n903,East,2028-01-31\n',
      'leases.csv',
    ),
    decisions: { kind: 'leases', ...decisions },
  });
  const byId = await importFiles([points, leases({})], null, facts);
  expect(byId.joins[1]).toMatchObject({ with: 'points', column: 'id', rows: 3, joined: 0 });
  const byName = await importFiles([points, leases({ joinBy: 'Building' })], null, facts);
  expect(byName.joins[1]).toMatchObject({ with: 'points', column: 'Building', rows: 3, joined: 2 });
  expect(byName.joins[1]?.columns[0]).toEqual({ name: 'Building', share: 2 / 3 });
  expect(byName.project.tables.tenure.map(({ expiry_date }) => expiry_date)).toEqual([
    '2027-01-31',
    '2028-01-31',
  ]);
});
