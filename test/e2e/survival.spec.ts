import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, open, test } from './app.ts';
import { choose, counted, importPoints, openOwnProject, pointsFile, saveStatus } from './own-project.ts';

/** Random moments that are the same in every run (Numerical Recipes' linear congruential generator). */
function seeded(seed: number) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Ends the process that the page runs in, as a crash does. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer it.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** The autosave and nothing else, as a script: a page of it opens in no time, so that it can be killed often. */
async function autosaveScript(): Promise<string> {
  const [{ build }, { svelte }] = await Promise.all([import('vite'), import('@sveltejs/vite-plugin-svelte')]);
  const entry = join(import.meta.dirname, 'autosave-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'autosavePage' } },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = output.find((one) => one.type === 'chunk' && one.isEntry);
  if (script?.type !== 'chunk') throw new Error('the script was not built');
  return script.code;
}

test('a page killed at any moment of a save leaves the last state or the one before, whole', async ({
  baseURL,
}, { project }) => {
  test.setTimeout(240_000);
  const script = await autosaveScript();
  const folder = await mkdtemp(join(tmpdir(), 'guichet-survival-'));
  const context = await chromium.launchPersistentContext(folder, { ...project.use.launchOptions });
  const resting = context.pages()[0] ?? (await context.newPage());
  const random = seeded(20);
  let begun = 0;
  let saved = 0;
  await context.exposeFunction('onbegun', (number: number) => (begun = number));
  await context.exposeFunction('onsaved', (number: number) => (saved = number));
  /** A page of the app's origin without the app in it. */
  const openPage = async () => {
    const page = await context.newPage();
    await page.goto(`${baseURL}/icon.svg`);
    await page.evaluate(script);
    return page;
  };
  const interrupted: number[] = [];
  try {
    for (let round = 1; round <= 20; round += 1) {
      const page = await openPage();
      const start = saved;
      page.evaluate(`saveOn(${begun}, onbegun, onsaved)`).catch(() => undefined);
      await expect.poll(() => saved, { intervals: [5] }).toBeGreaterThan(start);
      await page.waitForTimeout(random() * 300);
      await kill(context, page);
      const again = await openPage();
      const { number, earlier } = await again.evaluate<{ number: number; earlier: boolean }>('readState()');
      expect([saved, begun], `round ${round}`).toContain(number);
      expect(earlier, `round ${round}`).toBe(false);
      if (begun > saved) interrupted.push(number - saved);
      begun = saved = number;
      await again.close();
    }
  } finally {
    await resting.close();
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
  // Most moments fall into a save, or the test says nothing.
  expect(interrupted.length).toBeGreaterThan(10);
});

test('the page killed just after an import opens again with the import or without it, whole', async ({
  page,
  context,
}) => {
  await openOwnProject(page);
  await importPoints(page, pointsFile('more', 300));
  await expect(saveStatus(page)).toHaveText('Saving…');
  await page.waitForTimeout(500);
  const again = await context.newPage();
  await kill(context, page);
  await again.goto('./?lang=en&task=data');
  await expect(saveStatus(again)).toHaveText('Saved');
  expect([
    { points: 20, sources: 1 },
    { points: 320, sources: 2 },
  ]).toContainEqual(await counted(again));
});

test('a project of one’s own is there again after a reload, by its address and without one', async ({
  page,
}) => {
  await openOwnProject(page);
  await page.reload();
  await expect(saveStatus(page)).toHaveText('Saved');
  expect(await counted(page)).toEqual({ points: 20, sources: 1 });
  await open(page, '?lang=en&task=data');
  await expect(page).toHaveURL(/project=own/);
  await open(page, '?lang=en&task=data&project=corridor');
  await expect(saveStatus(page)).toHaveText('');
  await page.getByRole('combobox', { name: /^Project/ }).click();
  await page.getByRole('option', { name: 'first' }).click();
  await expect(page).toHaveURL(/project=own/);
});

test('a second tab looks and does not change, and takes over when the first is closed', async ({
  page,
  context,
}) => {
  await openOwnProject(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(saveStatus(second)).toHaveText('Read-only');
  await expect(second.getByText('This project is open in another tab. You can look at it')).toBeVisible();
  await choose(second, 'Rename…');
  await second.getByRole('textbox', { name: 'Name of the project' }).fill('Second');
  await second.keyboard.press('Enter');
  await expect(second.getByText('Nothing was changed.')).toBeVisible();
  await choose(page, 'Rename…');
  await page.getByRole('textbox', { name: 'Name of the project' }).fill('First');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Project: First' })).toBeVisible();
  await expect(saveStatus(page)).toHaveText('Saved');
  await page.close();
  await expect(second.getByText('You can change the project here now.')).toBeVisible();
  await expect(second.getByRole('combobox', { name: 'Project: First' })).toBeVisible();
  await expect(saveStatus(second)).toHaveText('Saved');
});

test('a full storage is said, and what was saved before stands', async ({ page, baseURL }) => {
  await openOwnProject(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: `${baseURL}`, quotaSize: 1000 });
  await importPoints(page, pointsFile('more', 2000));
  await expect(saveStatus(page)).toHaveText('Not saved: storage is full');
  await expect(page.getByText(/Use “Save as file” to keep it/)).toBeVisible();
  await session.send('Storage.overrideQuotaForOrigin', { origin: `${baseURL}` });
  await choose(page, 'Rename…');
  await page.getByRole('textbox', { name: 'Name of the project' }).fill('Room again');
  await page.keyboard.press('Enter');
  await expect(saveStatus(page)).toHaveText('Saved');
  await page.reload();
  await expect.poll(() => counted(page)).toEqual({ points: 2020, sources: 2 });
});

test('without storage the project stays in the page and can be saved as a file', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.getDirectory = () =>
      Promise.reject(new DOMException('no storage here', 'SecurityError'));
  });
  await open(page, '?lang=en&task=data&project=corridor');
  await importPoints(page, pointsFile('first', 20));
  await expect(saveStatus(page)).toHaveText('Not saved: this browser keeps nothing');
  await expect(page.getByText(/this window gives the page no storage/)).toBeVisible();
  expect(await counted(page)).toEqual({ points: 20, sources: 1 });
  const download = page.waitForEvent('download');
  await choose(page, 'Save as file…');
  expect((await download).suggestedFilename()).toBe('first.guichet');
});

test('an address of a project that is not here opens a sample and says so', async ({ page }) => {
  await open(page, '?lang=en&task=data&project=own-elsewhere');
  await expect(page.getByText('The project of this address is not saved in this browser.')).toBeVisible();
  await expect(page).toHaveURL(/project=corridor/);
});
