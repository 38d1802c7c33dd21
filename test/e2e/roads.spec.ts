import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, openTask, test } from './app.ts';
import { openOwnProject, saveStatus } from './own-project.ts';

/** A street of twenty-one corners from 45.000 N, 66.000 W to the north-west, where `openOwnProject` has its points. */
function streetFile(name: string) {
  const corners = Array.from({ length: 21 }, (_, at) => at + 1);
  const node = (id: number) =>
    `<node id="${id}" lat="${(45 + (id - 1) / 1000).toFixed(3)}" lon="${(-66 - (id - 1) / 1000).toFixed(3)}"/>`;
  const text = [
    '<?xml version="1.0"?><osm version="0.6" generator="test">',
    ...corners.map(node),
    '<way id="1">',
    ...corners.map((id) => `<nd ref="${id}"/>`),
    '<tag k="highway" v="primary"/></way>',
    '<way id="2"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way></osm>',
  ].join('');
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

const drop = (page: Page, file: ReturnType<typeof streetFile>) =>
  page.locator('main input[type=file]').setInputFiles(file);
const ready = (page: Page) => page.getByTestId('roads-ready');
const roads = (page: Page) => page.getByTestId('roads');

test('an OpenStreetMap file becomes the roads of a project: shown first, undone, kept through a reload', async ({
  page,
}) => {
  await openOwnProject(page);
  await expect(roads(page)).toContainText('This project has no roads');
  await drop(page, streetFile('saint-john.osm'));
  await expect(ready(page)).toContainText('20 places of this project lie within');
  await expect(ready(page)).toContainText('of a class that is left out: 1');
  await expect(roads(page)).toContainText('This project has no roads');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Use these roads' }).click();
  await expect(roads(page)).toContainText('saint-john');
  await page.getByRole('button', { name: 'Undo: change of the roads' }).click();
  await expect(roads(page)).toContainText('This project has no roads');
  await page.getByRole('button', { name: 'Redo: change of the roads' }).click();
  await expect(roads(page)).toContainText('saint-john');
  await expect(saveStatus(page)).toHaveText('Saved');
  await page.reload();
  await expect(roads(page)).toContainText('saint-john');
  await openTask(page, 'about');
  await page.getByText('What the road graph holds and leaves out').click();
  await expect(page.getByTestId('graph-facts')).toContainText('saint-john.osm');
});

test('over a sample, roads begin a project of their own; what is no road file is refused, and nothing changes', async ({
  page,
}) => {
  await open(page, '?lang=fr&task=data&project=nwt');
  const whole = streetFile('rue.osm');
  await drop(page, { ...whole, name: 'coupe.osm', buffer: whole.buffer.subarray(0, 300) });
  await expect(page.getByText('Le fichier se termine trop tôt')).toBeVisible();
  await drop(page, { ...whole, name: 'vide.graph', buffer: Buffer.from('GUICHETG et rien d’autre') });
  await expect(page.getByText('Le graphe routier ne peut pas servir.')).toBeVisible();
  await expect(page).toHaveURL(/project=nwt/);
  await drop(page, whole);
  await ready(page).getByRole('button', { name: 'Commencer un projet avec ces routes' }).click();
  await expect(page).toHaveURL(/project=own-/);
  await expect(roads(page)).toContainText('rue');
});

test('lines of a national road network are known by their columns and become roads in the place of rows', async ({
  page,
}) => {
  await openOwnProject(page);
  const line = (from: number, to: number, CLASS: string) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [from, to].map((at) => [-66 - at / 1000, 45 + at / 1000]) },
    properties: { NGD_UID: `${from}`, NAME: 'Main', CLASS },
  });
  const features = [line(0, 10, '12'), line(10, 20, '23'), line(20, 21, '27')];
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  await drop(page, { name: 'rnf.geojson', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByTestId('road-lines').getByRole('button', { name: 'Make roads of these files' }).click();
  await expect(ready(page)).toContainText('rnf 1');
  await expect(ready(page)).toContainText('of a class that is left out: 1');
  await page.getByRole('button', { name: 'Use these roads' }).click();
  await expect(roads(page)).toContainText('rnf.geojson');
});
