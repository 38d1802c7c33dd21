import type { questionsOf } from './phrases.ts';
import type { Task } from './view-url.ts';

/** How far the computed state is. A failure keeps the last results standing. */
export type Phase =
  | { kind: 'starting' }
  | { kind: 'loading' }
  | { kind: 'travelling'; done: number; total: number }
  | { kind: 'computing' }
  /** `share` of the land, 0 to 1. */
  | { kind: 'drawing'; share: number }
  | { kind: 'ready' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; step: 'engine' | 'project' | 'analysis'; cause: unknown };

/** The question of each task that has one. */
export type Questions = ReturnType<typeof questionsOf>;

/** The tasks that ask the engine a question. */
export type AskedTask = keyof Questions;
const askedTasks: readonly Task[] = [
  'coverage',
  'colocation',
  'outreach',
  'distances',
  'reach',
] satisfies AskedTask[];
export const isAsked = (task: Task): task is AskedTask => askedTasks.includes(task);
