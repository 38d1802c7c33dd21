import type { ColocationOpportunity, ColocationParty } from '../../model/results.ts';
import { nameOf } from '../../model/text.ts';
import { pointName } from '../../state/catalogue.ts';
import { figureColumn, wordColumn, type Column } from '../../ui/table-columns.ts';
import { journeyColumns } from '../frame/journey-columns.ts';
import type { Wording } from '../frame/wording.ts';
import { rankColumns } from '../ranking/rank-columns.ts';
import type { RankedOpportunity } from '../ranking/RankingPanel.svelte';

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
  return [
    ...rankColumns<ColocationOpportunity>(words, format),
    wordColumn('a', words.a, ({ a }) => name(a)),
    wordColumn('b', words.b, ({ b }) => name(b)),
    ...journeyColumns<ColocationOpportunity>(({ journey }) => journey, wording),
    figureColumn('months', words.months, ({ window }) => window?.months ?? null, format.decimal),
    figureColumn(
      'visits',
      words.visitsColumn,
      ({ a, b }) => leastKnown([a.annualVisits, b.annualVisits]),
      format.decimal,
    ),
    figureColumn('shared', words.sharedColumn, ({ sharedServices }) => sharedServices.length, format.integer),
  ];
}

function leastKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
