import { projectVersion, type GraphPlace, type Project, type SavedQuery } from '../model/project.ts';
import { UserError } from '../model/errors.ts';
import type { Bilingual } from '../model/text.ts';
import { migrateProject } from './migrate-project.ts';

/** An edit is a value; applying it returns the edit that takes it back. */
export type Edit =
  | { kind: 'replace-project'; project: Project }
  | { kind: 'rename'; name: Bilingual }
  | { kind: 'set-graph'; graph: GraphPlace | null }
  | { kind: 'set-queries'; queries: readonly SavedQuery[] };

/** The result of `edit` on `project`, and its reverse. */
export function applyEdit(project: Project, edit: Edit): { project: Project; reverse: Edit } {
  switch (edit.kind) {
    case 'replace-project':
      return { project: edit.project, reverse: { kind: 'replace-project', project } };
    case 'rename':
      return { project: { ...project, name: edit.name }, reverse: { kind: 'rename', name: project.name } };
    case 'set-graph':
      return {
        project: { ...project, graph: edit.graph },
        reverse: { kind: 'set-graph', graph: project.graph },
      };
    case 'set-queries':
      return {
        project: { ...project, queries: edit.queries },
        reverse: { kind: 'set-queries', queries: project.queries },
      };
  }
}

/**
 * Reads the saved form of a project.
 * @throws UserError when it is not a project or is of a version this build does not know.
 */
export function parseProject(text: string): Project {
  const value = JSON.parse(text) as Partial<Project>;
  if (value.format !== 'guichet-project') throw new UserError('not a Guichet project');
  const project = migrateProject(value);
  if (!project)
    throw new UserError(
      `project version ${String(value.version)}, this build reads versions up to ${projectVersion}`,
    );
  return project;
}

/** What an edit did, in a word that the page has in both languages. */
export type Change = 'another-project' | 'data' | 'rename' | 'queries' | 'roads';

function changeOf({ kind }: Edit, before: Project, after: Project): Change {
  if (kind === 'rename') return 'rename';
  if (kind === 'set-queries') return 'queries';
  if (kind === 'set-graph') return 'roads';
  return before.id === after.id ? 'data' : 'another-project';
}

/** An edit that was made: what it did, and what takes it back. */
interface Done {
  reverse: Edit;
  change: Change;
}

/** What the page asks before a change, and what it does when one is refused. */
export interface ProjectRules {
  /** Whether a project may be changed in this page; another page may be the one that writes it. */
  mayChange: (id: string) => boolean;
  /** Says that a change was refused. */
  onrefused: () => void;
}

/** What a person's data is, with undo. Projects are replaced whole and never changed in place. */
export class ProjectState {
  current = $state.raw<Project | null>(null);
  #undo = $state.raw<Done[]>([]);
  #redo = $state.raw<Done[]>([]);
  readonly canUndo = $derived(this.#undo.length > 0);
  readonly canRedo = $derived(this.#redo.length > 0);
  /** What undo would take back, and redo do again. */
  readonly nextUndo = $derived(this.#undo.at(-1)?.change ?? null);
  readonly nextRedo = $derived(this.#redo.at(-1)?.change ?? null);
  readonly #rules: ProjectRules;

  constructor(rules: ProjectRules) {
    this.#rules = rules;
  }

  /** Opens a project afresh: there is nothing to undo yet. */
  open(project: Project): void {
    this.current = project;
    this.#undo = [];
    this.#redo = [];
  }

  /** Makes an edit that can be undone. False when it was refused. */
  edit(edit: Edit): boolean {
    const done = this.#apply(edit);
    if (!done) return false;
    this.#undo = [...this.#undo, done];
    this.#redo = [];
    return true;
  }

  /** Takes the last edit back. Says what was undone, or null when nothing was. */
  undo(): Change | null {
    const done = this.#undo.at(-1);
    const reverse = done && this.#apply(done.reverse);
    if (!reverse) return null;
    this.#undo = this.#undo.slice(0, -1);
    this.#redo = [...this.#redo, reverse];
    return done.change;
  }

  /** Does again what was undone last. Says what it was, or null when there was nothing. */
  redo(): Change | null {
    const done = this.#redo.at(-1);
    const reverse = done && this.#apply(done.reverse);
    if (!reverse) return null;
    this.#redo = this.#redo.slice(0, -1);
    this.#undo = [...this.#undo, reverse];
    return done.change;
  }

  /** Leaving a project that another page writes is no change of it. */
  #apply(edit: Edit): Done | null {
    const before = this.current;
    if (!before) return null;
    const { project, reverse } = applyEdit(before, edit);
    if (project.id === before.id && !this.#rules.mayChange(project.id)) {
      this.#rules.onrefused();
      return null;
    }
    this.current = project;
    return { reverse, change: changeOf(edit, before, project) };
  }
}
