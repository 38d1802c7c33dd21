import { mkdir } from 'node:fs/promises';
import { expect, open, test } from './app.ts';

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'utf8'),
});

test('a wrong file is refused in words and changes nothing', async ({ page }) => {
  await open(page, '?lang=en&task=data');
  const loaded = page.getByRole('region', { name: 'What is loaded' });
  const before = await loaded.innerText();
  await page.locator('input[type=file]').setInputFiles([
    {
      name: 'photo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 255, 254]),
    },
  ]);
  await expect(page.getByText('No file could be used; the project is unchanged.')).toBeVisible();
  expect(await loaded.innerText()).toBe(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a file is read, accepted, asked, and undone', async ({ page }) => {
  await open(page, '?lang=en&task=data');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      csv(
        'offices.csv',
        'id,name,latitude,longitude\n1,<b>North</b>,46.0,-66.0\n2,South,45.5,-66.2\n3,Nowhere,,\n',
      ),
      csv(
        'towns.csv',
        'code,name,population,latitude,longitude\n001,Aville,1200,46.01,-66.01\n002,Btown,300,47.5,-66.0\n',
      ),
    ]);
  await expect(
    page.getByText('3 rows read = 3 kept + 0 listed').or(page.getByText('3 rows read = 2 kept + 1 listed')),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Start a project with these files' }).click();
  await expect(page).toHaveURL(/project=own/);
  await page
    .getByRole('link', { name: 'Coverage' })
    .or(page.getByRole('button', { name: 'Coverage' }))
    .first()
    .click();
  await expect(page.getByTestId('answer')).toContainText('1,200');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/project=corridor/);
});

test('the table is exported with the question and the notice', async ({ page }) => {
  await open(page, '?lang=en');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toContain('Who lives within 25 km');
  expect(text).toContain('invented for this sample');
  expect(text).toContain('Hawkesbury');
});

test('a folder that is dropped is refused in words', async ({ page }, { outputDir }) => {
  await open(page, '?lang=en&task=data');
  await mkdir(outputDir, { recursive: true });
  const box = await page.getByText('Drop files here').boundingBox();
  // A page cannot make a folder; the browser itself is told that one is dropped.
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [outputDir], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, x: box?.x ?? 0, y: box?.y ?? 0, data });
  await expect(page.getByText('No file could be used; the project is unchanged.')).toBeVisible();
});
