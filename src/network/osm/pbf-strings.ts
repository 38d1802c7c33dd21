import { Message } from './protobuf.ts';
import { OsmRefused } from './refused.ts';
import type { KeyFilter } from './tags.ts';

const utf8 = new TextDecoder();

/** The strings of one block. Only those that are asked for become strings, once. */
export class StringTable {
  private bytes: Uint8Array = new Uint8Array();
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private made: (string | undefined)[] = [];
  count = 0;

  /** Forgets the block before. */
  clear(): void {
    this.made = [];
    this.count = 0;
  }

  /** Takes the table that lies there. */
  take(bytes: Uint8Array, from: number, to: number): void {
    const message = new Message(bytes, from, to);
    this.bytes = bytes;
    while (message.field()) {
      if (message.number === 1) this.add(message.span(), message.at);
      else message.skip();
    }
  }

  private add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }

  /** The string of this index; throws where there is none. */
  at(index: number): string {
    return (this.made[index] ??= this.make(index));
  }

  private make(index: number): string {
    if (!(index >= 0 && index < this.count)) throw new OsmRefused('damaged', 'StringTable');
    return utf8.decode(this.bytes.subarray(this.starts[index], this.ends[index]));
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/** What one kind of object wants of each string of a block, when it is a key: looked up once a block. */
export class KeyUses {
  private known = new Int8Array(1024);

  constructor(
    readonly filter: KeyFilter,
    private readonly strings: StringTable,
  ) {}

  /** Forgets the block before. */
  reset(): void {
    if (this.strings.count > this.known.length) this.known = new Int8Array(this.strings.count * 2);
    this.known.fill(-1);
  }

  of(index: number): number {
    const use = this.known[index];
    return use === undefined || use < 0 ? this.lookUp(index) : use;
  }

  private lookUp(index: number): number {
    return (this.known[index] = this.filter.useOf(this.strings.at(index)));
  }
}
