import type { Direction } from '../model/direction.ts';
import type { ProjectTables, SeasonalWay } from '../model/tables.ts';
import { defaultEstimateSpeed } from '../model/units.ts';
import type { PolygonRings } from '../network/trace-regions.ts';
import { defaultSnapKilometres } from '../network/travel-types.ts';
import type { TravelGraph, TravelTimeClient } from '../workers/travel-time.ts';
import { pointPlaces } from './travel-places.ts';

/** The land that points reach by road, for the map; people are counted without it. */
export interface ReachLand {
  /** The land within each limit of the nearest point, in the order asked. */
  bands: { minutes: number; polygons: PolygonRings[] }[];
  /** The land within the greatest limit, each piece once, with the point that is nearest to it. */
  catchments: { pointId: string; polygons: PolygonRings[] }[];
}

/** Whose land is drawn, and within which times. */
export interface LandQuestion {
  /** Ids of the points. */
  pointIds: ReadonlySet<string>;
  /** As in a `ReachQuestion`. */
  minutes: readonly number[];
  direction: Direction;
  closed: readonly SeasonalWay[];
}

/** How a drawing is followed and stopped. */
export interface LandSettings {
  signal?: AbortSignal | undefined;
  /** Share done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Draws the land from which people reach the points, or that their staff reach. Null without roads: a straight line knows no coast. */
export async function reachLand(
  tables: ProjectTables,
  client: TravelTimeClient,
  graph: TravelGraph,
  { pointIds, minutes, direction, closed }: LandQuestion,
  { signal, onProgress }: LandSettings = {},
): Promise<ReachLand | null> {
  const service_point = tables.service_point.filter(({ id }) => pointIds.has(id));
  const { ids, lon, lat } = await pointPlaces({ ...tables, service_point }, signal);
  const ask = {
    graph,
    points: { lon, lat },
    direction,
    minutes,
    options: {
      estimateSpeed: defaultEstimateSpeed,
      snapLimitKilometres: defaultSnapKilometres,
      closedKinds: closed,
    },
  };
  // The mesh of the roads is made for the first, and is most of the work.
  const half = (before: number) => (done: number, total: number) => onProgress?.(before + done / total / 2);
  const isochrones = await client.ask('isochrones', ask, { signal, onProgress: half(0) });
  if (!isochrones) return null;
  const catchments = await client.ask('catchments', ask, { signal, onProgress: half(0.5) });
  return {
    bands: isochrones.areas,
    catchments: catchments.map(({ point, polygons }) => ({ pointId: ids[point] ?? '', polygons })),
  };
}
