import type { Format } from '../../model/format.ts';
import type { Messages } from '../../model/messages/index.ts';
import type { ColocationOpportunity, ColocationParty } from '../../model/results.ts';
import { nameOf, type Language } from '../../model/text.ts';
import type { Project } from '../../model/project.ts';
import { pointName, type Catalogue } from '../../state/catalogue.ts';
import type { Column } from '../../ui/table-columns.ts';
import { journeyColumns } from '../coverage/coverage-columns.ts';
import type { RankedOpportunity } from '../ranking/RankingPanel.svelte';

/** What the texts of a ranking are written from. */
export interface Wording {
  project: Project;
  catalogue: Catalogue;
  messages: Messages;
  format: Format;
  language: Language;
}

/** A pair of points in words, for the ranked list and its explanation. */
export function pairInWords(pair: ColocationOpportunity, wording: Wording): RankedOpportunity {
  const { catalogue, messages, format, language } = wording;
  const words = messages.colocation;
  const [a, b] = [pair.a, pair.b].map(({ pointId }) => pointName(catalogue, pointId, language));
  return {
    id: pair.id,
    rank: pair.rank,
    title: words.pair(a ?? '', b ?? ''),
    subtitle: [words.apart(distance(pair, wording)), windowInWords(pair, wording)].join(' · '),
    score: pair.score,
    illustrative: [pair.a, pair.b].some(({ pointId }) => catalogue.points.get(pointId)?.illustrative),
    estimated: pair.journey.method === 'straight line',
    lines: pair.window && pair.window.months > 0 ? [words.decideBy(format.date(pair.window.decideBy))] : [],
    evidence: {
      proximity: [words.apart(distance(pair, wording))],
      lease: [
        windowInWords(pair, wording),
        ...parties(pair, wording, (party) => tenureInWords(party, wording)),
      ],
      volume: parties(pair, wording, ({ annualVisits }) =>
        annualVisits === null ? messages.app.notKnown : words.visits(format.integer(annualVisits)),
      ),
      staff: parties(pair, wording, ({ staff }) =>
        staff === null ? messages.app.notKnown : words.staffOf(format.decimal(staff)),
      ),
      services: [sharedInWords(pair, wording), words.otherServices(format.integer(pair.otherServices))],
    },
  };
}

function distance({ journey }: ColocationOpportunity, { format, messages }: Wording): string {
  const parts = [
    journey.kilometres === null ? null : format.kilometres(journey.kilometres),
    journey.minutes === null ? null : format.minutes(journey.minutes),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : messages.app.notKnown;
}

function windowInWords({ window }: ColocationOpportunity, { messages, format }: Wording): string {
  const words = messages.colocation;
  if (!window) return words.windowUnknown;
  if (window.gapMonths > 0) return words.windowMissed(format.integer(window.gapMonths));
  if (window.end === null) return words.windowOpen(format.month(window.start));
  return words.window(format.month(window.start), format.month(window.end));
}

const tenureInWords = ({ tenure, expiryDate }: ColocationParty, { messages, format }: Wording) => {
  if (tenure === 'owned') return messages.colocation.owned;
  return expiryDate === null ? messages.app.notKnown : messages.colocation.expires(format.date(expiryDate));
};

/** One line for each side, with its name. */
const parties = (
  { a, b }: ColocationOpportunity,
  { catalogue, language }: Wording,
  say: (party: ColocationParty) => string,
) => [a, b].map((party) => `${pointName(catalogue, party.pointId, language)} (${say(party)})`);

function sharedInWords(
  { sharedServices }: ColocationOpportunity,
  { project, messages, format, language }: Wording,
) {
  if (sharedServices.length === 0) return messages.colocation.noSharedServices;
  const names = project.tables.service
    .filter(({ id }) => sharedServices.includes(id))
    .map((service) => nameOf(service, language));
  return messages.colocation.sharedServices(format.list(names));
}

/** The table twin of the pairs on the map. */
export function colocationColumns(wording: Wording): Column<ColocationOpportunity>[] {
  const { catalogue, messages, format, language } = wording;
  const words = messages.colocation;
  const name = (party: ColocationParty) => pointName(catalogue, party.pointId, language);
  const least = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length > 0 ? Math.min(...known) : null;
  };
  const figure = (value: number | null) => (value === null ? '' : format.decimal(value));
  const score = ({ score }: ColocationOpportunity) => score.value;
  return [
    {
      key: 'rank',
      label: words.rank,
      align: 'end',
      value: (row) => row.rank,
      text: (row) => (row.rank === null ? '–' : format.integer(row.rank)),
    },
    {
      key: 'score',
      label: words.score,
      align: 'end',
      value: score,
      text: (row) => (row.score.value === null ? '' : format.integer(row.score.value * 100)),
    },
    { key: 'a', label: words.a, value: (row) => name(row.a), text: (row) => name(row.a) },
    { key: 'b', label: words.b, value: (row) => name(row.b), text: (row) => name(row.b) },
    ...journeyColumns<ColocationOpportunity>(
      ({ journey }) => journey,
      messages.coverage,
      messages.domain,
      format,
    ),
    {
      key: 'months',
      label: words.months,
      align: 'end',
      value: (row) => row.window?.months ?? null,
      text: (row) => figure(row.window?.months ?? null),
    },
    {
      key: 'visits',
      label: words.visitsColumn,
      align: 'end',
      value: (row) => least([row.a.annualVisits, row.b.annualVisits]),
      text: (row) => figure(least([row.a.annualVisits, row.b.annualVisits])),
    },
    {
      key: 'shared',
      label: words.sharedColumn,
      align: 'end',
      value: (row) => row.sharedServices.length,
      text: (row) => format.integer(row.sharedServices.length),
    },
  ];
}
