import { expect, test } from 'vitest';
import { provenanceNotes, sourceLines } from '../../src/export/notes.ts';
import { sourcesWithRoads } from '../../src/export/road-source.ts';
import { newProject } from '../../src/import/join/new-project.ts';

const roads = {
  title: 'malta',
  origin: 'OpenStreetMap',
  licence: 'ODbL 1.0; © OpenStreetMap contributors',
  date: '2016-11-09',
  profile: 'Car: 90 % of stated limits',
  files: [{ name: 'malta.osm.pbf', sha256: 'ab12' }],
};
const project = newProject({ en: 'Mine', fr: 'Le mien' }, '2026-11-29T00:00:00Z');
const own = { ...project, graph: { kind: 'kept' as const, name: 'malta.graph', sha256: 'cd34' } };

test('roads of one’s own are a source of every answer, with their licence', () => {
  expect(provenanceNotes({ sources: sourcesWithRoads(own, roads) }, 'en')).toEqual([
    'Source: Roads (malta); publisher OpenStreetMap; licence ODbL 1.0; © OpenStreetMap contributors; reference date 2016-11-09; file malta.osm.pbf; SHA-256 ab12; Car: 90 % of stated limits',
  ]);
  expect(sourceLines(sourcesWithRoads(own, { ...roads, date: '' }), 'fr')).toEqual([
    'Source\u00a0: Routes (malta); OpenStreetMap; ODbL 1.0; © OpenStreetMap contributors',
  ]);
});

test('without roads, and in a sample, which names its own, nothing is added', () => {
  expect(sourcesWithRoads(own, null)).toEqual([]);
  const sample = { ...project, graph: { kind: 'served' as const, path: 'corridor.graph' } };
  expect(sourcesWithRoads(sample, roads)).toEqual([]);
});
