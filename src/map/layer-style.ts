import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { DataColours } from '../ui/palette.ts';

/** Radius of the largest circle at each zoom, pixels; between two it is interpolated. */
const largestRadius: readonly (readonly [zoom: number, pixels: number])[] = [
  [3, 11],
  [6, 18],
  [9, 30],
  [12, 48],
];
/** Below this a circle could not be seen or clicked; the legend says that circles are by people. */
const smallestRadius = 3;

/**
 * Radius of a circle whose area is proportional to its people: Tobler's flannery correction is left out on purpose, so
 * that the legend can be measured. The larger of this and `smallestRadius`.
 */
export function areaRadius(people: number, largest: number, zoom: number): number {
  const at = (pixels: number) => radiusOf(Math.sqrt(people), largest, pixels);
  const [first] = largestRadius;
  if (!first || zoom <= first[0]) return at(first?.[1] ?? smallestRadius);
  for (let index = 1; index < largestRadius.length; index++) {
    const [lower, upper] = [largestRadius[index - 1], largestRadius[index]];
    if (!lower || !upper || zoom > upper[0]) continue;
    const share = (zoom - lower[0]) / (upper[0] - lower[0]);
    return at(lower[1]) * (1 - share) + at(upper[1]) * share;
  }
  return at(largestRadius.at(-1)?.[1] ?? smallestRadius);
}

const radiusOf = (root: number, largest: number, pixels: number) =>
  Math.max(smallestRadius, (root * pixels) / Math.sqrt(Math.max(1, largest)));

/**
 * The same radius as `areaRadius`, as an expression on the feature's `root` (square root of its people); `extra` pixels
 * more for what lies round the circle.
 */
function areaRadiusExpression(
  largest: number,
  extra = 0,
  smallest = smallestRadius,
): ExpressionSpecification {
  const scale = Math.sqrt(Math.max(1, largest));
  const stops = largestRadius.flatMap(([zoom, pixels]) => [
    zoom,
    ['+', extra, ['max', smallest, ['*', ['get', 'root'], pixels / scale]]],
  ]);
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

const byStatus = <Value extends string | number>(values: Record<'gap' | 'covered' | 'overlap', Value>) =>
  [
    'match',
    ['get', 'status'],
    'gap',
    values.gap,
    'overlap',
    values.overlap,
    values.covered,
  ] as unknown as ExpressionSpecification;

/**
 * Coverage by form and colour: a gap is a hollow thick ring, covered is full, overlap is full with a second ring (the
 * layer `area-ring`). What has no known people is the smallest size with a question mark (`area-unknown`).
 */
export function areaLayers(source: string, largest: number, colours: DataColours): LayerSpecification[] {
  const colour = byStatus(colours.status);
  return [
    {
      id: 'area-fill',
      type: 'circle',
      source,
      paint: {
        'circle-radius': areaRadiusExpression(largest),
        'circle-color': colour,
        'circle-opacity': byStatus({ gap: 0.08, covered: 0.45, overlap: 0.55 }),
        'circle-stroke-color': colour,
        'circle-stroke-width': byStatus({ gap: 2.5, covered: 1, overlap: 1 }),
      },
    },
    {
      id: 'area-ring',
      type: 'circle',
      source,
      filter: ['==', ['get', 'status'], 'overlap'],
      paint: {
        'circle-radius': areaRadiusExpression(largest, 2.5),
        'circle-opacity': 0,
        'circle-stroke-color': colour,
        'circle-stroke-width': 1.25,
      },
    },
    {
      id: 'area-unknown',
      type: 'symbol',
      source,
      filter: ['!', ['get', 'known']],
      layout: {
        'text-field': '?',
        'text-font': ['Noto Sans Semibold'],
        'text-size': 12,
        'text-offset': [0.7, -0.5],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.unknown, 'text-halo-color': colours.ground, 'text-halo-width': 1.5 },
    },
  ];
}

/** Symbols, always drawn, smaller when zoomed out. Muted ones stay visible for orientation. */
export function pointLayer(source: string): LayerSpecification {
  return {
    id: 'points',
    type: 'symbol',
    source,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.62, 7, 0.85, 10, 1.05, 13, 1.25],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'over'],
    },
    paint: { 'icon-opacity': ['case', ['get', 'muted'], 0.4, 1] },
  };
}

/** Road links are unbroken, estimates dashed: the same sign as the estimate's mark everywhere. */
export function linkLayers(source: string, colours: DataColours): LayerSpecification[] {
  const line = { 'line-color': colours.link, 'line-width': 2.5 };
  return [
    {
      id: 'link-road',
      type: 'line',
      source,
      filter: ['!', ['get', 'estimated']],
      layout: { 'line-cap': 'round' },
      paint: line,
    },
    {
      id: 'link-estimated',
      type: 'line',
      source,
      filter: ['get', 'estimated'],
      paint: { ...line, 'line-dasharray': [2.5, 2] },
    },
  ];
}

/** How much of the ground one shade of reach hides. */
export const reachOpacity = 0.16;

/** Isochrones: shades that add up towards the points, each border with its minutes. */
export function reachLayers(source: string, colours: DataColours): LayerSpecification[] {
  return [
    {
      id: 'reach-fill',
      type: 'fill',
      source,
      paint: { 'fill-color': colours.reach, 'fill-opacity': reachOpacity, 'fill-antialias': false },
    },
    {
      id: 'reach-line',
      type: 'line',
      source,
      paint: {
        'line-color': colours.reach,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.25, 9, 0.75, 12, 1.5],
      },
    },
    {
      id: 'reach-label',
      type: 'symbol',
      source,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'label'],
        'text-font': ['Noto Sans Semibold'],
        'text-size': 11,
      },
      paint: { 'text-color': colours.reach, 'text-halo-color': colours.ground, 'text-halo-width': 1.5 },
    },
  ];
}

/** Borders between the lands of nearest points, dotted; that of the selected point drawn through. */
export function catchmentLayers(source: string, colours: DataColours): LayerSpecification[] {
  return [
    {
      id: 'catchment-line',
      type: 'line',
      source,
      filter: ['!', ['get', 'selected']],
      paint: { 'line-color': colours.unknown, 'line-width': 1.5, 'line-dasharray': [1, 2] },
    },
    {
      id: 'catchment-selected',
      type: 'line',
      source,
      filter: ['get', 'selected'],
      paint: { 'line-color': colours.selection, 'line-width': 3 },
    },
  ];
}

/** Dots of an answer's rows, edged so that they stand out from every ground. */
export function rowLayer(source: string, colours: DataColours): LayerSpecification {
  return {
    id: 'answer-rows',
    type: 'circle',
    source,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 4, 10, 7],
      'circle-color': colours.link,
      'circle-opacity': 0.85,
      'circle-stroke-color': colours.ground,
      'circle-stroke-width': 1.5,
    },
  };
}

/** A ring round what is selected, outside its symbol or its circle. */
export function selectionLayer(source: string, largest: number, colours: DataColours): LayerSpecification {
  return {
    id: 'selection',
    type: 'circle',
    source,
    paint: {
      'circle-radius': areaRadiusExpression(largest, 4, 11),
      'circle-color': colours.ground,
      'circle-opacity': 0.15,
      'circle-stroke-color': colours.selection,
      'circle-stroke-width': 3,
    },
  };
}
