import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { serveBuilt } from '../serve-built.ts';

const runs = 3;
/** WebGL in software is the slowest way there is to draw the map; a machine with a graphics card has it for free. */
const drawing = {
  'map drawn in software': ['--use-gl=angle', '--use-angle=swiftshader'],
  'no map (no WebGL)': ['--disable-3d-apis'],
};

interface Seconds {
  paint: number;
  answer: number;
}

/** From the first paint to coverage figures on screen, of the built app in a new browser with empty caches. */
export async function benchFirstAnswer(): Promise<string[]> {
  const server = await serveBuilt();
  const lines: string[] = [];
  try {
    for (const [name, args] of Object.entries(drawing)) {
      const seen: Seconds[] = [];
      for (let run = 0; run < runs; run += 1) seen.push(await once(server.url, args));
      const [paint, answer] = [median(seen.map((run) => run.paint)), median(seen.map((run) => run.answer))];
      lines.push(
        `first paint ${paint.toFixed(1)} s after opening, figures ${(answer - paint).toFixed(1)} s after that: ${name}`,
      );
    }
  } finally {
    await server.close();
  }
  return lines;
}

async function once(url: string, args: string[]): Promise<Seconds> {
  const browser: Browser = await chromium.launch({
    ...findBrowser().launchOptions,
    args: ['--no-sandbox', '--disable-dev-shm-usage', ...args],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.getByTestId('answer').waitFor({ timeout: 120_000 });
    return await page.evaluate(() => ({
      paint: (performance.getEntriesByName('first-paint')[0]?.startTime ?? NaN) / 1000,
      answer: performance.now() / 1000,
    }));
  } finally {
    await browser.close();
  }
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
