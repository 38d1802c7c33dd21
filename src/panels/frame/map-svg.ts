import type { MapArea, MapBand, MapCatchment, MapLink, MapPoint, MapRow } from '../../map/features.ts';
import type { LegendSection } from '../../map/legend-sections.ts';
import { legendSvg, letterWidth, type SvgPiece } from './legend-svg.ts';
import {
  areaCircle,
  border,
  dot,
  linkLine,
  round,
  shade,
  symbol,
  symbolClips,
  xml,
  type SvgLook,
} from './svg-signs.ts';

/** What stands under a picture of the map. */
export interface MapTexts extends SvgLook {
  legend: readonly LegendSection[];
  /** A length at the middle of the map, in pixels, and the word for it. */
  scale: { pixels: number; label: string };
  /** The question: the drawing's title, and the first line under it. */
  caption: string;
  /** Further lines: what is invented, the sources, who made the basemap. */
  notes: readonly string[];
}

/** What the map shows now, as it is to be drawn. */
export interface DrawnMap extends MapTexts {
  areas: readonly MapArea[];
  links: readonly MapLink[];
  bands: readonly MapBand[];
  catchments: readonly MapCatchment[];
  points: readonly MapPoint[];
  rows: readonly MapRow[];
  /** Pixels of the map on the screen. */
  width: number;
  height: number;
}

const lineHeight = 18;
const fontSize = 13;
const margin = 12;

/**
 * The features of the map as a drawing (SVG 1.1) for a report or a drawing program: circles, lines and symbols with their
 * names as titles, on an empty ground, and the question, the legend and the notes under it. What lies outside the view is
 * cut off.
 */
export function mapSvg(map: DrawnMap): string {
  const { width, height } = map;
  const under = textsBelow(map, width, height);
  return svg(map, width, height + under.height, [
    `<clipPath id="view"><rect width="${width}" height="${height}"/></clipPath>`,
    '<g clip-path="url(#view)">',
    ...[...map.bands].sort((a, b) => b.minutes - a.minutes).map((band) => shade(band, map)),
    ...map.catchments.map((catchment) => border(catchment, map)),
    ...map.areas.map((area) => areaCircle(area, map)),
    ...map.links.map((link) => linkLine(link, map)),
    ...[...map.points].sort((a, b) => Number(b.muted) - Number(a.muted)).map((point) => symbol(point, map)),
    ...map.rows.map((row) => dot(row, map)),
    '</g>',
    ...under.markup,
  ]);
}

/** What stands under the map alone, for a picture whose map is drawn otherwise. */
export function textsSvg(texts: MapTexts, width: number): { svg: string; height: number } {
  const { height, markup } = textsBelow(texts, width, 0);
  return { svg: svg(texts, width, height, markup), height };
}

const svg = ({ caption, colours }: MapTexts, width: number, height: number, markup: readonly string[]) =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${xml(caption)}</title>`,
    ...symbolClips,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...markup,
    '</svg>',
    '',
  ].join('\n');

function textsBelow(texts: MapTexts, width: number, top: number): SvgPiece {
  const inside = width - 2 * margin;
  const question = linesBelow(wrapped(texts.caption, inside), top + margin);
  const scale = scaleSvg(texts, top + margin + question.height + margin);
  const legendTop = top + margin + question.height + margin + scale.height;
  const legend = legendSvg(texts.legend, texts, { left: margin, top: legendTop, width: inside });
  const notes = linesBelow(
    texts.notes.flatMap((text) => wrapped(text, inside)),
    legendTop + legend.height,
  );
  return {
    height: Math.ceil(legendTop + legend.height + notes.height + margin - top),
    markup: [
      `<g font-family="Noto Sans, sans-serif" font-size="${fontSize}" fill="${texts.colours.selection}">`,
      ...question.markup,
      ...scale.markup,
      ...legend.markup,
      ...notes.markup,
      '</g>',
    ],
  };
}

/** A bar open at the top, as on the screen, with its length beside it. */
function scaleSvg({ scale, colours }: MapTexts, top: number): SvgPiece {
  const right = round(margin + scale.pixels);
  return {
    height: lineHeight + margin,
    markup: [
      `<path d="M${margin} ${top + 4}V${top + 12}H${right}V${top + 4}" fill="none" stroke="${colours.selection}" stroke-width="1.5"/>`,
      `<text x="${round(right + 8)}" y="${top + 13}">${xml(scale.label)}</text>`,
    ],
  };
}

const linesBelow = (lines: readonly string[], top: number): SvgPiece => ({
  height: lines.length * lineHeight,
  markup: lines.map(
    (line, index) => `<text x="${margin}" y="${top + (index + 1) * lineHeight - 4}">${xml(line)}</text>`,
  ),
});

/** Text broken between words into lines of about this many pixels; a word longer than a line stays whole. */
function wrapped(text: string, pixels: number): string[] {
  const most = Math.max(20, Math.floor(pixels / letterWidth));
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
