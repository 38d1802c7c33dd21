/** Records by each of their keys, in the order they come; a record that names a key twice is in its group once. */
export function grouped<Item, Key>(
  records: Iterable<Item>,
  keysOf: (record: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const record of records)
    for (const key of new Set(keysOf(record))) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  return groups;
}
