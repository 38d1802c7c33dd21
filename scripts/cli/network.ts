import type { Language } from '../../src/model/text.ts';
import type { NetworkCommand } from './network-arguments.ts';
import { networkBuild } from './network-build.ts';
import { networkIsochrone } from './network-isochrone.ts';
import { networkMatrix } from './network-matrix.ts';
import { networkRoute } from './network-route.ts';
import type { CommandResult } from './run.ts';

/** `network`: a road graph, and what is asked of one. */
export function network(command: NetworkCommand, language: Language): Promise<CommandResult> {
  switch (command.task) {
    case 'build':
      return networkBuild(command, language);
    case 'route':
      return networkRoute(command, language);
    case 'matrix':
      return networkMatrix(command, language);
    case 'isochrone':
      return networkIsochrone(command, language);
  }
}
