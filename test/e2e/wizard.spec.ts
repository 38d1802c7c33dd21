import { expect, open, test } from './app.ts';

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'utf8'),
});

test('a column is corrected, a fix applied, a correction taken back, before anything changes', async ({
  page,
}) => {
  await open(page, '?lang=en&task=data');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      csv(
        'odd.csv',
        'name,address,y1,x1\nNorth,1 Main,46.0,-66.0\nSouth,2 Main,-66.2,45.5\nEast,3 Main,45.9,-64.8\n',
      ),
    ]);
  await expect(page.getByTestId('rows-line')).toHaveText('3 rows read = 3 kept + 0 listed');
  await page.getByText('Columns: 2 of 4 have a meaning').click();
  await page.getByRole('combobox', { name: 'Meaning of column y1' }).selectOption('lat');
  await page.getByRole('combobox', { name: 'Meaning of column x1' }).selectOption('lon');
  await expect(page.getByText('Columns: 4 of 4 have a meaning')).toBeVisible();
  await expect(page.getByText('you said so').first()).toBeVisible();
  const swapped = page.getByRole('listitem').filter({ hasText: 'seem to be swapped' });
  await expect(swapped).toContainText('In row 2, write y1 = 45.5');
  await swapped.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(page.getByText('1 row corrected by you')).toBeVisible();
  await expect(swapped).toHaveCount(0);
  await page.getByRole('button', { name: 'Take the last correction back' }).click();
  await expect(swapped).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the listed rows are handed over with their cells and reasons; the file can be looked at as it is written', async ({
  page,
}) => {
  await open(page, '?lang=en&task=data');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      csv(
        'towns.csv',
        'code,name,population,latitude,longitude\n001,Aville,1200,46,-66\n001,Again,5,46,-67\n',
      ),
    ]);
  await expect(page.getByTestId('rows-line')).toHaveText('2 rows read = 1 kept + 1 listed');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the listed rows as CSV' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toContain('Row,Reason,code,name,population,latitude,longitude');
  expect(text).toContain(',001,Again,5,46,-67');
  await page.getByLabel(/^Table shown/).click();
  await page.getByRole('option', { name: 'towns.csv' }).click();
  await expect(page.getByRole('cell', { name: 'Again' })).toBeVisible();
});

test('who publishes a file, its licence and its date are said by keyboard, and stand in the export', async ({
  page,
}) => {
  await open(page, '?lang=en&task=data');
  await page
    .locator('input[type=file]')
    .setInputFiles([csv('ours.csv', 'id,name,latitude,longitude\n1,North,46.0,-66.0\n2,South,45.5\n')]);
  await page.getByText('Where it comes from').click();
  const publisher = page.getByLabel('Publisher');
  await publisher.fill('City of Aville');
  await publisher.press('Tab');
  await page.getByLabel('Licence').fill('OGL');
  await page.getByLabel('Licence').press('Tab');
  const date = page.getByLabel('Describes');
  await date.fill('last autumn');
  await date.press('Tab');
  expect(await date.evaluate((input: HTMLInputElement) => input.validity.patternMismatch)).toBe(true);
  await date.fill('2026-09');
  await date.press('Tab');
  await expect(publisher).toHaveValue('City of Aville');
  await page.getByRole('button', { name: /^Start a project/ }).click();
  await expect(page).toHaveURL(/project=own/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toContain('publisher City of Aville; licence OGL; reference date 2026-09');
  expect(text).toContain('2 rows read = 1 kept + 1 listed');
});
