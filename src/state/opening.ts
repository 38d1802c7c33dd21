import { UserError } from '../model/errors.ts';
import type { GraphPlace, Project } from '../model/project.ts';
import type { GraphFile } from '../workers/travel-time.ts';
import type { Originals } from './originals.ts';
import { parseProject } from './project.svelte.ts';

/** The embedded samples, by the id used in the address. */
export const samples = ['corridor', 'nwt'] as const;
export type SampleId = (typeof samples)[number];

async function get(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI), signal ? { signal } : {});
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response;
}

/** Reads an embedded sample. */
export async function openSample(id: SampleId, signal?: AbortSignal): Promise<Project> {
  return parseProject(await (await get(`samples/${id}.json`, signal)).text());
}

/**
 * The file of a project's road graph: a served one by its path from the folder of the samples, a person's own from the files
 * kept with the project. Null where it has none. Reading it throws a `UserError` where it is not there any more.
 */
export function graphFileOf(graph: Project['graph'], originals: Originals): GraphFile | null {
  if (graph === null) return null;
  return {
    read: async () => new Uint8Array(await (await stored(graph, originals)).arrayBuffer()),
    sha256: graph.kind === 'kept' ? graph.sha256 : undefined,
  };
}

function stored(graph: GraphPlace, originals: Originals): Promise<Response> | Blob {
  if (graph.kind === 'served') return get(new URL(graph.path, new URL('samples/', document.baseURI)).href);
  const kept = originals.find(graph.sha256);
  if (!kept) throw new UserError(`${graph.name} is not kept with this project any more`);
  return kept.blob;
}
