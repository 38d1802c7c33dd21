import { newProjectId } from '../import/join/new-project.ts';
import type { Project } from '../model/project.ts';
import { ProjectRefused } from './project-manifest.ts';
import type { Session } from './session.ts';

/** Looks at the whole of another project: what was asked of the one before may name what this one does not have. */
export function lookAtAll({ view }: Pick<Session, 'view'>): void {
  Object.assign(view.view, { ours: [], partners: [], service: null, selection: null });
}

/** Puts another project in place of the open one, which undo brings back. */
export function showProject(project: Project, session: Pick<Session, 'view' | 'project'>): void {
  if (session.project.current) session.project.edit({ kind: 'replace-project', project });
  else session.project.open(project);
  lookAtAll(session);
}

/** Says why a project was not opened, in the reader's language. */
export function sayRefusal(cause: unknown, { view, notices }: Pick<Session, 'view' | 'notices'>): void {
  const { app, archive } = view.messages;
  const text = cause instanceof ProjectRefused ? archive.refused[cause.reason] : app.projectFailed;
  notices.say('error', text, cause);
}

/**
 * Opens a `.guichet` file as a project of its own in this browser, and says how it went. The project that was open is unchanged
 * when the file is refused or its reading cancelled, and undo brings it back otherwise. `now` is an ISO date and time.
 */
export async function openArchive(
  file: Blob,
  session: Pick<Session, 'view' | 'project' | 'originals' | 'archiving' | 'notices'>,
  now = new Date().toISOString(),
): Promise<boolean> {
  const { view, originals, archiving, notices } = session;
  try {
    const archive = await archiving.read(file);
    if (!archive) return false;
    originals.add(archive.originals);
    showProject({ ...archive.project, id: newProjectId(now), kind: 'own' }, session);
    notices.say('success', view.messages.archive.opened(archive.project.name[view.view.language]));
    return true;
  } catch (cause) {
    sayRefusal(cause, session);
    return false;
  }
}

/** The open project as a `.guichet` file, named after it; null when its writing was cancelled. */
export async function projectFile(
  project: Project,
  { view, originals, archiving }: Pick<Session, 'view' | 'originals' | 'archiving'>,
): Promise<File | null> {
  const file = await archiving.write(project, originals.of(project));
  const name = project.name[view.view.language].replace(/[\\/<>:"|?*\p{Cc}]/gu, ' ').trim() || 'guichet';
  return file && new File([file], `${name}.guichet`, { type: file.type });
}
