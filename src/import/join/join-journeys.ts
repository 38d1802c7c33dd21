import { grouped } from '../../model/grouped.ts';
import type { Area, ImportedJourney, ProjectTables } from '../../model/tables.ts';
import { readAreaCode } from '../cells/area-codes.ts';
import { issue, type Findings } from '../read/findings.ts';
import { pointFinder, type PointName } from '../rows/point-drafts.ts';
import { normaliseName } from '../cells/names.ts';
import type { JourneyDraft } from '../rows/to-journeys.ts';

/** The places that a name may mean. */
interface Found {
  kind: 'area' | 'point';
  ids: readonly string[];
}

/**
 * Gives each journey its places: it begins at an area, by code or name, or at a point, and ends at a point, by id or name. A
 * journey from a point to an area stands for the way back, which is said. It takes the place of an earlier one between the
 * same two. A row is listed when a place is not in the project, or is one of several, or when an earlier row of its file is
 * about the same two places. Returns the journeys and the number of rows kept.
 */
export function joinJourneys(
  { journey, service_point }: Pick<ProjectTables, 'journey' | 'service_point'>,
  areas: ReadonlyMap<string, Area>,
  drafts: readonly JourneyDraft[],
  findings: Findings,
): { journeys: ImportedJourney[]; rows: number } {
  const find = placeFinder(pointFinder(service_point), areas);
  const added = new Map<string, ImportedJourney>();
  let turned = 0;
  for (const { origin, destination, minutes, kilometres, sourceId } of drafts) {
    const [begin, end] = [find(origin), find(destination)];
    const lost = [
      { place: origin, ids: begin.ids },
      { place: destination, ids: end.ids },
    ].find(({ ids }) => ids.length !== 1);
    const [from, to] = end.kind === 'area' ? [end, begin] : [begin, end];
    const [[origin_id], [point_id]] = [from.ids, to.ids];
    if (lost || to.kind === 'area' || origin_id === undefined || point_id === undefined) {
      const { place, ids } = lost ?? { place: destination, ids: [] };
      findings.list(unjoined(place, ids.length));
      continue;
    }
    const made = { origin_id, point_id, minutes, kilometres, source_id: sourceId };
    if (added.has(keyOf(made))) {
      const found = `${origin.text}, ${destination.text}`;
      findings.list(issue('duplicate-id', 'error', { row: origin.row, column: origin.column, found }));
      continue;
    }
    if (end.kind === 'area') turned += 1;
    added.set(keyOf(made), made);
  }
  if (turned > 0) findings.note(issue('turned-journeys', 'note', { found: `${turned}` }));
  const kept = journey.filter((one) => !added.has(keyOf(one)));
  return { journeys: [...kept, ...added.values()], rows: added.size };
}

const keyOf = ({ origin_id, point_id }: ImportedJourney) => `${origin_id}\n${point_id}`;

/** Areas by code, then points by id or name, then areas by name. A matrix names each of its places many times: answers are kept. */
function placeFinder(
  points: (name: PointName) => readonly string[],
  areas: ReadonlyMap<string, Area>,
): (name: PointName) => Found {
  const known = new Map<string, Found>();
  const named = grouped([...areas.values()], ({ name_en }) => [normaliseName(name_en)]);
  const look = (name: PointName): Found => {
    const area = areaOfCode(name, areas);
    if (area !== null) return { kind: 'area', ids: [area] };
    const ids = points(name);
    if (ids.length > 0) return { kind: 'point', ids };
    return { kind: 'area', ids: (named.get(normaliseName(name.text)) ?? []).map(({ code }) => code) };
  };
  return (name) => {
    const found = known.get(name.text) ?? look(name);
    known.set(name.text, found);
    return found;
  };
}

function areaOfCode({ text }: PointName, areas: ReadonlyMap<string, Area>): string | null {
  const key = readAreaCode(text)?.key;
  const area = (key === undefined ? undefined : areas.get(key)) ?? areas.get(`community:${text}`);
  return area?.code ?? null;
}

const unjoined = ({ row, column, text }: PointName, places: number) =>
  issue('unjoined-place', 'error', { row, column, found: text, expected: places === 0 ? null : `${places}` });
