import { getContext, setContext } from 'svelte';
import { Archiving } from './archiving.svelte.ts';
import { Autosave } from './autosave.svelte.ts';
import { FileTables } from './file-tables.svelte.ts';
import { Geocoding } from './geocoding.svelte.ts';
import { Importer } from './importer.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Originals } from './originals.ts';
import { ProjectState } from './project.svelte.ts';
import { RoadImport } from './road-import.svelte.ts';
import { Results } from './results.svelte.ts';
import { Routes } from './routes.svelte.ts';
import { SqlConsole } from './sql-console.svelte.ts';
import { ViewState } from './view.svelte.ts';

/** The three kinds of state of one open page, the files on their way in, and the page's notices. */
export interface Session {
  view: ViewState;
  project: ProjectState;
  /** What keeps a person's projects in this browser, and the files that their rows came from. */
  autosave: Autosave;
  originals: Originals;
  archiving: Archiving;
  results: Results;
  routes: Routes;
  fileTables: FileTables;
  importer: Importer;
  roads: RoadImport;
  geocoding: Geocoding;
  sqlConsole: SqlConsole;
  notices: Notices;
}

const key = Symbol('session');

/** Makes the page's session and hands it to every component below. Call once, in the root component. */
export function createSession(): Session {
  const view = new ViewState();
  const notices = new Notices();
  const originals = new Originals();
  const results = new Results(() => view.view, originals);
  const fileTables = new FileTables(() => results.start());
  const autosave = new Autosave(originals);
  const session = {
    view,
    project: new ProjectState({
      mayChange: autosave.mayChange,
      onrefused: () => notices.say('error', view.messages.archive.refusedEdit),
    }),
    autosave,
    originals,
    archiving: new Archiving(),
    results,
    routes: new Routes(results, (cause) => notices.say('error', view.messages.map.routeFailed, cause)),
    fileTables,
    importer: new Importer(fileTables, originals),
    roads: new RoadImport(originals),
    geocoding: new Geocoding(),
    sqlConsole: new SqlConsole(() => results.start()),
    notices,
  };
  setContext(key, session);
  return session;
}

/** The session of the page; only inside a component below the root. */
export function getSession(): Session {
  return getContext<Session>(key);
}
