import { addUp } from './add-up.ts';
import { enlarged } from './enlarged.ts';
import type { Journey } from './journey.ts';

/** Rows of a `TravelMatrix` as they come, in any order. */
export class MatrixRows {
  #columns = columnsOf(1024);
  #length = 0;

  add(origin: number, point: number, { minutes, kilometres, state, direct }: Journey): void {
    const at = this.#length;
    if (at === this.#columns.origin.length) this.#grow();
    this.#columns.origin[at] = origin;
    this.#columns.point[at] = point;
    this.#columns.minutes[at] = minutes;
    this.#columns.kilometres[at] = kilometres;
    this.#columns.state[at] = state;
    this.#columns.direct[at] = direct;
    this.#length = at + 1;
  }

  /** Calls with the origin and the point of every row, in the order they came. */
  forEach(see: (origin: number, point: number) => void): void {
    for (let row = 0; row < this.#length; row += 1)
      see(this.#columns.origin[row] as number, this.#columns.point[row] as number);
  }

  #grow(): void {
    const length = this.#length * 2;
    const { origin, point, minutes, kilometres, state, direct } = this.#columns;
    this.#columns = {
      origin: enlarged(origin, length),
      point: enlarged(point, length),
      minutes: enlarged(minutes, length),
      kilometres: enlarged(kilometres, length),
      state: enlarged(state, length),
      direct: enlarged(direct, length),
    };
  }

  /** The rows origin by origin, those of one origin as they came. */
  byOrigin(origins: number): Columns {
    return sorted(this.#columns, this.#length, 'origin', origins);
  }

  /** The rows origin by origin, those of one origin point by point; a pair that came twice as it came first. */
  byOriginAndPoint(origins: number, points: number): Columns {
    const byPoint = sorted(this.#columns, this.#length, 'point', points);
    return withoutRepeats(sorted(byPoint, this.#length, 'origin', origins));
  }
}

/** A counting sort: rows of one key as they came. */
function sorted(columns: Columns, rows: number, by: 'origin' | 'point', keys: number): Columns {
  const key = columns[by];
  const next = new Uint32Array(keys + 1);
  for (let row = 0; row < rows; row += 1) {
    const after = (key[row] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  addUp(next);
  const ordered = columnsOf(rows);
  const { origin, point, minutes, kilometres, state, direct } = columns;
  for (let row = 0; row < rows; row += 1) {
    const at = next[key[row] ?? 0] ?? 0;
    next[key[row] ?? 0] = at + 1;
    ordered.origin[at] = origin[row] ?? 0;
    ordered.point[at] = point[row] ?? 0;
    ordered.minutes[at] = minutes[row] ?? 0;
    ordered.kilometres[at] = kilometres[row] ?? 0;
    ordered.state[at] = state[row] ?? 0;
    ordered.direct[at] = direct[row] ?? 0;
  }
  return ordered;
}

function withoutRepeats(columns: Columns): Columns {
  const { origin, point, minutes, kilometres, state, direct } = columns;
  let kept = 0;
  for (let row = 0; row < origin.length; row += 1) {
    if (kept > 0 && origin[row] === origin[kept - 1] && point[row] === point[kept - 1]) continue;
    for (const column of [origin, point, minutes, kilometres, state, direct])
      column[kept] = column[row] as number;
    kept += 1;
  }
  if (kept === origin.length) return columns;
  return {
    origin: origin.slice(0, kept),
    point: point.slice(0, kept),
    minutes: minutes.slice(0, kept),
    kilometres: kilometres.slice(0, kept),
    state: state.slice(0, kept),
    direct: direct.slice(0, kept),
  };
}

type Columns = ReturnType<typeof columnsOf>;

const columnsOf = (length: number) => ({
  origin: new Uint32Array(length),
  point: new Uint32Array(length),
  minutes: new Float64Array(length),
  kilometres: new Float64Array(length),
  state: new Uint8Array(length),
  direct: new Uint8Array(length),
});
