import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { open } from './app.ts';

// These tests leave out the watch of `app.ts`: a geocoder that a person names is one that may be asked.

let server: Server;
let address = '';
const asked: string[] = [];

test.beforeEach(async () => {
  asked.length = 0;
  server = createServer((request, response) => {
    const text = new URL(request.url ?? '', 'http://localhost').searchParams.get('text') ?? '';
    asked.push(text);
    const features = text.startsWith('1 Main')
      ? [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [-74.0836, 45.4671] },
            properties: { layer: 'address', label: '1 Main Street, Oka' },
          },
        ]
      : [];
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' });
    response.end(JSON.stringify({ type: 'FeatureCollection', features }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/search`;
});
test.afterEach(() => new Promise((resolve) => server.close(resolve)));

test('addresses are looked up by the button alone, row by row, and can be taken back', async ({ page }) => {
  await open(page, '?lang=en&task=data');
  await page.locator('input[type=file]').setInputFiles({
    name: 'offices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'id,name,address,city,province\n1,North,1 Main St,Oka,QC\n2,South,2 Main St,Oka,QC\n',
    ),
  });
  await page.getByText('Look up 2 addresses').click();
  await page.getByLabel('Address of the geocoder').fill(address);
  await page.getByLabel('Seconds between two questions').fill('0');
  await expect(page.getByText(/sends these addresses.*1 Main St, Oka, QC/)).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Look them up' }).click();
  await expect(page.getByText(/^Placed: 1. Not known to the geocoder: 1/)).toBeVisible();
  expect(asked).toEqual(['1 Main St, Oka, QC', '2 Main St, Oka, QC']);
  await expect(page.getByText('found its address “1 Main Street, Oka”')).toBeVisible();
  await expect(page.getByText('Look up 1 address', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Take the last correction back' }).click();
  await expect(page.getByText('Look up 2 addresses')).toBeVisible();
  await expect(page.getByText('found its address')).toHaveCount(0);
});

test('a geocoder that does not answer is explained, and nothing changes', async ({ page }) => {
  await new Promise((resolve) => server.close(resolve));
  await open(page, '?lang=fr&task=data');
  await page.locator('input[type=file]').setInputFiles({
    name: 'offices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,name,address,city,province\n1,North,1 Main St,Oka,QC\n'),
  });
  await page.getByText('Chercher une adresse').click();
  await page.getByLabel('Adresse du géocodeur').fill(address);
  await page.getByRole('button', { name: 'Les chercher' }).click();
  await expect(page.getByText('Le géocodeur n’a pas répondu')).toBeVisible();
  await expect(page.getByTestId('rows-line')).toContainText('1 lignes lues = 1 gardées');
});
