import { describe, expect, test } from 'vitest';
import { importFiles, type ImportedFile } from '../../../src/import/import-files.ts';
import type { Decisions } from '../../../src/model/decisions.ts';

const file = (name: string, text: string, decisions?: Decisions): ImportedFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  ...(decisions ? { decisions } : {}),
});

const facts = { importedAt: '2026-10-01T00:00:00Z' };
async function imported(...files: ImportedFile[]) {
  const { files: reports, project } = await importFiles(files, null, facts);
  const report = reports.at(-1);
  if (!report) throw new Error('expected a report');
  const codes = report.issues.map(({ code }) => code);
  for (const { rows } of reports) expect(rows.read).toBe(rows.kept + rows.listed);
  return { report, reports, project, tables: project.tables, codes };
}

const offices = file(
  'offices.csv',
  'organization,id,name,latitude,longitude\nA,7,North,46.0,-66.0\nA,8,South,45.5,-66.2\nB,8,South,45.4,-66.3\n',
);

describe('services by point', () => {
  const offered = [
    'office id,organization,service id,service name,mode,days per month',
    '7,,21,Passport,counter,4',
    '7,,22,Pension,En ligne,',
    '8,B,21,Passport,by owl,',
    '8,,21,Passport,,',
    '9,,21,Passport,,',
    '7,,21,Passport,counter,5',
  ].join('\n');
  const inventory = file('inventory.csv', 'service_id,service_name\n21,Passports\n30,Pension\n');

  test('an offering joins its point by the id its own file has, whichever file comes first', async () => {
    for (const files of [
      [offices, inventory, file('offered.csv', offered)],
      [file('offered.csv', offered), inventory, offices],
    ]) {
      const { reports, tables } = await imported(...files);
      const report = reports.find(({ kind }) => kind === 'offerings');
      expect(report?.rows).toEqual({ read: 6, kept: 5, listed: 1 });
      const listed = report?.issues.filter(({ code }) => code === 'unjoined-point');
      expect(listed?.map(({ row, found, expected }) => [row, found, expected])).toEqual([[4, '8', '2']]);
      const waiting = report?.issues.filter(({ code }) => code === 'waiting-row');
      expect(waiting?.map(({ row, found }) => [row, found])).toEqual([[5, '9']]);
      expect(
        tables.offering.map(({ point_id, service_id, mode, days_per_month }) => [
          point_id,
          service_id,
          mode,
          days_per_month,
        ]),
      ).toEqual([
        ['a-7', '21', 'in person', 5],
        ['a-7', '22', 'virtual', null],
        ['b-8', '21', 'in person', null],
      ]);
      expect(tables.service.map(({ id, name_en }) => [id, name_en]).sort()).toEqual([
        ['21', 'Passports'],
        ['22', 'Pension'],
        ['30', 'Pension'],
      ]);
    }
  });

  test('a service without an id is the one of its name', async () => {
    const named = file('offered.csv', 'office id,service\n7,pension\n7,Archives\n');
    const { tables } = await imported(offices, inventory, named);
    expect(tables.offering.map(({ service_id }) => service_id)).toEqual(['30', 'archives']);
  });

  test('an office file names its services in a list, or one a row; the point stands once', async () => {
    const list = file('o.csv', 'id,name,latitude,longitude,services\n1,North,46,-66,Passport; Pension\n');
    expect((await imported(list)).tables.offering.map(({ service_id }) => service_id)).toEqual([
      'passport',
      'pension',
    ]);
    const rows = file(
      'o.csv',
      'id,name,latitude,longitude,service\n1,North,46,-66,Passport\n1,North,46,-66,Pension\n',
    );
    const { report, tables, codes } = await imported(rows);
    expect(report).toMatchObject({ kind: 'points', rows: { read: 2, kept: 2, listed: 0 } });
    expect(tables.service_point).toHaveLength(1);
    expect(tables.offering).toHaveLength(2);
    expect(codes).toContain('further-offering');
  });
});

describe('leases', () => {
  test('with a place of their own they are points, each once, with their tenures', async () => {
    const text = [
      'id,lease number,address,latitude,longitude,lease start date,lease expiry date',
      '1,L-1,1 Main St,46,-66,2020-01-01,2027-01-01',
      '1,L-2,1 Main St,46,-66,2027-01-01,2030-01-01',
    ].join('\n');
    const { report, tables } = await imported(file('leases.csv', text));
    expect(report).toMatchObject({ kind: 'leases', rows: { read: 2, kept: 2, listed: 0 } });
    expect([tables.service_point.length, tables.tenure.length]).toEqual([1, 2]);
  });

  test('without one they join points, and take the place of the tenures those had', async () => {
    const leases = (expiry: string) =>
      file('leases.csv', `office id,lease expiry date\n7,${expiry}\nnowhere,2030-01-01\n`);
    const first = await imported(offices, leases('2027-01-01'));
    expect(first.report).toMatchObject({ kind: 'leases', rows: { read: 2, kept: 2, listed: 0 } });
    expect(first.tables.waiting.map(({ point }) => point)).toEqual(['nowhere']);
    const { project } = await importFiles([leases('2028-05-01')], first.project, facts);
    expect(project.tables.tenure.map(({ point_id, expiry_date }) => [point_id, expiry_date])).toEqual([
      ['a-7', '2028-05-01'],
    ]);
  });
});

test('events are recognised and kept aside, every row with the reason', async () => {
  const { report, codes } = await imported(
    file('floods.csv', 'event type,latitude,longitude,evacuees\nFlood,46,-66,1200\nFire,47,-66,..\n'),
  );
  expect(report).toMatchObject({ kind: 'events', rows: { read: 2, kept: 0, listed: 2 } });
  expect(codes).toEqual(['kept-aside']);
});

test('a travel matrix is recognised by its distance, even without a unit', async () => {
  const { report } = await imported(
    file('matrix.csv', 'distance,name,DestinationName\n671.5,Store 1,T1\n1333.7,Store 1,T2\n'),
  );
  expect(report).toMatchObject({ kind: 'travel', rows: { read: 2, kept: 0, listed: 2 } });
});

describe('years as columns', () => {
  const wide = (decisions?: Decisions) =>
    file(
      'forecast.csv',
      'Forecast,Municipality,2021,2026,2031\nJobs,Durham,5,6,7\nPopulation,Durham,10,11,"1,200"\nPopulation,York,20,..,22\n',
      decisions,
    );

  test('of several series none is the population until a person picks a year', async () => {
    expect((await imported(wide())).tables.area).toEqual([]);
    const { tables, report } = await imported(wide({ year: 2031 }));
    expect(tables.area.map(({ code, population }) => [code, population])).toEqual([
      ['Durham', 1200],
      ['York', 22],
    ]);
    expect(report.issues.find(({ code }) => code === 'population-year')).toMatchObject({
      found: 'Population',
      expected: '2031',
    });
    expect((await imported(wide({ year: 2026 }))).tables.area.map(({ population }) => population)).toEqual([
      11,
      null,
    ]);
  });

  test('with one row an area, people of the latest year that has begun', async () => {
    const text = 'CSDUID,2016,2021,2026,2031\n1301001,1,2,3,4\n1301002,5,6,7,8\n';
    const { tables } = await imported(file('population by year.csv', text));
    expect(tables.area.map(({ code, level, population }) => [code, level, population])).toEqual([
      ['1301001', 'CSD', 3],
      ['1301002', 'CSD', 7],
    ]);
    expect(tables.indicator).toHaveLength(8);
    expect((await imported(file('rainfall.csv', text))).tables.area).toEqual([]);
  });
});

test('counts of people in columns are divided by the population, and it is said', async () => {
  const { tables, report } = await imported(
    file('towns.csv', 'CSDUID,population,age 65 plus\n1301001,1200,300\n1301002,..,150\n'),
  );
  expect(tables.indicator.map(({ value }) => value)).toEqual([0.25, null]);
  expect(report.issues.find(({ code }) => code === 'divided-count')).toMatchObject({ expected: null });
});

test('a profile keeps rows of one name apart, and takes the people of its own census year', async () => {
  const row = (name: string, count: string, rate: string) =>
    `2021,2021A00051301001,A,1,${name},${count},${rate}`;
  const { tables, report } = await imported(
    file(
      'profile.csv',
      [
        'CENSUS_YEAR,DGUID,GEO_NAME,CHARACTERISTIC_ID,CHARACTERISTIC_NAME,C1_COUNT_TOTAL,C10_RATE_TOTAL',
        row('"Population, 2021"', '1200', '...'),
        row('"Population, 2016"', '1100', '...'),
        row('Total - Private dwellings by period of construction', '500', '100'),
        row('2016 to 2021', '50', '10'),
        row('Total - Immigrant status and period of immigration', '1200', '100'),
        row('2016 to 2021', '60', '5'),
        row('Other', '6', '0.5'),
        row('Other', '12', '1'),
      ].join('\n'),
    ),
  );
  expect(report.rows).toEqual({ read: 8, kept: 7, listed: 1 });
  expect(tables.area.map(({ population }) => population)).toEqual([1200]);
  const immigrants = 'Total - Immigrant status and period of immigration';
  expect(tables.indicator.map(({ indicator, value }) => [indicator, value])).toEqual([
    ['Total - Private dwellings by period of construction', 1],
    ['Total - Private dwellings by period of construction: 2016 to 2021', 0.1],
    [immigrants, 1],
    ['newcomers', 0.05],
    [`${immigrants}: Other`, 0.005],
    [`${immigrants}: Other (2)`, 0.01],
  ]);
});

test('values of areas that the project lacks are named where it has others of their kind', async () => {
  const towns = file('towns.csv', 'CSDUID,name,population\n1301001,A,10\n1301002,B,20\n');
  const values = file('values.csv', 'CSDUID,2001,2006,2011\n1301002,1,2,3\n1301099,1,2,3\n4801001,1,2,3\n');
  const { report } = await imported(towns, values);
  const unjoined = report.issues.filter(({ code }) => code === 'unjoined-area');
  expect(unjoined.map(({ row, found, severity }) => [row, found, severity])).toEqual([
    [null, '1', 'note'],
    [2, '1301099', 'warning'],
  ]);
});

test('of a service inventory over several years the latest names the service', async () => {
  const { report, tables } = await imported(
    file(
      'service-inventory.csv',
      [
        'fiscal_yr,service_id,service_name_en,service_name_fr',
        '2022-2023,1,Old name,Ancien nom',
        '2023-2024,1,New name,Nouveau nom',
        '2021-2022,1,Older name,',
        '2023-2024,2,Other,',
      ].join('\n'),
    ),
  );
  expect(report).toMatchObject({ kind: 'services', rows: { read: 4, kept: 2, listed: 2 } });
  expect(tables.service.map(({ name_en }) => name_en)).toEqual(['New name', 'Other']);
  expect(tables.source[0]).toMatchObject({
    publisher: 'Treasury Board of Canada Secretariat',
    reference_date: '2023-2024',
  });
});

test('a source tells the date in its file’s name, the reading kept from an earlier file, and a person’s part', async () => {
  const fields = { n: 'name_en', a: 'address' };
  const mapping = {
    version: 1 as const,
    id: 'n-a',
    name: 'old.csv',
    header: ['n', 'a'],
    reading: { fields },
  };
  const decisions: Decisions = {
    kind: 'points',
    fields: { a: 'municipality' },
    edits: [{ kind: 'set-cells', row: 1, cells: { n: 'B' } }],
  };
  const { project } = await importFiles([file('list 2026-09.csv', 'n,a\nA,Town\n', decisions)], null, {
    ...facts,
    mappings: [mapping],
  });
  expect(project.tables.source[0]).toMatchObject({
    reference_date: '2026-09',
    note_en:
      'Read as “old.csv” was (reading n-a, version 1). The meaning of 1 column was given by a person. 1 row was corrected by a person.',
  });
});

test('a person says who publishes a file and under what licence; the date is of this release alone', async () => {
  const text = 'name,address,postal_code\nA,1 Main,E1A 1A1\n';
  const decisions: Decisions = {
    publisher: ' City of Aville ',
    licence: 'OGL',
    referenceDate: '2026-09-30',
  };
  const { tables } = await imported(file('list 2025-01.csv', text, decisions));
  expect(tables.source[0]).toMatchObject({
    publisher: 'City of Aville',
    licence: 'OGL',
    reference_date: '2026-09-30',
  });
  const blank = await imported(file('list 2025-01.csv', text, { publisher: ' ', referenceDate: '' }));
  expect(blank.tables.source[0]).toMatchObject({ publisher: null, licence: null, reference_date: '2025-01' });
});

test('a source tells how many rows of its file were left out; nothing when all were kept', async () => {
  const { tables } = await imported(file('ragged.csv', 'name,lat,lon\nA,45.4\nB,45.5,-75.8\n'));
  expect(tables.source[0]).toMatchObject({
    note_en: '2 rows read = 1 kept + 1 listed with a reason and left out.',
    note_fr: '2 lignes lues = 1 gardée + 1 écartée avec leur raison.',
  });
  const whole = await imported(file('whole.csv', 'name,lat,lon\nB,45.5,-75.8\n'));
  expect(whole.tables.source[0]?.note_en).toBeNull();
});

test('a ZIP code that a spreadsheet made a number of gets its zeros back, and says so', async () => {
  const { report, tables } = await imported(
    file(
      'leases.csv',
      [
        'Location Code,Street Address,City,Zip Code,Latitude,Longitude,Lease Number,Lease Effective Date,Lease Expiration Date',
        'ME1,1 Main St,PORTLAND,4106,43.6,-70.3,L1,2020-01-01,2030-01-01',
        'ME2,2 Main St,PORTLAND,04106,43.7,-70.3,L2,2020-01-01,2030-01-01',
      ].join('\n'),
    ),
  );
  expect(report.kind).toBe('leases');
  expect(tables.service_point.map(({ postal_code }) => postal_code)).toEqual(['04106', '04106']);
  const lost = report.issues.filter(({ code }) => code === 'lost-zeros');
  expect(lost.map(({ row, found, expected }) => [row, found, expected])).toEqual([[1, '4106', '04106']]);
});
