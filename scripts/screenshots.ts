// Takes the README's picture, public/screenshot.png, of the built dashboard.
//   npm run screenshots              -- --all   every panel, language, theme and width, into .cache/screenshots
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { serveBuilt } from './serve-built.ts';

const root = join(import.meta.dirname, '..');
const tasks = ['coverage', 'colocation', 'outreach', 'distances', 'reach', 'data', 'about'];
const sizes = { 1440: 900, 1024: 768, 390: 844 };
const graphics = ['--no-sandbox', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'];

interface Shot {
  path: string;
  query: string;
  width: number;
  height: number;
}

const { values } = parseArgs({ options: { all: { type: 'boolean' } } });
const readme: Shot = {
  path: join(root, 'public/screenshot.png'),
  query: '?lang=en&theme=light&task=coverage',
  width: 1440,
  height: 900,
};

function allShots(): Shot[] {
  const folder = join(root, '.cache/screenshots');
  mkdirSync(folder, { recursive: true });
  return tasks.flatMap((task) =>
    ['en', 'fr'].flatMap((language) =>
      ['light', 'dark'].flatMap((theme) =>
        Object.entries(sizes).map(([width, height]) => ({
          path: join(folder, `${task}-${language}-${theme}-${width}.png`),
          query: `?lang=${language}&theme=${theme}&task=${task}`,
          width: Number(width),
          height,
        })),
      ),
    ),
  );
}

async function take(browser: Browser, url: string, { path, query, width, height }: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en-CA', timezoneId: 'UTC' });
  await page.goto(`${url}${query}`);
  await page.getByTestId('answer').waitFor({ timeout: 60_000 });
  // The map draws on after the answer; there is no event for "nothing more to draw" outside the page.
  await page.waitForTimeout(4000);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

const server = await serveBuilt();
const browser = await chromium.launch({ ...findBrowser().launchOptions, args: graphics });
try {
  for (const shot of values.all ? allShots() : [readme]) await take(browser, server.url, shot);
} finally {
  await browser.close();
  await server.close();
}
