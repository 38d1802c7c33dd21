import { QueryError } from '../model/errors.ts';
import type { Connector } from './connector.ts';
import { placeOf, tokensOf, type TextPlace, type Token } from './sql-text.ts';

/** A cell of an answer: an exact number, or text; null is "not known". */
export type Cell = string | number | null;

/** A column of an answer. */
export interface AnswerColumn {
  name: string;
  /** The engine's type. */
  type: string;
  /** `number` when every value is one without loss; dates and everything else are text. */
  kind: 'number' | 'text';
}

/** Rows of cells in the order of the columns, at most the row cap; `capped` when there were more. */
export interface Answer {
  columns: readonly AnswerColumn[];
  rows: readonly (readonly Cell[])[];
  capped: boolean;
}

/** Why a text was not run. */
export type Refusal =
  | { kind: 'empty' }
  /** A second statement after a semicolon. */
  | { kind: 'several' }
  /** Something other than a question; its word as written. */
  | { kind: 'statement'; word: string }
  /** A function that reads or does something outside the tables. */
  | { kind: 'function'; name: string }
  /** A file or an address in place of a table. */
  | { kind: 'outside' }
  /** A parenthesis closed that was not opened. */
  | { kind: 'parenthesis' }
  /** The text ends before the statement does. */
  | { kind: 'unfinished' }
  /** A PIVOT whose values are not listed: the engine would write statements of its own to find them. */
  | { kind: 'pivot' };

/** What came of a text; a person's mistake is a result and not an exception. `at` is its place where that is known. */
export type Outcome =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'refused'; refusal: Refusal; at: TextPlace | null }
  /** In the engine's own words, which are English. */
  | { kind: 'failed'; message: string; at: TextPlace | null };

/** Rows of an answer that are fetched and shown, unless said otherwise. */
const defaultRowCap = 10_000;

/** What a question begins with. That it is one, the engine's grammar decides; this list is for the words of a refusal. */
export const questionWords = [
  'SELECT',
  'WITH',
  'FROM',
  'VALUES',
  'TABLE',
  'DESCRIBE',
  'SUMMARIZE',
  'SHOW',
  'PIVOT',
  'UNPIVOT',
] as const;

/** Table functions that look at nothing but their arguments and the engine's own list of tables. */
const harmlessTableFunctions = new Set(
  (
    'range generate_series unnest repeat repeat_row summary histogram histogram_values json_each json_tree ' +
    'duckdb_tables duckdb_columns duckdb_views duckdb_constraints duckdb_functions duckdb_keywords duckdb_types ' +
    'pragma_table_info pragma_version'
  ).split(' '),
);

/**
 * Answers a text that a person wrote, and lets it do nothing but ask. Four rules, each the engine's own:
 * the text is put in parentheses where its grammar allows a query and nothing else; it is prepared first, which refuses
 * a second statement; it runs in a transaction that refuses every write (`Connector.ask`); and the engine was opened
 * without a way to files or sites, and with its settings locked (`lock`). Beside these, a table function is run only when
 * it is known to be harmless. Rejects with the signal's reason when aborted, and the engine stops.
 */
export async function askConsole(
  connector: Connector,
  text: string,
  { rowCap = defaultRowCap, signal }: { rowCap?: number; signal?: AbortSignal } = {},
): Promise<Outcome> {
  const tokens = tokensOf(text);
  const refused = refusalOf(tokens);
  if (refused) return refusedAt(text, refused.refusal, refused.token);
  const statement = text.slice(0, tokens.find(isSemicolon)?.from ?? text.length);
  const harmful = await harmfulCall(connector, tokens, signal);
  if (harmful) return refusedAt(text, { kind: 'function', name: harmful.text }, harmful);
  try {
    return { kind: 'answered', answer: await answerOf(connector, statement, rowCap, signal) };
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause;
    return outcomeOfError(text, statement, tokens, cause);
  }
}

/** Has the engine make ready, ahead of a first question, whatever `ask` needs. */
export async function prepareConsole(connector: Connector): Promise<void> {
  await connector.ask('SELECT 1');
}

const isSemicolon = ({ kind, text }: Token) => kind === 'sign' && text === ';';

const refusedAt = (text: string, refusal: Refusal, token: Token | undefined): Outcome => ({
  kind: 'refused',
  refusal,
  at: token ? placeOf(text, token.from) : null,
});

function refusalOf(tokens: readonly Token[]): { refusal: Refusal; token?: Token } | null {
  const end = tokens.findIndex(isSemicolon);
  const second = end < 0 ? undefined : tokens.slice(end).find((token) => !isSemicolon(token));
  const [first] = tokens;
  if (!first || isSemicolon(first)) return { refusal: { kind: 'empty' } };
  const asks =
    first.kind === 'word' && (questionWords as readonly string[]).includes(first.text.toUpperCase());
  const opens = first.kind === 'sign' && first.text === '(';
  if (!asks && !opens) return { refusal: { kind: 'statement', word: first.text }, token: first };
  if (second) return { refusal: { kind: 'several' }, token: second };
  return unevenParentheses(tokens);
}

/** Without this, `SELECT 1) AS a, (SELECT 2` would be a question only inside our parentheses. */
function unevenParentheses(tokens: readonly Token[]): { refusal: Refusal; token?: Token } | null {
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (depth < 0) return { refusal: { kind: 'parenthesis' }, token };
  }
  const last = tokens.at(-1);
  return depth > 0 && last ? { refusal: { kind: 'unfinished' }, token: last } : null;
}

/** The first call of a table function, by the engine's own list of them, that is not known to be harmless. */
async function harmfulCall(
  connector: Connector,
  tokens: readonly Token[],
  signal?: AbortSignal,
): Promise<Token | undefined> {
  const called = tokens.filter(
    ({ kind }, index) =>
      (kind === 'word' || kind === 'quoted') &&
      tokens[index + 1]?.kind === 'sign' &&
      tokens[index + 1]?.text === '(',
  );
  const names = called
    .map(({ text }) => text.toLowerCase())
    .filter((name) => !harmlessTableFunctions.has(name));
  if (names.length === 0) return undefined;
  const rows = await connector.query<{ name: string }>(
    {
      sql: `SELECT DISTINCT lower(function_name) AS name FROM duckdb_functions()
        WHERE function_type IN ('table', 'table_macro') AND lower(function_name) IN (${names.map(() => '?').join(', ')})`,
      parameters: names,
    },
    signal,
  );
  const harmful = new Set(rows.map(({ name }) => name));
  return called.find(({ text }) => harmful.has(text.toLowerCase()));
}

/** The text on lines of its own, so that a comment at its end closes nothing and line numbers are one more than its own. */
const wrapped = (statement: string, alias: string) => `(\n${statement}\n) AS ${alias}`;

async function answerOf(
  connector: Connector,
  statement: string,
  rowCap: number,
  signal?: AbortSignal,
): Promise<Answer> {
  const described = await connector.ask<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM ${wrapped(statement, 'answer')}`,
    signal,
  );
  const names = described.map((_, index) => `c${index}`);
  const list = described.map(({ column_type }, index) => {
    const type = smallNumber.test(column_type) ? 'DOUBLE' : 'VARCHAR';
    return `CAST(c${index} AS ${type}) AS c${index}`;
  });
  const found = await connector.ask<Record<string, Cell>>(
    `SELECT ${list.join(', ')} FROM ${wrapped(statement, `answer(${names.join(', ')})`)} LIMIT ${Math.floor(rowCap) + 1}`,
    signal,
  );
  const columns = described.map(({ column_name: name, column_type: type }, index) =>
    readColumn(
      name,
      type,
      found.slice(0, rowCap).map((row) => row[`c${index}`] ?? null),
    ),
  );
  return {
    columns: columns.map(({ column }) => column),
    rows: found.slice(0, rowCap).map((_, row) => columns.map(({ cells }) => cells[row] ?? null)),
    capped: found.length > rowCap,
  };
}

/** Types whose every value a JavaScript number holds. */
const smallNumber = /^(U?(TINY|SMALL)INT|U?INTEGER|DOUBLE)$/;
/** Types whose values may have more digits than that: fetched as text, and numbers when nothing is lost by it. */
const largeNumber = /^(U?(BIG|HUGE)INT|FLOAT|DECIMAL\b.*)$/;

function readColumn(name: string, type: string, cells: Cell[]): { column: AnswerColumn; cells: Cell[] } {
  const isNumber = smallNumber.test(type) || (largeNumber.test(type) && cells.every(isExact));
  const read = isNumber ? cells.map((cell) => (cell === null ? null : Number(cell))) : cells;
  return { column: { name, type, kind: isNumber ? 'number' : 'text' }, cells: read };
}

/** Fifteen digits always survive a double (IEEE 754). */
const isExact = (cell: Cell) =>
  cell === null || String(cell).replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length <= 15;

/** Words at which a statement stops being a question. */
const doing =
  /^(insert|update|delete|merge|copy|create|drop|alter|attach|detach|install|load|set|reset|pragma|call|truncate|export|import|vacuum|checkpoint|execute|prepare|begin|commit|use)$/i;

function outcomeOfError(
  text: string,
  statement: string,
  tokens: readonly Token[],
  error: QueryError,
): Outcome {
  const raw = error.cause instanceof Error ? error.cause.message : error.message;
  const line = raw.match(/^LINE (\d+): (.*)\n( *)\^/m);
  const lines = statement.split('\n').length;
  const number = Number(line?.[1] ?? 0) - 1;
  if (line && number > lines)
    return { kind: 'refused', refusal: { kind: 'unfinished' }, at: placeOf(text, statement.length) };
  const at = line ? placeOfCaret(statement, number, line[2] ?? '', (line[3] ?? '').length) : null;
  const met = /^(Parser|Not implemented) Error/.test(raw) ? tokens.find(doesAt(tokens, at)) : undefined;
  if (met) return refusedAt(text, { kind: 'statement', word: met.text }, met);
  if (/file system operations are disabled|^Permission Error/.test(raw))
    return { kind: 'refused', refusal: { kind: 'outside' }, at };
  if (raw.includes('Cannot prepare multiple statements'))
    return { kind: 'refused', refusal: { kind: 'pivot' }, at };
  return { kind: 'failed', message: plainMessage(raw), at };
}

/** The word at the place of the error, or a write in parentheses: the engine gives that one's place in some versions only. */
const doesAt =
  (tokens: readonly Token[], at: TextPlace | null) =>
  ({ kind, text, from }: Token, index: number) =>
    kind === 'word' &&
    ((doing.test(text) && from === at?.offset) || (writing.test(text) && tokens[index - 1]?.text === '('));
const writing = /^(insert|update|delete|merge)$/i;

/** The engine shows a part of a long line, with `...` at its ends, and a caret under what it means. */
function placeOfCaret(statement: string, line: number, shown: string, caret: number): TextPlace | null {
  const lines = statement.split('\n');
  const whole = lines[line - 1];
  if (whole === undefined) return null;
  const part = shown.replace(/^\.\.\.|\.\.\.$/g, '');
  const cut = shown.length === whole.length ? 0 : Math.max(0, whole.indexOf(part));
  const lead = cut > 0 ? '...'.length : 0;
  const column = cut + caret - `LINE ${line + 1}: `.length - lead;
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  return placeOf(statement, before + Math.max(0, Math.min(whole.length, column)));
}

/** Without the excerpt, which is pointed at in the editor, and without advice to install what is never fetched here. */
const plainMessage = (raw: string) =>
  raw
    .replace(/\n+LINE \d+: [^]*$/, '')
    .replace(/\n+Please try installing[^]*$/, '')
    .trim();
