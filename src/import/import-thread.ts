import type { RowEdit } from '../model/decisions.ts';
import type { Issue } from '../model/issues.ts';
import type { Project } from '../model/project.ts';
import type { ProjectTableName, ProjectTables } from '../model/tables.ts';
import { openThread, type AskOptions } from '../workers/thread.ts';
import type { ImportAsk, ImportReview, ImportStep, ListedRows } from './import-messages.ts';

/** Reading and checking files in a thread of their own: the only way the page does it. */
export interface ImportThread {
  check(
    ask: Omit<Extract<ImportAsk, { kind: 'check' }>, 'kind'>,
    options: AskOptions<ImportStep>,
  ): Promise<ImportReview>;
  /** The project of the last check, its rows taken in bounded portions. */
  project(): Promise<Project>;
  /** Hands over the bytes of each file that the project of the last check has rows of. */
  originals(keep: (checksum: string, bytes: Uint8Array) => Promise<void>): Promise<void>;
  /** Hands over all that was found in a file, in bounded portions. */
  findings(file: string, take: (issues: readonly Issue[]) => void): Promise<void>;
  /** The changes that would mend a group of what was found in a file. */
  fixes(file: string, group: string): Promise<RowEdit[]>;
  listed(file: string): Promise<ListedRows>;
  /** Sends the cells of files kept since an earlier visit, as steps. */
  cells(
    files: Extract<ImportAsk, { kind: 'cells' }>['files'],
    options: AskOptions<ImportStep>,
  ): Promise<void>;
  close(): void;
}

export function openImportThread(): ImportThread {
  const thread = openThread<ImportAsk>(
    () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    check: (ask, options) => thread.ask<ImportStep, ImportReview>({ kind: 'check', ...ask }, options),
    async project() {
      const rows = new Map<ProjectTableName, object[]>();
      const onStep = (step: ImportStep) => {
        if (step.kind !== 'rows') return;
        const arrived = rows.get(step.table) ?? [];
        for (const row of step.rows) arrived.push(row);
        rows.set(step.table, arrived);
      };
      const project = await thread.ask<ImportStep, Project>({ kind: 'rows' }, { onStep });
      const arrived = Object.fromEntries(rows) as Partial<ProjectTables>;
      return { ...project, tables: { ...project.tables, ...arrived } };
    },
    async originals(keep) {
      const kept: Promise<void>[] = [];
      const onStep = (step: ImportStep) => {
        if (step.kind === 'original') kept.push(keep(step.checksum, step.bytes));
      };
      await thread.ask<ImportStep, void>({ kind: 'originals' }, { onStep });
      await Promise.all(kept);
    },
    async findings(file, take) {
      const onStep = (step: ImportStep) => {
        if (step.kind === 'findings') take(step.issues);
      };
      await thread.ask<ImportStep, null>({ kind: 'findings', file }, { onStep });
    },
    fixes: (file, group) => thread.ask<never, RowEdit[]>({ kind: 'fixes', file, group }),
    listed: (file) => thread.ask<never, ListedRows>({ kind: 'listed', file }),
    cells: (files, options) => thread.ask<ImportStep, void>({ kind: 'cells', files }, options),
    close: () => thread.close(),
  };
}
