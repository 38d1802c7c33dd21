import type { ImportFacts } from '../import/import-files.ts';
import type { DroppedFile, ImportReview, ImportStep } from '../import/import-messages.ts';
import { openImportThread, type ImportThread } from '../import/import-thread.ts';
import { mappingOf } from '../import/columns/mapping.ts';
import type { Decisions, Mapping, Reading, RowEdit } from '../model/decisions.ts';
import type { Issue } from '../model/issues.ts';
import type { Project } from '../model/project.ts';
import type { FileTable, FileTables } from './file-tables.svelte.ts';
import type { Originals } from './originals.ts';

/** The file at work, and how many there are. */
export type ImportProgress = Extract<ImportStep, { kind: 'progress' }>;

type AllDecisions = Readonly<Record<string, Decisions>>;

/** What the files are checked against. */
export interface ImportGround {
  into: Project | null;
  facts: ImportFacts;
}

/**
 * Files on their way in: dropped, read, shown, corrected, checked again, accepted or discarded. Nothing of the project
 * changes before they are accepted. Every correction can be taken back.
 */
export class Importer {
  review = $state.raw<ImportReview | null>(null);
  progress = $state.raw<ImportProgress | null>(null);
  /**
   * The files of the drop whose own cells the engine has, once each however often they were read: they can be looked at
   * while their rows are checked.
   */
  readable = $state.raw<readonly Pick<FileTable, 'file' | 'rows'>[]>([]);
  #past = $state.raw<readonly AllDecisions[]>([]);
  decisions = $state.raw<AllDecisions>({});
  readonly canTakeBack = $derived(this.#past.length > 0);
  /** Whether a person said how a file is to be read. */
  readonly corrected = $derived(
    Object.values(this.decisions).some((decisions) => Object.keys(readingOf(decisions)).length > 0),
  );

  #thread: ImportThread = openImportThread();
  #drop = 0;
  #files: readonly DroppedFile[] = [];
  #ground: ImportGround | null = null;
  #stop: AbortController | null = null;
  readonly #tables: FileTables;
  readonly #originals: Originals;

  constructor(tables: FileTables, originals: Originals) {
    this.#tables = tables;
    this.#originals = originals;
  }

  /** The files in hand, as they were dropped. */
  get files(): readonly DroppedFile[] {
    return this.#files;
  }

  /** Reads and checks files. Rejects when their reading failed as a whole; a cancel is silent. */
  async open(files: readonly DroppedFile[], ground: ImportGround): Promise<void> {
    this.discard();
    this.#drop += 1;
    this.#files = files;
    this.#ground = ground;
    await this.#check();
  }

  /** Corrects how a file is read, and checks all files again. */
  async decide(file: string, change: Partial<Decisions>): Promise<void> {
    const before = this.decisions;
    this.#past = [...this.#past, before];
    this.decisions = { ...before, [file]: { ...before[file], ...change } };
    await this.#check();
  }

  /** Makes changes to rows of a file; of two changes to a row the later one holds. */
  async mend(file: string, edits: readonly RowEdit[]): Promise<void> {
    await this.decide(file, { edits: [...(this.decisions[file]?.edits ?? []), ...edits] });
  }

  /** Makes all changes that are suggested for a group of what was found in a file. */
  async mendGroup(file: string, group: string): Promise<void> {
    await this.mend(file, await this.#thread.fixes(file, group));
  }

  /** Takes the last correction back. */
  async takeBack(): Promise<void> {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.decisions = before;
    await this.#check();
  }

  /**
   * Hands over the project with the rows of the last check; the files are in hand no longer. With `remember`, what a person
   * said of how they are read is kept as mappings. The files are checked again where they were held against another project.
   */
  async accept(remember: boolean, into: Project | null, take: (project: Project) => void): Promise<void> {
    if (this.#ground && this.#ground.into !== into) {
      this.#ground = { ...this.#ground, into };
      await this.#check();
    }
    const project = await this.#thread.project();
    await this.#thread.originals((checksum, blob) => this.#originals.take(project, checksum, blob));
    const mappings = remember ? this.#mappings() : [];
    const known = project.mappings.filter(({ id }) => !mappings.some((mapping) => mapping.id === id));
    take({ ...project, mappings: [...known, ...mappings] });
    // Not before: their cells in the engine are the project's now, and would be read again.
    this.discard();
  }

  #mappings(): Mapping[] {
    return (this.review?.files ?? []).flatMap((file) => {
      const reading = readingOf(this.decisions[file.file] ?? {});
      return Object.keys(reading).length > 0 ? [mappingOf(file.file, file.header, reading)] : [];
    });
  }

  /** All that was found in a file, in the order of its rows. */
  async findings(file: string): Promise<Issue[]> {
    const found: Issue[] = [];
    await this.#thread.findings(file, (issues) => found.push(...issues));
    return found;
  }

  listed(file: string) {
    return this.#thread.listed(file);
  }

  unjoined(file: string) {
    return this.#thread.unjoined(file);
  }

  /** Stops the reading. What was shown stays. */
  cancel(): void {
    this.#stop?.abort();
  }

  /** Forgets the files in hand. */
  discard(): void {
    this.cancel();
    this.review = null;
    this.readable = [];
    this.decisions = {};
    this.#past = [];
    this.#files = [];
  }

  async #take(step: Extract<ImportStep, { kind: 'cells' }>): Promise<void> {
    await this.#tables.take(step);
    const others = this.readable.filter(({ file }) => file !== step.file);
    this.readable = [...others, { file: step.file, rows: step.rows }];
  }

  async #check(): Promise<void> {
    const ground = this.#ground;
    if (!ground) return;
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const arriving: Promise<void>[] = [];
    this.progress = { kind: 'progress', index: 0, of: this.#files.length, file: '' };
    try {
      const review = await this.#thread.check(
        { drop: this.#drop, files: this.#files, decisions: $state.snapshot(this.decisions), ...ground },
        {
          signal: stop.signal,
          onStep: (step) => {
            if (step.kind === 'progress') this.progress = step;
            if (step.kind === 'cells') arriving.push(this.#take(step));
          },
        },
      );
      await Promise.all(arriving);
      if (!stop.signal.aborted) this.review = review;
    } catch (cause) {
      if (!stop.signal.aborted) throw cause;
    } finally {
      if (this.#stop === stop) [this.progress, this.#stop] = [null, null];
    }
  }
}

/** What was said of how a file is read, without what is true of this release alone: its date, and changes to its rows. */
function readingOf(decisions: Decisions): Reading {
  const reading = { ...decisions };
  delete reading.edits;
  delete reading.referenceDate;
  delete reading.encoding;
  return reading;
}
