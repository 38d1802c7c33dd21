import { emptyTables, projectVersion, type Project } from '../../src/model/project.ts';
import type { Source } from '../../src/model/tables.ts';
import { area, organization, point } from '../analysis/projects.ts';

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title_en: id,
  title_fr: null,
  publisher: null,
  licence: null,
  reference_date: null,
  imported_at: null,
  file_name: null,
  checksum: null,
  illustrative: false,
  note_en: null,
  note_fr: null,
  ...more,
});

/** A project of a person's own with one row or two where rows matter. */
export function ownProject(more: Partial<Project> = {}): Project {
  return {
    format: 'guichet-project',
    version: projectVersion,
    id: 'own-1',
    name: { en: 'North', fr: 'Nord' },
    kind: 'own',
    notice: null,
    asOf: '2026-10-01',
    bounds: [-70, 44, -60, 48],
    graph: null,
    mappings: [],
    queries: [],
    tables: {
      ...emptyTables(),
      organization: [organization('F')],
      service_point: [point('001', { name_fr: 'Centre « d’été » de O’Brien', lon: null, lat: null })],
      area: [area('001', { population: null }), area('002', { population: 0 })],
      source: [source('test')],
    },
    ...more,
  };
}
