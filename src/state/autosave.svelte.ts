import type { Project } from '../model/project.ts';
import type { Originals } from './originals.ts';
import { pageLocks, type PageLocks } from './page-lock.ts';
import { ProjectStore, type SavedProject, type StoredProject } from './project-store.ts';
import { StorageUnavailable } from './storage-folder.ts';

/** `full`: no room is left. `unavailable`: this browser gives the page no storage. */
export type SaveFailure = 'full' | 'unavailable' | 'other';

/** How far the saving of the open project is. `nothing`: a sample, which comes with the app. `read-only`: another page writes it. */
export type SaveState =
  | { kind: 'nothing' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'read-only' }
  | { kind: 'failed'; failure: SaveFailure; cause: unknown };

/** Edits in quick succession are saved once. */
const quietMilliseconds = 500;

/**
 * Saves a person's own projects by themselves after each change; the newest state wins. A project is written by the first page
 * that opened it until that page is closed; others can look at it. A save that fails leaves the one before in storage and the
 * project in the page as they are, and is tried again with the next change.
 */
export class Autosave {
  state = $state.raw<SaveState>({ kind: 'nothing' });
  /** What is in storage, the last saved first. */
  saved = $state.raw<readonly SavedProject[]>([]);
  /** Called when a project that another page wrote can be written here: it has to be opened again first. */
  ontaken: (id: string) => void = () => undefined;

  #readOnly = $state.raw<ReadonlySet<string>>(new Set());
  readonly #waiting = new Map<string, Project>();
  /** Each project as it is in storage. */
  readonly #atRest = new Map<string, Project>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> | null = null;
  #opened: Promise<ProjectStore> | null = null;
  #lasting: Promise<boolean> | null = null;
  readonly #originals: Originals;
  readonly #locks: PageLocks = pageLocks();
  readonly #openStore: () => Promise<ProjectStore>;

  constructor(originals: Originals, openStore: () => Promise<ProjectStore> = () => ProjectStore.open()) {
    this.#originals = originals;
    this.#openStore = openStore;
  }

  #store(): Promise<ProjectStore> {
    this.#opened ??= this.#openStore().catch((cause: unknown) => {
      this.#opened = null;
      throw cause;
    });
    return this.#opened;
  }

  /** Whether the project may be changed in this page. */
  readonly mayChange = (id: string): boolean => !this.#readOnly.has(id);

  /** Whether a project of this page is not in storage as it stands. */
  get hasUnsaved(): boolean {
    return this.#waiting.size > 0 || this.#work !== null;
  }

  /** Reads anew what is in storage; nothing where there is none. */
  async list(): Promise<readonly SavedProject[]> {
    try {
      this.saved = await (await this.#store()).list();
    } catch (cause) {
      if (!(cause instanceof StorageUnavailable)) throw cause;
    }
    return this.saved;
  }

  /**
   * Reads a saved project, to be changed here or, where another page has it, to be looked at. Null when there is none.
   * @throws ProjectRefused when no save of it is whole, or a newer build wrote it
   */
  async open(id: string): Promise<StoredProject | null> {
    const store = await this.#storeIfAny();
    if (!store) return null;
    await this.flush();
    // What could not be saved is newer than what is in storage.
    const unsaved = this.#waiting.get(id);
    if (unsaved) return { project: unsaved, originals: [], earlier: false, missing: [] };
    const mine = await this.#locks.tryHold(id);
    const stored = await store.read(id);
    if (!stored) return null;
    this.#originals.add(stored.originals);
    this.#atRest.set(id, stored.project);
    if (mine) this.#readOnly = new Set([...this.#readOnly].filter((one) => one !== id));
    else this.#leave(id);
    return stored;
  }

  async #storeIfAny(): Promise<ProjectStore | null> {
    try {
      return await this.#store();
    } catch (cause) {
      if (cause instanceof StorageUnavailable) return null;
      throw cause;
    }
  }

  #leave(id: string): void {
    this.#readOnly = new Set([...this.#readOnly, id]);
    void this.#locks.waitFor(id).then(() => this.ontaken(id));
  }

  /** Tells that this project is the open one now, to be saved soon unless it is as it was saved. */
  track(project: Project): void {
    const { id, kind } = project;
    if (kind === 'sample') this.state = { kind: 'nothing' };
    else if (!this.mayChange(id)) {
      this.state = { kind: 'read-only' };
      if (this.#locks.has(id)) this.ontaken(id);
    } else if (this.#atRest.get(id) === project && !this.#waiting.has(id)) {
      if (!this.#work) this.state = { kind: 'saved', at: this.#savedAt(id) };
    } else this.#ask(project);
  }

  #ask(project: Project): void {
    this.#waiting.set(project.id, project);
    this.state = { kind: 'saving' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), quietMilliseconds);
  }

  #savedAt(id: string): string {
    return this.saved.find((project) => project.id === id)?.savedAt ?? new Date().toISOString();
  }

  /** Saves at once what waits to be saved, after the save under way. Never rejects: how it ended is in `state`. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#work ??= this.#saveAll().finally(() => (this.#work = null));
    return this.#work;
  }

  async #saveAll(): Promise<void> {
    for (let next = first(this.#waiting); next; next = first(this.#waiting)) {
      try {
        await this.#save(next);
      } catch (cause) {
        this.state = { kind: 'failed', failure: failureOf(cause), cause };
        return;
      }
    }
  }

  async #save(project: Project): Promise<void> {
    const store = await this.#store();
    if (!(await this.#locks.tryHold(project.id)))
      throw new Error(`project ${project.id} is written by another page`);
    await store.write(project, this.#originals.of(project));
    this.#atRest.set(project.id, project);
    // Asks the browser not to clear this page's storage when the disk is short; it may say no.
    this.#lasting ??= navigator.storage.persist();
    // A newer state may have come meanwhile: then that one still waits.
    if (this.#waiting.get(project.id) === project) this.#waiting.delete(project.id);
    this.saved = await store.list();
    if (this.#waiting.size === 0 && this.state.kind === 'saving')
      this.state = { kind: 'saved', at: this.#savedAt(project.id) };
  }

  /** Deletes a project from storage. False when another page has it open. */
  async remove(id: string): Promise<boolean> {
    this.#waiting.delete(id);
    await this.flush();
    const store = await this.#store();
    if (!(await this.#locks.tryHold(id))) return false;
    await store.remove(id);
    this.#atRest.delete(id);
    this.saved = await store.list();
    return true;
  }
}

const first = (waiting: ReadonlyMap<string, Project>): Project | undefined => waiting.values().next().value;

function failureOf(cause: unknown): SaveFailure {
  if (cause instanceof StorageUnavailable) return 'unavailable';
  return cause instanceof DOMException && cause.name === 'QuotaExceededError' ? 'full' : 'other';
}
