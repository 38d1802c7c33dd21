import type { Mapping } from './decisions.ts';
import type { Bilingual } from './text.ts';
import type { ProjectTables } from './tables.ts';

/** The version of the saved form below. A change to it adds a migration step in `state/`. */
export const projectVersion = 5;

/**
 * A project as it is saved: what a person's data is, nothing computed. Samples are projects too, so they take
 * the same way in as anyone's file, on the screen and from the command line.
 */
export interface Project {
  format: 'guichet-project';
  version: typeof projectVersion;
  id: string;
  name: Bilingual;
  /** `sample` projects are replaced, not extended, by the first file a person drops. */
  kind: 'sample' | 'own';
  /** A sentence shown wherever rows of this project are shown, or null when nothing in it is invented. */
  notice: Bilingual | null;
  /** ISO date against which leases and visits are read; the clock is never asked. */
  asOf: string;
  /** [west, south, east, north] to open the map on. */
  bounds: [number, number, number, number];
  /** The road graph; null where there is none, and distances are estimates. */
  graph: GraphPlace | null;
  tables: ProjectTables;
  /** How files were read, offered again to their next release. */
  mappings: readonly Mapping[];
  /** Questions in SQL that a person kept. */
  queries: readonly SavedQuery[];
}

/**
 * Where a project's road graph is: served with the app, at a path relative to the project's file; or a file of the
 * person's own, kept with the project's other files and known by its bytes.
 */
export type GraphPlace = { kind: 'served'; path: string } | { kind: 'kept'; name: string; sha256: string };

/** A question in SQL over the project's tables, by the name a person gave it. */
export interface SavedQuery {
  id: string;
  name: string;
  sql: string;
}

/** Empty tables, for a new project and for tests that fill only what they need. */
export function emptyTables(): ProjectTables {
  return {
    source: [],
    organization: [],
    service: [],
    service_point: [],
    tenure: [],
    offering: [],
    area: [],
    indicator: [],
    journey: [],
    waiting: [],
  };
}
