import type { Caveat } from '../../src/model/caveats.ts';
import { createFormat } from '../../src/model/format.ts';
import { caveatText } from '../../src/model/messages/caveats.ts';
import { colocationMessages } from '../../src/model/messages/colocation.ts';
import { domainWords } from '../../src/model/messages/domain.ts';
import { outreachMessages } from '../../src/model/messages/outreach.ts';
import type { Project } from '../../src/model/project.ts';
import type {
  ColocationResult,
  Journey,
  OutreachOpportunity,
  OutreachReason,
  OutreachResult,
  Score,
} from '../../src/model/results.ts';
import { nameOf, type Language } from '../../src/model/text.ts';
import { cliMessages } from './messages.ts';

const linesShown = 20;

/** The best co-locations, one a line: names, distance, score. */
export function colocationText(
  { question, opportunities, caveats }: ColocationResult,
  project: Project,
  language: Language,
): string {
  const words = colocationMessages[language];
  const { integer, cutoff } = createFormat(language);
  const name = pointNames(project, language);
  const best = opportunities.find(({ rank }) => rank !== null);
  const answer = best
    ? words.answer(integer(opportunities.length), scoreText(best.score, language))
    : opportunities.length > 0
      ? words.answerUnranked(integer(opportunities.length))
      : words.answerNone;
  const lines = opportunities.map(({ rank, score, a, b, journey }) => [
    rankText(rank, language),
    words.pair(name(a.pointId), name(b.pointId)),
    words.apart(distanceText(journey, language)),
    scoreText(score, language),
  ]);
  return report([`≤ ${cutoff(question.cutoff)}. ${answer}`], lines, caveats, language);
}

/** The communities that are owed outreach, one a line: people, distance, suggestion with its reasons, score. */
export function outreachText(
  { question, opportunities, caveats }: OutreachResult,
  project: Project,
  language: Language,
): string {
  const words = outreachMessages[language];
  const { integer, cutoff } = createFormat(language);
  const name = pointNames(project, language);
  const people = opportunities.reduce((sum, { population }) => sum + (population ?? 0), 0);
  const answer =
    opportunities.length > 0
      ? words.answer(integer(opportunities.length), integer(people))
      : words.answerNone;
  const lines = opportunities.map((one) => [
    rankText(one.rank, language),
    nameOf(one, language),
    one.population === null ? words.peopleUnknown : words.people(integer(one.population)),
    one.nearest
      ? words.nearest(name(one.nearest.pointId), distanceText(one.nearest, language))
      : words.nearestUnknown,
    suggestionText(one, language),
    scoreText(one.score, language),
  ]);
  return report([`> ${cutoff(question.cutoff)}. ${answer}`], lines, caveats, language);
}

function report(
  head: readonly string[],
  lines: readonly string[][],
  caveats: readonly Caveat[],
  language: Language,
): string {
  const say = cliMessages[language];
  const more = lines.length - linesShown;
  return [
    ...head,
    ...lines.slice(0, linesShown).map((parts) => parts.join(' · ')),
    ...(more > 0 ? [say.moreRows(createFormat(language).integer(more))] : []),
    say.labelled(say.caveats, caveats.length === 0 ? say.none : '').trimEnd(),
    ...caveats.map((caveat) => `  - ${caveatText(caveat, language)}`),
    '',
  ].join('\n');
}

function pointNames({ tables }: Project, language: Language): (id: string) => string {
  const names = new Map(tables.service_point.map((point) => [point.id, nameOf(point, language)]));
  return (id) => names.get(id) ?? id;
}

const rankText = (rank: number | null, language: Language) =>
  rank === null ? cliMessages[language].notRanked : `${rank}.`;

/** Of 100, or a word when nothing is known. */
function scoreText({ value }: Score<string>, language: Language): string {
  return value === null ? domainWords[language].mark.unknown : createFormat(language).integer(value * 100);
}

function distanceText({ kilometres, state, method }: Journey, language: Language): string {
  const words = domainWords[language];
  if (kilometres === null) return words.travelState[state];
  const distance = createFormat(language).kilometres(kilometres);
  return method === 'straight line' ? `${distance} (${words.mark.estimated})` : distance;
}

function suggestionText({ suggestion }: OutreachOpportunity, language: Language): string {
  const words = outreachMessages[language];
  const reasons = suggestion.reasons.map((reason) => reasonText(reason, language));
  return words.because(words.kind[suggestion.kind], createFormat(language).list(reasons));
}

function reasonText(reason: OutreachReason, language: Language): string {
  const words = outreachMessages[language].reason;
  const { kilometres, integer } = createFormat(language);
  switch (reason.kind) {
    case 'partner-host':
      return words['partner-host'](kilometres(reason.kilometres));
    case 'unreliable-travel':
      return words['unreliable-travel'](domainWords[language].access[reason.access]);
    case 'few-people':
      return words['few-people'](integer(reason.people));
    case 'no-host':
      return words['no-host']();
  }
}
