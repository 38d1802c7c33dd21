import type { Journey, OutreachOpportunity, OutreachReason } from '../../model/results.ts';
import { nameOf } from '../../model/text.ts';
import { pointName } from '../../state/catalogue.ts';
import { figureColumn, kilometresColumn, wordColumn, type Column } from '../../ui/table-columns.ts';
import { estimatedMark } from '../frame/journey-columns.ts';
import type { Wording } from '../frame/wording.ts';
import { rankColumns } from '../ranking/rank-columns.ts';
import type { RankedOpportunity } from '../ranking/RankingPanel.svelte';

/** A community in words, for the ranked list and its explanation. */
export function communityInWords(row: OutreachOpportunity, wording: Wording): RankedOpportunity {
  const { catalogue, messages, format, language } = wording;
  const words = messages.outreach;
  const people = row.population === null ? words.peopleUnknown : words.people(format.integer(row.population));
  const { host } = row;
  return {
    id: row.areaCode,
    rank: row.rank,
    title: nameOf(row, language),
    subtitle: [people, words.kind[row.suggestion.kind]].join(' · '),
    score: row.score,
    illustrative: host !== null && Boolean(catalogue.points.get(host.pointId)?.illustrative),
    estimated: row.nearest?.method === 'straight line',
    lines: [
      words.because(
        words.kind[row.suggestion.kind],
        format.list(row.suggestion.reasons.map((reason) => reasonInWords(reason, wording))),
      ),
      host ? `${words.host}: ${pointName(catalogue, host.pointId, language)}` : words.noHost,
      row.kilometresSaved === null ? words.savedUnknown : words.saved(format.kilometres(row.kilometresSaved)),
    ],
    evidence: {
      people: [people],
      need: [needInWords(row, wording)],
      distance: [nearestInWords(row.nearest, wording)],
    },
  };
}

function reasonInWords(reason: OutreachReason, { messages, format }: Wording): string {
  const { reason: words } = messages.outreach;
  switch (reason.kind) {
    case 'partner-host':
      return words['partner-host'](format.kilometres(reason.kilometres));
    case 'unreliable-travel':
      return words['unreliable-travel'](messages.domain.access[reason.access].toLocaleLowerCase());
    case 'few-people':
      return words['few-people'](format.integer(reason.people));
    case 'no-host':
      return words['no-host']();
  }
}

function needInWords({ need }: OutreachOpportunity, { messages, format }: Wording): string {
  if (need.length === 0) return messages.outreach.needUnknown;
  const names: Partial<Record<string, string>> = messages.domain.indicator;
  const parts = need.map(
    ({ indicator, value }) => `${names[indicator] ?? indicator} ${format.percent(value)}`,
  );
  return messages.outreach.needKnown(format.list(parts));
}

/** A journey that cannot be made still has its straight line, said as such by its state. */
function nearestInWords(nearest: Journey | null, { catalogue, messages, format, language }: Wording): string {
  if (!nearest || nearest.kilometres === null) return messages.outreach.nearestUnknown;
  const name = pointName(catalogue, nearest.pointId, language);
  const state = messages.domain.travelState[nearest.state].toLocaleLowerCase();
  return messages.outreach.nearest(name, `${format.kilometres(nearest.kilometres)} (${state})`);
}

/** The table twin of the communities on the map. */
export function outreachColumns({
  catalogue,
  messages,
  format,
  language,
}: Wording): Column<OutreachOpportunity>[] {
  const words = messages.outreach;
  const hostName = ({ host }: OutreachOpportunity) =>
    host ? pointName(catalogue, host.pointId, language) : null;
  return [
    ...rankColumns<OutreachOpportunity>(words, format),
    wordColumn('name', words.community, (row) => nameOf(row, language)),
    figureColumn('population', words.population, ({ population }) => population, format.integer),
    wordColumn('kind', words.kindColumn, ({ suggestion }) => words.kind[suggestion.kind]),
    { key: 'host', label: words.hostColumn, value: hostName, text: (row) => hostName(row) ?? words.noHost },
    kilometresColumn('saved', words.savedColumn, ({ kilometresSaved }) => kilometresSaved, format),
    kilometresColumn(
      'nearest',
      words.distanceColumn,
      ({ nearest }) => nearest?.kilometres ?? null,
      format,
      ({ nearest }) => estimatedMark(nearest),
    ),
    {
      key: 'state',
      label: messages.coverage.state,
      value: ({ nearest }) => nearest?.state ?? null,
      text: ({ nearest }) => (nearest ? messages.domain.travelState[nearest.state] : ''),
    },
  ];
}
