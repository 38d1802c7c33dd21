import { shortWayE7 } from './road-graph.ts';

const metresPerE7 = 0.0111195;

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
  const last = lonE7.length - 1;
  if (last < 2) return lonE7.length === 0 ? [] : last === 0 ? [0] : [0, last];
  const cos = Math.cos(((latE7[0] ?? 0) / 1e7) * (Math.PI / 180));
  const limit = (toleranceMetres / metresPerE7) ** 2;
  const kept = new Uint8Array(last + 1);
  kept[0] = kept[last] = 1;
  const open: [number, number][] = [[0, last]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range;
    let [furthest, at] = [limit, -1];
    for (let corner = from + 1; corner < to; corner += 1) {
      const far = squaredFromLine(lonE7, latE7, cos, corner, from, to);
      if (far > furthest) [furthest, at] = [far, corner];
    }
    if (at < 0) continue;
    kept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return Array.from(kept.keys()).filter((corner) => kept[corner] === 1);
}

function squaredFromLine(
  lonE7: ArrayLike<number>,
  latE7: ArrayLike<number>,
  cos: number,
  corner: number,
  from: number,
  to: number,
): number {
  const x = shortWayE7((lonE7[corner] ?? 0) - (lonE7[from] ?? 0)) * cos;
  const y = (latE7[corner] ?? 0) - (latE7[from] ?? 0);
  const dx = shortWayE7((lonE7[to] ?? 0) - (lonE7[from] ?? 0)) * cos;
  const dy = (latE7[to] ?? 0) - (latE7[from] ?? 0);
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
  return (x - dx * share) ** 2 + (y - dy * share) ** 2;
}
