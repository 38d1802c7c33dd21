import { createFormat } from '../../src/model/format.ts';
import { messagesIn } from '../../src/model/messages/index.ts';
import type { Language } from '../../src/model/text.ts';
import { route, type RouteAnswer } from '../../src/network/route.ts';
import { defaultSnapKilometres } from '../../src/network/travel-types.ts';
import { networkCliMessages } from './network-messages.ts';
import type { RouteCommand } from './network-arguments.ts';
import { readGraph } from './read-files.ts';
import type { CommandResult } from './run.ts';

/** `network route`: the best way between two places. */
export async function networkRoute(command: RouteCommand, language: Language): Promise<CommandResult> {
  const graph = await readGraph(command.graph, language);
  const { from, to, objective } = command;
  const answer = route(graph, from, to, { objective, snapLimitKilometres: defaultSnapKilometres });
  const snap = (end: 'from' | 'to') => ({
    metres: metresOf(answer.snapKilometres[end]),
    onRoad: answer.onRoad[end],
  });
  const { metres = null, seconds = null, line = null } = answer.route ?? {};
  return {
    json: {
      metres: metres === null ? null : Math.round(metres * 10) / 10,
      seconds: seconds === null ? null : Math.round(seconds * 10) / 10,
      state: stateOf(answer),
      snap: { from: snap('from'), to: snap('to') },
      line,
    },
    text: routeText(answer, language),
  };
}

/** A place without any road has no distance to it. */
const metresOf = (kilometres: number) => (Number.isFinite(kilometres) ? Math.round(kilometres * 1000) : null);

function stateOf({ route: found }: RouteAnswer) {
  if (!found) return 'no road';
  return found.kind === 'road' ? 'reached' : found.kind;
}

function routeText(answer: RouteAnswer, language: Language): string {
  const say = networkCliMessages[language];
  const { decimal } = createFormat(language);
  const { route: found, snapKilometres } = answer;
  const state = messagesIn(language).domain.travelState[stateOf(answer)];
  return [
    found ? say.routed(decimal(found.metres / 1000), decimal(found.seconds / 60), state) : say.noRoute,
    say.snapped(decimal(snapKilometres.from), decimal(snapKilometres.to)),
    '',
  ].join('\n');
}
