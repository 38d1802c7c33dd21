import type { RoadGraph } from '../network/road-graph.ts';
import {
  matrixStates,
  type Locations,
  type TravelMatrix,
  type TravelOptions,
} from '../network/travel-types.ts';
import type { Travel, TravelMethod } from '../model/tables.ts';
import { defaultDetourFactor, defaultEstimateSpeed } from '../model/units.ts';
import type { Columns, Connector } from '../tables/connector.ts';
import { demandPlaces, pointPlaces, type PlaceRow } from '../tables/locations.ts';
import { pointTravelSchema, travelSchema, type TableSchema } from '../tables/schema.ts';
import type { TravelTimeClient } from '../workers/travel-time.ts';

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
/** How far a place may be from the nearest road it could use. */
const snapLimitKilometres = 15;

/**
 * Computes the journeys from every located demand area to every located point, and writes them to the engine's `travel`
 * table. Without a graph they are estimates.
 */
export async function computeTravel(
  connector: Connector,
  client: TravelTimeClient,
  graph: RoadGraph | null,
  settings: TravelSettings = {},
): Promise<TravelFacts> {
  const areas = await connector.query<PlaceRow>(demandPlaces, settings.signal);
  const points = await connector.query<PlaceRow>(pointPlaces, settings.signal);
  const { matrix, options } = await journeys(client, graph, areas, points, settings);
  await write(connector, travelSchema, matrix, areas, points);
  return {
    method: matrix.method,
    detourFactor: options.detourFactor,
    estimateSpeed: options.estimateSpeed,
    areasOffRoad: Array.from(matrix.originsOffRoad, (index) => areas[index]?.id ?? ''),
    pointsOffRoad: Array.from(matrix.pointsOffRoad, (index) => points[index]?.id ?? ''),
  };
}

/** The same between points, for the `point_travel` table; only questions of co-location need it. */
export async function computePointTravel(
  connector: Connector,
  client: TravelTimeClient,
  graph: RoadGraph | null,
  settings: TravelSettings = {},
): Promise<void> {
  const points = await connector.query<PlaceRow>(pointPlaces, settings.signal);
  const { matrix } = await journeys(client, graph, points, points, settings);
  await write(connector, pointTravelSchema, matrix, points, points);
}

async function journeys(
  client: TravelTimeClient,
  graph: RoadGraph | null,
  origins: readonly PlaceRow[],
  points: readonly PlaceRow[],
  { signal, onProgress, ...settings }: TravelSettings,
) {
  const options: TravelOptions = {
    detourFactor: settings.detourFactor ?? defaultDetourFactor,
    estimateSpeed: settings.estimateSpeed ?? defaultEstimateSpeed,
    snapLimitKilometres: settings.snapLimitKilometres ?? snapLimitKilometres,
    limitKilometres:
      settings.limitKilometres ??
      (origins.length * points.length > allPairsUpTo ? limitKilometres : Infinity),
  };
  const request = { graph, origins: locationsOf(origins), points: locationsOf(points), options };
  return { matrix: await client.matrix(request, { signal, onProgress }), options };
}

const locationsOf = (places: readonly PlaceRow[]): Locations => ({
  lon: Float64Array.from(places, ({ lon }) => lon),
  lat: Float64Array.from(places, ({ lat }) => lat),
});

/** A place itself is left out: a point does not travel to itself. */
async function write(
  connector: Connector,
  schema: TableSchema,
  matrix: TravelMatrix,
  origins: readonly PlaceRow[],
  points: readonly PlaceRow[],
): Promise<void> {
  const columns: Record<keyof Travel, unknown[]> = {
    origin_id: [],
    point_id: [],
    minutes: [],
    kilometres: [],
    method: [],
    state: [],
  };
  for (let entry = 0; entry < matrix.origin.length; entry += 1) {
    const origin = origins[matrix.origin[entry] ?? -1];
    const point = points[matrix.point[entry] ?? -1];
    if (!origin || !point) throw new Error(`expected a journey between known places, got entry ${entry}`);
    if (origins === points && origin.id === point.id) continue;
    const { state, method } = journeyKind(matrix, entry, origin);
    columns.origin_id.push(origin.id);
    columns.point_id.push(point.id);
    columns.minutes.push(matrix.minutes[entry]);
    columns.kilometres.push(matrix.kilometres[entry]);
    columns.method.push(method);
    columns.state.push(state);
  }
  await connector.replace(schema, columns satisfies Columns);
}

/** Without a road, a community known to be reached by air only is `fly-in`; its kilometres are the straight line. */
function journeyKind(
  matrix: TravelMatrix,
  entry: number,
  origin: PlaceRow,
): Pick<Travel, 'state' | 'method'> {
  const state = matrixStates[matrix.state[entry] ?? 0] ?? 'reached';
  if (state !== 'no road') return { state, method: matrix.method };
  return { state: origin.access === 'air' ? 'fly-in' : 'no road', method: 'straight line' };
}
