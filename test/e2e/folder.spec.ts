import { serveBuilt } from '../../scripts/serve-built.ts';
import { expect, test as base } from '@playwright/test';

base('the built folder works below any path', async ({ page }) => {
  const { url, close } = await serveBuilt('/planning/guichet/');
  const failed: string[] = [];
  page.on('pageerror', ({ message }) => failed.push(message));
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(url);
    // Nothing is in this browser's cache yet, and the machine may be busy.
    await expect(page.getByTestId('answer')).toBeVisible({ timeout: 100_000 });
    expect(new URL(page.url()).pathname).toBe('/planning/guichet/');
    expect(failed).toEqual([]);
  } finally {
    await close();
  }
});
