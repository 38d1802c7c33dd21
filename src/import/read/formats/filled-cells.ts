/** Whether a cell is there and says something. */
export const isFilled = (cell: string | undefined): cell is string =>
  cell !== undefined && cell.trim() !== '';

/** Cells up to the last filled one; 0 for a blank line. */
export const extentOf = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;
