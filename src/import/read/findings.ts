import type { Issue, IssueCode, IssueSeverity } from '../../model/issues.ts';

interface Where {
  row?: number | null;
  column?: string | null;
  found?: string | null;
  expected?: string | null;
}

const longestQuote = 80;

/** An issue with nulls for what is not said; a long cell is quoted by its beginning. */
export function issue(code: IssueCode, severity: IssueSeverity, where: Where = {}): Issue {
  const { row = null, column = null, found = null, expected = null } = where;
  const quoted = found !== null && found.length > longestQuote ? `${found.slice(0, longestQuote)}…` : found;
  return { code, severity, row, column, found: quoted, expected };
}

/** The issues of one file, and which of its rows are listed rather than kept. */
export class Findings {
  readonly issues: Issue[] = [];
  readonly #listed = new Set<number>();
  #refused = false;

  /** Something to know about a row that is kept, or about the file. */
  note(found: Issue): void {
    this.issues.push(found);
  }

  /** The reason why the row is not kept; without a row, why none of the file's rows is. */
  list(found: Issue): void {
    this.issues.push(found);
    if (found.row === null) this.#refused = true;
    else this.#listed.add(found.row);
  }

  /** Takes back what was noted of rows, when a later look settled it. Never the reason why a row is listed. */
  withdraw(code: IssueCode, rows: ReadonlySet<number>): void {
    if (rows.size === 0) return;
    let kept = 0;
    for (const one of this.issues)
      if (one.code !== code || one.severity === 'error' || one.row === null || !rows.has(one.row))
        this.issues[kept++] = one;
    this.issues.length = kept;
  }

  /** True when the file as a whole was refused: all its rows are listed by one issue. */
  get refused(): boolean {
    return this.#refused;
  }

  isListed(row: number): boolean {
    return this.#listed.has(row);
  }

  get listed(): number {
    return this.#listed.size;
  }

  /** Whole-file issues first, then by row; within a row in the order they were found. */
  inOrder(): Issue[] {
    return [...this.issues].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
