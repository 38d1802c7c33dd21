import { expect, test } from 'vitest';
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
  const [report] = reports;
  if (!report) throw new Error('expected a report');
  return { report, reports, tables: project.tables, codes: report.issues.map(({ code }) => code) };
}

const offices = [
  'id,name,latitude,longitude,floor area sq ft,lease start date,lease expiry date,annual rent',
  '1,North,46.0,-66.0,1000,2020-04-01,31/03/2027,"12,000"',
  '2,South,45.5,-66.2,0,2020-04-01,,',
  '1,North,46.0,-66.0,1000,2027-04-01,2030-03-31,13000',
].join('\n');

test('an office file with lease columns feeds points and tenures; a repeated building stands once with both', async () => {
  const { report, tables, codes } = await imported(file('offices.csv', offices));
  expect(report.rows).toEqual({ read: 3, kept: 3, listed: 0 });
  expect(tables.service_point.map(({ name_en, floor_area_m2 }) => [name_en, floor_area_m2])).toEqual([
    ['North', 92.9],
    ['South', null],
  ]);
  expect(
    tables.tenure.map(({ point_id, start_date, expiry_date, annual_cost }) => [
      point_id,
      start_date,
      expiry_date,
      annual_cost,
    ]),
  ).toEqual([
    ['offices-1', '2020-04-01', '2027-03-31', 12000],
    ['offices-2', '2020-04-01', null, null],
    ['offices-1', '2027-04-01', '2030-03-31', 13000],
  ]);
  expect(codes).toContain('further-tenure');
});

test('days and months that cannot be told apart are asked for, and read once said', async () => {
  const text = 'id,name,latitude,longitude,expiry date\n1,North,46.0,-66.0,03/04/2027\n';
  const asked = await imported(file('a.csv', text));
  expect(asked.codes).toContain('ambiguous-dates');
  expect(asked.tables.tenure[0]?.expiry_date).toBe(null);
  const said = await imported(file('a.csv', text, { dateOrder: 'day-month-year' }));
  expect(said.codes).not.toContain('ambiguous-dates');
  expect(said.tables.tenure[0]?.expiry_date).toBe('2027-04-03');
});

test('an end before its start and a day the calendar lacks are told, and kept as not known', async () => {
  const { tables, codes } = await imported(
    file(
      'a.csv',
      'id,name,latitude,longitude,start date,expiry date\n1,A,46,-66,2027-01-02,2026-01-02\n2,B,46,-67,2027-02-30,2028-01-01\n',
    ),
  );
  expect(codes).toEqual(expect.arrayContaining(['reversed-dates', 'impossible-date']));
  expect(tables.tenure.map(({ start_date, expiry_date }) => [start_date, expiry_date])).toEqual([
    [null, null],
    [null, '2028-01-01'],
  ]);
});

test('a floor area without a unit waits for one', async () => {
  const text = 'id,name,latitude,longitude,floor area\n1,North,46.0,-66.0,100\n';
  const asked = await imported(file('a.csv', text));
  expect(asked.codes).toContain('ambiguous-unit');
  expect(asked.tables.service_point[0]?.floor_area_m2).toBe(null);
  const said = await imported(file('a.csv', text, { areaUnit: 'ft2' }));
  expect(said.tables.service_point[0]?.floor_area_m2).toBe(9.3);
});

test('shares beside areas become indicators, per cent or not', async () => {
  const { tables } = await imported(
    file(
      'towns.csv',
      'code,name,population,latitude,longitude,low income\n001,A,10,46,-66,12.5\n002,B,20,46,-67,..\n',
    ),
  );
  expect(tables.indicator.map(({ area_code, indicator, value }) => [area_code, indicator, value])).toEqual([
    ['001', 'low_income', 0.125],
    ['002', 'low_income', null],
  ]);
});

test('years as columns become a value for each year, named by what the other columns say', async () => {
  const { report, tables } = await imported(
    file(
      'forecast.csv',
      'Scenario,Municipality,2021,2026,2031\nHigh,Durham,"1,081", 1 190 ,x\nLow,Durham,1000,,1100\n',
    ),
  );
  expect(report).toMatchObject({ kind: 'indicators', rows: { read: 2, kept: 2, listed: 0 } });
  expect(tables.indicator.map(({ indicator, year, value }) => [indicator, year, value])).toEqual([
    ['High', 2021, 1081],
    ['High', 2026, 1190],
    ['High', 2031, null],
    ['Low', 2021, 1000],
    ['Low', 2031, 1100],
  ]);
});

const profile = [
  'CENSUS_YEAR,DGUID,GEO_NAME,CHARACTERISTIC_ID,CHARACTERISTIC_NAME,C1_COUNT_TOTAL,SYMBOL,C10_RATE_TOTAL,SYMBOL',
  '2021,2021A00051301001,A,1,"Population, 2021",1200,"",,"..."',
  '2021,2021A00051301001,A,37,"  65 years and over",300,"",25.0,""',
  '2021,2021A00051301001,A,4,"Total private dwellings",500,"",,"..."',
  '2021,2021A00051301001,A,5,"Private dwellings occupied by usual residents",450,"",,"..."',
].join('\n');

test('the long census profile gives people, households, shares, and lists what has neither', async () => {
  const { report, tables, codes } = await imported(file('profile.csv', profile));
  expect(report).toMatchObject({ kind: 'indicators', rows: { read: 4, kept: 3, listed: 1 } });
  expect(tables.area.map(({ code, population, households }) => [code, population, households])).toEqual([
    ['2021A00051301001', 1200, 450],
  ]);
  expect(tables.indicator.map(({ indicator, value, year }) => [indicator, value, year])).toEqual([
    ['age_65_plus', 0.25, 2021],
  ]);
  expect(codes).toContain('not-a-share');
});

test('values join their areas however the code is written, in either order of the files', async () => {
  const towns = file('towns.csv', 'CSDUID,name,population,latitude,longitude\n1301001,A,10,46,-66\n');
  for (const files of [
    [towns, file('profile.csv', profile)],
    [file('profile.csv', profile), towns],
  ]) {
    const { tables } = await imported(...files);
    expect(tables.area).toHaveLength(1);
    expect(tables.indicator[0]?.area_code).toBe(tables.area[0]?.code);
  }
});

test('a service inventory gives services; a journey between places that nobody has is listed', async () => {
  const inventory = await imported(
    file(
      'inventory.csv',
      'service_id,service_name_en,service_name_fr\n1,Passport,Passeport\n1,Again,Encore\n',
    ),
  );
  expect(inventory.report).toMatchObject({ kind: 'services', rows: { read: 2, kept: 1, listed: 1 } });
  const journeys = await imported(file('matrix.csv', 'origin,destination,minutes\na,b,12\n'));
  expect(journeys.report).toMatchObject({ kind: 'travel', rows: { read: 1, kept: 0, listed: 1 } });
  expect(journeys.codes).toEqual(['unjoined-place']);
});

test('what a person says of a column comes before its name; a kept reading serves the next release', async () => {
  const text = 'key,label,y1,x1,n\n001,A,46,-66,10\n';
  const first = await imported(file('odd.csv', text));
  expect(first.report.kind).toBe('unknown');
  const fields = { key: 'code', label: 'name_en', y1: 'lat', x1: 'lon', n: 'population' };
  const said = await imported(file('odd.csv', text, { fields }));
  expect(said.report).toMatchObject({ kind: 'areas', rows: { kept: 1 } });
  expect(said.report.columns.every(({ evidence }) => evidence.by === 'person')).toBe(true);
  const mapping = {
    version: 1 as const,
    id: 'odd',
    name: 'odd.csv',
    header: ['key', 'label', 'y1', 'x1', 'n'],
    reading: { fields },
  };
  const later = file('odd-2027.csv', 'key,label,y1,x1,n,note\n002,B,47,-66,20,new\n');
  const {
    files: [report],
  } = await importFiles([later], null, { ...facts, mappings: [mapping] });
  expect(report).toMatchObject({ kind: 'areas', mapping: { name: 'odd.csv', missing: [], added: ['note'] } });
});

test('of several years of people the one that is taken is told; a year to come is to be looked at', async () => {
  const people = (header: string) =>
    imported(file('people.csv', `CSDUID,Name,${header}\n1310032,A,10,20\n1306022,B,30,40\n`));
  const told = async (header: string) =>
    (await people(header)).report?.issues
      .filter(({ code }) => code === 'population-year')
      .map(({ severity, column, expected }) => [severity, column, expected]);
  expect(await told('pop_2016,pop_2021')).toEqual([['note', 'pop_2021', '2021']]);
  expect(await told('pop_2021,pop_2031')).toEqual([['warning', 'pop_2031', '2031']]);
  expect(await told('pop_2021,dwellings')).toEqual([]);
});
