import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { serveBuilt } from '../serve-built.ts';
import { blockCount, blocksAsCsv, blocksAsParquet, madeUpBlocks } from './blocks.ts';

const mostMilliseconds = 300_000;

/**
 * Half a million blocks dropped on the built app: until their table can be looked at and asked, until every row is checked,
 * until they are in the project and saved in the browser, until they are a file, and until that file is open again; and the
 * longest that the page was busy at once during each.
 */
export async function benchLargeFile(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  const server = await serveBuilt();
  const lines: string[] = [];
  try {
    const data = madeUpBlocks();
    const files = { 'blocks.parquet': blocksAsParquet(data), 'blocks.csv': blocksAsCsv(data) };
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      lines.push(`${name}, ${blockCount.toLocaleString('en')} rows x 8, ${megabytes(bytes.length)}`);
      lines.push(...(await inBrowser((page) => throughTheApp(page, server.url, path))));
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
  return lines;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

async function inBrowser<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    ...findBrowser().launchOptions,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-3d-apis'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(mostMilliseconds);
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function throughTheApp(page: Page, url: string, path: string): Promise<string[]> {
  await openDataTask(page, url);
  await watchTasks(page);
  const lines: string[] = [];
  const timed = async (work: (since: () => string) => Promise<string>) => {
    const began = Date.now();
    const said = await work(() => `${((Date.now() - began) / 1000).toFixed(1)} s`);
    // What follows of it in the background counts too.
    await page.waitForTimeout(5000);
    lines.push(`  ${said}; longest task of the page ${await longestTask(page)} ms`);
  };
  await timed(async (since) => {
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page.locator('[data-testid=tables-ready]').waitFor();
    const table = since();
    await page.locator('[data-testid=rows-line]').waitFor();
    return `a table to look at and ask after ${table}, every row checked after ${since()}`;
  });
  await timed(async (since) => {
    await page.locator('section[aria-busy=false] .actions button.primary').click();
    await page.locator('[data-testid=rows-line]').waitFor({ state: 'detached' });
    const accepted = since();
    await page.locator('[data-testid=save-status].saved').waitFor();
    return `in the project after ${accepted}, saved in the browser after ${since()}`;
  });
  const archive = join(path, '..', 'blocks.guichet');
  await timed(async (since) => {
    const download = page.waitForEvent('download');
    await choose(page, 'Save as file…');
    await (await download).saveAs(archive);
    return `saved as a file of ${megabytes(statSync(archive).size)} after ${since()}`;
  });
  await timed(async (since) => {
    const name = await openProject(page);
    await page.locator('input[type=file]').first().setInputFiles(archive);
    await page.waitForFunction((before) => !location.search.includes(before), name);
    return `opened from it after ${since()}`;
  });
  return lines;
}

/** The page of somebody who has been there before, and is not doing anything. */
async function openDataTask(page: Page, url: string): Promise<void> {
  await page.goto(`${url}?lang=en&task=coverage`);
  await page.getByTestId('answer').waitFor();
  await page.goto(`${url}?lang=en&task=data`);
  await page.getByText('What is loaded').waitFor();
  await page.waitForTimeout(8000);
}

async function choose(page: Page, item: string): Promise<void> {
  await page.locator('header .tools button', { hasText: 'File' }).click();
  await page.locator('[role=menuitem]', { hasText: item }).click();
}

/** The project that the address names. */
const openProject = (page: Page) =>
  page.evaluate(() => new URLSearchParams(location.search).get('project') ?? '');

/** Keeps the lengths of the page's long tasks (W3C Long Tasks: those over 50 ms). */
const watchTasks = (page: Page) =>
  page.evaluate(() => {
    const lengths: number[] = [];
    Object.assign(globalThis, { longTasks: lengths });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) lengths.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });

/** The longest since the last time it was asked, milliseconds; 0 when none was over 50. */
const longestTask = (page: Page) =>
  page.evaluate(() => {
    const { longTasks } = globalThis as unknown as { longTasks: number[] };
    return Math.round(Math.max(0, ...longTasks.splice(0)));
  });
