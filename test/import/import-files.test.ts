import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles, type ImportedFile } from '../../src/import/import-files.ts';
import type { Project } from '../../src/model/project.ts';
import { checkOne, facts, fixture, textFile } from './read.ts';

const seed = 20261102;

/** Everything but the order in which files arrived. */
const contents = ({ tables }: Project) => ({
  ...tables,
  source: [...tables.source].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

test('counts and boundaries join in either order of arrival, together or one after the other', async () => {
  const [counts, boundaries] = [fixture('counts.csv'), fixture('boundaries.geojson')];
  const together = contents((await importFiles([counts, boundaries], null, facts)).project);
  expect(contents((await importFiles([boundaries, counts], null, facts)).project)).toEqual(together);
  for (const order of [[counts, boundaries] as const, [boundaries, counts] as const]) {
    const first = (await importFiles([order[0]], null, facts)).project;
    expect(contents((await importFiles([order[1]], first, facts)).project)).toEqual(together);
  }
});

test('by hand: 1,000 people of three communities, one of them without a place, none counted twice', async () => {
  const { project, files } = await importFiles(
    [fixture('counts.csv'), fixture('boundaries.geojson')],
    null,
    facts,
  );
  const demand = project.tables.area.filter((area) => area.demand && area.province === 'NB');
  expect(demand.map(({ name_en, population, lon }) => [name_en, population, lon !== null])).toEqual([
    ['Pine Bay', 600, true],
    ['Maple "Corner"', 300, true],
    ['Stone Point', 100, false],
    ['Long Lake', null, true],
    ['New Hamlet', null, true],
  ]);
  const unjoined = files.flatMap(({ issues }) => issues).filter(({ code }) => code === 'unjoined-area');
  expect(unjoined.map(({ row, found, expected }) => [row, found, expected])).toEqual([
    [null, '1', 'location'],
    [6, '2021A00051399003', 'location'],
    [4, '2021A00051399005', 'population'],
  ]);
  const joined = files.flatMap(({ issues }) => issues).filter(({ code }) => code === 'joined-areas');
  expect(joined.map(({ column, found, expected }) => [column, found, expected])).toEqual([
    ['DGUID', '3', '8'],
    ['DGUID', '3', '4'],
  ]);
});

test('a file dropped again changes nothing but says that its points were there', async () => {
  const first = await checkOne(fixture('offices.csv'));
  const second = await checkOne(fixture('offices.csv'), first.project);
  expect(second.project.tables).toEqual(first.project.tables);
  expect(second.codes.filter((code) => code === 'replaced-point')).toHaveLength(4);
});

test('a sample is replaced, and kept when no row of the file can be', async () => {
  const { project } = await checkOne(fixture('offices.csv'));
  const sample: Project = { ...project, kind: 'sample' };
  expect((await checkOne(fixture('places.tsv'), sample)).project.tables.service_point).toEqual([]);
  expect((await checkOne(textFile(''), sample)).project).toBe(sample);
});

test('a person may say what a file is', async () => {
  const { project, report } = await checkOne({ ...fixture('indented-header.csv'), kind: 'areas' });
  expect(report.kind).toBe('areas');
  expect(project.tables.area).toHaveLength(2);
});

test('an import can be cancelled', async () => {
  const stop = new AbortController();
  const run = importFiles([fixture('offices.csv'), fixture('counts.csv')], null, facts, {
    signal: stop.signal,
    onProgress: ({ index }) => (index === 1 ? stop.abort() : undefined),
  });
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
});

describe('a bad file gives its issue and changes nothing', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const projected = { type: 'Point', coordinates: [7_631_000, 1_244_000] };
  const cases: [string, ImportedFile, string][] = [
    ['empty', textFile(''), 'empty-file'],
    ['blank lines only', textFile('\n \n\r\n'), 'empty-file'],
    ['a broken archive', { name: 'a.csv', bytes: bytes(0x50, 0x4b, 3, 4, 0, 0) }, 'unreadable'],
    ['a drawing', { name: 'a.csv', bytes: bytes(0x89, 0x50, 0x4e, 0x47, 13, 10) }, 'unknown-format'],
    ['binary', { name: 'a.csv', bytes: bytes(1, 2, 3, 0, 200, 7, 9) }, 'unreadable'],
    ['a page of a web site', textFile('<!doctype html><title>404</title>'), 'unknown-format'],
    ['other JSON', textFile('{"offices": []}'), 'unknown-format'],
    ['a header only', textFile('name,lat,lon\n'), 'no-rows'],
    ['a collection of nothing', textFile('{"type":"FeatureCollection","features":[]}'), 'no-rows'],
    ['projected GeoJSON', textFile(JSON.stringify(projected), 'a.geojson'), 'not-wgs84'],
    ['a table of metres', textFile('name,x,y\nA,7631000,1244000\nB,7631100,1244100\n'), 'not-wgs84'],
    ['a table of nothing we know', textFile('colour,taste\nred,sweet\n'), 'unmatched-kind'],
    ['cut-off GeoJSON', textFile('{"type":"FeatureCollection","features":[{'), 'unreadable'],
  ];
  test.each(cases)('%s', async (_, file, code) => {
    const { codes, report, project } = await checkOne(file);
    expect(codes).toEqual([code]);
    expect(report.rows.kept).toBe(0);
    expect(report.rows.listed).toBe(report.rows.read);
    expect(project.tables.source).toEqual([]);
  });
});

describe('the name of a file proves nothing', () => {
  test.each(['O\'Brien "A".csv', '../../é ü.geojson', '', '.csv', '<img src=x onerror=alert(1)>.csv'])(
    '%j',
    async (name) => {
      const { report, project } = await checkOne({ ...fixture('offices.csv'), name });
      expect(report).toMatchObject({ file: name, format: 'csv', rows: { read: 4, kept: 4, listed: 0 } });
      expect(project.tables.source[0]?.file_name).toBe(name);
    },
  );
});

describe('rows read = rows kept + rows listed', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '46.1',
      '-64.2',
      '460',
      '..',
      'x',
      '1301001',
      '2021A00051301001',
      'K1A',
      '"',
      'a\nb',
      '1,5',
    ),
    fc.string({ maxLength: 8 }),
  );
  const header = fc.constantFrom(
    'name',
    'lat',
    'lon',
    'population',
    'DGUID',
    'id',
    'address',
    'kind',
    'other',
    '',
  );

  test('for any table', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(header, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (names, rows, delimiter) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = [names, ...rows].map((cells) => cells.map(quoted).join(delimiter));
          const { report } = await checkOne(textFile(lines.join('\n')));
          expect(report.rows.kept + report.rows.listed).toBe(report.rows.read);
          const named = new Set(
            report.issues.filter(({ severity }) => severity === 'error').map(({ row }) => row),
          );
          expect(named.has(null) || named.size === report.rows.listed).toBe(true);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test('for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300, size: 'max' }), async (bytes) => {
        const { report } = await checkOne({ name: 'a', bytes });
        expect(report.rows.kept + report.rows.listed).toBe(report.rows.read);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('for a file with any byte changed', async () => {
    const files = ['offices.csv', 'counts.csv', 'boundaries.geojson', 'mixed.geojson'].map(fixture);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(255), async (file, place, byte) => {
        const bytes = Uint8Array.from(file.bytes);
        bytes[place % bytes.length] = byte;
        const { report } = await checkOne({ name: file.name, bytes });
        expect(report.rows.kept + report.rows.listed).toBe(report.rows.read);
      }),
      { seed, numRuns: 300 },
    );
  });
});

test('the order of rows does not change the areas', async () => {
  const [head = '', ...rows] = new TextDecoder().decode(fixture('counts.csv').bytes).trim().split('\n');
  const shuffled = textFile([head, ...rows.reverse()].join('\n'), 'counts.csv');
  const strip = ({ tables }: Project) => tables.area.map(({ source_id: _, ...area }) => area);
  expect(strip((await checkOne(shuffled)).project)).toEqual(
    strip((await checkOne(fixture('counts.csv'))).project),
  );
});

describe('what an earlier file gave is not replaced in silence', () => {
  const facts = { importedAt: '2026-11-02T12:00:00Z' };
  const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

  test('counts of areas of the same code from another file are told, each that differs', async () => {
    const first = text('east.csv', 'code,name,population\n1,A,1000\n2,B,2000\n');
    const second = text('west.csv', 'code,name,population\n1,A,1500\n2,B,2000\n3,C,10\n');
    const { files } = await importFiles([first, second], null, facts);
    expect(files[1]?.issues.filter(({ code }) => code === 'replaced-area')).toMatchObject([
      { row: 1, found: '1', expected: '1000', severity: 'warning' },
    ]);
  });

  test('points that the next release of a file no longer has stay, and their number is told', async () => {
    const release = (rows: string) => text('offices.csv', `id,name,latitude,longitude\n${rows}`);
    const first = await importFiles([release('1,A,46,-66\n2,B,46.1,-66\n3,C,46.2,-66\n')], null, facts);
    const { project, files } = await importFiles([release('2,Bee,46.1,-66\n')], first.project, facts);
    expect(project.tables.service_point.map(({ name_en }) => name_en)).toEqual(['A', 'C', 'Bee']);
    expect(files[0]?.issues.filter(({ code }) => code === 'staying-points')).toMatchObject([{ found: '2' }]);
  });

  test('two files of one name are two files', async () => {
    const points = text('data.csv', 'id,name,latitude,longitude\n1,A,46,-66\n');
    const areas = text('data.csv', 'code,name,population,latitude,longitude\n001,B,20,46,-66\n');
    const { project, files } = await importFiles([points, areas], null, facts);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['data.csv', 'points'],
      ['data (2).csv', 'areas'],
    ]);
    expect(project.tables.area).toHaveLength(1);
  });
});

describe('a later file about the same points', () => {
  const facts = { importedAt: '2026-11-02T12:00:00Z' };
  const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
  const from = (name: string, header: string, row: string) =>
    text(name, `organization,${header}\nA,${row}\n`);

  test('brings its own columns and leaves the others, in whichever order they come', async () => {
    const kinds = from('index.csv', 'id,name,kind,languages,latitude,longitude', '7,North,mobile,fr,46,-66');
    const addresses = from('addresses.csv', 'id,name,address,staff', '7,North Office,1 Main St,3');
    for (const files of [
      [kinds, addresses],
      [addresses, kinds],
    ]) {
      const { project } = await importFiles(files, null, facts);
      expect(project.tables.service_point).toMatchObject([
        { id: 'a-7', kind: 'mobile', languages: 'fr', lon: -66, lat: 46, address: '1 Main St', staff: 3 },
      ]);
    }
  });

  test('keeps leases and services that came from elsewhere; a cell that is empty now is empty', async () => {
    const points = from('points.csv', 'id,name,latitude,longitude,staff', '7,North,46,-66,3');
    const leases = text('leases.csv', 'point_id,expiry_date\n7,2028-05-01\n');
    const first = await importFiles([points, leases], null, facts);
    expect(first.project.tables.tenure).toHaveLength(1);
    const again = from('points.csv', 'id,name,latitude,longitude,staff', '7,North,46,-66,');
    const { project } = await importFiles([again], first.project, facts);
    expect(project.tables.tenure).toEqual(first.project.tables.tenure);
    expect(project.tables.service_point[0]?.staff).toBeNull();
  });
});

test('the next release of a file that names no organization updates its points', async () => {
  const release = (name: string, rows: string) => textFile(`id,name,lat,lon\n${rows}`, name);
  const first = await importFiles(
    [release('offices-2026-09.csv', '1,A,45.4,-75.7\n2,B,45.5,-75.8\n')],
    null,
    facts,
  );
  const next = await importFiles(
    [release('offices-2026-10.csv', '1,A,45.6,-75.7\n3,C,45.5,-75.9\n')],
    first.project,
    facts,
  );
  expect(next.project.tables.organization.map(({ name_en }) => name_en)).toEqual(['offices']);
  expect(next.project.tables.service_point.map(({ id, lat }) => [id, lat])).toEqual([
    ['offices-2', 45.5],
    ['offices-1', 45.6],
    ['offices-3', 45.5],
  ]);
  for (const name of ['2026.csv', '2026-09-30.csv', 'route 66.csv', '12345678.csv', 'a2026.csv']) {
    const { project } = await importFiles([release(name, '1,A,45.4,-75.7\n')], null, facts);
    expect(project.tables.organization[0]?.name_en).toBe(name.replace('.csv', ''));
  }
});
