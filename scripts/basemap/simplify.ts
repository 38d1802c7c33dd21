import type { LonLat } from '../roads/lambert.ts';
import { samePoint } from './detail.ts';

/** Degrees of latitude that a line may move by at a point. */
export type Tolerance = (point: LonLat) => number;

/**
 * Douglas and Peucker (1973) with a tolerance that varies from place to place. Ends stay; a closed line keeps the
 * point farthest from its end as well, so that it does not fold up.
 */
export function simplifyLine(line: readonly LonLat[], tolerance: Tolerance): LonLat[] {
  const kept = new Set([0, line.length - 1]);
  const spans: [from: number, to: number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const closed = samePoint(line[from], line[to]);
    const { index, excess } = farthest(line, from, to, tolerance);
    if (index < 0 || (excess <= 1 && !closed)) continue;
    kept.add(index);
    spans.push([from, index], [index, to]);
  }
  return line.filter((_, index) => kept.has(index));
}

function farthest(line: readonly LonLat[], from: number, to: number, tolerance: Tolerance) {
  const best = { index: -1, excess: -1 };
  const [start, end] = [line[from], line[to]];
  if (!start || !end) return best;
  for (const [offset, point] of line.slice(from + 1, to).entries()) {
    const excess = distance(point, start, end) / tolerance(point);
    if (excess > best.excess) Object.assign(best, { index: from + 1 + offset, excess });
  }
  return best;
}

/** Degrees of latitude from a point to a straight segment, with meridians drawn together as at the point. */
function distance([lon, lat]: LonLat, start: LonLat, end: LonLat): number {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [(start[0] - lon) * narrowing, start[1] - lat];
  const [dx, dy] = [(end[0] - start[0]) * narrowing, end[1] - start[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return Math.hypot(ax + along * dx, ay + along * dy);
}
