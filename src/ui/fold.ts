const marks = /\p{M}/gu;
/** Most names of half a million need nothing but their case changed. */
const isPlain = /^[\x20-\x7e]*$/;

/** Text as it is compared in a search: without accents, case or typographic apostrophes. `Behchokǫ̀` is `behchoko`. */
export function foldAccents(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase().trim();
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .trim();
}

/** Items looked at between two steps. */
const itemsInStep = 512;

/**
 * The first `limit` items whose text holds what was typed: those that begin with it, then those with a word that does,
 * then the rest, each in the order given. Nothing typed finds nothing. In short steps, each giving the number of items looked at.
 */
export function* findSteps<Item>(
  items: Iterable<Item>,
  textOf: (item: Item) => string,
  typed: string,
  limit: number,
): Generator<number, Item[]> {
  const wanted = foldAccents(typed);
  if (wanted === '') return [];
  const groups: [Item[], Item[], Item[]] = [[], [], []];
  let looked = 0;
  for (const item of items) {
    const at = placeOf(foldAccents(textOf(item)), wanted);
    if (at !== null && groups[at].length < limit) groups[at].push(item);
    // No later item comes before these.
    if (groups[0].length === limit) break;
    looked += 1;
    if (looked % itemsInStep === 0) yield looked;
  }
  return groups.flat().slice(0, limit);
}

function placeOf(text: string, wanted: string): 0 | 1 | 2 | null {
  const index = text.indexOf(wanted);
  if (index < 0) return null;
  if (index === 0) return 0;
  return text.split(/[\s'’–-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
}
