import type { NetworkAnswer, RoadFile } from '../../workers/network-build.ts';
import { openThread, type AskOptions } from '../../workers/thread.ts';

/** Makes road graphs of the line files of national road networks, in a thread of their own. */
export interface LineNetworkBuilder {
  /** Steps are the share done, 0 to 1. */
  build(files: readonly RoadFile[], options: AskOptions<number>): Promise<NetworkAnswer>;
  close(): void;
}

export function openLineNetworkBuilder(): LineNetworkBuilder {
  const thread = openThread<readonly RoadFile[]>(
    () => new Worker(new URL('./line-network.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    build: (files, options) => thread.ask<number, NetworkAnswer>(files, options),
    close: () => thread.close(),
  };
}
