import { expect, test } from 'vitest';
import { fixesOf, groupIssues } from '../../src/import/issue-groups.ts';
import { issue } from '../../src/import/read/findings.ts';
import type { Issue } from '../../src/model/issues.ts';

const swapped = (row: number): Issue => ({
  ...issue('swapped-coordinates', 'warning', { row, column: 'lat' }),
  fix: { kind: 'set-cells', row, cells: { lat: '45', lon: '-75' } },
});

test('findings of one kind about one column are one group; errors come first', () => {
  const issues = [
    swapped(1),
    issue('missing-id', 'error', { row: 2 }),
    swapped(3),
    issue('swapped-coordinates', 'warning', { row: 4, column: 'geometry' }),
  ];
  const groups = groupIssues(issues);
  expect(groups.map(({ examples, count, fix }) => [examples[0].code, count, fix?.count ?? 0])).toEqual([
    ['missing-id', 1, 0],
    ['swapped-coordinates', 2, 2],
    ['swapped-coordinates', 1, 0],
  ]);
  expect(fixesOf(issues, groups[1]?.key ?? '')).toEqual([issues[0]?.fix, issues[2]?.fix]);
});

test('a group counts all of them and shows the first twenty', () => {
  const [group] = groupIssues(Array.from({ length: 1000 }, (_, index) => swapped(index + 1)));
  expect(group).toMatchObject({ count: 1000, fix: { count: 1000, first: { row: 1 } } });
  expect(group?.examples.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});
