/** Adds a record to those of a key, behind the ones that are there. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, record: Item): void {
  const group = groups.get(key);
  if (group) group.push(record);
  else groups.set(key, [record]);
}

/** Records by each of their keys, in the order they come; a record that names a key twice is in its group once. */
export function grouped<Item, Key>(
  records: Iterable<Item>,
  keysOf: (record: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const record of records) for (const key of new Set(keysOf(record))) addTo(groups, key, record);
  return groups;
}
