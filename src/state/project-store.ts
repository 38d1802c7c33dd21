import type { Project } from '../model/project.ts';
import { projectTableNames, type ProjectTableName } from '../model/tables.ts';
import type { Bilingual } from '../model/text.ts';
import { projectSchemas } from '../tables/schema.ts';
import type { Original } from './originals.ts';
import {
  assembleProject,
  isWhole,
  manifestText,
  ProjectRefused,
  type OriginalEntry,
  type TableEntry,
} from './project-manifest.ts';
import { isNotFound, namesIn, openStorage, readBytes, writeWhole } from './storage-folder.ts';
import { sealTable } from './seal-table.ts';
import {
  asRefusal,
  filesOf,
  firstName,
  newestFirst,
  nextManifestName,
  readManifest,
  readOriginals,
} from './stored-save.ts';
import { decodeTable } from './table-snapshot.ts';

/** A project in storage, for a list to choose from. */
export interface SavedProject {
  id: string;
  /** Null when no manifest of it can be read. */
  name: Bilingual | null;
  /** ISO date and time of its last save. */
  savedAt: string;
}

/** A project as it was read from storage, and in what state that was. */
export interface StoredProject {
  project: Project;
  originals: Original[];
  /** The newest save was damaged, and this is the one before. */
  earlier: boolean;
  /** Original files that the save names and that are not there whole. */
  missing: string[];
}

/**
 * Projects in the origin private file system, each in a folder of its own: `tables/` has a snapshot of each table, named by its
 * content, `files/` the original files, named by theirs, and a manifest is written last, so that a save is there whole or not at
 * all. The last two saves are kept. Only one page at a time may write a project (see `autosave`).
 */
export class ProjectStore {
  readonly #root: FileSystemDirectoryHandle;
  /** Snapshots that this page wrote or read whole. */
  readonly #entries = new WeakMap<readonly object[], TableEntry>();
  readonly #trusted = new Set<string>();
  /** Original files of this page's saves: undo may want them again. */
  readonly #files = new Map<string, Set<string>>();
  /** The newest manifest known to be good, by project. */
  readonly #good = new Map<string, string>();

  private constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  /** @throws StorageUnavailable */
  static async open(folder = 'projects'): Promise<ProjectStore> {
    const storage = await openStorage();
    return new ProjectStore(await storage.getDirectoryHandle(folder, { create: true }));
  }

  /** Every saved project, the last saved first. */
  async list(): Promise<SavedProject[]> {
    const ids = await namesIn(this.#root, 'directory');
    const saved = await Promise.all(ids.map((id) => this.#describe(id)));
    return saved
      .flatMap((project) => project ?? [])
      .sort((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
  }

  async #describe(id: string): Promise<SavedProject | null> {
    try {
      const folder = await this.#root.getDirectoryHandle(id);
      const names = newestFirst(await namesIn(folder));
      const [newest] = names;
      if (newest === undefined) return null;
      const { lastModified } = await (await folder.getFileHandle(newest)).getFile();
      return { id, name: await firstName(folder, names), savedAt: new Date(lastModified).toISOString() };
    } catch (cause) {
      // Another page may have deleted it, or cleaned up, since it was listed.
      if (isNotFound(cause)) return null;
      throw cause;
    }
  }

  /**
   * A project as it was last saved; null when there is none of this id.
   * @throws ProjectRefused when no save of it is whole, or the newest is of a newer build's version
   */
  async read(id: string): Promise<StoredProject | null> {
    const folder = await this.#folder(id);
    if (!folder) return null;
    for (;;) {
      const names = newestFirst(await namesIn(folder));
      const found = await this.#readFirstWhole(id, folder, names);
      if (!(found instanceof ProjectRefused)) return found;
      // The page that writes may have cleaned up what was being read: then there is a newer save.
      if (newestFirst(await namesIn(folder))[0] === names[0]) throw found;
    }
  }

  async #folder(id: string): Promise<FileSystemDirectoryHandle | null> {
    try {
      return await this.#root.getDirectoryHandle(id);
    } catch (cause) {
      // A TypeError: an id from an address that can name no folder.
      if (isNotFound(cause) || cause instanceof TypeError) return null;
      throw cause;
    }
  }

  async #readFirstWhole(
    id: string,
    folder: FileSystemDirectoryHandle,
    names: readonly string[],
  ): Promise<StoredProject | ProjectRefused | null> {
    let refusal: ProjectRefused | null = null;
    for (const name of names) {
      try {
        const stored = await this.#readSave(id, folder, name);
        this.#good.set(id, name);
        return { ...stored, earlier: refusal !== null };
      } catch (cause) {
        const found = asRefusal(cause);
        if (found.reason === 'newer') throw found;
        refusal ??= found;
      }
    }
    return refusal;
  }

  async #readSave(id: string, folder: FileSystemDirectoryHandle, name: string) {
    const manifest = await readManifest(folder, name);
    const tables = await folder.getDirectoryHandle('tables');
    const project = await assembleProject(manifest, async (entry, table) => {
      const bytes = await readBytes(tables, entry.file);
      if (!(await isWhole(bytes, entry))) throw new ProjectRefused('damaged', `${table}: not as written`);
      const rows = await decodeTable(bytes);
      this.#trusted.add(`${id}/${entry.file}`);
      this.#entries.set(rows, entry);
      return rows;
    });
    return { project, ...(await readOriginals(folder, manifest, project)) };
  }

  /**
   * Saves a project beside its save before. Tables whose rows are the very ones written before are not written again.
   * When it rejects, the saves before stand.
   */
  async write(project: Project, originals: readonly Original[]): Promise<void> {
    const folder = await this.#root.getDirectoryHandle(project.id, { create: true });
    const tables = {} as Record<ProjectTableName, TableEntry>;
    const tablesFolder = await folder.getDirectoryHandle('tables', { create: true });
    const present = new Set(await namesIn(tablesFolder));
    for (const name of projectTableNames)
      tables[name] = await this.#writeTable(project, name, tablesFolder, present);
    const kept = await this.#writeOriginals(project.id, folder, originals);
    const text = manifestText(project, tables, kept);
    const names = newestFirst(await namesIn(folder));
    const manifest = await nextManifestName(names[0], text);
    await writeWhole(folder, manifest, text);
    const before = this.#good.get(project.id);
    this.#good.set(project.id, manifest);
    // Saves that this page did not read are not its to delete.
    if (before || names.length === 0) await this.#clean(project.id, folder, [manifest, before ?? manifest]);
  }

  async #writeTable(
    project: Project,
    name: ProjectTableName,
    folder: FileSystemDirectoryHandle,
    present: ReadonlySet<string>,
  ): Promise<TableEntry> {
    const rows = project.tables[name];
    const known = this.#entries.get(rows);
    const isThere = ({ file }: TableEntry) => present.has(file) && this.#trusted.has(`${project.id}/${file}`);
    if (known && isThere(known)) return known;
    const { bytes, sha256 } = await sealTable(projectSchemas[name], rows);
    const file = `${name}-${sha256.slice(0, 16)}.arrow`;
    const entry = { file, rows: rows.length, bytes: bytes.length, sha256 };
    if (!isThere(entry)) await writeWhole(folder, file, bytes);
    this.#trusted.add(`${project.id}/${file}`);
    this.#entries.set(rows, entry);
    return entry;
  }

  async #writeOriginals(
    id: string,
    folder: FileSystemDirectoryHandle,
    originals: readonly Original[],
  ): Promise<OriginalEntry[]> {
    const files = await folder.getDirectoryHandle('files', { create: true });
    const present = new Set(await namesIn(files));
    const mine = this.#files.get(id) ?? new Set<string>();
    this.#files.set(id, mine);
    const kept: OriginalEntry[] = [];
    for (const { name, sha256, blob } of originals) {
      if (!present.has(sha256)) await writeWhole(files, sha256, blob);
      kept.push({ name, sha256, bytes: blob.size, file: sha256 });
      mine.add(sha256);
    }
    return kept;
  }

  /** Deletes what neither of the last two saves speaks of. What cannot be deleted now goes with a later save. */
  async #clean(id: string, folder: FileSystemDirectoryHandle, manifests: readonly string[]): Promise<void> {
    try {
      const wanted = await filesOf(folder, manifests);
      for (const sum of this.#files.get(id) ?? []) wanted.add(`files/${sum}`);
      for (const part of ['tables', 'files']) {
        const inner = await folder.getDirectoryHandle(part);
        for (const name of await namesIn(inner))
          if (!wanted.has(`${part}/${name}`)) await inner.removeEntry(name);
      }
      for (const name of await namesIn(folder)) if (!wanted.has(name)) await folder.removeEntry(name);
    } catch (cause) {
      if (!(cause instanceof DOMException || cause instanceof ProjectRefused)) throw cause;
    }
  }

  /** Deletes a project with all its saves and files. */
  async remove(id: string): Promise<void> {
    await this.#root.removeEntry(id, { recursive: true });
    this.#good.delete(id);
    this.#files.delete(id);
    for (const path of this.#trusted) if (path.startsWith(`${id}/`)) this.#trusted.delete(path);
  }
}
