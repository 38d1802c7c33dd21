import type { Project } from '../model/project.ts';

/** A file that rows of a project came from, known by its bytes: `sha256` is the `checksum` of the rows' source. */
export interface Original {
  name: string;
  sha256: string;
  blob: Blob;
}

/** Sums of the files that belong to a project: those that its rows came from, and its roads where they are a file. */
export function filesWanted({ tables, graph }: Project): Set<string | null> {
  const wanted = new Set(tables.source.map(({ checksum }) => checksum));
  if (graph?.kind === 'kept') wanted.add(graph.sha256);
  return wanted;
}

/** The original files of the page: those imported, and those of projects opened. A blob may be on disk. */
export class Originals {
  readonly #bySum = new Map<string, Original>();

  add(originals: readonly Original[]): void {
    for (const original of originals) this.#bySum.set(original.sha256, original);
  }

  /** A file by its bytes' sum; undefined where this page does not have it. */
  find(sha256: string): Original | undefined {
    return this.#bySum.get(sha256);
  }

  /** The bytes of files that a project's rows came from, as the import hands them over. */
  take({ tables }: Project, checksum: string, blob: Blob): void {
    const source = tables.source.find((source) => source.checksum === checksum);
    if (source?.file_name) this.add([{ name: source.file_name, sha256: checksum, blob }]);
  }

  /** The files that belong to a project, once each. */
  of(project: Project): Original[] {
    const wanted = filesWanted(project);
    return [...this.#bySum.values()].filter(({ sha256 }) => wanted.has(sha256));
  }
}
