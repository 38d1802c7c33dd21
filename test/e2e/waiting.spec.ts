import { expect, open, test } from './app.ts';

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('leases wait for their points over a reload, and join when those come; both are undone', async ({
  page,
}) => {
  await open(page, '?lang=en&task=data');
  const drop = (file: ReturnType<typeof csv>) => page.locator('input[type=file]').first().setInputFiles(file);
  const accept = () => page.locator('.actions button.primary').click();
  const waiting = page.getByTestId('waiting');
  await drop(csv('leases.csv', 'id,lease_expiry_date\np1,2027-01-31\np2,2028-01-31\np9,2029-01-31\n'));
  await expect(page.getByTestId('join-line')).toHaveText('Rows that joined a point: 0 of 3. 3 rows did not.');
  await accept();
  await expect(waiting).toContainText('3 rows wait');
  await expect(page.locator('[data-testid=save-status].saved')).toBeVisible();
  await page.reload();
  await expect(waiting).toContainText('3 rows wait');
  await drop(csv('points.csv', 'id,name,organization,lat,lon\np1,North,Aid,46,-66\np2,South,Aid,45,-66\n'));
  await accept();
  await expect(page.getByText('2 leases and services that waited have found the point.')).toBeVisible();
  await expect(waiting).toContainText('1 row waits');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(waiting).toContainText('3 rows wait');
});

test('a person joins a table by another column, and takes it back', async ({ page }) => {
  await open(page, '?lang=fr&task=data');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      csv('places.csv', 'DGUID,name,lat,lon\n2021A00051301001,Pine Bay,46,-66\n'),
      csv('counts.csv', 'DGUID,Place,population\n2016A00051399001,PINE BAY,100\n'),
    ]);
  const file = page.locator('article', { hasText: 'counts.csv' });
  const column = file.getByLabel('Jointes aux secteurs par la colonne');
  await expect(file.getByTestId('join-line')).toHaveText(/0 sur 1/);
  await column.selectOption('Place');
  await expect(file.getByTestId('join-line')).toHaveText(/1 sur 1/);
  await page.getByRole('button', { name: 'Annuler la dernière correction' }).click();
  await expect(column).toHaveValue('DGUID');
  await expect(file.getByTestId('join-line')).toHaveText(/0 sur 1/);
});
