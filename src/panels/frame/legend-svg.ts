import type { LegendSection, LegendSign } from '../../map/legend-sections.ts';
import { areaCircle, border, linkLine, round, shade, symbol, xml, type SvgLook } from './svg-signs.ts';

/** A piece of a drawing, as high as it says, from `top` down. */
export interface SvgPiece {
  height: number;
  markup: string[];
}

const headHeight = 20;
const entryHeight = 22;
const gap = 10;
const signWidth = 44;
/** Pixels that a letter takes on average: nothing here can measure. */
export const letterWidth = 7;

/** The legend in columns, each section whole, at the place given, within so many pixels. */
export function legendSvg(
  sections: readonly LegendSection[],
  look: SvgLook,
  { left, top, width }: { left: number; top: number; width: number },
): SvgPiece {
  const letters = sections.flatMap(({ title, entries }) => [title, ...entries.map(({ label }) => label)]);
  const widest = signWidth + Math.max(0, ...letters.map(({ length }) => length)) * letterWidth + gap;
  const heights: number[] = Array.from({ length: Math.max(1, Math.floor(width / widest)) }, () => 0);
  const markup = sections.flatMap((section) => {
    const shortest = heights.indexOf(Math.min(...heights));
    const at = heights[shortest] ?? 0;
    const piece = sectionSvg(section, look, left + shortest * widest, top + at);
    heights[shortest] = at + piece.height + gap;
    return piece.markup;
  });
  return { height: Math.max(...heights), markup };
}

function sectionSvg({ title, entries }: LegendSection, look: SvgLook, x: number, top: number): SvgPiece {
  const markup = [`<text x="${x}" y="${top + 14}" font-weight="600">${xml(title)}</text>`];
  let at = top + headHeight;
  for (const { label, sign } of entries) {
    const height = Math.max(entryHeight, sign.kind === 'people' ? 2 * look.radius(sign.people) + 4 : 0);
    const middle = at + height / 2;
    markup.push(
      signSvg(sign, look, x + signWidth / 2 - 4, middle),
      `<text x="${x + signWidth}" y="${round(middle + 4)}">${xml(label)}</text>`,
    );
    at += height;
  }
  return { height: at - top, markup };
}

/** A sign with its middle at the place: the very drawings of the map, in pixels instead of degrees. */
function signSvg(sign: LegendSign, look: SvgLook, lon: number, lat: number): string {
  const here: SvgLook = { ...look, project: (x, y) => ({ x, y }) };
  const plain = { id: '', label: '', lon, lat };
  const point = {
    ...plain,
    kind: 'full-service',
    illustrative: false,
    approximate: false,
    muted: false,
  } as const;
  const box = (half: number) =>
    [[[-half, -7], [half, -7], [half, 7], [-half, 7]].map(([x = 0, y = 0]) => [lon + x, lat + y])]; // prettier-ignore
  switch (sign.kind) {
    case 'government':
      return symbol({ ...point, government: sign.government }, here);
    case 'point kind':
      return symbol({ ...point, government: 'municipal', kind: sign.pointKind }, greyed(here));
    case 'mark':
      return symbol({ ...point, government: 'municipal', [sign.mark]: true }, greyed(here));
    case 'status':
      return areaCircle({ ...plain, people: 0, status: sign.status }, { ...here, radius: () => 6 });
    case 'people':
      return `<circle cx="${lon}" cy="${round(lat)}" r="${round(look.radius(sign.people))}" fill="none" stroke="${look.colours.unknown}"/>`;
    case 'people unknown':
      return `<text x="${lon - 4}" y="${round(lat + 4)}" fill="${look.colours.unknown}">?</text>`;
    case 'shades':
      return Array.from({ length: sign.shades }, () =>
        shade({ minutes: 0, label: '', polygons: [box(14)] }, here),
      ).join('');
    case 'catchment':
      return border({ pointId: '', selected: sign.selected, polygons: [box(14)] }, here);
    case 'link':
      return linkLine(
        {
          id: '',
          from: { lon: lon - 14, lat },
          to: { lon: lon + 14, lat },
          estimated: sign.estimated,
        },
        here,
      );
  }
}

/** In no government's colour. */
const greyed = (look: SvgLook): SvgLook => {
  const { colours } = look;
  return {
    ...look,
    colours: { ...colours, government: { ...colours.government, municipal: colours.unknown } },
  };
};
