import { UserError } from '../model/errors.ts';
import type { Counts, GraphAbout, LeftOutReason } from './graph-origin.ts';
import type { Roads } from './roads.ts';

/**
 * Files that were read, and hold no road of a graph. The message is English; a page says the counts in the reader's
 * language.
 */
export class NoRoads extends UserError {
  override name = 'NoRoads';
  constructor(
    readonly file: string,
    readonly linesRead: number,
    readonly leftOut: Counts<LeftOutReason>,
  ) {
    super(`${file}: none of ${linesRead} lines is a road`);
  }
}

/** @throws NoRoads where a file gave none: a graph of nothing would say of every place that no road leads there */
export function mustBeRoads(
  { from }: Roads,
  file: string,
  { linesRead = 0, leftOut = {} }: Partial<GraphAbout>,
): void {
  if (from.length === 0) throw new NoRoads(file, linesRead, leftOut);
}
