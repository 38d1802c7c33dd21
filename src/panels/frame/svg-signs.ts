import {
  cornersOf,
  type MapArea,
  type MapBand,
  type MapCatchment,
  type MapLand,
  type MapLink,
  type MapPoint,
  type MapRow,
} from '../../map/features.ts';
import { reachOpacity } from '../../map/layer-style.ts';
import {
  approximateRing,
  fillInk,
  governmentShapes,
  illustrativeStripes,
  kindFills,
} from '../../map/point-icons.ts';
import type { DataColours } from '../../ui/palette.ts';

/** How features become signs of a drawing. */
export interface SvgLook {
  /** Where a place lies in the drawing's pixels. */
  project: (lon: number, lat: number) => { x: number; y: number };
  /** Radius of an area's circle, pixels, by its people. */
  radius: (people: number) => number;
  colours: DataColours;
}

/** Clips that symbols of points are cut with; a drawing has them once. */
export const symbolClips = Object.entries(governmentShapes).map(
  ([government, shape]) => `<clipPath id="${government}"><path d="${shape}"/></clipPath>`,
);

const opacity = { gap: 0.08, covered: 0.45, overlap: 0.55 };

/** As on the map: a gap is a hollow thick ring, an overlap has a second ring, unknown people have a question mark. */
export function areaCircle({ lon, lat, label, people, status }: MapArea, map: SvgLook): string {
  const { x, y } = placed(map, lon, lat);
  const radius = map.radius(people ?? 0);
  const colour = map.colours.status[status];
  const circle = (r: number, more: string) =>
    `<circle cx="${x}" cy="${y}" r="${round(r)}" stroke="${colour}" ${more}/>`;
  const unknown = `<text x="${round(x + 5)}" y="${round(y - 3)}" font-family="sans-serif" font-size="12" fill="${map.colours.unknown}">?</text>`;
  return titled(label, [
    circle(
      radius,
      `fill="${colour}" fill-opacity="${opacity[status]}" stroke-width="${status === 'gap' ? 2.5 : 1}"`,
    ),
    ...(status === 'overlap' ? [circle(radius + 2.5, 'fill="none" stroke-width="1.25"')] : []),
    ...(people === null ? [unknown] : []),
  ]);
}

/** Estimates are dashed. */
export function linkLine(link: MapLink, map: SvgLook): string {
  const dash = link.estimated ? ' stroke-dasharray="6 5"' : ' stroke-linecap="round"';
  return `<path d="${pathOf(cornersOf(link), map)}" fill="none" stroke="${map.colours.link}" stroke-width="2.5"${dash}/>`;
}

/** An isochrone: its shade lies over those of more minutes, as on the map. */
export const shade = (band: MapBand, map: SvgLook) =>
  titled(band.label, [
    `<path d="${landPath(band, map)}" fill="${map.colours.reach}" fill-opacity="${reachOpacity}" fill-rule="evenodd" stroke="${map.colours.reach}" stroke-width="1.25"/>`,
  ]);

/** The border of the land nearest to a point. */
export function border(catchment: MapCatchment, map: SvgLook): string {
  const { selection, unknown } = map.colours;
  const look = catchment.selected
    ? `stroke="${selection}" stroke-width="3"`
    : `stroke="${unknown}" stroke-width="1.5" stroke-dasharray="1.5 3"`;
  return `<path d="${landPath(catchment, map)}" fill="none" ${look}/>`;
}

const landPath = ({ polygons }: MapLand, map: SvgLook) =>
  polygons.flatMap((rings) => rings.map((ring) => `${pathOf(ring, map)}Z`)).join('');

function pathOf(corners: readonly (readonly number[])[], map: SvgLook): string {
  const places = corners.map(([lon = NaN, lat = NaN]) => placed(map, lon, lat));
  return `M${places.map(({ x, y }) => `${x} ${y}`).join('L')}`;
}

/** The same drawing as the map's icons: outline by government, fill by kind, stripes where invented, ring where approximate. */
export function symbol(point: MapPoint, map: SvgLook): string {
  const { x, y } = placed(map, point.lon, point.lat);
  const { ground, government } = map.colours;
  const colour = government[point.government];
  const shape = governmentShapes[point.government];
  const fill = kindFills[point.kind];
  const stripes = `<path d="${illustrativeStripes}" fill="none" stroke="${fill === 'full' ? ground : colour}" stroke-width="${fill === 'full' ? 1.6 : 1}"/>`;
  const ring = `<circle cx="10" cy="10" r="${approximateRing.radius}" fill="none" stroke="${colour}" stroke-width="1.4" stroke-dasharray="${approximateRing.dash.join(' ')}"/>`;
  return titled(
    point.label,
    [
      `<path d="${shape}" fill="${ground}" stroke="${ground}" stroke-width="5"/>`,
      `<g clip-path="url(#${point.government})"><path d="${fillInk[fill]}" fill="${colour}"/>${point.illustrative ? stripes : ''}</g>`,
      `<path d="${shape}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"/>`,
      ...(point.approximate ? [ring] : []),
    ],
    `transform="translate(${round(x - 10)} ${round(y - 10)})"${point.muted ? ' opacity="0.4"' : ''}`,
  );
}

/** A row of an answer, as `rowLayer` draws it. */
export function dot({ lon, lat, label }: MapRow, map: SvgLook): string {
  const { x, y } = placed(map, lon, lat);
  const { link, ground } = map.colours;
  return titled(label, [
    `<circle cx="${x}" cy="${y}" r="5" fill="${link}" stroke="${ground}" stroke-width="1.5"/>`,
  ]);
}

const titled = (label: string, parts: readonly string[], attributes = '') =>
  `<g${attributes === '' ? '' : ` ${attributes}`}><title>${xml(label)}</title>${parts.join('')}</g>`;

/** Pixels to a tenth: more would only make the picture longer. */
export const round = (pixels: number) => Math.round(pixels * 10) / 10;

function placed({ project }: SvgLook, lon: number, lat: number) {
  const { x, y } = project(lon, lat);
  return { x: round(x), y: round(y) };
}

/** Names come from files: nothing of them may become markup. Letters that XML has not are left out of the drawing. */
export const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
