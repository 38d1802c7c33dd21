import { coverage as measure } from '../../src/analysis/coverage.ts';
import { importFiles, type FileReport } from '../../src/import/import-files.ts';
import { UserError } from '../../src/model/errors.ts';
import { createFormat } from '../../src/model/format.ts';
import { caveatText } from '../../src/model/messages/caveats.ts';
import { coverageMessages } from '../../src/model/messages/coverage.ts';
import { issueText } from '../../src/model/messages/issues.ts';
import type { Project } from '../../src/model/project.ts';
import type { CoverageResult } from '../../src/model/results.ts';
import type { Language } from '../../src/model/text.ts';
import { defaultDetourFactor } from '../../src/model/units.ts';
import type { CoverageCommand } from './arguments.ts';
import { cliMessages } from './messages.ts';
import { analyse } from './analyse.ts';
import { readGazetteer } from './gazetteer.ts';
import { readFiles, readGraph } from './read-files.ts';
import type { CommandResult } from './run.ts';

/** `coverage`: people and communities within the cutoff of any of the points. */
export async function coverage(command: CoverageCommand, language: Language): Promise<CommandResult> {
  const { cutoff } = command;
  const project = await projectOf(command, language);
  const graph = command.graph === null ? null : await readGraph(command.graph, language);
  // A cutoff in kilometres is asked of the straight line itself; minutes need the way a road would take.
  const usual = cutoff.kind === 'minutes' || graph !== null ? defaultDetourFactor : 1;
  const points = { organizationIds: [], governments: [], serviceId: null };
  const result = await analyse(
    project,
    graph,
    { detourFactor: command.detourFactor ?? usual, limitKilometres: limitOf(project, cutoff) },
    (connector, facts) => measure(connector, { points, cutoff }, facts),
  );
  const { people, communities, caveats } = result;
  return {
    json: { people, communities: { total: communities.total, covered: communities.covered }, caveats },
    text: coverageText(result, graph !== null, language),
  };
}

/** More journeys than this are limited to those that the cutoff can count. */
const allPairsUpTo = 2_000_000;
/** Faster than any road: nobody travels farther than this in an hour, so no journey in reach is left out. */
const kilometresInAnHour = 130;

/** How long a journey can be and still matter: any for a matrix of modest size, else what the cutoff allows. */
function limitOf({ tables }: Project, cutoff: CoverageCommand['cutoff']): number {
  const points = tables.service_point.length;
  if (points * Math.max(points, tables.area.length) <= allPairsUpTo) return Infinity;
  return cutoff.kind === 'kilometres' ? cutoff.kilometres : (cutoff.minutes / 60) * kilometresInAnHour;
}

async function projectOf({ points, areas }: CoverageCommand, language: Language): Promise<Project> {
  const say = cliMessages[language];
  const pointFiles = (await readFiles(points, language)).map((file) => ({
    ...file,
    kind: 'points' as const,
  }));
  const areaFiles = (await readFiles(areas, language)).map((file) => ({ ...file, kind: 'areas' as const }));
  const facts = { importedAt: new Date().toISOString(), gazetteer: await readGazetteer(language) };
  const { project, files } = await importFiles([...pointFiles, ...areaFiles], null, facts);
  const { service_point, area } = project.tables;
  if (!service_point.some(({ lon }) => lon !== null))
    throw new UserError(because(say.noPoints(points.join(', ')), files.slice(0, points.length), language));
  if (!area.some(({ demand, lon }) => demand && lon !== null))
    throw new UserError(because(say.noAreas(areas.join(', ')), files.slice(points.length), language));
  return project;
}

/** The message, and the first reason that the files' reports give. */
function because(message: string, reports: readonly FileReport[], language: Language): string {
  const issues = reports.flatMap((report) => report.issues);
  const reason = issues.find(({ severity }) => severity === 'error') ?? issues[0];
  return reason ? `${message} ${issueText(reason, language)}` : message;
}

function coverageText(
  { question, people, communities, caveats }: CoverageResult,
  onRoads: boolean,
  language: Language,
): string {
  const words = coverageMessages[language];
  const say = cliMessages[language];
  const { integer, percent, cutoff } = createFormat(language);
  const way = onRoads ? words.way.road : words.way.estimate;
  return [
    words.caption(cutoff(question.cutoff), way, words.anyOrganization, words.anyService),
    words.answer(
      integer(people.covered),
      percent(people.total > 0 ? people.covered / people.total : 0),
      integer(communities.covered),
      integer(communities.total),
    ),
    `  ${say.labelled(words.gap, integer(people.gap))}`,
    `  ${say.labelled(words.overlap, integer(people.overlap))}`,
    say.labelled(say.caveats, caveats.length === 0 ? say.none : '').trimEnd(),
    ...caveats.map((caveat) => `  - ${caveatText(caveat, language)}`),
    '',
  ].join('\n');
}
