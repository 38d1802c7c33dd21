import type { Download, Page } from '@playwright/test';

/** The file that a choice of a menu gives. */
export async function chosen(
  page: Page,
  menu: string,
  item: RegExp,
): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return read(await download);
}

export async function read(download: Download): Promise<{ name: string; bytes: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
