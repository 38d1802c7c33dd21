import type { RowEdit } from '../model/decisions.ts';
import type { Issue } from '../model/issues.ts';
import { emptyTables, type Project } from '../model/project.ts';
import type { ProjectTables } from '../model/tables.ts';
import { openThread, type AskOptions, type Thread } from '../workers/thread.ts';
import {
  addRows,
  portionsOf,
  type ImportAsk,
  type ImportReview,
  type ImportStep,
  type ListedRows,
  type RowsOfTable,
} from './import-messages.ts';

type CheckAsk = Extract<ImportAsk, { kind: 'check' }>;

/** A number for each set of rows, by which a thread knows those it was told. */
const numbers = new WeakMap<ProjectTables, number>();
let lastNumber = 0;
function numberOf(tables: ProjectTables): number {
  const number = numbers.get(tables) ?? (lastNumber += 1);
  numbers.set(tables, number);
  return number;
}

/** Reading and checking files in a thread of their own: the only way the page does it. */
export interface ImportThread {
  check(
    ask: Omit<CheckAsk, 'kind' | 'into'> & { into: Project | null },
    options: AskOptions<ImportStep>,
  ): Promise<ImportReview>;
  /** The project of the last check, its rows taken in bounded portions. */
  project(): Promise<Project>;
  /** Hands over the bytes of each file that the project of the last check has rows of. */
  originals(keep: (checksum: string, blob: Blob) => void): Promise<void>;
  /** Hands over all that was found in a file, in bounded portions. */
  findings(file: string, take: (issues: readonly Issue[]) => void): Promise<void>;
  /** The changes that would mend a group of what was found in a file. */
  fixes(file: string, group: string): Promise<RowEdit[]>;
  listed(file: string): Promise<ListedRows>;
  /** The rows that joined nothing. */
  unjoined(file: string): Promise<ListedRows>;
  /** Sends the cells of files kept since an earlier visit, as steps. */
  cells(
    files: Extract<ImportAsk, { kind: 'cells' }>['files'],
    options: AskOptions<ImportStep>,
  ): Promise<void>;
  close(): void;
}

/** The thread, begun with the first request. */
export function openImportThread(): ImportThread {
  const thread = openThread<ImportAsk>(
    () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    async check({ into, ...rest }, options) {
      const ground = into && {
        project: { ...into, tables: emptyTables() },
        rows: numberOf(into.tables),
      };
      const ask: CheckAsk = { kind: 'check', ...rest, into: ground };
      // A thread that was stopped since, or never told, says that it does not know the rows.
      const check = () => thread.ask<ImportStep, ImportReview | null>(ask, options);
      const known = await check();
      if (known || !into) return reviewed(known);
      await tellRows(thread, into.tables, options.signal);
      return reviewed(await check());
    },
    async project() {
      const tables = emptyTables();
      const onStep = (step: ImportStep) => {
        if (step.kind === 'rows') addRows(tables, step);
      };
      const number = numberOf(tables);
      const project = await thread.ask<ImportStep, Project>({ kind: 'rows', number }, { onStep });
      return { ...project, tables };
    },
    async originals(keep) {
      const onStep = (step: ImportStep) => {
        if (step.kind === 'original') keep(step.checksum, step.blob);
      };
      await thread.ask<ImportStep, void>({ kind: 'originals' }, { onStep });
    },
    async findings(file, take) {
      const onStep = (step: ImportStep) => {
        if (step.kind === 'findings') take(step.issues);
      };
      await thread.ask<ImportStep, null>({ kind: 'findings', file }, { onStep });
    },
    fixes: (file, group) => thread.ask<never, RowEdit[]>({ kind: 'fixes', file, group }),
    listed: (file) => thread.ask<never, ListedRows>({ kind: 'listed', file }),
    unjoined: (file) => thread.ask<never, ListedRows>({ kind: 'unjoined', file }),
    cells: (files, options) => thread.ask<ImportStep, void>({ kind: 'cells', files }, options),
    close: () => thread.close(),
  };
}

/** Tells the rows to check against, each portion once the one before was taken: the page stays awake between two. */
async function tellRows(
  thread: Thread<ImportAsk>,
  tables: ProjectTables,
  signal: AbortSignal | undefined,
): Promise<void> {
  const number = numberOf(tables);
  const say = (part: RowsOfTable | 'begin' | 'end') =>
    thread.ask({ kind: 'ground', number, part }, { signal });
  await say('begin');
  for (const part of portionsOf(tables)) await say(part);
  await say('end');
}

function reviewed(review: ImportReview | null): ImportReview {
  if (!review) throw new Error('expected the thread to know the rows that it was told');
  return review;
}
