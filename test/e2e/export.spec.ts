import { readBack } from '../export/table.ts';
import { expect, open, test } from './app.ts';
import { chosen, read } from './downloads.ts';

test('a table leaves in every format, and our own reader reads each again', async ({ page }) => {
  await open(page, '?lang=en');
  const csv = await chosen(page, 'Export', /^CSV/);
  expect(csv.name).toBe('guichet-coverage.csv');
  const { cells } = await readBack(csv.bytes);
  for (const [item, name] of [
    [/^Excel/, 'guichet-coverage.xlsx'],
    [/^GeoJSON/, 'guichet-coverage.geojson'],
    [/^GeoPackage/, 'guichet-coverage.gpkg'],
    [/^Parquet/, 'guichet-coverage.parquet'],
  ] as const) {
    const file = await chosen(page, 'Export', item);
    expect(file.name).toBe(name);
    expect((await readBack(file.bytes)).cells).toHaveLength(cells.length);
  }
});

test('the menu is worked by keyboard; an option keeps it open', async ({ page }) => {
  await open(page, '?lang=en');
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Enter');
  const option = page.getByRole('menuitemcheckbox', { name: /question, caveats and sources/ });
  await option.focus();
  await page.keyboard.press('Enter');
  await expect(option).toHaveAttribute('aria-checked', 'false');
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^CSV/ }).focus();
  await page.keyboard.press('Enter');
  expect((await read(await download)).bytes.toString('utf8')).toMatch(/^\ufeffCommunity,/);
});

test('small counts are hidden, and that is said, unless all are asked for', async ({ page }) => {
  await open(page, '?lang=en');
  const text = async () => (await chosen(page, 'Export', /^CSV/)).bytes.toString('utf8');
  const hidden = await text();
  expect(hidden).toContain('Counts of people under 10 are left empty, not 0: ');
  expect(hidden).toContain('(suppressed)');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Show all counts' }).click();
  await page.keyboard.press('Escape');
  const all = await text();
  expect(all).not.toContain('(suppressed)');
});

test('any table of the project leaves, from the engine', async ({ page }) => {
  await open(page, '?lang=en&task=data');
  await page.getByLabel(/^Table shown/).click();
  await page.getByRole('option', { name: 'Areas', exact: true }).click();
  const { name, bytes } = await chosen(page, 'Export', /^Parquet/);
  expect(name).toBe('guichet-area.parquet');
  expect((await readBack(bytes)).names.slice(0, 3)).toEqual(['code', 'level', 'name_en']);
});

test('the map leaves as a picture with its texts, and as a drawing with its features', async ({ page }) => {
  await open(page, '?lang=en');
  const png = await chosen(page, 'Export the map', /PNG/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  const map = await page.locator('canvas.maplibregl-canvas').boundingBox();
  // IHDR: the height stands at byte 20; the texts are under the map.
  expect(png.bytes.readUInt32BE(20)).toBeGreaterThan(Math.round(map?.height ?? 0) + 24);
  const svg = (await chosen(page, 'Export the map', /SVG/)).bytes.toString('utf8');
  expect(svg).toContain('<title>Who lives within 25 km');
  expect(svg).toContain('<title>Hawkesbury');
});
