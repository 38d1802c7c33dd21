const marks = /\p{M}/gu;

/** Text as it is compared in a search: without accents, case or typographic apostrophes. `Behchokǫ̀` is `behchoko`. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .trim();
}

/**
 * The first `limit` items whose text holds what was typed: those that begin with it, then those with a word that does,
 * then the rest, each in the order given. Nothing typed finds nothing.
 */
export function findByText<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
  limit: number,
): Item[] {
  const wanted = foldAccents(typed);
  if (wanted === '') return [];
  const groups: [Item[], Item[], Item[]] = [[], [], []];
  for (const item of items) {
    const at = placeOf(foldAccents(textOf(item)), wanted);
    if (at !== null) groups[at].push(item);
  }
  return groups.flat().slice(0, limit);
}

function placeOf(text: string, wanted: string): 0 | 1 | 2 | null {
  const index = text.indexOf(wanted);
  if (index < 0) return null;
  if (index === 0) return 0;
  return text.split(/[\s'’–-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
}
