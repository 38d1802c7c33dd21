import type { Wanted } from './osm.ts';
import { KeyUses, type StringTable } from './pbf-strings.ts';
import { Message, type Span } from './protobuf.ts';
import { TagSets } from './pbf-tag-sets.ts';
import { KeyFilter, keyUse, TagList } from './tags.ts';

/** The tags of objects of one type: indices of the string table, of which the wanted become strings. */
export class TagReader {
  /** Those of the object that was read last. */
  tags = new TagList();
  private readonly filter: KeyFilter;
  private readonly uses: KeyUses;
  private readonly keys = new Message();
  private readonly values = new Message();
  /** Indices of the wanted pairs, key and value in turns. */
  private readonly pairs: number[] = [];
  private used = 0;
  private together = 0;
  /** Null where every tag is wanted: hardly any two objects are alike. */
  private readonly sets: TagSets | null;
  private readonly unnumbered = new TagList();

  constructor(
    wanted: Wanted<never>,
    private readonly strings: StringTable,
  ) {
    this.filter = new KeyFilter(wanted);
    this.uses = new KeyUses(this.filter, strings);
    this.sets = wanted.keys === 'all' ? null : new TagSets(strings);
  }

  startBlock(): void {
    this.uses.reset();
    this.sets?.startBlock();
  }

  /** Reads keys and values that lie in two columns; false where the object is not to be seen, for its keys or otherwise. */
  readColumns(bytes: Uint8Array, keySpan: Span, valueSpan: Span, isSeenAnyway = false): boolean {
    const { keys, values } = this;
    keys.on(bytes, keySpan.from, keySpan.to);
    values.on(bytes, valueSpan.from, valueSpan.to);
    this.start();
    while (keys.at < keys.end) this.pair(keys.unsigned(), values.unsigned());
    keys.finish();
    values.finish();
    return this.take(isSeenAnyway);
  }

  /** Whether an object with these keys is to be seen: asked before all the rest of it is read. */
  sees(bytes: Uint8Array, keySpan: Span): boolean {
    if (this.filter.seesAll) return true;
    const keys = this.keys.on(bytes, keySpan.from, keySpan.to);
    let together = 0;
    while (keys.at < keys.end) together |= this.uses.of(keys.unsigned());
    return this.filter.sees(together);
  }

  /** Reads keys and values in turns up to a zero, as dense nodes have them; false where the node is not to be seen. */
  readTurns(turns: Message): boolean {
    this.start();
    for (let key = turns.unsigned(); key !== 0; key = turns.unsigned()) this.pair(key, turns.unsigned());
    return this.take();
  }

  /** Passes over nodes that are not to be seen for they have no tags, as most, up to so many; says how many there were. */
  skipUntagged(turns: Message, most: number): number {
    if (this.filter.seesAll) return 0;
    const { bytes, at } = turns;
    const last = Math.min(turns.end, at + most);
    let next = at;
    while (next < last && bytes[next] === 0) next += 1;
    turns.at = next;
    return next - at;
  }

  private start(): void {
    this.used = 0;
    this.together = 0;
  }

  private pair(key: number, value: number): void {
    const use = this.uses.of(key);
    if (use === 0) return;
    this.together |= use;
    if ((use & keyUse.read) === 0) return;
    this.pairs[this.used] = key;
    this.pairs[this.used + 1] = value;
    this.used += 2;
  }

  private take(isSeenAnyway = false): boolean {
    if (!isSeenAnyway && !this.filter.sees(this.together)) return false;
    this.tags = this.sets?.of(this.pairs, this.used) ?? this.filled(this.unnumbered);
    return true;
  }

  private filled(tags: TagList): TagList {
    tags.clear();
    for (let at = 0; at < this.used; at += 2)
      tags.add(this.strings.at(this.pairs[at] ?? -1), this.strings.at(this.pairs[at + 1] ?? -1));
    return tags;
  }
}
