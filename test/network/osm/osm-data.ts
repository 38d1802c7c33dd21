import type { OsmFile } from '../../../src/network/osm/osm.ts';
import { memberTypes } from '../../../src/network/osm/osm.ts';

/** OpenStreetMap data as plain objects: what tests write to files and read back. */
export interface OsmData {
  nodes: PlainNode[];
  ways: PlainWay[];
  relations: PlainRelation[];
}

export type PlainTags = readonly (readonly [key: string, value: string])[];

export interface PlainNode {
  id: number;
  lonE7: number;
  latE7: number;
  tags: PlainTags;
}

export interface PlainWay {
  id: number;
  refs: readonly number[];
  tags: PlainTags;
  /** Milliseconds since 1970. */
  edited?: number;
}

export interface PlainRelation {
  id: number;
  members: readonly { type: (typeof memberTypes)[number]; id: number; role: string }[];
  tags: PlainTags;
}

/** The data without what a reader tells of the whole file only. */
export const withoutEdits = (data: OsmData): OsmData => ({
  ...data,
  ways: data.ways.map(({ id, refs, tags }) => ({ id, refs, tags })),
});

/** Everything in a file, through the reader: nodes of runs, with the tags of those that have some. */
export function readAll(osm: OsmFile): OsmData {
  const nodes = new Map<number, PlainNode>();
  const data: OsmData = { nodes: [], ways: [], relations: [] };
  osm.read({
    nodes: ({ ids, lonE7, latE7 }) =>
      ids.forEach((id, at) => {
        const again = nodes.get(id);
        nodes.set(id, { id, lonE7: lonE7[at] ?? NaN, latE7: latE7[at] ?? NaN, tags: again?.tags ?? [] });
      }),
    node: {
      keys: 'all',
      see: ({ id, lonE7, latE7, tags }) => {
        if (!nodes.has(id)) throw new Error(`node ${id} was in no run`);
        nodes.set(id, { id, lonE7, latE7, tags: tags.entries() });
      },
    },
    way: {
      keys: 'all',
      see: ({ id, refs, tags }) => data.ways.push({ id, refs: [...refs], tags: tags.entries() }),
    },
    relation: {
      keys: 'all',
      see: ({ id, members: { types, ids, roles }, tags }) =>
        data.relations.push({
          id,
          members: roles.map((role, at) => ({
            type: memberTypes[types[at] ?? 0] ?? 'node',
            id: ids[at] ?? NaN,
            role,
          })),
          tags: tags.entries(),
        }),
    },
  });
  return { ...data, nodes: [...nodes.values()] };
}
