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

  /** The rows origin by origin, those of one origin as they came (a counting sort). */
  byOrigin(origins: number): Columns {
    const { origin: of } = this.#columns;
    const next = new Uint32Array(origins + 1);
    for (let row = 0; row < this.#length; row += 1) {
      const after = (of[row] ?? 0) + 1;
      next[after] = (next[after] ?? 0) + 1;
    }
    addUp(next);
    const ordered = columnsOf(this.#length);
    const { point, minutes, kilometres, state, direct } = this.#columns;
    for (let row = 0; row < this.#length; row += 1) {
      const origin = of[row] ?? 0;
      const at = next[origin] ?? 0;
      next[origin] = at + 1;
      ordered.origin[at] = origin;
      ordered.point[at] = point[row] ?? 0;
      ordered.minutes[at] = minutes[row] ?? 0;
      ordered.kilometres[at] = kilometres[row] ?? 0;
      ordered.state[at] = state[row] ?? 0;
      ordered.direct[at] = direct[row] ?? 0;
    }
    return ordered;
  }
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
