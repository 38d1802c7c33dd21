import type { Project } from '../model/project.ts';
import { decodeGraph } from '../network/graph-file.ts';
import type { RoadGraph } from '../network/road-graph.ts';
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

/** Reads the road graph a project names, relative to the folder of the samples; null where it names none. */
export async function openGraph(project: Project, signal?: AbortSignal): Promise<RoadGraph | null> {
  if (project.graph === null) return null;
  const response = await get(new URL(project.graph, new URL('samples/', document.baseURI)).href, signal);
  return decodeGraph(new Uint8Array(await response.arrayBuffer()));
}
