import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, openTask, test } from './app.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: /^(SQL question|Question en SQL)$/ });
const answerTable = (page: Page) => page.getByRole('region', { name: /Table of what/ });

/** Writes a question and runs it by keyboard. */
async function ask(page: Page, sql: string) {
  await editor(page).fill(sql);
  await editor(page).press('Control+Enter');
}

test('a question is run by keyboard and shown as table, chart and map', async ({ page }) => {
  await open(page, '?lang=en&task=sql');
  await expect(page.getByRole('button', { name: 'Insert service_point' })).toBeVisible();
  await editor(page).focus();
  await page.keyboard.type(
    'SELECT code, name_en, population FROM area WHERE demand ORDER BY population DESC LIMIT 5',
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^5 rows in [\d,]+ ms$/)).toBeVisible();
  await expect(answerTable(page).getByRole('row')).toHaveCount(6);
  await expect(page.getByRole('img', { name: /^Bars: population by code, 5 rows/ })).toBeVisible();
  await expect(page.getByText('5 of 5 rows are on the map, placed by code.')).toBeVisible();
  await answerTable(page).getByRole('row').nth(1).getByRole('button').press('Enter');
  await expect(page.locator('tr[data-selected]')).toHaveCount(1);
  await expect(page.getByRole('group').filter({ hasText: 'population:' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await editor(page).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
});

test('what does something is refused in words, with its place; the project stands', async ({ page }) => {
  await open(page, '?lang=en&task=sql');
  await ask(page, 'SELECT 7 AS seven');
  await expect(page.getByText(/^1 row in/)).toBeVisible();
  await ask(page, 'SELECT 1;\nDROP TABLE area');
  const refusal = page.getByRole('main').getByRole('alert');
  await expect(refusal).toContainText('One question at a time');
  await expect(refusal).toContainText('line 2, column 1');
  await refusal.getByRole('button', { name: 'Go to the place' }).click();
  expect(
    await editor(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('DROP');
  await ask(page, "COPY area TO 'area.csv'");
  await expect(refusal).toContainText('“COPY” does not ask');
  await ask(page, "SELECT * FROM read_csv('https://example.org/a.csv')");
  await expect(refusal).toContainText('“read_csv”');
  await ask(page, 'SELECT populaton FROM area');
  await expect(refusal).toContainText('populaton');
  await expect(answerTable(page)).toContainText('seven');
  await ask(page, 'SELECT COUNT(*) AS areas FROM area');
  await expect(page.getByText(/^1 row in/)).toBeVisible();
});

test('a question that would take hours is cancelled, and the next one is answered', async ({ page }) => {
  await open(page, '?lang=en&task=sql');
  await ask(
    page,
    'SELECT COUNT(*) FROM range(1000000) a, range(1000000) b, range(1000) c WHERE a.range + b.range % 7 = c.range',
  );
  // On a busy machine the project itself is still being read, which can be cancelled too.
  const running = page.locator('.progress').filter({ hasText: 'Running…' });
  await running.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped.')).toBeVisible();
  await ask(page, 'SELECT COUNT(*) AS points FROM service_point');
  await expect(page.getByText(/^1 row in/)).toBeVisible();
  await openTask(page, 'coverage');
  await openTask(page, 'sql');
  await expect(editor(page)).toHaveValue('SELECT COUNT(*) AS points FROM service_point');
});

test('more rows than the cap are cut, and it is said', async ({ page }) => {
  await open(page, '?lang=en&task=sql');
  await ask(page, 'FROM range(10001)');
  await expect(page.getByText('Only the first 10,000 rows are shown')).toBeVisible();
});

test('every example is answered on both samples, in French', async ({ page }) => {
  for (const project of ['corridor', 'nwt']) {
    await open(page, `?lang=fr&task=sql&project=${project}`);
    const examples = page.getByRole('region', { name: 'Exemples' }).getByRole('button');
    await expect(page.getByRole('button', { name: 'Insérer travel', exact: true })).toBeVisible();
    for (const example of await examples.all()) {
      await example.click();
      await expect(page.getByRole('button', { name: 'Exécuter' })).toBeEnabled();
      await expect(page.getByText(/lignes? en [\d\s]+ ms$/)).toBeVisible();
      await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    }
  }
});

test('no accessibility violation with an answer, a chart, columns and a refusal on screen', async ({
  page,
}) => {
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page }).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  for (const view of ['?lang=en&theme=light', '?lang=fr&theme=dark']) {
    await open(page, `${view}&task=sql`);
    await page.locator('summary', { hasText: /(Columns of|Colonnes de) area/ }).click();
    await ask(page, 'SELECT name_en, population FROM area WHERE demand ORDER BY population DESC LIMIT 40');
    await expect(page.getByRole('img', { name: /population/ })).toBeVisible();
    expect(await violations()).toEqual([]);
    await ask(page, 'DROP TABLE area');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    expect(await violations()).toEqual([]);
  }
});

test('a query is saved, renamed, deleted and undone, without loading the project again', async ({ page }) => {
  await open(page, '?lang=en&task=sql');
  await ask(page, 'SELECT 42 AS answer');
  await expect(page.getByText(/^1 row in/)).toBeVisible();
  const saved = page.getByRole('region', { name: 'Saved queries' });
  await saved.getByLabel('Name of the query').fill('The answer');
  await saved.getByRole('button', { name: 'Save' }).click();
  await expect(saved.getByRole('button', { name: 'The answer', exact: true })).toBeVisible();
  await expect(page.getByText('Computing travel times…')).toHaveCount(0);
  await saved.getByRole('button', { name: 'Rename The answer' }).click();
  await saved.getByLabel('New name').fill('All of it');
  await saved.getByLabel('New name').press('Enter');
  await saved.getByRole('button', { name: 'Delete All of it' }).click();
  await expect(saved.getByText('None yet.')).toBeVisible();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(saved.getByRole('button', { name: 'All of it', exact: true })).toBeVisible();
  await undo.click();
  await editor(page).fill('SELECT 1');
  await saved.getByRole('button', { name: 'The answer', exact: true }).click();
  await expect(editor(page)).toHaveValue('SELECT 42 AS answer');
  await undo.click();
  await expect(saved.getByText('None yet.')).toBeVisible();
  await expect(undo).toBeDisabled();
});
