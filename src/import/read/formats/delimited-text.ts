/** More cells than this in one line are no table's row: Excel, the widest of the usual sources, ends here. */
export const mostColumns = 16_384;

/** The records of delimited text, and which of them (by index) broke the rules of quoting and were read by `readLoosely`. */
export interface TextRecords {
  records: string[][];
  repaired: ReadonlySet<number>;
}

/** A line longer than this is split with care: it may hold more cells than fit in memory. */
const longLine = 1 << 20;

/**
 * The records of RFC 4180 that are not blank, at most `most` of them. Lines end with a line feed alone. A record whose
 * quotes are broken gives its first line, read loosely, so that it swallows no other. A record of more than `mostColumns`
 * cells is cut after one more. Each letter is looked at a bounded number of times: an open quote is looked for to the end of
 * the text once at most, because quotes that one search passes as doubled close at once in any other.
 */
export function recordsOf(text: string, delimiter: string, most = Infinity): TextRecords {
  const records: string[][] = [];
  const repaired = new Set<number>();
  const nextQuote = finder(text, '"');
  const marks: Marks = { delimiter, nextDelimiter: finder(text, delimiter), nextLine: finder(text, '\n') };
  for (let at = 0; at < text.length && records.length < most;) {
    const end = marks.nextLine(at);
    const strict = nextQuote(at) < end ? readStrictly(text, at, marks) : undefined;
    if (strict === null) repaired.add(records.length);
    const cells = strict?.cells ?? readLine(text.slice(at, end), delimiter, strict === null);
    at = strict ? strict.next : end + 1;
    if (isBlank(cells)) repaired.delete(records.length);
    else records.push(cells);
  }
  return { records, repaired };
}

const isBlank = (cells: readonly string[]) => cells.length === 1 && cells[0]?.trim() === '';

function readLine(line: string, delimiter: string, loosely: boolean): string[] {
  if (loosely) return readLoosely(line, delimiter);
  return line.length < longLine ? line.split(delimiter) : line.split(delimiter, mostColumns + 1);
}

interface Marks {
  delimiter: string;
  nextDelimiter: (from: number) => number;
  nextLine: (from: number) => number;
}

/** Where the mark stands next; the end of the text when it does not. What was found is kept until a place beyond it is asked. */
function finder(text: string, mark: string): (from: number) => number {
  let [asked, found] = [0, -1];
  return (from) => {
    if (from >= asked && from <= found) return found;
    asked = from;
    found = text.indexOf(mark, from);
    if (found < 0) found = text.length;
    return found;
  };
}

/** The record that begins at a place, and where the next begins; null when its quotes break the rules. */
function readStrictly(
  text: string,
  start: number,
  { delimiter, nextDelimiter, nextLine }: Marks,
): { cells: string[]; next: number } | null {
  const cells: string[] = [];
  for (let at = start; ;) {
    let end = Math.min(nextDelimiter(at), nextLine(at));
    if (text[at] !== '"') cells.push(text.slice(at, end));
    else {
      const close = closingQuote(text, at + 1);
      if (close === null) return null;
      cells.push(unescaped(text.slice(at + 1, close)));
      end = close + 1;
      while (text[end] === ' ' && delimiter !== ' ') end += 1;
      if (end < text.length && text[end] !== delimiter && text[end] !== '\n') return null;
    }
    if (text[end] !== delimiter || cells.length > mostColumns)
      return { cells, next: text[end] === delimiter ? nextLine(end) + 1 : end + 1 };
    at = end + 1;
  }
}

const unescaped = (text: string) => (text.includes('"') ? text.replaceAll('""', '"') : text);

/** The quote that closes a cell: the first that is not doubled. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return null;
}

/**
 * Reads a line whose quotes are not doubled inside quoted cells, as in `"Peigan Timber Limit "B"",5` in Statistics
 * Canada's tables: a quoted cell ends at the first quote before a delimiter or the end of the line.
 */
export function readLoosely(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  const [nextPlain, nextQuoted] = [finder(line, delimiter), finder(line, `"${delimiter}`)];
  let start = 0;
  while (start <= line.length && cells.length <= mostColumns) {
    const quoted = line[start] === '"';
    const found = quoted ? nextQuoted(start + 1) : nextPlain(start);
    const end = quoted && found < line.length ? found + 1 : found;
    cells.push(unquoted(line.slice(start, end)));
    start = end + 1;
  }
  return cells;
}

function unquoted(cell: string): string {
  if (!cell.startsWith('"')) return cell;
  return unescaped(cell.slice(1, cell.length > 1 && cell.endsWith('"') ? -1 : undefined));
}
