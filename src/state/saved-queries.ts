import type { SavedQuery } from '../model/project.ts';

/** The queries with this text under this name: in place of an earlier one of the same name, else at the end. */
export function withQuery(queries: readonly SavedQuery[], saved: SavedQuery): SavedQuery[] {
  const earlier = queries.find(({ name }) => name === saved.name);
  return earlier
    ? queries.map((query) => (query === earlier ? { ...query, sql: saved.sql } : query))
    : [...queries, saved];
}

/** The queries with one under another name. */
export const renamed = (queries: readonly SavedQuery[], id: string, name: string): SavedQuery[] =>
  queries.map((query) => (query.id === id ? { ...query, name } : query));

/** The queries without one. */
export const without = (queries: readonly SavedQuery[], id: string): SavedQuery[] =>
  queries.filter((query) => query.id !== id);
