import type { TravelRequest } from '../../src/network/travel-types.ts';

/** Enough points for several slices of work. */
export function largeRequest(points: number): TravelRequest {
  const grid = (count: number, shift: number) => ({
    lon: Float64Array.from({ length: count }, (_, i) => -75 + (i % 100) / 100 + shift),
    lat: Float64Array.from({ length: count }, (_, i) => 45 + Math.floor(i / 100) / 100),
  });
  return {
    graph: null,
    origins: grid(2000, 0.003),
    points: grid(points, 0),
    options: { detourFactor: 1.3, estimateSpeed: 60, snapLimitKilometres: 10, limitKilometres: 50 },
  };
}
