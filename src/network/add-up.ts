/**
 * Turns counts into places: where entry `row + 1` held the number of things in a row, entry `row` becomes the place of the row's
 * first among all of them. So a list in rows is written in two passes, one that counts and one that puts.
 */
export function addUp(counts: Uint32Array): void {
  for (let at = 1; at < counts.length; at += 1)
    counts[at] = (counts[at] as number) + (counts[at - 1] as number);
}
