/** More cells than this, filled or not, do not fit in memory as a grid. */
export const largestGridCells = 30_000_000;

/** A row or cell with its attributes; what follows up to the next element does no harm. */
const rowOrCell = /<(?:\w+:)?(?:c|row)\b([^<]*)/g;
const place = /[\s"']r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** `12` of a row, `AB12` of a cell: no sheet has more than three letters and seven digits. */
const address = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * The cells of the grid that reaches to the last row and the last column that a sheet's XML names: a library that builds
 * the grid fills every gap, and one cell in the last corner of a sheet (XFD1048576) stands for 17 thousand million.
 * Null when a place is none.
 */
export function gridCells(sheet: Uint8Array): number | null {
  let [rows, columns] = [0, 1];
  for (const [, attributes = ''] of new TextDecoder().decode(sheet).matchAll(rowOrCell)) {
    for (const [, double, single = ''] of attributes.matchAll(place)) {
      const found = address.exec(double ?? single);
      if (!found) return null;
      rows = Math.max(rows, Number(found[2]));
      columns = Math.max(columns, columnNumber(found[1] ?? ''));
    }
  }
  return rows * columns;
}

/** A is 1, Z 26, AA 27; no letters are 0. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
