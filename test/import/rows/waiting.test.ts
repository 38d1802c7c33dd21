import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles, type ImportedFile } from '../../../src/import/import-files.ts';
import type { Project } from '../../../src/model/project.ts';
import { checkOne, facts, textFile } from '../read.ts';

const points = textFile(
  'id,name,organization,lat,lon\np1,North,Aid,46,-66\np2,South,Aid,45,-66\n',
  'points.csv',
);
/** Three leases, of which the points are those of two. */
const leases = textFile(
  'id,lease_expiry_date,annual_cost\np1,2027-01-31,1000\np2,2028-01-31,2000\np9,2029-01-31,3000\n',
  'leases.csv',
);
const services = textFile(
  'id,service,mode\np1,Passport,in person\np1,Pension,virtual\np9,Passport,virtual\n',
  'offered.csv',
);
const codesOf = (issues: readonly { code: string; row: number | null }[], code: string) =>
  issues.filter((one) => one.code === code).map(({ row }) => row);
const one = async (file: ImportedFile, into: Project | null) => {
  const { files, project, joins } = await importFiles([file], into, facts);
  const [report] = files;
  if (!report) throw new Error('expected a report');
  return { report, project, join: joins[0] };
};

describe('leases whose points come in a later file', () => {
  test('wait in the project: every row is kept, and says what it waits for', async () => {
    const { report, project, join } = await one(leases, null);
    expect(report.rows).toEqual({ read: 3, kept: 3, listed: 0 });
    expect(codesOf(report.issues, 'waiting-row')).toEqual([1, 2, 3]);
    expect(project.tables.tenure).toEqual([]);
    expect(
      project.tables.waiting.map(({ becomes, point, expiry_date }) => [becomes, point, expiry_date]),
    ).toEqual([
      ['tenure', 'p1', '2027-01-31'],
      ['tenure', 'p2', '2028-01-31'],
      ['tenure', 'p9', '2029-01-31'],
    ]);
    expect(join).toMatchObject({ with: 'points', column: 'id', rows: 3, joined: 0 });
    expect(join?.unjoined).toHaveLength(3);
  });

  test('join by themselves when the points come, which the file of points says; the others wait on', async () => {
    const before = (await one(leases, null)).project;
    const { report, project } = await one(points, before);
    expect(report.issues.find(({ code }) => code === 'waiting-rows-joined')).toMatchObject({
      found: '2',
      row: null,
    });
    expect(project.tables.tenure.map(({ point_id, annual_cost }) => [point_id, annual_cost])).toEqual([
      ['aid-p1', 1000],
      ['aid-p2', 2000],
    ]);
    expect(project.tables.waiting.map(({ point }) => point)).toEqual(['p9']);
  });

  test('the next release of the leases takes the place of what waits', async () => {
    const before = (await one(leases, null)).project;
    const next = textFile('id,lease_expiry_date,annual_cost\np9,2031-12-31,9\n', 'leases-2.csv');
    const { project } = await one(next, before);
    expect(project.tables.waiting.map(({ point, expiry_date }) => `${point} ${expiry_date}`)).toEqual([
      'p1 2027-01-31',
      'p2 2028-01-31',
      'p9 2031-12-31',
    ]);
    expect((await one(leases, before)).project.tables.waiting).toEqual(before.tables.waiting);
  });

  test('of two points of one name, the lease waits for that of its organization', async () => {
    const text = 'name,organization,lease_expiry_date\nMain,Second,2027-01-31\n';
    const named = { ...textFile(text, 'leases.csv'), decisions: { kind: 'leases' } };
    const two = textFile(
      'id,name,organization,lat,lon\n1,Main,First,46,-66\n2,Main,Second,45,-66\n',
      'two.csv',
    );
    const { project } = await one(two, (await one(named, null)).project);
    expect(project.tables.tenure.map(({ point_id }) => point_id)).toEqual(['second-2']);
    expect(project.tables.waiting).toEqual([]);
  });
});

test('services wait likewise, each once, and bring their services only when their points come', async () => {
  const first = await one(services, null);
  expect(first.report.rows).toEqual({ read: 3, kept: 3, listed: 0 });
  expect(first.project.tables.service).toEqual([]);
  const { project } = await one(points, first.project);
  expect(
    project.tables.offering.map(({ point_id, service_id, mode }) => [point_id, service_id, mode]),
  ).toEqual([
    ['aid-p1', 'passport', 'in person'],
    ['aid-p1', 'pension', 'virtual'],
  ]);
  expect(project.tables.service.map(({ name_en }) => name_en)).toEqual(['Passport', 'Pension']);
  expect(project.tables.waiting.map(({ point, service_name }) => `${point} ${service_name}`)).toEqual([
    'p9 Passport',
  ]);
});

test('a row twice is noted, and waits once', async () => {
  const twice = textFile('id,service\np1,Passport\np1,Passport\n', 'offered.csv');
  const { report, project } = await one(twice, null);
  expect(report.rows).toEqual({ read: 2, kept: 2, listed: 0 });
  expect(codesOf(report.issues, 'duplicate-id')).toEqual([2]);
  expect(project.tables.waiting).toHaveLength(1);
});

test('law: points, leases and services give the same tables in whatever order their files come, one by one', async () => {
  const sorted = ({ tables }: Project) =>
    Object.fromEntries(
      (['service_point', 'tenure', 'offering', 'service', 'waiting'] as const).map((name) => [
        name,
        tables[name].map((row) => JSON.stringify(row)).sort(),
      ]),
    );
  const inOrder = async (files: readonly ImportedFile[]) => {
    let project: Project | null = null;
    for (const file of files) ({ project } = await checkOne(file, project ?? undefined));
    if (!project) throw new Error('expected a project');
    return sorted(project);
  };
  const files = [points, leases, services];
  const together = sorted((await importFiles(files, null, facts)).project);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 3 }), async (order) => {
      expect(await inOrder(order)).toEqual(together);
    }),
    { seed: 11, numRuns: 12 },
  );
});
