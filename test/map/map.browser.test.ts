import { afterEach, expect, test, vi } from 'vitest';
import { flushSync, mount, unmount } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import type { MapSelection } from '../../src/map/features.ts';
import type { MapFailure } from '../../src/map/Map.svelte';
import MapStage from './MapStage.svelte';
import '../../src/ui/theme.css';

let standing: Record<string, unknown> | null = null;
const failures: string[] = [];
window.addEventListener('error', (event) => failures.push(event.message));
window.addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));

afterEach(async () => {
  if (standing) await unmount(standing);
  standing = null;
  document.body.replaceChildren();
  expect(failures.splice(0)).toEqual([]);
});

/** The real map with a point in the middle, an area beside it and a link, and what it tells. */
async function open() {
  await page.viewport(800, 600);
  const onselect = vi.fn<(selection: MapSelection | null) => void>();
  const onerror = vi.fn<(failure: MapFailure) => void>();
  const onready = vi.fn<() => void>();
  const target = document.createElement('div');
  target.style.cssText = 'inline-size: 640px; block-size: 480px';
  document.body.append(target);
  standing = mount(MapStage, { target, props: { onselect, onerror, onready } });
  await expect.poll(() => onready.mock.calls.length, { timeout: 30_000 }).toBeGreaterThan(0);
  const canvas = target.querySelector('canvas');
  if (!canvas) throw new Error('the map has no canvas');
  return { target, canvas, onselect, onerror };
}

const click = (canvas: HTMLElement, x: number, y: number) => userEvent.click(canvas, { position: { x, y } });

test('a click selects the point or the area under it, and beside them nothing', async () => {
  const { canvas, onselect, onerror } = await open();
  await click(canvas, 320, 240);
  await expect.poll(() => onselect.mock.lastCall).toEqual([{ kind: 'point', id: 'centre' }]);
  await click(canvas, 480, 240);
  await expect.poll(() => onselect.mock.lastCall).toEqual([{ kind: 'area', id: 'east' }]);
  await click(canvas, 100, 100);
  await expect.poll(() => onselect.mock.lastCall).toEqual([null]);
  expect(onerror.mock.calls).toEqual([]);
});

test('labels are drawn from the fonts that come with the app, and nothing is asked of another origin', async () => {
  await open();
  const asked = () => performance.getEntriesByType('resource').map(({ name }) => name);
  await expect
    .poll(asked, { timeout: 20_000 })
    .toContainEqual(expect.stringMatching(/noto-sans-latin-400.*woff2/));
  const foreign = asked().filter((name) => new URL(name).origin !== location.origin);
  expect(foreign).toEqual([]);
});

test('the map is named and described, and imported text in its popup is text', async () => {
  const { target, canvas } = await open();
  expect(canvas.getAttribute('aria-label')).toBe('Map of the network');
  const description = canvas.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(description)?.textContent).toBe('Who lives within 25 km?');
  expect(target.querySelector('.maplibregl-popup')?.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(target.querySelector('.maplibregl-popup img')).toBeNull();
});

test('a layer that the order does not name cannot be drawn', async () => {
  const { addUnknownLayer } = (await open().then(() => standing)) as { addUnknownLayer: () => void };
  expect(addUnknownLayer).toThrow('layer "heatmap" is not in layer-order.ts');
});

test('theme and language change under the layers, and layers come and go', async () => {
  const { canvas, onselect, onerror } = await open();
  const stage = standing as unknown as {
    change: (to: Record<string, unknown>) => void;
    drawn: () => string[];
  };
  const before = stage.drawn();
  stage.change({ theme: 'dark', language: 'fr' });
  flushSync();
  expect(stage.drawn()).toEqual(before);
  stage.change({ visible: false });
  flushSync();
  expect(stage.drawn()).not.toContain('area-fill');
  stage.change({ visible: true });
  flushSync();
  expect(stage.drawn()).toEqual(before);
  await expect
    .poll(async () => {
      await click(canvas, 480, 240);
      return onselect.mock.lastCall;
    })
    .toEqual([{ kind: 'area', id: 'east' }]);
  expect(onerror.mock.calls).toEqual([]);
});
