import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { serveBuilt } from './serve-built.ts';
const server = await serveBuilt();
const browser = await chromium.launch({ ...findBrowser().launchOptions, args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-CA', timezoneId: 'UTC' });
page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text()); });
page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
const t0 = Date.now(); const say = (what: string) => console.log(((Date.now() - t0) / 1000).toFixed(1), what);
try {
  await page.goto(server.url + '?lang=en&task=data&project=corridor');
  await page.getByTestId('answer').waitFor({ timeout: 60000 });
  await page.locator('main input[type=file]').setInputFiles(['/tmp/big/points.csv', '/tmp/big/areas.csv']);
  await page.getByRole('button', { name: /^(Start a project|Add)/ }).first().waitFor({ timeout: 60000 });
  await page.screenshot({ path: '/tmp/big/1.png' });
  say('review');
  await page.getByRole('button', { name: /^(Start a project|Add)/ }).first().click();
  await page.waitForTimeout(3000); await page.screenshot({ path: '/tmp/big/2.png' });
  const more = page.getByRole('button', { name: /^(Start a project|Add)/ });
  say('accepted, more: ' + (await more.count()));
  if (await more.count()) { await more.first().click(); await page.waitForTimeout(2000); }
  await page.locator('main input[type=file]').setInputFiles('/work/shared/data/roads/malta.osm.pbf');
  await page.getByRole('button', { name: /Use these roads|Start a project with/ }).click({ timeout: 60000 });
  say('roads used');
  await page.locator('nav a[href*="task=reach"]').click();
  await page.getByTestId('answer').waitFor({ timeout: 200000 }); say('reach answer');
  await page.waitForTimeout(8000); await page.screenshot({ path: '/tmp/big/3.png' });
  await page.locator('nav a[href*="task=coverage"]').click();
  await page.getByTestId('answer').waitFor({ timeout: 200000 }); say('coverage');
  await page.waitForTimeout(4000); await page.screenshot({ path: '/tmp/big/4.png' });
  await page.locator('nav a[href*="task=distances"]').click();
  await page.getByTestId('answer').waitFor({ timeout: 200000 }); say('distances');
  await page.waitForTimeout(4000); await page.screenshot({ path: '/tmp/big/5.png' });
  await page.getByTestId('save-status').filter({ hasText: 'Saved' }).waitFor({ timeout: 60000 }); say('saved');
  await page.reload(); const r0 = Date.now();
  await page.getByTestId('answer').waitFor({ timeout: 200000 }); say('reloaded in ' + (Date.now() - r0));
  await page.waitForTimeout(2000); await page.screenshot({ path: '/tmp/big/6.png' });
} catch (e) { console.log(String(e)); await page.screenshot({ path: '/tmp/big/error.png' }); } finally { await browser.close(); await server.close(); }
