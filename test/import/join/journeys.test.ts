import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../src/import/import-files.ts';
import type { Decisions } from '../../../src/model/decisions.ts';

const facts = { importedAt: '2026-11-02T12:00:00Z' };
const file = (name: string, text: string, decisions?: Decisions) => ({
  name,
  bytes: new TextEncoder().encode(text),
  ...(decisions ? { decisions } : {}),
});
const offices = file('offices.csv', 'id,name,latitude,longitude\n7,North,46,-66\n8,South,45.5,-66\n');
const towns = file(
  'towns.csv',
  'code,name,population,latitude,longitude\n001,Aville,1200,46.01,-66.01\n002,Btown,300,47.5,-66.0\n',
);

describe('a travel matrix', () => {
  test('joins areas by code and points by their own id, in whichever order the files come', async () => {
    const matrix = file('times.csv', 'from_id,to_id,travel_time_p50\n001,7,12.5\n002,South,\n7,8,40\n');
    for (const files of [
      [offices, towns, matrix],
      [matrix, towns, offices],
    ]) {
      const { project, files: reports } = await importFiles(files, null, facts);
      const report = reports.find(({ file: name }) => name === 'times.csv');
      expect(report).toMatchObject({ kind: 'travel', rows: { read: 3, kept: 3, listed: 0 } });
      expect(
        project.tables.journey.map(({ origin_id, point_id, minutes, kilometres }) => [
          origin_id,
          point_id,
          minutes,
          kilometres,
        ]),
      ).toEqual([
        ['001', 'offices-7', 12.5, null],
        ['002', 'offices-8', null, null],
        ['offices-7', 'offices-8', 40, null],
      ]);
    }
  });

  test('lists each row whose place is unknown, whose number is none, or that repeats another', async () => {
    const matrix = file(
      'times.csv',
      'origin,destination,minutes\n001,7,5\n001,7,6\n009,7,5\n001,99,5\n001,8,far\n002,8,-1\n,8,1\n',
    );
    const { files } = await importFiles([offices, towns, matrix], null, facts);
    const report = files[2];
    expect(report?.rows).toEqual({ read: 7, kept: 1, listed: 6 });
    expect(report?.issues.map(({ row, code }) => [row, code])).toEqual([
      [2, 'duplicate-id'],
      [3, 'unjoined-place'],
      [4, 'unjoined-place'],
      [5, 'not-a-number'],
      [6, 'negative-number'],
      [7, 'missing-id'],
    ]);
  });

  test('asks the unit of a distance that does not say it, and counts nothing until then', async () => {
    const text = 'origin,destination,distance\n001,7,1500\n';
    const unsaid = await importFiles([offices, towns, file('m.csv', text)], null, facts);
    expect(unsaid.files[2]).toMatchObject({ rows: { read: 1, kept: 0, listed: 1 } });
    expect(unsaid.files[2]?.issues.map(({ code }) => code)).toEqual(['ambiguous-length', 'ambiguous-length']);
    for (const [lengthUnit, kilometres] of [
      ['m', 1.5],
      ['km', 1500],
    ] as const) {
      const said = await importFiles([offices, towns, file('m.csv', text, { lengthUnit })], null, facts);
      expect(said.project.tables.journey).toMatchObject([{ kilometres, minutes: null }]);
      expect(said.files[2]?.issues).toEqual([]);
    }
  });

  test('a newer matrix takes the place of the journeys it has, and of no others', async () => {
    const first = await importFiles(
      [offices, towns, file('a.csv', 'origin,destination,minutes\n001,7,5\n002,7,50\n')],
      null,
      facts,
    );
    const later = file('b.csv', 'origin,destination,minutes\n001,7,9\n');
    const { project } = await importFiles([later], first.project, facts);
    expect(project.tables.journey.map(({ origin_id, minutes }) => [origin_id, minutes])).toEqual([
      ['002', 50],
      ['001', 9],
    ]);
    expect(project.tables.source.map(({ file_name }) => file_name)).toContain('b.csv');
  });
});

test('a journey from a point to an area, by name too, stands for the way to the point, and that is said', async () => {
  const matrix = file('m.csv', 'origin,destination,minutes\n7,Aville,5\nSouth,002,6\nAville,Btown,7\n');
  const { project, files } = await importFiles([offices, towns, matrix], null, facts);
  expect(project.tables.journey.map(({ origin_id, point_id }) => [origin_id, point_id])).toEqual([
    ['001', 'offices-7'],
    ['002', 'offices-8'],
  ]);
  expect(files[2]?.rows).toEqual({ read: 3, kept: 2, listed: 1 });
  expect(files[2]?.issues.map(({ row, code, found }) => [row, code, found])).toEqual([
    [null, 'turned-journeys', '2'],
    [3, 'unjoined-place', 'Btown'],
  ]);
});
