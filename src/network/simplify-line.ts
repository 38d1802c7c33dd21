import { metresPerE7, parallelE7, shortWayE7 } from './road-graph.ts';

/**
 * The corners of a line that it cannot do without (Douglas & Peucker 1973, 10.3138/FM57-6770-U75U-7727): those left out lie
 * within `toleranceMetres` of the line through the others. The two ends stay.
 * @returns indices of the corners kept, in order
 */
export function keptCorners(
  lonE7: ArrayLike<number>,
  latE7: ArrayLike<number>,
  toleranceMetres: number,
): number[] {
  const kept = new Uint8Array(lonE7.length);
  markKept(lonE7, latE7, lonE7.length, toleranceMetres, kept);
  return Array.from(kept.keys()).filter((corner) => kept[corner] === 1);
}

/** Ranges of corners that are still to be looked at: begin and end in turns. */
const open: number[] = [];

/** The same of the first `count` corners: sets 1 in `kept` for each that stays, 0 for the others. */
export function markKept(
  lonE7: ArrayLike<number>,
  latE7: ArrayLike<number>,
  count: number,
  toleranceMetres: number,
  kept: Uint8Array,
): void {
  kept.fill(0, 0, count);
  if (count === 0) return;
  kept[0] = kept[count - 1] = 1;
  if (count < 3) return;
  const cos = parallelE7(latE7[0] as number);
  const limit = (toleranceMetres / metresPerE7) ** 2;
  open.push(0, count - 1);
  while (open.length > 0) {
    const to = open.pop() as number;
    const from = open.pop() as number;
    const at = furthest(lonE7, latE7, cos, from, to, limit);
    if (at < 0) continue;
    kept[at] = 1;
    if (at - from > 1) open.push(from, at);
    if (to - at > 1) open.push(at, to);
  }
}

/** The corner between two that lies furthest from the line through them; -1 where none is beyond the limit. */
function furthest(
  lonE7: ArrayLike<number>,
  latE7: ArrayLike<number>,
  cos: number,
  from: number,
  to: number,
  limit: number,
): number {
  const lon = lonE7[from] as number;
  const lat = latE7[from] as number;
  const dx = shortWayE7((lonE7[to] as number) - lon) * cos;
  const dy = (latE7[to] as number) - lat;
  const length = dx * dx + dy * dy;
  let most = limit;
  let at = -1;
  for (let corner = from + 1; corner < to; corner += 1) {
    const x = shortWayE7((lonE7[corner] as number) - lon) * cos;
    const y = (latE7[corner] as number) - lat;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    const far = (x - dx * share) ** 2 + (y - dy * share) ** 2;
    if (far > most) {
      most = far;
      at = corner;
    }
  }
  return at;
}
