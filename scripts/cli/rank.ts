import { colocationFacts, defaultColocationWeights, rankColocation } from '../../src/analysis/colocation.ts';
import { defaultOutreachWeights, outreachFacts, rankOutreach } from '../../src/analysis/outreach.ts';
import { UserError } from '../../src/model/errors.ts';
import type { Project } from '../../src/model/project.ts';
import { ordersOfGovernment } from '../../src/model/tables.ts';
import type { Language } from '../../src/model/text.ts';
import { defaultView, filterOf } from '../../src/state/view-url.ts';
import { analyse } from './analyse.ts';
import type { RankCommand } from './arguments.ts';
import { cliMessages } from './messages.ts';
import { colocationText, outreachText } from './rank-text.ts';
import { readProject } from './read-project.ts';
import type { CommandResult } from './run.ts';

/** `rank colocation|outreach`: the opportunities of a project by the usual weights, asked as the page asks at first. */
export async function rank(command: RankCommand, language: Language): Promise<CommandResult> {
  const { project, graph } = await readProject(command.project, language);
  const ours = whose(command.of, project, language) ?? usualOurs(project);
  const partners = filterOf(whose(command.with, project, language) ?? defaultView.partners, null);
  if (command.service !== null && !project.tables.service.some(({ id }) => id === command.service))
    throw new UserError(cliMessages[language].unknownService(command.service));
  if (command.kind === 'colocation') {
    const cutoff = command.cutoff ?? defaultView.shareCutoff;
    const question = { ours: filterOf(ours, command.service), partners, cutoff };
    const found = await analyse(project, graph, {}, (connector, _, between) =>
      colocationFacts(connector, question, between),
    );
    const result = rankColocation(found, defaultColocationWeights);
    return { json: result, text: colocationText(result, project, language) };
  }
  const cutoff = command.cutoff ?? defaultView.cutoff;
  const question = { points: filterOf(ours, command.service), partners, cutoff };
  const found = await analyse(project, graph, {}, (connector, facts) =>
    outreachFacts(connector, question, facts),
  );
  const result = rankOutreach(found, defaultOutreachWeights);
  return { json: result, text: outreachText(result, project, language) };
}

/** Choices such as `gov:federal` and `org:ID`; null when none is given. @throws UserError when one names nothing. */
function whose(
  choices: readonly string[],
  { tables }: Project,
  language: Language,
): readonly string[] | null {
  const known = new Set([
    ...ordersOfGovernment.map((government) => `gov:${government}`),
    ...tables.organization.map(({ id }) => `org:${id}`),
  ]);
  const unknown = choices.find((choice) => !known.has(choice));
  if (unknown !== undefined) throw new UserError(cliMessages[language].unknownWho(unknown));
  return choices.length > 0 ? choices : null;
}

/** As the page begins: the federal points, or any where the project has none. */
function usualOurs({ tables }: Project): readonly string[] {
  return tables.organization.some(({ government }) => government === 'federal') ? defaultView.ours : [];
}
