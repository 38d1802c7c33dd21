/**
 * Who travels between a place and a point of service: its people to the point, or the point's staff out to it. Where a street is
 * one-way the two take different times.
 */
export const directions = ['to point', 'from point'] as const;
export type Direction = (typeof directions)[number];
