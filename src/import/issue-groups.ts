import type { RowEdit } from '../model/decisions.ts';
import type { Issue } from '../model/issues.ts';

/** Findings of one kind about one column: a table may have as many as it has rows, and a person reads one line and some examples. */
export interface IssueGroup {
  key: string;
  count: number;
  /** The first ones, in the order of the rows; at least one. */
  examples: readonly [Issue, ...Issue[]];
  /** The first change that would mend one, and how many there are; null where none is suggested. */
  fix: { first: RowEdit; count: number } | null;
}

const mostExamples = 20;

/** Findings about one column of one kind have one key. */
export const groupKey = ({ code, severity, column, row }: Issue): string =>
  JSON.stringify([code, severity, column, row === null]);

/** Groups in the order their first finding came; errors before warnings before notes. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, { count: number; examples: [Issue, ...Issue[]]; fixes: RowEdit[] }>();
  for (const issue of issues) {
    const key = groupKey(issue);
    const group = groups.get(key);
    const fixes = issue.fix ? [issue.fix] : [];
    if (!group) groups.set(key, { count: 1, examples: [issue], fixes });
    else {
      group.count += 1;
      group.fixes.push(...fixes);
      if (group.examples.length < mostExamples) group.examples.push(issue);
    }
  }
  const order = { error: 0, warning: 1, note: 2 };
  return [...groups]
    .map(
      ([
        key,
        {
          count,
          examples,
          fixes: [first, ...others],
        },
      ]) => {
        const fix = first ? { first, count: others.length + 1 } : null;
        return { key, count, examples, fix };
      },
    )
    .sort((a, b) => order[a.examples[0].severity] - order[b.examples[0].severity]);
}

/** The years that the columns of a wide table are named for, as its finding tells; none for any other table. */
export const yearsIn = (groups: readonly IssueGroup[]): string[] =>
  groups.find(({ examples }) => examples[0].code === 'year-chosen')?.examples[0].expected?.split(', ') ?? [];

/** The changes that would mend the findings of one group. */
export const fixesOf = (issues: readonly Issue[], key: string): RowEdit[] =>
  issues.flatMap((issue) => (issue.fix && groupKey(issue) === key ? [issue.fix] : []));
