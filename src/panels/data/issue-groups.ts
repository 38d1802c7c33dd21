import type { RowEdit } from '../../model/decisions.ts';
import type { Issue } from '../../model/issues.ts';

/** Findings of one kind about one column: one line with a count, an example, and the fixes that are suggested. */
export interface IssueGroup {
  key: string;
  first: Issue;
  count: number;
  fixes: readonly RowEdit[];
}

/** Groups in the order their first finding came; errors before warnings before notes. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, { key: string; first: Issue; count: number; fixes: RowEdit[] }>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.code, issue.severity, issue.column, issue.row === null]);
    const group = groups.get(key) ?? { key, first: issue, count: 0, fixes: [] };
    group.count += 1;
    if (issue.fix) group.fixes.push(issue.fix);
    groups.set(key, group);
  }
  const order = { error: 0, warning: 1, note: 2 };
  return [...groups.values()].sort((a, b) => order[a.first.severity] - order[b.first.severity]);
}
