import { tasks } from '../../src/state/view-url.ts';
import { test as base, expect, type Page } from '@playwright/test';

/**
 * Every end-to-end test fails on a page error, a console error, a violated content policy and a request to another
 * origin.
 */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const seen: string[] = [];
      page.on('pageerror', (error) => seen.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const url = request.url();
        if (/^(blob|data):/.test(url) || url.startsWith(String(baseURL))) return;
        seen.push(`request to another origin: ${url}`);
      });
      await use();
      expect(seen).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Opens the app at a view (`?...`) and waits until the panel has its answer. */
export async function open(page: Page, view = ''): Promise<void> {
  await page.goto(`./${view}`);
  await expect(page.getByTestId('answer')).toBeVisible();
}

/** Opens a task from the rail and waits for its answer. */
export async function openTask(page: Page, task: (typeof tasks)[number]): Promise<void> {
  await page.locator(`nav a[href*="task=${task}"]`).click();
  await expect(page).toHaveURL(new RegExp(`task=${task}`));
  await expect(page.getByTestId('answer')).toBeVisible();
}

export { tasks };
