import type { OrderOfGovernment, PointKind } from '../model/tables.ts';
import type { DataColours } from '../ui/palette.ts';

/** The outline of each order of government on a 20 x 20 grid, of about equal area. */
export const governmentShapes: Record<OrderOfGovernment, string> = {
  federal: 'M4 4H16V16H4Z',
  provincial: 'M10 1.8 18.2 10 10 18.2 1.8 10Z',
  territorial: 'M10 2.2 18 16.2H2Z',
  municipal: 'M10 3A7 7 0 1 1 10 17A7 7 0 1 1 10 3Z',
  indigenous: 'M10 1.6 17.9 7.4 14.9 16.8H5.1L2.1 7.4Z',
  community: 'M7 2.5H13V7H17.5V13H13V17.5H7V13H2.5V7H7Z',
};

/** How the shape is filled for each kind of point: a permanent office is full, a visit is hollow. */
export type Fill = 'full' | 'half' | 'hollow' | 'dot' | 'bar';
/** The fill of each kind of point. */
export const kindFills: Record<PointKind, Fill> = {
  'full-service': 'full',
  agent: 'half',
  'scheduled-outreach': 'hollow',
  virtual: 'dot',
  mobile: 'bar',
};

/** The ink inside a hollow shape, clipped to it. */
export const fillInk: Record<Fill, string> = {
  full: 'M0 0H20V20H0Z',
  half: 'M0 10H20V20H0Z',
  hollow: '',
  dot: 'M10 7.8A2.4 2.4 0 1 1 10 12.6A2.4 2.4 0 1 1 10 7.8Z',
  bar: 'M0 8.8H20V11.8H0Z',
};

/** The stripes of what is invented: across ink in the ground's colour, across a hollow in the ink's. */
export const illustrativeStripes = 'M-2 10 10 -2M-2 16 16 -2M0 20 20 0M4 22 22 4M10 22 22 10';

/** The dashed ring round a place that is approximate. */
export const approximateRing = { radius: 12.4, dash: [3, 2.2] };

/** What an icon shows; everything else about a point is in its words. */
export interface IconLook {
  government: OrderOfGovernment;
  kind: PointKind;
  illustrative: boolean;
  approximate: boolean;
}

/** `point:federal:full-service:invented:approximate`: the name an icon is registered under. */
export function iconName({ government, kind, illustrative, approximate }: IconLook): string {
  return `point:${government}:${kind}:${illustrative ? 'invented' : 'real'}:${approximate ? 'approximate' : 'exact'}`;
}

/** Pixels of an icon's side; the grid of 20 has a margin of 4 for the ring and the edge. */
const iconSize = 28;

/** Draws one icon for a screen of the given density. Throws where the browser has no 2-D canvas. */
export function drawIcon(look: IconLook, colours: DataColours, pixelRatio: number): ImageData {
  const side = Math.round(iconSize * pixelRatio);
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('point icons: no 2-D canvas');
  context.scale(side / iconSize, side / iconSize);
  context.translate((iconSize - 20) / 2, (iconSize - 20) / 2);
  paint(context, look, colours);
  return context.getImageData(0, 0, side, side);
}

function paint(context: OffscreenCanvasRenderingContext2D, look: IconLook, colours: DataColours): void {
  const colour = colours.government[look.government];
  const shape = new Path2D(governmentShapes[look.government]);
  const fill = kindFills[look.kind];
  context.lineJoin = 'round';
  context.strokeStyle = colours.ground;
  context.lineWidth = 5;
  context.stroke(shape);
  context.fillStyle = colours.ground;
  context.fill(shape);
  context.save();
  context.clip(shape);
  context.fillStyle = colour;
  context.fill(new Path2D(fillInk[fill]));
  if (look.illustrative) {
    context.strokeStyle = fill === 'full' ? colours.ground : colour;
    context.lineWidth = fill === 'full' ? 1.6 : 1;
    context.stroke(new Path2D(illustrativeStripes));
  }
  context.restore();
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke(shape);
  if (look.approximate) paintRing(context, colour);
}

function paintRing(context: OffscreenCanvasRenderingContext2D, colour: string): void {
  context.beginPath();
  context.arc(10, 10, approximateRing.radius, 0, 2 * Math.PI);
  context.setLineDash(approximateRing.dash);
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.stroke();
}
