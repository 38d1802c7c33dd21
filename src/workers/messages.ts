import type { RoadGraph } from '../network/road-graph.ts';
import type { TravelMatrix, TravelRequest } from '../network/travel-types.ts';

/** What the page sends to the travel-time worker. The graph goes once and stays there. */
export type ToTravelTime =
  | { kind: 'graph'; graph: RoadGraph | null }
  | { kind: 'matrix'; request: number; ask: Omit<TravelRequest, 'graph'> }
  | { kind: 'cancel'; request: number };

/** What the worker answers. */
export type FromTravelTime =
  | { kind: 'progress'; request: number; done: number; total: number }
  | { kind: 'matrix'; request: number; matrix: TravelMatrix }
  | { kind: 'failed'; request: number; message: string };
