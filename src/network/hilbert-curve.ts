/** The curve runs through a grid of 2^16 cells a side: 76 m for a country of 5,000 km. */
export const curveBits = 16;

const [across, over] = [1, 2];

/**
 * Four levels of the curve at once: by how the square lies (its axes exchanged: 1; turned over: 2), four bits of the column
 * and four of the row, the distance in 8 bits and, above them, how the cell lies.
 */
const fourLevels = Uint16Array.from({ length: 4 * 256 }, (_, entry) => {
  let [lies, distance] = [entry >> 8, 0];
  for (let level = 3; level >= 0; level -= 1) {
    const turned = lies & over ? 1 : 0;
    const column = ((entry >> (level + 4)) & 1) ^ turned;
    const row = ((entry >> level) & 1) ^ turned;
    const [right, upper] = lies & across ? [row, column] : [column, row];
    distance = (distance << 2) | ((3 * right) ^ upper);
    // The lower quarters are turned, the right one over as well.
    if (upper === 0) lies ^= right === 1 ? across | over : across;
  }
  return (lies << 8) | distance;
});

/** Distance of a cell along the curve of Hilbert (1891, 10.1007/BF01199431), from the largest quarters to the smallest. */
export function hilbertDistance(column: number, row: number): number {
  let lies = 0;
  let distance = 0;
  for (let level = curveBits - 4; level >= 0; level -= 4) {
    const cell = (((column >> level) & 15) << 4) | ((row >> level) & 15);
    const entry = fourLevels[(lies << 8) | cell] as number;
    distance = (distance << 8) | (entry & 255);
    lies = entry >> 8;
  }
  return distance >>> 0;
}
