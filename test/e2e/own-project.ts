import type { Page } from '@playwright/test';
import { expect, open } from './app.ts';

/** Points of one file, with ids that no other file has. */
export function pointsFile(name: string, rows: number) {
  const lines = Array.from(
    { length: rows },
    (_, row) =>
      `${name}-${row},Centre « d’été » ${name} ${row},${(45 + row / 1000).toFixed(3)},${(-66 - row / 1000).toFixed(3)}`,
  );
  const text = `id,name,latitude,longitude\n${lines.join('\n')}\n`;
  return { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
}

const loaded = (page: Page) => page.getByRole('region', { name: 'What is loaded' });
export const saveStatus = (page: Page) => page.getByTestId('save-status');

/** How many service points and sources the data panel says there are. */
export async function counted(page: Page): Promise<{ points: number; sources: number }> {
  const points = loaded(page).locator('dt', { hasText: 'Service points' }).locator('xpath=following::dd[1]');
  return {
    points: Number((await points.innerText()).replace(/\D/g, '')),
    sources: await loaded(page).locator('li').count(),
  };
}

/** Drops a file and accepts what was understood, with nothing waited for after. */
export async function importPoints(page: Page, file: ReturnType<typeof pointsFile>): Promise<void> {
  await page.locator('main input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^(Start a project|Add)/ }).click();
}

/** Opens the app, imports one file as a person's own project, and waits until it is saved. */
export async function openOwnProject(page: Page, rows = 20): Promise<void> {
  await open(page, '?lang=en&task=data&project=corridor');
  await importPoints(page, pointsFile('first', rows));
  await expect(saveStatus(page)).toHaveText('Saved');
}

/** Chooses from the File menu. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
