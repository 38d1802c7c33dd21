import type { Issue } from '../../model/issues.ts';
import { issue } from './findings.ts';
import type { RawTable } from './table.ts';

/** What stands for a zero byte of a text file: a person sees where it was, and SQL and the screen can hold it. */
export const zeroSign = '␀';

/** Control bytes that no text has, but for the zero byte. */
const isControl = (byte: number) => (byte > 0 && byte < 0x09) || (byte > 0x0d && byte < 0x1b);

/** Larger shares than these among the other bytes, and the file is no text. */
const most = { controls: 0.01, accents: 0.25 };

/**
 * True for bytes that are text of eight bits with zero bytes in it, as programs leave them that pad their fields or stop in
 * the middle of a line. Zeros that follow each other count as one: text has at least two letters for each. UTF-16 and UTF-32
 * have fewer, and a file of numbers has other control bytes, or more bytes beyond ASCII than an alphabet of eight bits would.
 */
export function isTextWithZeros(bytes: Uint8Array, { isUtf8 }: { isUtf8: boolean }): boolean {
  let [letters, controls, accents, zeros] = [0, 0, 0, 0];
  let last = -1;
  for (const byte of bytes) {
    if (byte !== 0) letters += 1;
    else if (last !== 0) zeros += 1;
    if (isControl(byte)) controls += 1;
    if (byte >= 0x80) accents += 1;
    last = byte;
  }
  if (letters < 2 * zeros || controls > letters * most.controls) return false;
  return isUtf8 || accents <= letters * most.accents;
}

/** A warning for each cell that a zero byte was in, with the cell without it as the fix. Only for tables of such files. */
export function zeroByteIssues({ columns, rows }: RawTable): Issue[] {
  return rows.flatMap(({ number: row, cells }) =>
    cells.flatMap((found, at) => {
      const column = columns[at]?.name;
      if (!found.includes(zeroSign) || column === undefined) return [];
      const fix = { kind: 'set-cells', row, cells: { [column]: found.replaceAll(zeroSign, '') } } as const;
      return [{ ...issue('zero-byte', 'warning', { row, column, found }), fix }];
    }),
  );
}

/** One warning for the file where zero bytes were elsewhere than in cells: in names, above the header, in rows that are listed. */
export function zeroBytesElsewhere({ rows }: RawTable, zeros: number): Issue[] {
  const inCells = rows.reduce(
    (sum, { cells }) => sum + cells.reduce((all, cell) => all + signsIn(cell), 0),
    0,
  );
  return zeros > inCells ? [issue('zero-byte', 'warning', { found: `${zeros - inCells}` })] : [];
}

const signsIn = (text: string) => text.split(zeroSign).length - 1;
