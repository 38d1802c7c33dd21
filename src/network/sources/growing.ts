import { enlarged } from '../enlarged.ts';

type Column = Int32Array | Uint32Array | Float64Array | Uint8Array;

const fewValues = 48;

/** A typed array that grows as values are added. */
export class Growing<Values extends Column> {
  length = 0;

  constructor(private values: Values) {}

  push(value: number): void {
    if (this.length === this.values.length) this.values = enlarged(this.values, this.length * 2 + 1024);
    this.values[this.length] = value;
    this.length += 1;
  }

  pushAll(more: ArrayLike<number>): void {
    const length = this.length + more.length;
    if (length > this.values.length) this.values = enlarged(this.values, length * 2 + 1024);
    // For a few values `set` takes longer to begin than to end.
    if (more.length > fewValues) this.values.set(more, this.length);
    else for (let at = 0; at < more.length; at += 1) this.values[this.length + at] = more[at] as number;
    this.length = length;
  }

  /** Adds to a value that was pushed. */
  add(at: number, more: number): void {
    this.values[at] = (this.values[at] ?? 0) + more;
  }

  at(index: number): number {
    return this.values[index] ?? NaN;
  }

  /** The values so far; a view, good until the next push. */
  view(): Values {
    return this.values.subarray(0, this.length) as Values;
  }

  /** The values in an array of their own. */
  finish(): Values {
    return this.values.slice(0, this.length) as Values;
  }
}

export const growingInt32 = () => new Growing(new Int32Array(1024));
export const growingUint32 = () => new Growing(new Uint32Array(1024));
export const growingUint8 = () => new Growing(new Uint8Array(1024));
export const growingFloat64 = () => new Growing(new Float64Array(1024));
