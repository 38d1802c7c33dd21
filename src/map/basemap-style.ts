import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '../model/text.ts';
import type { ThemeName } from '../ui/palette.ts';
import { basemapColours, type BasemapColours } from './basemap-colours.ts';

/** Files of the basemap folder, each a source of the style. */
export const basemapFiles = [
  'land',
  'neighbours',
  'lakes',
  'rivers',
  'provinces',
  'roads',
  'places',
] as const;
export type BasemapFile = (typeof basemapFiles)[number];

/** What the basemap looks like, and where its files are. */
export interface BasemapOptions {
  theme: ThemeName;
  language: Language;
  /** Absolute address of the folder with the basemap's files, with its closing slash. */
  baseUrl: string;
  fontFaces: NonNullable<StyleSpecification['font-faces']>;
}

const source = (file: BasemapFile) => `basemap-${file}`;

/** The offline style: nothing in it points outside `baseUrl` and the fonts. Pure, so that tests can read it. */
export function basemapStyle({ theme, language, baseUrl, fontFaces }: BasemapOptions): StyleSpecification {
  const colours = basemapColours[theme];
  const sources = Object.fromEntries(
    basemapFiles.map((file): [string, SourceSpecification] => [
      source(file),
      { type: 'geojson', data: `${baseUrl}${file}.json`, tolerance: 0.4 },
    ]),
  );
  return {
    version: 8,
    'font-faces': fontFaces,
    sources,
    layers: [...groundLayers(colours), ...roadLayers(colours), ...labelLayers(colours, language)],
  };
}

function groundLayers(colours: BasemapColours): LayerSpecification[] {
  return [
    { id: 'background', type: 'background', paint: { 'background-color': colours.water } },
    {
      id: 'neighbours',
      type: 'fill',
      source: source('neighbours'),
      paint: { 'fill-color': colours.neighbours },
    },
    { id: 'land', type: 'fill', source: source('land'), paint: { 'fill-color': colours.land } },
    { id: 'lakes', type: 'fill', source: source('lakes'), paint: { 'fill-color': colours.water } },
    {
      id: 'rivers',
      type: 'line',
      source: source('rivers'),
      minzoom: 4,
      paint: {
        'line-color': colours.waterLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 8, 1.4, 12, 3],
      },
    },
    {
      id: 'province-lines',
      type: 'line',
      source: source('provinces'),
      paint: { 'line-color': colours.border, 'line-width': 1, 'line-dasharray': [4, 2] },
    },
  ];
}

/** Class 1 is a freeway, 4 a local road; the lesser ones appear as there is room for them. */
function roadLayers(colours: BasemapColours): LayerSpecification[] {
  const major = ['<=', ['get', 'class'], 2];
  const width = (local: number, freeway: number) => [
    'match',
    ['get', 'class'],
    1,
    freeway,
    2,
    freeway * 0.8,
    local,
  ];
  const widths = (extra: number) => [
    'interpolate',
    ['linear'],
    ['zoom'],
    5,
    width(0.3 + extra, 0.8 + extra),
    9,
    width(0.8 + extra, 2 + extra),
    13,
    width(2 + extra, 4.5 + extra),
  ];
  return [
    {
      id: 'roads-casing',
      type: 'line',
      source: source('roads'),
      minzoom: 8,
      filter: major,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colours.roadCasing, 'line-width': widths(2) },
    },
    {
      id: 'roads',
      type: 'line',
      source: source('roads'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['case', major, colours.roadMajor, colours.road],
        'line-width': widths(0),
        'line-opacity': ['step', ['zoom'], ['case', major, 1, 0], 7, 1],
      },
    },
  ] as unknown as LayerSpecification[];
}

/** Places carry the zoom from which they have room; where labels still collide, the one that shows earlier wins. */
function labelLayers(colours: BasemapColours, language: Language): LayerSpecification[] {
  const name = ['coalesce', ['get', `name_${language}`], ['get', 'name_en'], ['get', 'name']];
  const halo = { 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.4 };
  return [
    {
      id: 'province-labels',
      type: 'symbol',
      source: source('provinces'),
      filter: ['==', ['geometry-type'], 'Point'],
      maxzoom: 6.5,
      layout: {
        'text-field': name,
        'text-font': ['Noto Sans Regular'],
        'text-size': 12,
        'text-letter-spacing': 0.08,
        'text-max-width': 7,
      },
      paint: { 'text-color': colours.label, 'text-opacity': 0.75, ...halo },
    },
    {
      id: 'place-labels',
      type: 'symbol',
      source: source('places'),
      filter: ['>=', ['zoom'], ['get', 'minzoom']],
      layout: {
        'text-field': name,
        'text-font': ['Noto Sans Regular'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 9, 13, 13, 15],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.7,
        'text-max-width': 8,
        'text-padding': 4,
        'symbol-sort-key': ['-', ['*', ['get', 'minzoom'], 1e8], ['coalesce', ['get', 'population'], 0]],
      },
      paint: { 'text-color': colours.label, ...halo },
    },
  ] as unknown as LayerSpecification[];
}
