import { OsmRefused } from './refused.ts';

/** More nodes in a way, or members in a relation, than any editor or program writes: such a length is damage. */
const most = 2 ** 20;

/** A typed array that grows, lent as views of the wanted length; the views are kept, for lengths come again and again. */
export class Scratch<Column extends Float64Array | Uint8Array> {
  private column: Column;
  private views: Column[] = [];

  constructor(private readonly make: (length: number) => Column) {
    this.column = make(1024);
  }

  /** Room for at least so many values. */
  room(length: number): Column {
    if (length > this.column.length) this.grow(length);
    return this.column;
  }

  /** A view of so many values, whose content is what was there last. */
  view(length: number): Column {
    if (length > this.column.length) this.grow(length);
    return (this.views[length] ??= this.column.subarray(0, length) as Column);
  }

  /** Writes a value at the end of those written so far, whose number is `count`. */
  push(value: number, count: number): void {
    if (count === this.column.length) {
      const { column } = this;
      this.grow(count + 1);
      this.column.set(column);
    }
    this.column[count] = value;
  }

  private grow(length: number): void {
    if (length > most) throw new OsmRefused('damaged', `${length}`);
    this.column = this.make(2 ** Math.ceil(Math.log2(length)));
    this.views = [];
  }
}

export const float64Scratch = () => new Scratch((length) => new Float64Array(length));
export const uint8Scratch = () => new Scratch((length) => new Uint8Array(length));
