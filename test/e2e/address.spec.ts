import { expect, test } from '@playwright/test';
import { open } from './app.ts';

// These tests leave out the watch of `app.ts`: an address that a person typed is the one that may be asked.

test('an address that does not hand the file over is explained; only the button asks it', async ({
  page,
}) => {
  const asked: string[] = [];
  await page.route('https://portal.example/**', (route) => {
    asked.push(route.request().url());
    return route.abort('failed');
  });
  await open(page, '?lang=en&task=data');
  await page.getByLabel('Or the address of a file').fill('https://portal.example/offices.csv');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Fetch the file' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'portal.example' })).toContainText(
    'portal.example did not hand the file over',
  );
  expect(asked).toEqual(['https://portal.example/offices.csv']);
});

test('an address that hands a file over is read like a dropped one', async ({ page }) => {
  await page.route('https://portal.example/**', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      body: 'code,name,population,latitude,longitude\n001,Aville,1200,46,-66\n',
    }),
  );
  await open(page, '?lang=fr&task=data');
  await page.getByLabel('Ou l’adresse d’un fichier').fill('https://portal.example/villes.csv');
  await page.getByRole('button', { name: 'Aller chercher le fichier' }).click();
  await expect(page.getByRole('heading', { name: 'villes.csv' })).toBeVisible();
  await expect(page.getByTestId('rows-line')).toContainText('1 lignes lues = 1 gardées + 0 écartées');
});
