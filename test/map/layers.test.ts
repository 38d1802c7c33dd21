import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { basemapFiles, basemapStyle } from '../../src/map/basemap-style.ts';
import { layerAbove, layerOrder, layerRank } from '../../src/map/layer-order.ts';
import {
  areaLayers,
  areaRadius,
  catchmentLayers,
  linkLayers,
  pointLayer,
  reachLayers,
  rowLayer,
  selectionLayer,
} from '../../src/map/layer-style.ts';
import { legendSizes } from '../../src/map/legend-sizes.ts';
import { keepOverlays } from '../../src/map/overlay.ts';
import { governmentShapes, kindFills } from '../../src/map/point-icons.ts';
import { languages } from '../../src/model/text.ts';
import { dataColours, themeNames } from '../../src/ui/palette.ts';

const style = basemapStyle({
  theme: 'light',
  language: 'fr',
  baseUrl: 'https://here.test/basemap/',
  fontFaces: {},
});
const overlays = [
  ...areaLayers('areas', 1000, dataColours.light),
  ...linkLayers('links', dataColours.light),
  ...reachLayers('reach', dataColours.light),
  ...catchmentLayers('catchments', dataColours.light),
  selectionLayer('selection', 1000, dataColours.light),
  pointLayer('points'),
  rowLayer('answer-rows', dataColours.light),
];

describe('order', () => {
  test('an unknown layer throws', () => {
    expect(() => layerRank('heatmap')).toThrow('layer "heatmap" is not in layer-order.ts');
  });

  test('a layer goes under the next one above it that is there', () => {
    expect(layerAbove('area-fill', ['land', 'place-labels', 'points'])).toBe('place-labels');
    expect(layerAbove('points', ['land', 'place-labels'])).toBeUndefined();
  });

  test('every layer that is drawn is in the list once, and the list has no other', () => {
    const drawn = [...style.layers, ...overlays].map(({ id }) => id);
    expect([...drawn].sort()).toEqual([...layerOrder].sort());
  });

  test('the basemap is written in the order of the list', () => {
    const ranks = style.layers.map(({ id }) => layerRank(id));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  test('another basemap keeps what is drawn over the present one, in its place', () => {
    const present = {
      ...style,
      sources: { ...style.sources, areas: { type: 'geojson' as const, data: 'x' } },
      layers: [...style.layers, ...overlays.slice(0, 1)] as LayerSpecification[],
    };
    const next = keepOverlays(present, style);
    expect(Object.keys(next.sources)).toContain('areas');
    const ids = next.layers.map(({ id }) => id);
    expect(ids.indexOf('area-fill')).toBeLessThan(ids.indexOf('place-labels'));
    expect(ids.indexOf('area-fill')).toBeGreaterThan(ids.indexOf('roads'));
    expect(keepOverlays(undefined, style)).toBe(style);
  });
});

describe('basemap', () => {
  test('asks for nothing outside its folder', () => {
    const addresses = JSON.stringify(style).match(/https?:[^"]*/g) ?? [];
    expect(addresses).toEqual(basemapFiles.map((file) => `https://here.test/basemap/${file}.json`));
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });

  test.each(languages)('labels are in the chosen language, %s', (language) => {
    const { layers } = basemapStyle({ theme: 'dark', language, baseUrl: 'x/', fontFaces: {} });
    const labels = layers.filter(({ id }) => id.endsWith('-labels'));
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(JSON.stringify(label.layout)).toContain(`"name_${language}"`);
  });
});

describe('circles', () => {
  test('four times the people is twice the radius', () => {
    expect(areaRadius(4000, 4000, 6)).toBeCloseTo(2 * areaRadius(1000, 4000, 6), 10);
  });

  test('between two zooms the radius is between theirs, beyond the ends it stays', () => {
    const at = (zoom: number) => areaRadius(1000, 1000, zoom);
    expect(at(7.5)).toBeCloseTo((at(6) + at(9)) / 2, 10);
    expect(at(1)).toBe(at(3));
    expect(at(20)).toBe(at(12));
  });

  test('nobody is still seen', () => expect(areaRadius(0, 1000, 6)).toBe(3));

  test('the legend has round numbers, none above the largest', () => {
    expect(legendSizes(48_000)).toEqual([20_000, 4000, 400]);
    expect(legendSizes(7)).toEqual([5, 1]);
    expect(legendSizes(0)).toEqual([]);
  });
});

test('no two orders of government and no two kinds look alike without colour', () => {
  expect(new Set(Object.values(governmentShapes)).size).toBe(6);
  expect(new Set(Object.values(kindFills)).size).toBe(5);
});

test('every theme has a colour for everything that is drawn', () => {
  const keys = themeNames.map((theme) => JSON.stringify(Object.keys(dataColours[theme].government)));
  expect(keys[0]).toBe(keys[1]);
});
