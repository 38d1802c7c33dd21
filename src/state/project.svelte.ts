import { projectVersion, type Project } from '../model/project.ts';
import { UserError } from '../model/errors.ts';
import { migrateProject } from './migrate-project.ts';

/** An edit is a value; applying it returns the edit that takes it back. */
export type Edit = { kind: 'replace-project'; project: Project };

/** The result of `edit` on `project`, and its reverse. */
export function applyEdit(project: Project, edit: Edit): { project: Project; reverse: Edit } {
  switch (edit.kind) {
    case 'replace-project':
      return { project: edit.project, reverse: { kind: 'replace-project', project } };
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

/** What a person's data is, with undo. Projects are replaced whole and never changed in place. */
export class ProjectState {
  current = $state.raw<Project | null>(null);
  #undo = $state.raw<Edit[]>([]);
  #redo = $state.raw<Edit[]>([]);
  readonly canUndo = $derived(this.#undo.length > 0);
  readonly canRedo = $derived(this.#redo.length > 0);

  /** Opens a project afresh: there is nothing to undo yet. */
  open(project: Project): void {
    this.current = project;
    this.#undo = [];
    this.#redo = [];
  }

  /** Makes an edit that can be undone. */
  edit(edit: Edit): void {
    const reverse = this.#apply(edit);
    if (!reverse) return;
    this.#undo = [...this.#undo, reverse];
    this.#redo = [];
  }

  undo(): void {
    const edit = this.#undo.at(-1);
    const reverse = edit && this.#apply(edit);
    if (!reverse) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#redo = [...this.#redo, reverse];
  }

  redo(): void {
    const edit = this.#redo.at(-1);
    const reverse = edit && this.#apply(edit);
    if (!reverse) return;
    this.#redo = this.#redo.slice(0, -1);
    this.#undo = [...this.#undo, reverse];
  }

  #apply(edit: Edit): Edit | null {
    if (!this.current) return null;
    const { project, reverse } = applyEdit(this.current, edit);
    this.current = project;
    return reverse;
  }
}
