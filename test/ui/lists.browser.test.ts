import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import DataTable from '../../src/ui/DataTable.svelte';
import PanelBoundary from '../../src/ui/PanelBoundary.svelte';
import RankedList, { type RankedItem } from '../../src/ui/RankedList.svelte';
import ScoreExplanation from '../../src/ui/ScoreExplanation.svelte';
import SearchBox from '../../src/ui/SearchBox.svelte';
import type { MarkWords } from '../../src/ui/marks.ts';
import type { Column } from '../../src/ui/table-columns.ts';
import { clear, one, press, show } from './stage.ts';

afterEach(clear);

const markWords: MarkWords = {
  illustrative: { word: 'invented', explained: 'Invented for this sample' },
  estimated: { word: 'estimate', explained: 'Straight line' },
  suppressed: { word: 'suppressed', explained: 'Withheld' },
  unknown: { word: 'not known', explained: 'Missing' },
};

interface Community {
  id: string;
  name: string;
  people: number | null;
}
const columns: Column<Community>[] = [
  { key: 'name', label: 'Community', value: (row) => row.name, text: (row) => row.name },
  {
    key: 'people',
    label: 'People',
    align: 'end',
    value: (row) => row.people,
    text: (row) => (row.people === null ? '' : String(row.people)),
  },
];
const communities = (count: number): Community[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: `Community ${index}`,
    people: index === 1 ? null : 10 * index,
  }));
const table = (
  rows: Community[],
  more: { selectedId?: string | null; onselect?: (id: string) => void } = {},
) =>
  show(DataTable<Community>, {
    rows,
    columns,
    rowId: (row: Community) => row.id,
    caption: 'Communities and how they are covered',
    words: {
      rows: (from: string, to: string, of: string) => `Rows ${from} to ${to} of ${of}`,
      sortBy: (column: string) => `Sort by ${column}`,
      sorting: 'Sorting…',
      previous: 'Previous',
      next: 'Next',
      none: 'No rows.',
    },
    markWords,
    format: String,
    language: 'en-CA',
    ...more,
  });
const firstCells = (root: HTMLElement) =>
  [...root.querySelectorAll('tbody th')].map((cell) => cell.textContent.trim());

test('a table sorts by its headings, says so, and keeps what is not known last', async () => {
  const root = table(communities(4));
  const [, people] = [...root.querySelectorAll<HTMLElement>('thead button')];
  if (!people) throw new Error('no heading for people');
  await userEvent.click(people);
  expect(firstCells(root)).toEqual(['Community 3', 'Community 2', 'Community 0', 'Community 1']);
  expect(people.closest('th')?.getAttribute('aria-sort')).toBe('descending');
  await userEvent.click(people);
  expect(firstCells(root)).toEqual(['Community 0', 'Community 2', 'Community 3', 'Community 1']);
  expect(root.querySelector('tbody tr:last-child td')?.textContent).toContain('not known');
});

test('a table is walked and selected by keyboard with one tab stop', async () => {
  const onselect = vi.fn();
  const root = table(communities(3), { onselect });
  const stops = () =>
    [...root.querySelectorAll<HTMLElement>('tbody button')].map((button) => button.tabIndex);
  expect(stops()).toEqual([0, -1, -1]);
  root.querySelector<HTMLElement>('tbody button')?.focus();
  await press('{ArrowDown}{ArrowDown}{Enter}');
  expect(onselect.mock.calls).toEqual([['c2']]);
  expect(stops()).toEqual([-1, -1, 0]);
  await press('{Home}[Space]');
  expect(onselect.mock.lastCall).toEqual(['c0']);
});

test('a long table is paged, and opens on the page of what is selected', async () => {
  const root = table(communities(230), { selectedId: 'c150', onselect: () => undefined });
  await expect.poll(() => one(root, '.pages span').textContent.trim()).toBe('Rows 101 to 200 of 230');
  expect(one(root, '[aria-current]').textContent.trim()).toBe('Community 150');
  await userEvent.click(one(root, '[aria-label=Next]'));
  expect(root.querySelectorAll('tbody tr').length).toBe(30);
  expect(one<HTMLButtonElement>(root, '[aria-label=Next]').disabled).toBe(true);
});

test('an empty table says so', () => expect(table([]).textContent).toContain('No rows.'));

test('imported text is text', () => {
  const name = '<img src=x onerror="window.hacked=true">';
  const root = table([{ id: 'a', name, people: 1 }]);
  expect(firstCells(root)).toEqual([name]);
  expect(root.querySelector('img')).toBeNull();
});

const items: RankedItem[] = Array.from({ length: 12 }, (_, index) => ({
  id: `o${index}`,
  rank: index < 11 ? String(index + 1) : null,
  title: `Option ${index}`,
  subtitle: '0.4 km apart',
  score: index < 11 ? 0.9 : null,
  scoreText: index < 11 ? '90' : 'not known',
  low: 0.5,
  high: 0.9,
  marks: ['illustrative'],
}));

test('a ranked list shows the first, more when asked, and the detail of the selected one', async () => {
  const onselect = vi.fn();
  const detail = createRawSnippet<[string]>((id) => ({ render: () => `<p class="why">why ${id()}</p>` }));
  const root = show(RankedList, {
    items,
    label: 'Ranked',
    showMoreLabel: 'Show more',
    markWords,
    selectedId: 'o1',
    onselect,
    detail,
  });
  expect(root.querySelectorAll('li').length).toBe(10);
  expect(one(root, '.why').textContent).toBe('why o1');
  expect(one(root, '[aria-current]').textContent).toContain('Option 1');
  expect(root.textContent).toContain('invented');
  await userEvent.click(one(root, '.button'));
  expect(root.querySelectorAll('li').length).toBe(12);
  root.querySelectorAll<HTMLElement>('li > button')[11]?.focus();
  await press('{Enter}');
  expect(onselect.mock.calls).toEqual([['o11']]);
});

test('a missing part of a score is a word, not a zero', () => {
  const part = { help: '', weight: 30, weightText: '30' };
  const root = show(ScoreExplanation, {
    title: 'Why this score',
    score: 0.9,
    scoreText: '90',
    low: 0.45,
    high: 0.95,
    rangeText: 'between 45 and 95',
    missingLabel: 'missing',
    weightLabel: 'weight',
    parts: [
      { ...part, id: 'near', label: 'Proximity', score: 0.9, scoreText: '90', evidence: ['0.4 km apart'] },
      {
        ...part,
        id: 'lease',
        label: 'Leases',
        score: null,
        scoreText: '',
        evidence: ['Lease dates not known'],
      },
    ],
  });
  const [known, missing] = [...root.querySelectorAll('section > ul > li')];
  expect(known?.textContent).toContain('0.4 km apart');
  expect(known?.querySelector('.track .fill')).not.toBeNull();
  expect(missing?.textContent).toContain('missing');
  expect(missing?.textContent).not.toMatch(/\b0\b/);
  expect(missing?.querySelector('.track .fill')).toBeNull();
  expect(root.textContent).toContain('between 45 and 95');
});

test('a long table is sorted in slices: the rows before stand until then, and it says that it is at work', async () => {
  const root = table(communities(20_000));
  const [name] = [...root.querySelectorAll<HTMLElement>('thead button')];
  const before = firstCells(root);
  name?.click();
  name?.click();
  await expect.poll(() => one(root, 'table').getAttribute('aria-busy')).toBe('true');
  expect(firstCells(root)).toEqual(before);
  expect(one(root, '.scroll [role=status]').textContent).toBe('Sorting…');
  await expect.poll(() => firstCells(root)[0]).toBe('Community 19999');
  expect(one(root, 'table').getAttribute('aria-busy')).toBe('false');
});

test('a search finds without accents, by keyboard, and tells what was chosen', async () => {
  const onselect = vi.fn();
  const root = show(SearchBox, {
    label: 'Search',
    nothing: 'No point or place by that name.',
    searching: 'Searching…',
    items: () => [
      { id: 'a', label: 'Hawkesbury', detail: 'Place' },
      { id: 'b', label: 'Behchokǫ̀', detail: 'Place' },
    ],
    onselect,
  });
  const input = one<HTMLInputElement>(root, 'input');
  await userEvent.click(input);
  await userEvent.keyboard('behcho');
  await expect.poll(() => document.querySelectorAll('[role=option]').length).toBe(1);
  await press('{ArrowDown}{Enter}');
  await expect.poll(() => onselect.mock.calls).toEqual([['b']]);
  await expect.poll(() => input.value).toBe('Behchokǫ̀');
});

test('a part of the page that fails says so and can be tried again', async () => {
  const failing = createRawSnippet(() => ({
    render: () => '<p></p>',
    setup: () => {
      if (tries++ === 0) throw new Error('out of paper');
    },
  }));
  let tries = 0;
  const onerror = vi.fn();
  const root = show(PanelBoundary, {
    text: 'This panel stopped.',
    retryLabel: 'Try again',
    detailLabel: 'Details',
    onerror,
    children: failing,
  });
  expect(one(root, '[role=alert]').textContent).toContain('This panel stopped.');
  expect(root.textContent).toContain('out of paper');
  expect(onerror).toHaveBeenCalledOnce();
  await userEvent.click(one(root, 'button'));
  expect(root.querySelector('[role=alert]')).toBeNull();
});
