import { getContext, setContext } from 'svelte';
import { Notices } from './notices.svelte.ts';
import { ProjectState } from './project.svelte.ts';
import { Results } from './results.svelte.ts';
import { ViewState } from './view.svelte.ts';

/** The three kinds of state of one open page, and its notices. */
export interface Session {
  view: ViewState;
  project: ProjectState;
  results: Results;
  notices: Notices;
}

const key = Symbol('session');

/** Makes the page's session and hands it to every component below. Call once, in the root component. */
export function createSession(): Session {
  const notices = new Notices();
  const session = { view: new ViewState(), project: new ProjectState(), results: new Results(), notices };
  setContext(key, session);
  return session;
}

/** The session of the page; only inside a component below the root. */
export function getSession(): Session {
  return getContext<Session>(key);
}
