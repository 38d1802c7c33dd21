import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basemapColours } from '../../src/map/basemap-colours.ts';
import { dataColours, themeNames, type ThemeName } from '../../src/ui/palette.ts';

const css = readFileSync(resolve(import.meta.dirname, '../../src/ui/theme.css'), 'utf8');

/** The custom properties of the first rule whose selector holds the text. */
function propertiesOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2]?.trim() ?? '']),
  );
}
const properties: Record<ThemeName, Record<string, string>> = {
  light: propertiesOf(":root[data-theme='light'] {"),
  dark: propertiesOf(":root[data-theme='dark'] {"),
};

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

test('contrast agrees with the values of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('the system’s dark is the chosen dark', () => {
  expect(propertiesOf(':root:not([data-theme]) {')).toEqual(properties.dark);
});

describe.each(themeNames)('%s', (theme) => {
  const own = properties[theme];
  const value = (name: string) => own[name] ?? expect.fail(`no --${name}`);
  const surfaces = ['page', 'surface', 'sunken', 'hover', 'accent-soft'].map(value);
  const map = [basemapColours[theme].land, basemapColours[theme].water, basemapColours[theme].neighbours];

  test('canvas and style sheet have the same data colours', () => {
    const { government, status, unknown, reach } = dataColours[theme];
    for (const [name, colour] of Object.entries({ ...government, ...status, unknown, reach }))
      expect(value(`data-${name}`), name).toBe(colour);
  });

  test.each(['text', 'text-muted', 'accent'])('%s can be read on every surface', (name) => {
    for (const surface of surfaces) expect(contrast(value(name), surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['error', 'success', 'caution'])('%s can be read on its own tint', (name) => {
    expect(contrast(value(name), value(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('text'), value(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  test('data and controls stand out from surfaces and map', () => {
    const { government, status, link, reach, selection } = dataColours[theme];
    const graphics = [...Object.values(government), ...Object.values(status), link, reach, selection];
    for (const graphic of [...graphics, value('line-strong')])
      for (const ground of [...surfaces, ...map])
        expect(contrast(graphic, ground), `${graphic} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  test('labels of the map can be read on its ground', () => {
    const { label, labelWater, land, water } = basemapColours[theme];
    expect(contrast(label, land)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(labelWater, water)).toBeGreaterThanOrEqual(4.5);
  });
});
