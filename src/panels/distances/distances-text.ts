import type { Journey, PointDistance } from '../../model/results.ts';
import { pointName } from '../../state/catalogue.ts';
import {
  figureColumn,
  kilometresColumn,
  minutesColumn,
  wordColumn,
  type Column,
} from '../../ui/table-columns.ts';
import { estimatedMark, journeyColumns, travelledKilometres } from '../frame/journey-columns.ts';
import type { Wording } from '../frame/wording.ts';

/** "12.3 km, 15 min", or why there is none. */
export function journeyInWords(journey: Journey | null, { messages, format }: Wording): string {
  if (!journey) return messages.distances.backUnknown;
  const { minutes, kilometres, state } = journey;
  if (minutes === null || kilometres === null) return messages.domain.travelState[state];
  return messages.distances.measure(format.kilometres(kilometres), format.minutes(minutes));
}

/** The table twin of the distances on the map. */
export function distanceColumns(wording: Wording): Column<PointDistance>[] {
  const { catalogue, messages, format, language } = wording;
  const words = messages.distances;
  const name = (id: string) => pointName(catalogue, id, language);
  return [
    wordColumn('from', words.fromPoint, ({ fromId }) => name(fromId)),
    figureColumn('place', words.place, ({ place }) => place, format.integer),
    wordColumn('to', words.toPoint, ({ journey }) => name(journey.pointId)),
    ...journeyColumns<PointDistance>(({ journey }) => journey, wording),
    kilometresColumn(
      'back_kilometres',
      words.backDistance,
      ({ back }) => travelledKilometres(back),
      format,
      ({ back }) => estimatedMark(back),
    ),
    minutesColumn('back_minutes', words.backTime, ({ back }) => back?.minutes ?? null, format),
  ];
}
