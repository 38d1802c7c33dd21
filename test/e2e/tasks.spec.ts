import type { Page } from '@playwright/test';
import { expect, open, test } from './app.ts';

const answer = (page: Page) => page.getByTestId('answer');

test('a longer cutoff reaches at least as many, and the question is in the address', async ({ page }) => {
  await open(page, '?lang=en');
  const reached = async () =>
    Number((await answer(page).locator('strong').first().innerText()).replace(/\D/g, ''));
  const at25 = await reached();
  const limit = page.getByRole('spinbutton', { name: 'Limit' });
  await limit.fill('60');
  await limit.press('Enter');
  await expect(page).toHaveURL(/within=60km/);
  await expect.poll(reached).toBeGreaterThan(at25);
});

test('the language is in the address, on the page, in the document, and remembered', async ({ page }) => {
  await open(page, '?lang=en');
  await page.getByRole('button', { name: /passer au français/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveURL(/lang=fr/);
  await expect(answer(page)).toContainText('personnes');
  await open(page, '');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('list, table and map select the same thing', async ({ page }) => {
  await open(page, '?lang=en');
  const list = page.getByRole('region', { name: 'Largest communities not reached' });
  const first = list.getByRole('button').first();
  const name = ((await first.innerText()).split('\n')[0] ?? '').trim();
  await first.click();
  await expect(page).toHaveURL(/selected=area/);
  await expect(page.locator('tr[data-selected]')).toContainText(name);
  await expect(page.getByRole('group', { name })).toBeVisible();
  const other = page
    .getByRole('region', { name: /Table of what/ })
    .getByRole('row')
    .nth(3);
  await other.click();
  await expect(other).toHaveAttribute('data-selected', 'true');
});

test('a row is selected by keyboard alone', async ({ page }) => {
  await open(page, '?lang=en');
  const table = page.getByRole('region', { name: /Table of what/ });
  await table.getByRole('row').nth(2).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/selected=area/);
});

test('moving a weight ranks again at once', async ({ page }) => {
  await open(page, '?lang=en&task=colocation');
  const ranked = page.getByRole('list', { name: 'Ranked pairs' });
  const before = await ranked.innerText();
  await page.locator('summary', { hasText: 'What matters' }).click();
  const lease = page.getByRole('slider').first();
  await lease.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => ranked.innerText()).not.toBe(before);
});

test('search finds a place and selects it', async ({ page }) => {
  await open(page, '?lang=en');
  await page.getByRole('combobox', { name: 'Search points and places' }).fill('hawkes');
  await page
    .getByRole('option', { name: /^Hawkesbury/ })
    .first()
    .click();
  await expect(page).toHaveURL(/selected=/);
});

test('the Northwest Territories open from the list of projects', async ({ page }) => {
  await open(page, '?lang=en&project=nwt&of=org%3Aservice-canada');
  await expect(answer(page)).toContainText('33');
  await page.getByRole('combobox', { name: /^Project/ }).click();
  await page.getByRole('option', { name: /corridor/ }).click();
  await expect(page).toHaveURL(/project=corridor/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/project=nwt/);
});
