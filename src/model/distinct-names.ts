/**
 * Names of which no two are the same: of two offices `12` the second is `12 (2)`. Where the same means the same in either
 * case, as it does in SQL, `keyOf` takes the case away.
 */
export class DistinctNames {
  readonly #taken = new Set<string>();
  /** By name, the number that its next repeat tries first: a file may repeat one name a hundred thousand times. */
  readonly #next = new Map<string, number>();
  readonly #keyOf: (name: string) => string;

  constructor({
    taken = [],
    keyOf = (name) => name,
  }: { taken?: Iterable<string>; keyOf?: (name: string) => string } = {}) {
    this.#keyOf = keyOf;
    for (const name of taken) this.#taken.add(keyOf(name));
  }

  /** How many names were taken. */
  get size(): number {
    return this.#taken.size;
  }

  /** Whether an earlier one took the name. */
  has(name: string): boolean {
    return this.#taken.has(this.#keyOf(name));
  }

  /** Takes the name, or the first of `name (2)`, `name (3)`, ... that none before has; an `ending` stays at the end. */
  take(name: string, ending = ''): string {
    const whole = this.#keyOf(`${name}${ending}`);
    let repeat = this.#next.get(whole) ?? 2;
    let distinct = `${name}${ending}`;
    for (; this.has(distinct); repeat += 1) distinct = `${name} (${repeat})${ending}`;
    this.#next.set(whole, repeat);
    this.#taken.add(this.#keyOf(distinct));
    return distinct;
  }
}
