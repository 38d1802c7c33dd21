import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, openTask, tasks, test } from './app.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page, screen: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const language of ['en', 'fr'])
  for (const theme of ['light', 'dark'])
    test(`no accessibility violation on any screen, ${language}, ${theme}`, async ({ page }) => {
      await open(page, `?lang=${language}&theme=${theme}`);
      for (const task of tasks) {
        await openTask(page, task);
        expect(await violations(page, task)).toEqual([]);
      }
    });

test('no accessibility violation on a narrow screen, and none scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  for (const task of tasks) {
    await openTask(page, task);
    expect(await violations(page, task)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${task} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});
