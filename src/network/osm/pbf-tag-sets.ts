import type { StringTable } from './pbf-strings.ts';
import { TagList } from './tags.ts';

/** Sets beyond so many are not kept: files have some hundred of the tags that roads are made of. */
const mostSets = 1 << 16;
const nothing = -1;

/**
 * The sets of tags that a file has of the wanted keys, each kept once: most objects have the tags of one before. Strings are
 * numbered over all blocks, and a set is the end of a path over its keys and values in order.
 */
export class TagSets {
  private readonly numbers = new Map<string, number>();
  /** Number of each string of the block, once it was asked for. */
  private known = new Int32Array(1024);
  /** Steps of paths in a table of open addresses: from where, over which string, to where. */
  private from = new Int32Array(1024).fill(nothing);
  private over = new Int32Array(1024);
  private to = new Int32Array(1024);
  private steps = 0;
  /** The set at each place of a path, where one ends there. Place 0 is where all begin. */
  private readonly lists: (TagList | undefined)[] = [];
  private sets = 0;

  constructor(private readonly strings: StringTable) {}

  /** Forgets the numbers of the strings of the block before. */
  startBlock(): void {
    if (this.strings.count > this.known.length) this.known = new Int32Array(this.strings.count * 2);
    this.known.fill(nothing);
  }

  /** The tags of the first `used` indices, key and value in turns; null where too many sets are kept already. */
  of(pairs: readonly number[], used: number): TagList | null {
    let place = 0;
    for (let at = 0; at < used; at += 1) {
      const string = this.numberOf(pairs[at] as number);
      place = this.step(place, string);
      if (place === nothing) return null;
    }
    return this.lists[place] ?? this.keep(place, pairs, used);
  }

  private numberOf(index: number): number {
    const known = this.known[index];
    return known === undefined || known === nothing ? this.number(index) : known;
  }

  private number(index: number): number {
    const text = this.strings.at(index);
    let number = this.numbers.get(text);
    if (number === undefined) this.numbers.set(text, (number = this.numbers.size));
    return (this.known[index] = number);
  }

  private step(place: number, string: number): number {
    const { from, over } = this;
    const mask = from.length - 1;
    let slot = slotOf(place, string, mask);
    while (from[slot] !== nothing) {
      if (from[slot] === place && over[slot] === string) return this.to[slot] as number;
      slot = (slot + 1) & mask;
    }
    return this.sets < mostSets ? this.addStep(slot, place, string) : nothing;
  }

  private addStep(slot: number, place: number, string: number): number {
    this.steps += 1;
    this.from[slot] = place;
    this.over[slot] = string;
    this.to[slot] = this.steps;
    if (this.steps * 2 > this.from.length) this.grow();
    return this.steps;
  }

  private grow(): void {
    const { from, over, to } = this;
    const length = from.length * 2;
    this.from = new Int32Array(length).fill(nothing);
    this.over = new Int32Array(length);
    this.to = new Int32Array(length);
    for (let old = 0; old < from.length; old += 1) {
      if (from[old] === nothing) continue;
      let slot = slotOf(from[old] as number, over[old] as number, length - 1);
      while (this.from[slot] !== nothing) slot = (slot + 1) & (length - 1);
      this.from[slot] = from[old] as number;
      this.over[slot] = over[old] as number;
      this.to[slot] = to[old] as number;
    }
  }

  private keep(place: number, pairs: readonly number[], used: number): TagList {
    const tags = new TagList(this.sets);
    for (let at = 0; at < used; at += 2)
      tags.add(this.strings.at(pairs[at] as number), this.strings.at(pairs[at + 1] as number));
    this.sets += 1;
    return (this.lists[place] = tags);
  }
}

function slotOf(place: number, string: number, mask: number): number {
  const mixed = Math.imul(place, 0x9e3779b1) ^ Math.imul(string, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}
