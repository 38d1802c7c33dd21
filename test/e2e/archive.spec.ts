import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, open, test } from './app.ts';
import { choose, counted, importPoints, openOwnProject, pointsFile, saveStatus } from './own-project.ts';

async function openFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await choose(page, 'Open a file…');
  await (await chooser).setFiles(file);
}

async function savedFile(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await choose(page, 'Save as file…');
  return readFile(await (await download).path());
}

async function rename(page: Page, name: string) {
  await choose(page, 'Rename…');
  await page.getByRole('textbox', { name: 'Name of the project' }).fill(name);
  await page.keyboard.press('Enter');
}

test('a project saved as a file opens on another machine; a damaged one is refused', async ({
  page,
  browser,
}) => {
  await openOwnProject(page);
  await rename(page, 'Été “1”');
  const buffer = await savedFile(page);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(new URL('./?lang=en&task=data&project=nwt', page.url()).href);
  await expect(elsewhere.getByTestId('answer')).toBeVisible();
  const file = { name: 'a.guichet', mimeType: 'application/zip' };
  await openFile(elsewhere, { ...file, buffer: buffer.subarray(0, buffer.length - 100) });
  await expect(elsewhere.getByText('This project is damaged or cut off, and was not opened.')).toBeVisible();
  await openFile(elsewhere, { ...file, buffer: Buffer.from('id,name\n1,a\n') });
  await expect(elsewhere.getByText('This file is not a Guichet project.')).toBeVisible();
  await expect(elsewhere).toHaveURL(/project=nwt/);
  await openFile(elsewhere, { ...file, buffer });
  await expect(elsewhere.getByRole('combobox', { name: 'Project: Été “1”' })).toBeVisible();
  expect(await counted(elsewhere)).toEqual({ points: 20, sources: 1 });
  await expect(saveStatus(elsewhere)).toHaveText('Saved');
  await elsewhere.context().close();
});

test('edits are undone and redone by keyboard, and what they were is said', async ({ page }) => {
  await openOwnProject(page);
  await importPoints(page, pointsFile('more', 5));
  await expect.poll(() => counted(page)).toEqual({ points: 25, sources: 2 });
  await rename(page, 'Other');
  const named = (name: string) => page.getByRole('combobox', { name: `Project: ${name}` });
  await expect(named('Other')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo: new name of the project' })).toBeEnabled();
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await expect(named('first')).toBeVisible();
  await expect(page.getByText('Undone: new name of the project')).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect.poll(() => counted(page)).toEqual({ points: 20, sources: 1 });
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+Shift+Z');
  await expect(named('Other')).toBeVisible();
  await expect.poll(() => counted(page)).toEqual({ points: 25, sources: 2 });
});

test('a new project is begun beside the first; a project is deleted after a question', async ({ page }) => {
  await openOwnProject(page);
  await choose(page, 'New project');
  await expect(saveStatus(page)).toHaveText('Saved');
  expect(await counted(page)).toEqual({ points: 0, sources: 0 });
  await choose(page, 'Delete…');
  const dialog = page.getByRole('dialog', { name: 'Delete “New project”?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await choose(page, 'Delete…');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/project=corridor/);
  await page.getByRole('combobox', { name: /^Project/ }).click();
  await expect(page.getByRole('option')).toHaveText([/corridor/, /Northwest/, /first/]);
});

test('menu and dialog are complete by keyboard, without a violation, on a narrow screen too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openOwnProject(page);
  const violations = async () =>
    (
      await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
    ).violations.map(({ id }) => id);
  const file = page.getByRole('button', { name: 'File', exact: true });
  await file.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'New project' })).toBeFocused();
  expect(await violations()).toEqual([]);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Name of the project' });
  await expect(field).toBeFocused();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(file).toBeFocused();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await open(page, '?lang=fr&task=data');
  await expect(saveStatus(page)).toHaveText('Enregistré');
});
