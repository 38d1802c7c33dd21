import { exportMessages } from '../model/messages/export.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/tables.ts';
import type { GraphAbout } from '../network/graph-origin.ts';

/**
 * The sources that answers of a project rest on: those of its rows, and the roads that a person brought, whose licence may
 * ask to be named (ODbL). The sources of a sample name its roads themselves.
 * @param roads those in use; null where distances are estimates
 */
export function sourcesWithRoads({ tables, graph }: Project, roads: GraphAbout | null): readonly Source[] {
  return roads && graph?.kind === 'kept' ? [...tables.source, sourceOfRoads(roads)] : tables.source;
}

function sourceOfRoads({ title, origin, licence, date, files = [], profile }: GraphAbout): Source {
  return {
    id: 'roads',
    title_en: exportMessages.en.roads(title),
    title_fr: exportMessages.fr.roads(title),
    publisher: origin,
    licence,
    reference_date: date || null,
    imported_at: null,
    file_name: files.map(({ name }) => name).join(', '),
    checksum: files.map(({ sha256 }) => sha256).join(', '),
    illustrative: false,
    note_en: profile,
    note_fr: profile,
  };
}
