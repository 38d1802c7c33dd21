import { projectVersion, type Project } from '../model/project.ts';

/** A saved project of any version, before it is known to be one of this build's. */
type Saved = Record<string, unknown> & { version: number };

/** What takes a project of each version to the next. */
const steps: Readonly<Record<number, (saved: Saved) => Saved>> = {
  1: (saved) => ({ ...saved, version: 2, mappings: [], queries: [] }),
  2: (saved) => {
    const tables = saved['tables'] as { service_point: readonly object[] };
    const service_point = tables.service_point.map((point) => ({ ...point, location_doubt: false }));
    return { ...saved, version: 3, tables: { ...tables, service_point, journey: [] } };
  },
  3: ({ graph: path, ...saved }) => ({
    ...saved,
    version: 4,
    graph: path === null ? null : { kind: 'served', path },
  }),
  4: (saved) => ({ ...saved, version: 5, tables: { ...(saved['tables'] as object), waiting: [] } }),
};

/** The project in this build's version, or null when its version is none that this build knows. */
export function migrateProject(value: Readonly<Record<string, unknown>>): Project | null {
  let saved = value as Saved;
  for (let step = steps[saved.version]; step; step = steps[saved.version]) saved = step(saved);
  return saved.version === projectVersion ? (saved as unknown as Project) : null;
}
