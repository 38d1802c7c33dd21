import {
  defaultSnapKilometres,
  matrixStates,
  type Locations,
  type TravelMatrix,
  type TravelOptions,
} from '../network/travel-types.ts';
import type { AccessMode, ImportedJourney, ProjectTables, Travel, TravelMethod } from '../model/tables.ts';
import { defaultDetourFactor, defaultEstimateSpeed } from '../model/units.ts';
import type { Connector } from '../tables/connector.ts';
import { columnsOf } from '../tables/load-project.ts';
import { pointTravelSchema, travelSchema, type TableSchema } from '../tables/schema.ts';
import type { TravelGraph, TravelTimeClient } from '../workers/travel-time.ts';

/** What the journeys of a project rest on; every result says it. */
export interface TravelFacts {
  method: TravelMethod;
  detourFactor: number;
  estimateSpeed: number;
  /** Codes and ids of the places too far from any road of the network. */
  areasOffRoad: string[];
  pointsOffRoad: string[];
}

export interface TravelSettings extends Partial<TravelOptions> {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** More pairs than this are limited to journeys of `limitKilometres`; a browser holds them all up to here. */
const allPairsUpTo = 2_000_000;
const limitKilometres = 300;

/** Journeys that were found, not yet in the engine. */
export interface Journeys {
  schema: TableSchema;
  matrix: TravelMatrix;
  origins: readonly Place[];
  points: readonly Place[];
  /** Journeys that another tool found, which take the place of those of the matrix. */
  imported: readonly ImportedJourney[];
  facts: TravelFacts;
}

/** A located demand area or point of service; `access` is null for points. */
interface Place {
  id: string;
  lon: number;
  lat: number;
  access: AccessMode | null;
}

/**
 * Finds the journeys from every located demand area to every located point: the rows of the `travel` table. Without a
 * graph they are estimates. The engine is not asked, so that both can start at once.
 */
export function computeTravel(
  tables: ProjectTables,
  client: TravelTimeClient,
  graph: TravelGraph,
  settings: TravelSettings = {},
): Promise<Journeys> {
  const { journey } = tables;
  return journeys(
    travelSchema,
    client,
    graph,
    { origins: areaPlaces(tables), points: pointPlaces(tables), journey },
    settings,
  );
}

/** The same between points, for the `point_travel` table; only questions of co-location need it. */
export function computePointTravel(
  tables: ProjectTables,
  client: TravelTimeClient,
  graph: TravelGraph,
  settings: TravelSettings = {},
): Promise<Journeys> {
  const points = pointPlaces(tables);
  return journeys(
    pointTravelSchema,
    client,
    graph,
    { origins: points, points, journey: tables.journey },
    settings,
  );
}

function areaPlaces({ area }: ProjectTables): Place[] {
  const places: Place[] = [];
  for (const { code, demand, lon, lat, access } of area)
    if (demand && lon !== null && lat !== null) places.push({ id: code, lon, lat, access });
  return inOrder(places);
}

function pointPlaces({ service_point }: ProjectTables): Place[] {
  const places: Place[] = [];
  for (const { id, lon, lat } of service_point)
    if (lon !== null && lat !== null) places.push({ id, lon, lat, access: null });
  return inOrder(places);
}

/** By id, so that the order of rows leaves no trace. */
const inOrder = (places: Place[]) => places.sort((a, b) => (a.id < b.id ? -1 : 1));

async function journeys(
  schema: TableSchema,
  client: TravelTimeClient,
  graph: TravelGraph,
  { origins, points, journey: imported }: Places,
  { signal, onProgress, ...settings }: TravelSettings,
): Promise<Journeys> {
  const options: TravelOptions = {
    detourFactor: settings.detourFactor ?? defaultDetourFactor,
    estimateSpeed: settings.estimateSpeed ?? defaultEstimateSpeed,
    snapLimitKilometres: settings.snapLimitKilometres ?? defaultSnapKilometres,
    limitKilometres:
      settings.limitKilometres ??
      (origins.length * points.length > allPairsUpTo ? limitKilometres : Infinity),
  };
  const request = { graph, origins: locationsOf(origins), points: locationsOf(points), options };
  const matrix = await client.ask('matrix', request, { signal, onProgress });
  const facts = {
    method: matrix.method,
    detourFactor: options.detourFactor,
    estimateSpeed: options.estimateSpeed,
    areasOffRoad: Array.from(matrix.originsOffRoad, (index) => origins[index]?.id ?? ''),
    pointsOffRoad: Array.from(matrix.pointsOffRoad, (index) => points[index]?.id ?? ''),
  };
  return { schema, matrix, origins, points, imported, facts };
}

interface Places {
  origins: readonly Place[];
  points: readonly Place[];
  journey: readonly ImportedJourney[];
}

function locationsOf(places: readonly Place[]): Locations {
  const [lon, lat] = [new Float64Array(places.length), new Float64Array(places.length)];
  places.forEach((place, index) => ([lon[index], lat[index]] = [place.lon, place.lat]));
  return { lon, lat };
}

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
    const origin = origins[matrix.origin[entry] ?? -1];
    const point = points[matrix.point[entry] ?? -1];
    if (!origin || !point) throw new Error(`expected a journey between known places, got entry ${entry}`);
    if (origins === points && origin.id === point.id) continue;
    const minutes = matrix.minutes[entry] ?? NaN;
    const own = {
      origin_id: origin.id,
      point_id: point.id,
      minutes: Number.isNaN(minutes) ? null : minutes,
      kilometres: matrix.kilometres[entry] ?? null,
      ...journeyKind(matrix, entry, origin),
    };
    const known = said.size === 0 ? undefined : said.get(keyOf(own));
    if (known) said.delete(keyOf(own));
    yield known ? asImported(known, own, origin) : own;
  }
  if (said.size === 0) return;
  const byId = new Map(origins.map((origin) => [origin.id, origin]));
  for (const known of said.values()) yield asImported(known, null, byId.get(known.origin_id));
}

const keyOf = ({ origin_id, point_id }: Pick<Travel, 'origin_id' | 'point_id'>) =>
  `${origin_id}\n${point_id}`;

/** The imported journeys between these places, by both. */
function saidJourneys(
  imported: readonly ImportedJourney[],
  origins: readonly Place[],
  points: readonly Place[],
): Map<string, ImportedJourney> {
  if (imported.length === 0) return new Map();
  const [from, to] = [origins, points].map((places) => new Set(places.map(({ id }) => id)));
  const between = imported.filter(
    ({ origin_id, point_id }) => from?.has(origin_id) && to?.has(point_id) && origin_id !== point_id,
  );
  return new Map(between.map((journey) => [keyOf(journey), journey]));
}

/** What the other tool does not say of a journey is ours, where we found one; without either number it found no way. */
function asImported(said: ImportedJourney, own: Travel | null, origin: Place | undefined): Travel {
  const { origin_id, point_id, minutes, kilometres } = said;
  const places = { origin_id, point_id, method: 'imported' as const };
  if (minutes === null && kilometres === null)
    return { ...places, minutes, kilometres, state: origin?.access === 'air' ? 'fly-in' : 'no road' };
  return {
    ...places,
    minutes: minutes ?? own?.minutes ?? null,
    kilometres: kilometres ?? own?.kilometres ?? null,
    state: 'reached',
  };
}

/** Without a road, a community known to be reached by air only is `fly-in`; its kilometres are the straight line. */
function journeyKind(matrix: TravelMatrix, entry: number, origin: Place): Pick<Travel, 'state' | 'method'> {
  const state = matrixStates[matrix.state[entry] ?? 0] ?? 'reached';
  if (state !== 'no road')
    return { state, method: matrix.direct[entry] === 1 ? 'straight line' : matrix.method };
  return { state: origin.access === 'air' ? 'fly-in' : 'no road', method: 'straight line' };
}
