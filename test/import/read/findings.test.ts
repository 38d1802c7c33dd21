import { expect, test } from 'vitest';
import { Findings, issue } from '../../../src/import/read/findings.ts';

test('of what was noted, what a later look settled is taken back, however much there is; a reason to list a row stays', () => {
  const findings = new Findings();
  const rows = 300_000;
  for (let row = 1; row <= rows; row += 1) findings.note(issue('near-duplicate', 'note', { row }));
  findings.list(issue('near-duplicate', 'error', { row: 1 }));
  findings.note(issue('no-rows', 'note'));
  findings.withdraw('near-duplicate', new Set([1, 2]));
  expect(findings.inOrder()).toHaveLength(rows - 2 + 2);
  expect(
    findings
      .inOrder()
      .slice(0, 3)
      .map(({ code, row }) => [code, row]),
  ).toEqual([
    ['no-rows', null],
    ['near-duplicate', 1],
    ['near-duplicate', 3],
  ]);
  expect(findings.isListed(1)).toBe(true);
});
