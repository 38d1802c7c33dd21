import type { Journey, PointDistance } from '../../model/results.ts';
import { pointName } from '../../state/catalogue.ts';
import type { Column } from '../../ui/table-columns.ts';
import type { Wording } from '../colocation/colocation-text.ts';
import { journeyColumns } from '../coverage/coverage-columns.ts';

/** "12.3 km, 15 min", or why there is none. */
export function journeyInWords(journey: Journey | null, { messages, format }: Wording): string {
  if (!journey) return messages.distances.backUnknown;
  const { minutes, kilometres, state } = journey;
  if (minutes === null || kilometres === null) return messages.domain.travelState[state];
  return messages.distances.measure(format.kilometres(kilometres), format.minutes(minutes));
}

/** The table twin of the distances on the map. */
export function distanceColumns({ catalogue, messages, format, language }: Wording): Column<PointDistance>[] {
  const { distances: words, coverage, domain } = messages;
  const name = (id: string) => pointName(catalogue, id, language);
  const written = (value: number | null | undefined, write: (value: number) => string) =>
    value === null || value === undefined ? '' : write(value);
  return [
    {
      key: 'from',
      label: words.fromPoint,
      value: ({ fromId }) => name(fromId),
      text: ({ fromId }) => name(fromId),
    },
    {
      key: 'place',
      label: words.place,
      align: 'end',
      value: ({ place }) => place,
      text: ({ place }) => format.integer(place),
    },
    {
      key: 'to',
      label: words.toPoint,
      value: ({ journey }) => name(journey.pointId),
      text: ({ journey }) => name(journey.pointId),
    },
    ...journeyColumns<PointDistance>(({ journey }) => journey, coverage, domain, format),
    {
      key: 'back_kilometres',
      label: words.backDistance,
      align: 'end',
      value: ({ back }) => back?.kilometres ?? null,
      text: ({ back }) => written(back?.kilometres, format.kilometres),
      mark: ({ back }) => (back?.method === 'straight line' ? 'estimated' : null),
    },
    {
      key: 'back_minutes',
      label: words.backTime,
      align: 'end',
      value: ({ back }) => back?.minutes ?? null,
      text: ({ back }) => written(back?.minutes, format.minutes),
    },
  ];
}
