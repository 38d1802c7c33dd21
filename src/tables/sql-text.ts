/** A piece of SQL text that means something: comments and blanks are none. */
export interface Token {
  /** `word`: a keyword or bare name. `quoted`: a name in double quotes. `text`: a string. `sign`: one character. */
  kind: 'word' | 'quoted' | 'text' | 'sign';
  /** As written; a quoted name without its quotes. */
  text: string;
  /** Place of its first character in the text. */
  from: number;
}

/**
 * One alternative for each thing that DuckDB's lexer (which is PostgreSQL's) reads whole. What is never closed goes to
 * the end of the text. A block comment is read by itself, since it nests.
 */
const piece = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n\r]*)`,
    String.raw`(?<text>[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$))`,
    String.raw`(?<dollar>\$(?<tag>(?:[\p{L}_][\p{L}\p{N}_]*)?)\$[^]*?(?:\$\k<tag>\$|$))`,
    String.raw`(?<quoted>"(?:[^"]|"")*(?:"|$))`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_$]*|\d[\d._]*(?:[eE][+-]?\d+)?)`,
    String.raw`(?<sign>[^])`,
  ].join('|'),
  'uy',
);

/** The tokens of a SQL text, in order. Nothing is refused here: the engine says what is wrong with a text. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < sql.length;) {
    const afterComment = endOfBlockComment(sql, from);
    if (afterComment > from) {
      from = afterComment;
      continue;
    }
    piece.lastIndex = from;
    const found = piece.exec(sql);
    if (!found) throw new Error(`SQL text: nothing matches at ${from}`);
    const token = tokenOf(found.groups ?? {}, found[0], from);
    if (token) tokens.push(token);
    from = piece.lastIndex;
  }
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>, text: string, from: number): Token | null {
  if (groups['blank'] !== undefined) return null;
  if (groups['text'] !== undefined || groups['dollar'] !== undefined) return { kind: 'text', text, from };
  if (groups['quoted'] !== undefined)
    return { kind: 'quoted', text: text.replace(/^"|"$/g, '').replaceAll('""', '"'), from };
  return { kind: groups['word'] === undefined ? 'sign' : 'word', text, from };
}

/** Where the block comment that begins here ends, comments in it included; the place itself when none begins here. */
function endOfBlockComment(sql: string, from: number): number {
  if (!sql.startsWith('/*', from)) return from;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return sql.length;
}

/** A place in a text as a person counts it: lines and columns from 1; `offset` from 0. */
export interface TextPlace {
  line: number;
  column: number;
  offset: number;
}

/** The place of a character of a text. */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}
