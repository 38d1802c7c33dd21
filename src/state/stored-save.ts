import { sha256Of } from '../model/checksum.ts';
import type { Project } from '../model/project.ts';
import type { Bilingual } from '../model/text.ts';
import { filesWanted, type Original } from './originals.ts';
import { parseManifest, ProjectRefused, type Manifest } from './project-manifest.ts';
import { isNotFound, readBytes } from './storage-folder.ts';

/** Manifests are numbered by save, and carry their own sum: `manifest-12-<16 letters>.json`. */
const manifestName = /^manifest-(\d+)-([0-9a-f]{16})\.json$/;
const generationOf = (name: string) => Number(manifestName.exec(name)?.[1] ?? 0);
const sumOf = async (bytes: Uint8Array) => (await sha256Of(bytes)).slice(0, 16);

/** The manifests among the files of a project's folder. */
export const newestFirst = (names: readonly string[]) =>
  names.filter((name) => manifestName.test(name)).sort((a, b) => generationOf(b) - generationOf(a));

/** A name for a manifest that is newer than the newest there is. */
export async function nextManifestName(newest: string | undefined, text: string): Promise<string> {
  return `manifest-${generationOf(newest ?? '') + 1}-${await sumOf(new TextEncoder().encode(text))}.json`;
}

/** @throws ProjectRefused when it is not as it was written */
export async function readManifest(folder: FileSystemDirectoryHandle, name: string): Promise<Manifest> {
  const bytes = await readBytes(folder, name);
  if ((await sumOf(bytes)) !== manifestName.exec(name)?.[2])
    throw new ProjectRefused('damaged', `${name} is not as written`);
  return parseManifest(new TextDecoder().decode(bytes));
}

/** The project's name by the first of these manifests that can be read. */
export async function firstName(
  folder: FileSystemDirectoryHandle,
  names: readonly string[],
): Promise<Bilingual | null> {
  for (const name of names) {
    try {
      return (await readManifest(folder, name)).name;
    } catch (cause) {
      asRefusal(cause);
    }
  }
  return null;
}

/** Paths of the files that these saves speak of, their manifests with them. @throws as `readManifest` */
export async function filesOf(
  folder: FileSystemDirectoryHandle,
  manifests: readonly string[],
): Promise<Set<string>> {
  const paths = new Set<string>(manifests);
  for (const name of manifests) {
    const { tables, originals } = await readManifest(folder, name);
    for (const { file } of Object.values(tables)) paths.add(`tables/${file}`);
    for (const { file } of originals) paths.add(`files/${file}`);
  }
  return paths;
}

/** What a damaged save throws, as a refusal; anything else is thrown on. */
export function asRefusal(cause: unknown): ProjectRefused {
  if (cause instanceof ProjectRefused) return cause;
  if (isNotFound(cause)) return new ProjectRefused('damaged', 'a file of the save is missing', { cause });
  throw cause;
}

/** The original files that belong to the project, and the names of those that are not there whole. */
export async function readOriginals(folder: FileSystemDirectoryHandle, manifest: Manifest, project: Project) {
  const originals: Original[] = [];
  const missing: string[] = [];
  const wanted = filesWanted(project);
  const named = manifest.originals.filter(({ sha256 }) => wanted.has(sha256));
  const files = named.length > 0 ? await folder.getDirectoryHandle('files') : null;
  for (const { name, sha256, file, bytes } of named) {
    const blob = files && (await fileOrNull(files, file));
    if (blob?.size === bytes) originals.push({ name, sha256, blob });
    else missing.push(name);
  }
  return { originals, missing };
}

async function fileOrNull(folder: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (cause) {
    if (isNotFound(cause)) return null;
    throw cause;
  }
}
