import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { serveBuilt } from '../serve-built.ts';
import { blockCount, blocksAsCsv, blocksAsParquet, madeUpBlocks } from './blocks.ts';

/**
 * Half a million blocks dropped on the built app: until their table can be looked at and asked, until every row is checked,
 * and the longest that the page was busy meanwhile.
 */
export async function benchLargeFile(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  const server = await serveBuilt();
  const lines: string[] = [];
  try {
    const data = madeUpBlocks();
    const files = { 'blocks.csv': blocksAsCsv(data), 'blocks.parquet': blocksAsParquet(data) };
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      lines.push(...(await dropped(server.url, path, name)));
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
  return lines;
}

async function dropped(url: string, path: string, name: string): Promise<string[]> {
  const browser = await chromium.launch({
    ...findBrowser().launchOptions,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-3d-apis'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}?lang=en&task=coverage`);
    await page.getByTestId('answer').waitFor({ timeout: 120_000 });
    await page.goto(`${url}?lang=en&task=data`);
    await page.getByText('What is loaded').waitFor();
    await page.waitForTimeout(8000);
    await watchTasks(page);
    const began = Date.now();
    const since = () => ((Date.now() - began) / 1000).toFixed(1);
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page.getByTestId('tables-ready').waitFor({ timeout: 120_000 });
    const table = since();
    await page.getByTestId('rows-line').waitFor({ timeout: 120_000 });
    const checked = since();
    const meanwhile = await longestTask(page);
    await page.getByRole('button', { name: 'Start a project with these files' }).click();
    await page.getByText('The file is in the project.').waitFor({ timeout: 120_000 });
    const accepted = since();
    await page.waitForTimeout(5000);
    const accepting = await longestTask(page);
    return [
      `${name}, ${blockCount.toLocaleString('en')} rows x 8: a table to ask after ${table} s, every row checked after ${checked} s, longest task of the page ${meanwhile} ms`,
      `  in the project after ${accepted} s, longest task of the page then ${accepting} ms`,
    ];
  } finally {
    await browser.close();
  }
}

/** Keeps the lengths of the page's long tasks (W3C Long Tasks: those over 50 ms). */
const watchTasks = (page: Page) =>
  page.evaluate(() => {
    const lengths: number[] = [];
    Object.assign(globalThis, { longTasks: lengths });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) lengths.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });

/** The longest since the last time it was asked, milliseconds. */
const longestTask = (page: Page) =>
  page.evaluate(() => {
    const { longTasks } = globalThis as unknown as { longTasks: number[] };
    console.log(JSON.stringify(longTasks.map(Math.round)));
    return Math.round(Math.max(0, ...longTasks.splice(0)));
  });
