import type { OsmTags, Wanted } from './osm.ts';

/** How a key is wanted: its value is read, an object with it is seen. Bits. */
export const keyUse = { read: 1, having: 2 } as const;

/** What an object's keys must add up to, and the use of each key: `Wanted` in the form that readers ask. */
export class KeyFilter {
  private readonly uses = new Map<string, number>();
  private readonly other: number;
  /** Whether an object without any of the keys is seen too. */
  readonly seesAll: boolean;

  constructor({ having, keys }: Pick<Wanted<unknown>, 'having' | 'keys'>) {
    this.other = keys === 'all' ? keyUse.read : 0;
    this.seesAll = having === undefined;
    if (keys !== 'all') for (const key of keys) this.uses.set(key, keyUse.read);
    for (const key of having ?? []) this.uses.set(key, (this.uses.get(key) ?? this.other) | keyUse.having);
  }

  useOf(key: string): number {
    return this.uses.get(key) ?? this.other;
  }

  /** Whether an object is seen whose keys have these uses together. */
  sees(uses: number): boolean {
    return this.seesAll || (uses & keyUse.having) !== 0;
  }
}

/** A list of tags: one that a reader fills again for every object, or one that is kept for all objects with these tags. */
export class TagList implements OsmTags {
  private readonly keys: string[] = [];
  private readonly values: string[] = [];
  private count = 0;

  constructor(readonly set?: number) {}

  get size(): number {
    return this.count;
  }

  clear(): void {
    this.count = 0;
  }

  add(key: string, value: string): void {
    this.keys[this.count] = key;
    this.values[this.count] = value;
    this.count += 1;
  }

  get(key: string): string | undefined {
    for (let at = 0; at < this.count; at += 1) if (this.keys[at] === key) return this.values[at];
    return undefined;
  }

  entries(): [string, string][] {
    const pairs: [string, string][] = [];
    for (let at = 0; at < this.count; at += 1) pairs.push([this.keys[at] ?? '', this.values[at] ?? '']);
    return pairs;
  }
}
