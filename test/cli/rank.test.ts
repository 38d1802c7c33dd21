import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import type { ColocationResult, OutreachResult } from '../../src/model/results.ts';
import { textFile } from '../import/read.ts';
import { guichet, guichetJson } from './guichet.ts';

const offices = [
  'id,name,organization,government,staff,annual visits,lon,lat',
  'f1,Federal one,Federal office,federal,2,1000,-65,46.00',
  'f2,Federal two,Federal office,federal,8,9000,-65,46.50',
  'm1,Town hall,Town of Pine,municipal,2,500,-65,46.01',
  'm2,Library,Town of Pine,municipal,9,9500,-65,46.53',
];
const areas = [
  'code,name,population,lon,lat',
  'a,Near,900,-65,46.02',
  'b,Far,400,-65,47.50',
  'c,Farther and more,4000,-65,48.00',
];

let folder = '';
const project = () => join(folder, 'project.json');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-'));
  const files = [textFile(offices.join('\n'), 'offices.csv'), textFile(areas.join('\n'), 'areas.csv')];
  const imported = await importFiles(files, null, { importedAt: '2026-11-02T12:00:00Z' });
  writeFileSync(project(), JSON.stringify(imported.project));
  writeFileSync(join(folder, 'other.json'), '{"format": "other"}');
  writeFileSync(join(folder, 'newer.json'), JSON.stringify({ ...imported.project, version: 99 }));
  writeFileSync(
    join(folder, 'astray.json'),
    JSON.stringify({ ...imported.project, graph: { kind: 'served', path: 'gone.graph' } }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('co-location: the closer, smaller, quieter pair is best', () => {
  const { opportunities, caveats } = guichetJson<ColocationResult>(
    'rank',
    'colocation',
    '--project',
    project(),
  );
  expect(opportunities.map(({ id, rank }) => [id, rank])).toEqual([
    ['federal-office-f1~town-of-pine-m1', 1],
    ['federal-office-f2~town-of-pine-m2', 2],
  ]);
  expect(caveats.map(({ kind }) => kind)).toContain('no-leases');
});

test('outreach: communities beyond the limit, more people and farther first', () => {
  const { opportunities } = guichetJson<OutreachResult>('rank', 'outreach', '--project', project());
  expect(opportunities.map(({ areaCode }) => areaCode)).toEqual(['c', 'b']);
});

test('whose points, and how far, may be said', () => {
  const ask = ['rank', 'outreach', '--project', project(), '--of', 'gov:municipal', '--cutoff-km', '1'];
  const { question, opportunities } = guichetJson<OutreachResult>(...ask);
  expect(question.points.governments).toEqual(['municipal']);
  expect(opportunities.map(({ areaCode }) => areaCode)).toContain('a');
});

test('for a person, in both languages', () => {
  const english = guichet(['rank', 'colocation', '--project', project()]).stdout;
  expect(english).toContain('1. · Federal one with Town hall');
  const french = guichet(['rank', 'outreach', '--project', project(), '--lang', 'fr']).stdout;
  expect(french).toMatch(/1\. · Farther and more · 4\s000 personnes/);
});

test.each([
  [['--project', 'other.json'], 'is not a Guichet project'],
  [['--project', 'newer.json'], 'is of version 99'],
  [['--project', 'astray.json'], 'there is no file'],
  [['--project', 'project.json', '--of', 'gov:galactic'], '“gov:galactic” is no order of government'],
  [['--project', 'project.json', '--service', 'haircut'], 'no service “haircut”'],
])('%j is a mistake', ([option = '', file = '', ...more], words) => {
  const { stdout, stderr, status } = guichet(['rank', 'colocation', option, join(folder, file), ...more]);
  expect(stderr).toContain(words);
  expect([status, stdout]).toEqual([2, '']);
});
