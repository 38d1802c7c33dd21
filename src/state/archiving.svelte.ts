import type { Project } from '../model/project.ts';
import { openThread } from '../workers/thread.ts';
import {
  buffersOf,
  sendOff,
  takeIn,
  type ArchiveAsk,
  type ArchiveEnd,
  type ArchiveStep,
} from './archive-messages.ts';
import type { Original } from './originals.ts';
import type { Archive } from './project-archive.ts';
import { ProjectRefused } from './project-manifest.ts';

/** An archive being written or read, and the share of it that is done; null while that is not known. */
export interface ArchiveWork {
  kind: ArchiveAsk['kind'];
  share: number | null;
}

/** Projects to `.guichet` files and back, in a thread of their own. A new request takes the place of the one before. */
export class Archiving {
  work = $state.raw<ArchiveWork | null>(null);
  #stop: AbortController | null = null;
  readonly #thread = openThread<ArchiveAsk>(
    () => new Worker(new URL('./archive.worker.ts', import.meta.url), { type: 'module' }),
  );

  /**
   * A project as a file; null when it was cancelled.
   * @throws ProjectRefused when it is larger than a file can be
   */
  write(project: Project, originals: readonly Original[]): Promise<Blob | null> {
    return this.#do('write', async (signal) => {
      const sent = await sendOff(project, signal);
      const end = await this.#ask({ kind: 'write', project: sent, originals }, signal, buffersOf(sent));
      return end.kind === 'written' ? end.file : null;
    });
  }

  /**
   * Reads a file, whole or not at all; null when it was cancelled.
   * @throws ProjectRefused as `readArchive`
   */
  read(file: Blob): Promise<Archive | null> {
    return this.#do('read', async (signal) => {
      const end = await this.#ask({ kind: 'read', file }, signal);
      if (end.kind !== 'read') return null;
      return { project: await takeIn(end.project, signal), originals: [...end.originals] };
    });
  }

  /** Stops what is under way. */
  cancel(): void {
    this.#stop?.abort();
  }

  async #ask(ask: ArchiveAsk, signal: AbortSignal, transfer: Transferable[] = []): Promise<ArchiveEnd> {
    const onStep = ({ done, of }: ArchiveStep) => (this.work = { kind: ask.kind, share: done / of });
    const end = await this.#thread.ask<ArchiveStep, ArchiveEnd>(ask, { signal, onStep, transfer });
    if (end.kind === 'refused') throw new ProjectRefused(end.reason, end.detail);
    return end;
  }

  async #do<Result>(
    kind: ArchiveWork['kind'],
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | null> {
    this.cancel();
    const stop = new AbortController();
    this.#stop = stop;
    this.work = { kind, share: null };
    try {
      return await work(stop.signal);
    } catch (cause) {
      if (stop.signal.aborted) return null;
      throw cause;
    } finally {
      if (this.#stop === stop) {
        [this.work, this.#stop] = [null, null];
        // A large project takes several times its size there.
        this.#thread.close();
      }
    }
  }
}
