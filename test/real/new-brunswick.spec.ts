import { resolve } from 'node:path';
import { expect, open, openTask, test } from '../e2e/app.ts';

const folder = process.env['GUICHET_REAL_DATA'];
if (!folder) console.log('GUICHET_REAL_DATA is not set: the tests on published files are left out.');

test('New Brunswick, from the files as they are published', async ({ page }) => {
  test.skip(!folder, 'GUICHET_REAL_DATA is not set');
  const file = (path: string) => resolve(folder ?? '', path);
  await open(page, '?lang=en&task=data');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('points/service-canada-atlantic-2026-09.csv'),
      file('demography/statcan-98100002-csd-2021.csv'),
      file('boundaries/newbrunswick-csd.geojson'),
    ]);
  await page.getByRole('button', { name: 'Start a project with these files' }).click();
  await openTask(page, 'coverage');
  const limit = page.getByRole('spinbutton', { name: 'Limit' });
  await limit.fill('50');
  await limit.press('Enter');
  await expect(page).toHaveURL(/project=own.*within=50km/);
  const answer = page.getByTestId('answer');
  await expect(answer).toContainText('of 266 communities');
  await openTask(page, 'outreach');
  await expect(
    page.getByRole('list', { name: 'Ranked communities' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expect(page.getByText('without road data')).toBeVisible();
  // Straight line × 1.3; the census counts 775,610 people in the 266.
  await expect(answer).toContainText('41 communities with 45,308 people');
});
