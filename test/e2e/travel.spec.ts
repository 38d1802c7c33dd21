import type { Page } from '@playwright/test';
import { expect, open, test } from './app.ts';
import { chosen } from './downloads.ts';

const answer = (page: Page) => page.getByTestId('answer');
const drawer = (page: Page) => page.getByRole('region', { name: /Table of what/ });

test('the way between two points is drawn along the roads, and selected in list and table alike', async ({
  page,
}) => {
  await open(page, '?lang=en&task=distances&of=org%3Aservice-canada');
  await expect(answer(page)).toContainText(/Half of \d+ points are within/);
  await page.getByRole('region', { name: 'Farthest from their nearest' }).getByRole('button').first().click();
  await expect(page).toHaveURL(/selected=pair/);
  const way = page.getByRole('region', { name: 'The way there and back' });
  await expect(way).toContainText('follows the fastest way along the roads');
  await expect(drawer(page).locator('tr[data-selected]')).toHaveCount(1);
  await page.reload();
  await expect(way).toContainText('follows the fastest way along the roads');
});

test('how many nearest points are asked for is in the address and the table', async ({ page }) => {
  await open(page, '?lang=fr&task=distances&project=nwt&of=any&nearest=1');
  const rows = page.getByRole('region', { name: /Tableau/ }).locator('tbody tr');
  const one = await rows.count();
  await page.getByRole('combobox', { name: /^Combien/ }).click();
  await page.getByRole('option', { name: '2', exact: true }).click();
  await expect(page).toHaveURL(/nearest=2/);
  await expect(rows).toHaveCount(2 * one);
});

test('without winter roads fewer people are within reach, and every panel says what counted as closed', async ({
  page,
}) => {
  const people = async () =>
    Number((await answer(page).locator('strong').first().innerText()).replace(/\D/g, ''));
  await open(page, '?lang=en&task=reach&project=nwt&of=org%3Aservice-canada&minutes=180');
  const before = await people();
  await page.getByRole('combobox', { name: /^Season/ }).click();
  await page.getByRole('option', { name: 'by road, without winter roads', exact: true }).click();
  await expect(page).toHaveURL(/closed=winter/);
  await expect.poll(people).toBeLessThan(before);
  await expect(page.getByText('Counted as closed: winter roads.')).toBeVisible();
  await page.locator('nav a[href*="task=coverage"]').click();
  await expect(page.getByText('Counted as closed: winter roads.')).toBeVisible();
  await page.getByRole('combobox', { name: /^Season/ }).click();
  await page.getByRole('option', { name: 'by road', exact: true }).click();
  await expect(page.getByText('Counted as closed')).toHaveCount(0);
});

test('land within reach is drawn with its legend and leaves as polygons with people counted by journeys', async ({
  page,
}) => {
  await open(page, '?lang=en&task=reach&minutes=10,20');
  await page.locator('summary', { hasText: 'Legend' }).click();
  await expect(page.getByRole('heading', { name: 'Minutes to the nearest point' })).toBeVisible();
  const { name, bytes } = await chosen(page, 'Export the land', /^GeoJSON/);
  expect(name).toBe('guichet-reach-land.geojson');
  const land = JSON.parse(bytes.toString('utf8')) as {
    notes: string[];
    features: { geometry: { type: string }; properties: { kind: string; minutes: number; people: number } }[];
  };
  const bands = land.features.filter(({ properties }) => properties.kind === 'Isochrone');
  expect(bands.map(({ properties }) => properties.minutes)).toEqual([10, 20]);
  expect(bands.every(({ geometry }) => geometry.type === 'MultiPolygon')).toBe(true);
  const row = page.getByRole('row', { name: /^Within 20 min/ });
  await expect(row).toContainText((bands[1]?.properties.people ?? 0).toLocaleString('en-CA'));
  expect(land.notes.join(' ')).toContain('Whom do points of Federal offering any service reach by road');
  expect(land.features.some(({ properties }) => properties.kind === 'Catchment')).toBe(true);
});

test('whom staff reach who go out is asked by keyboard, and said in address, table, legend and export', async ({
  page,
}) => {
  await open(page, '?lang=en&task=reach&minutes=10,20');
  const within = page.getByRole('row', { name: /^Within 20 min/ });
  await expect(page.getByRole('table', { name: 'People by minutes to their nearest point' })).toBeVisible();
  const before = await within.innerText();
  await page.getByRole('combobox', { name: /^Who travels/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/travel=out/);
  await expect(answer(page)).toContainText('Staff of the nearest point can be with');
  await expect(page.getByRole('table', { name: 'People by minutes from their nearest point' })).toBeVisible();
  // The sample's roads are open both ways, each as fast as the other.
  expect(await within.innerText()).toBe(before);
  await expect(drawer(page).getByRole('columnheader', { name: 'Mean time from it to them' })).toBeVisible();
  await page.locator('summary', { hasText: /^\d+ more/ }).click();
  await expect(page.getByText(/^Staff set out from the points/)).toBeVisible();
  await page.locator('summary', { hasText: 'Legend' }).click();
  await expect(page.getByRole('heading', { name: 'Minutes from the nearest point' })).toBeVisible();
  const { bytes } = await chosen(page, 'Export the land', /^GeoJSON/);
  const land = JSON.parse(bytes.toString('utf8')) as {
    notes: string[];
    features: { properties: { travel: string } }[];
  };
  expect(land.notes.join(' ')).toContain('by road within 10 mins and 20 mins when their staff go out?');
  expect(new Set(land.features.map(({ properties }) => properties.travel))).toEqual(
    new Set(['out from the point']),
  );
  await page.reload();
  await expect(answer(page)).toContainText('Staff of the nearest point can be with');
});

test('the last limit cannot be taken away, by keyboard either', async ({ page }) => {
  await open(page, '?lang=en&task=reach&minutes=30');
  await page.getByRole('button', { name: /^Limits/ }).focus();
  await page.keyboard.press('Enter');
  const half = page.getByRole('checkbox', { name: '30 mins', exact: true });
  await expect(half).toBeChecked();
  await expect(half).toBeDisabled();
  await page.getByRole('checkbox', { name: '15 mins', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/minutes=15%2C30/);
  await expect(half).toBeEnabled();
});
