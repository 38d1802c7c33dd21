/** Web Locks that a page keeps until it is closed, so that one page at a time writes a project. */
export interface PageLocks {
  /** Whether the project's lock is this page's. */
  has(id: string): boolean;
  /** Asks for the lock. False when another page has it. */
  tryHold(id: string): Promise<boolean>;
  /** Resolves when the page that has the lock was closed, and the lock is this page's. */
  waitFor(id: string): Promise<void>;
}

/** The locks of this page, by the project's id. */
export function pageLocks(): PageLocks {
  const mine = new Set<string>();
  const queued = new Map<string, Promise<void>>();
  const request = (id: string, options: LockOptions) =>
    new Promise<boolean>((resolve, reject) => {
      const untilClosed = (lock: Lock | null) => {
        if (lock) mine.add(id);
        resolve(lock !== null);
        return lock ? new Promise<void>(() => undefined) : Promise.resolve();
      };
      navigator.locks.request(`guichet-project-${id}`, options, untilClosed).catch(reject);
    });
  return {
    has: (id) => mine.has(id),
    tryHold: async (id) => mine.has(id) || request(id, { ifAvailable: true }),
    waitFor(id) {
      const waiting = queued.get(id) ?? request(id, {}).then(() => undefined);
      queued.set(id, waiting);
      return waiting;
    },
  };
}
