import AxeBuilder from '@axe-core/playwright';
import { expect, open, tasks, test } from './app.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const language of ['en', 'fr'])
  for (const theme of ['light', 'dark'])
    test(`no accessibility violation on any screen, ${language}, ${theme}`, async ({ page }) => {
      for (const task of tasks) {
        await open(page, `?lang=${language}&theme=${theme}&task=${task}`);
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${task}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
        expect(found).toEqual([]);
      }
    });

test('no accessibility violation on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const task of tasks) {
    await open(page, `?task=${task}`);
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id }) => `${task}: ${id}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${task} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});
