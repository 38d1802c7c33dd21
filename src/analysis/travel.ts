import {
  defaultSnapKilometres,
  matrixStates,
  type Locations,
  type TravelMatrix,
  type TravelOptions,
  type TravelRequest,
} from '../network/travel-types.ts';
import type { Direction } from '../model/direction.ts';
import type {
  AccessMode,
  ImportedJourney,
  ProjectTables,
  SeasonalWay,
  Travel,
  TravelMethod,
} from '../model/tables.ts';
import { defaultDetourFactor, defaultEstimateSpeed } from '../model/units.ts';
import type { AssumedOfRoads } from '../model/caveats.ts';
import type { GraphOrigin } from '../network/graph-origin.ts';
import type { Connector } from '../tables/connector.ts';
import { columnsOf } from '../tables/load-project.ts';
import { pointTravelSchema, travelBackSchema, travelSchema, type TableSchema } from '../tables/schema.ts';
import type { TravelGraph, TravelTimeClient } from '../workers/travel-time.ts';
import { limitMinutesFor, pointGroups, type TravelLimit } from './travel-limit.ts';
import { areaPlaces, pointPlaces, type Places } from './travel-places.ts';

/** What the journeys of a project rest on; every result says it. */
export interface TravelFacts {
  method: TravelMethod;
  detourFactor: number;
  estimateSpeed: number;
  /** Codes and ids of the places too far from any road of the network. */
  areasOffRoad: string[];
  pointsOffRoad: string[];
  /** Ways that counted as closed. */
  closed: readonly SeasonalWay[];
  /** Null where all journeys are there. */
  limit: TravelLimit | null;
  /** What the roads' source does not say of any line, so that it is assumed. */
  assumed: readonly AssumedOfRoads[];
}

/** How journeys are found; what is left out is as usual. */
export interface TravelSettings extends Partial<Omit<TravelOptions, 'closedKinds' | 'limitMinutes'>> {
  /** Ways that count as closed; none where it is left out. */
  closed?: readonly SeasonalWay[] | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** What the road graph says of itself: the work is guessed from it, and results say what is assumed. */
  roads?: GraphOrigin | null | undefined;
  /** Where what was found is kept for a later visit; left out, nowhere. */
  shelf?: MatrixShelf | undefined;
}

/** All that a matrix depends on but the graph. */
export type MatrixAsk = Omit<TravelRequest, 'graph'>;

/** Matrices of one graph, kept between visits. */
export interface MatrixShelf {
  /** The matrix that was found for the very same places and options; null where none is kept. */
  find: (asked: MatrixAsk) => Promise<TravelMatrix | null>;
  keep: (asked: MatrixAsk, matrix: TravelMatrix) => Promise<void>;
}

/** More journeys than this are found again at the next visit rather than kept: 26 bytes each. */
const mostShelved = 2_000_000;

/** Journeys that were found, not yet in the engine. */
export interface Journeys {
  schema: TableSchema;
  matrix: TravelMatrix;
  origins: Places;
  points: Places;
  /** Journeys that another tool found, which take the place of those of the matrix. */
  imported: readonly ImportedJourney[];
  facts: TravelFacts;
}

/**
 * Finds the journeys from every located demand area to every located point: the rows of the `travel` table. Without a
 * graph they are estimates. The engine is not asked, so that both can start at once.
 */
export async function computeTravel(
  tables: ProjectTables,
  client: TravelTimeClient,
  graph: TravelGraph,
  settings: TravelSettings = {},
): Promise<Journeys> {
  const origins = await areaPlaces(tables, settings.signal);
  const points = await pointPlaces(tables, settings.signal);
  const asked = { tables, origins, points, nearest: 2, imported: tables.journey };
  return journeys(travelSchema, client, graph, asked, settings);
}

/** The same from every point out to every area, for the `travel_back` table. Other tools' journeys lead to points: none counts. */
export async function computeTravelBack(
  tables: ProjectTables,
  client: TravelTimeClient,
  graph: TravelGraph,
  settings: TravelSettings = {},
): Promise<Journeys> {
  const origins = await areaPlaces(tables, settings.signal);
  const points = await pointPlaces(tables, settings.signal);
  const asked = { tables, origins, points, nearest: 2, imported: [], direction: 'from point' as const };
  return journeys(travelBackSchema, client, graph, asked, settings);
}

/** The same between points, for the `point_travel` table; only questions of co-location need it. */
export async function computePointTravel(
  tables: ProjectTables,
  client: TravelTimeClient,
  graph: TravelGraph,
  settings: TravelSettings = {},
): Promise<Journeys> {
  const points = await pointPlaces(tables, settings.signal);
  // One more: each is its own nearest.
  const asked = { tables, origins: points, points, nearest: 3, imported: tables.journey };
  return journeys(pointTravelSchema, client, graph, asked, settings);
}

async function journeys(
  schema: TableSchema,
  client: TravelTimeClient,
  graph: TravelGraph,
  { tables, origins, points, nearest, imported, direction }: JourneysAsked,
  { signal, onProgress, shelf, roads, closed = [], ...settings }: TravelSettings,
): Promise<Journeys> {
  const options: TravelOptions = {
    detourFactor: settings.detourFactor ?? defaultDetourFactor,
    estimateSpeed: settings.estimateSpeed ?? defaultEstimateSpeed,
    snapLimitKilometres: settings.snapLimitKilometres ?? defaultSnapKilometres,
    limitKilometres: settings.limitKilometres ?? Infinity,
    closedKinds: closed,
  };
  const limitMinutes = limitMinutesFor(origins, points, roads?.statistics.junctions ?? 0);
  const { groups, groupedBy } = pointGroups(tables, points);
  const limit = limitMinutes === Infinity ? null : { minutes: limitMinutes, nearest, groupedBy };
  const asked: MatrixAsk = {
    origins: locationsOf(origins),
    points: locationsOf(points),
    direction,
    options: { ...options, limitMinutes },
    beyond: limit ? { groups, nearest } : undefined,
  };
  const kept = await shelf?.find(asked);
  signal?.throwIfAborted();
  const matrix = kept ?? (await client.ask('matrix', { graph, ...asked }, { signal, onProgress }));
  if (!kept && matrix.origin.length <= mostShelved) await shelf?.keep(asked, matrix);
  const facts = {
    method: matrix.method,
    detourFactor: options.detourFactor,
    estimateSpeed: options.estimateSpeed,
    areasOffRoad: Array.from(matrix.originsOffRoad, (index) => origins.ids[index] ?? ''),
    pointsOffRoad: Array.from(matrix.pointsOffRoad, (index) => points.ids[index] ?? ''),
    closed,
    limit,
    assumed: roads ? assumedOf(roads) : [],
  };
  return { schema, matrix, origins, points, imported, facts };
}

function assumedOf({ warnings = {} }: GraphOrigin): AssumedOfRoads[] {
  return [
    ...(warnings['no direction column'] ? ['directions' as const] : []),
    ...(warnings['no speed column'] ? ['speeds' as const] : []),
  ];
}

interface JourneysAsked {
  tables: ProjectTables;
  origins: Places;
  points: Places;
  imported: readonly ImportedJourney[];
  /** Left out, to the points. */
  direction?: Direction;
  /** How many points of each group are found however far, where not all can be. */
  nearest: number;
}

/** What the thread needs of places. */
const locationsOf = ({ lon, lat }: Places): Locations => ({ lon, lat });

/** The page stays awake between two portions of this many journeys. */
const journeysInPortion = 20_000;

/**
 * Fills the engine's table of these journeys. A place itself is left out: a point does not travel to itself. Rejects with
 * the signal's reason when aborted, and adds nothing more then.
 */
export async function writeJourneys(
  connector: Connector,
  journeys: Journeys,
  signal?: AbortSignal,
): Promise<void> {
  const { schema } = journeys;
  await connector.replace(schema, {});
  let rows: Travel[] = [];
  const flush = async () => {
    signal?.throwIfAborted();
    await connector.append(schema, columnsOf(schema, rows));
    rows = [];
  };
  for (const row of journeyRows(journeys)) if (rows.push(row) === journeysInPortion) await flush();
  if (rows.length > 0) await flush();
}

function* journeyRows({ matrix, origins, points, imported }: Journeys): Generator<Travel> {
  const said = saidJourneys(imported, origins, points);
  for (let entry = 0; entry < matrix.origin.length; entry += 1) {
    const from = matrix.origin[entry] ?? -1;
    const [origin_id, point_id] = [origins.ids[from], points.ids[matrix.point[entry] ?? -1]];
    if (origin_id === undefined || point_id === undefined)
      throw new Error(`expected a journey between known places, got entry ${entry}`);
    if (origins === points && origin_id === point_id) continue;
    const minutes = matrix.minutes[entry] ?? NaN;
    const access = origins.access[from] ?? null;
    const own = {
      origin_id,
      point_id,
      minutes: Number.isNaN(minutes) ? null : minutes,
      kilometres: matrix.kilometres[entry] ?? null,
      ...journeyKind(matrix, entry, access),
    };
    const known = said.size === 0 ? undefined : said.get(keyOf(own));
    if (known) said.delete(keyOf(own));
    yield known ? asImported(known, own, access) : own;
  }
  if (said.size === 0) return;
  const accessById = new Map(origins.ids.map((id, index) => [id, origins.access[index] ?? null]));
  for (const known of said.values()) yield asImported(known, null, accessById.get(known.origin_id) ?? null);
}

const keyOf = ({ origin_id, point_id }: Pick<Travel, 'origin_id' | 'point_id'>) =>
  `${origin_id}\n${point_id}`;

/** The imported journeys between these places, by both. */
function saidJourneys(
  imported: readonly ImportedJourney[],
  origins: Places,
  points: Places,
): Map<string, ImportedJourney> {
  if (imported.length === 0) return new Map();
  const [from, to] = [origins, points].map(({ ids }) => new Set(ids));
  const between = imported.filter(
    ({ origin_id, point_id }) => from?.has(origin_id) && to?.has(point_id) && origin_id !== point_id,
  );
  return new Map(between.map((journey) => [keyOf(journey), journey]));
}

/** What the other tool does not say of a journey is ours, where we found one; without either number it found no way. */
function asImported(said: ImportedJourney, own: Travel | null, access: AccessMode | null): Travel {
  const { origin_id, point_id, minutes, kilometres } = said;
  const places = { origin_id, point_id, method: 'imported' as const };
  if (minutes === null && kilometres === null)
    return { ...places, minutes, kilometres, state: access === 'air' ? 'fly-in' : 'no road' };
  return {
    ...places,
    minutes: minutes ?? own?.minutes ?? null,
    kilometres: kilometres ?? own?.kilometres ?? null,
    state: 'reached',
  };
}

/** Without a road, a community known to be reached by air only is `fly-in`; its kilometres are the straight line. */
function journeyKind(
  matrix: TravelMatrix,
  entry: number,
  access: AccessMode | null,
): Pick<Travel, 'state' | 'method'> {
  const state = matrixStates[matrix.state[entry] ?? 0] ?? 'reached';
  if (state !== 'no road')
    return { state, method: matrix.direct[entry] === 1 ? 'straight line' : matrix.method };
  return { state: access === 'air' ? 'fly-in' : 'no road', method: 'straight line' };
}
