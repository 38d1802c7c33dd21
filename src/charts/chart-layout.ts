import { scaleBand, scaleLinear, scalePoint, scaleUtc } from 'd3-scale';

export const chartKinds = ['bar', 'line', 'scatter'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A row as drawn: a number against a word, a number or an ISO date. */
export interface ChartRow {
  x: string | number;
  y: number;
}

/** A tick of an axis, in pixels of the drawing. */
export interface Tick {
  at: number;
  label: string;
}

/** Bars from one end to the other, one below the other, with the word of each. */
export interface BarLayout {
  bars: { label: string; value: number; x: number; y: number; width: number; height: number }[];
  ticks: Tick[];
  /** Where zero is. */
  zero: number;
  height: number;
}

/** Dots, in the order they are joined by a line. */
export interface PlotLayout {
  dots: { x: number; y: number; label: string; value: number }[];
  xTicks: Tick[];
  yTicks: Tick[];
}

/** Space left of and above what is drawn, pixels. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Bars that a reader can still tell apart; the others are counted in words. */
export const mostBars = 30;
/** The same of dots. */
export const mostDots = 5000;

const barPitch = 22;

/** Beyond this the steps of an axis are no numbers any more. */
const largest = 1e300;
const drawable = (value: number) => Math.max(-largest, Math.min(largest, value));

/**
 * The lowest and the highest number, with zero among them for bars: a cut bar misleads. Numbers that a drawing cannot
 * tell apart get an axis of one unit.
 */
function extent(values: readonly number[], withZero: boolean): [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value), withZero ? 0 : Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), withZero ? 0 : -Infinity);
  const [from, to] = [drawable(low), drawable(high)];
  const apart = to - from > 1e-12 * Math.max(Math.abs(from), Math.abs(to), 1e-280);
  return apart ? [from, to] : [from - (withZero ? 0 : 1), from + 1];
}

/** Horizontal bars in the order of the rows, so that long words can be read. `width` and the frame are pixels. */
export function barLayout(
  rows: readonly ChartRow[],
  width: number,
  frame: Frame,
  format: (value: number) => string,
): BarLayout {
  const drawn = rows.slice(0, mostBars);
  const height = frame.top + frame.bottom + drawn.length * barPitch;
  const along = scaleLinear(
    extent(
      drawn.map(({ y }) => y),
      true,
    ),
    [frame.left, width - frame.right],
  ).nice();
  const down = scaleBand(
    drawn.map((_, index) => index),
    [frame.top, height - frame.bottom],
  ).padding(0.2);
  const zero = along(0);
  return {
    bars: drawn.map(({ x, y }, index) => ({
      label: String(x),
      value: y,
      x: Math.min(zero, along(drawable(y))),
      y: down(index) ?? 0,
      width: Math.abs(along(drawable(y)) - zero),
      height: down.bandwidth(),
    })),
    ticks: along.ticks(4).map((value) => ({ at: along(value), label: format(value) })),
    zero,
    height,
  };
}

const isoDate = /^\d{4}(-\d{2}(-\d{2}([ T].*)?)?)?$/;

/** Whether every value of an axis is an ISO date, year or month. */
export const areDates = (values: readonly (string | number)[]) =>
  values.length > 0 && values.every((value) => typeof value === 'string' && isoDate.test(value));

/** Dots on two axes; along a line they go from low to high. Words along the axis keep the order of the rows. */
export function plotLayout(
  kind: 'line' | 'scatter',
  rows: readonly ChartRow[],
  { width, height }: { width: number; height: number },
  frame: Frame,
  format: (value: number) => string,
): PlotLayout {
  const drawn = rows.slice(0, mostDots);
  const up = scaleLinear(
    extent(
      drawn.map(({ y }) => y),
      false,
    ),
    [height - frame.bottom, frame.top],
  ).nice();
  const { place, ticks } = alongAxis(
    drawn.map(({ x }) => x),
    [frame.left, width - frame.right],
    format,
  );
  const dots = drawn.map(({ x, y }) => ({ x: place(x), y: up(drawable(y)), label: String(x), value: y }));
  return {
    dots: kind === 'line' ? dots.sort((a, b) => a.x - b.x) : dots,
    xTicks: ticks,
    yTicks: up.ticks(5).map((value) => ({ at: up(value), label: format(value) })),
  };
}

function alongAxis(
  values: readonly (string | number)[],
  range: [number, number],
  format: (value: number) => string,
): { place: (value: string | number) => number; ticks: Tick[] } {
  if (areDates(values)) {
    const time = (value: string | number) => Date.parse(String(value).slice(0, 10));
    const scale = scaleUtc(extent(values.map(time), false), range).nice();
    const label = scale.tickFormat(4);
    return {
      place: (value) => scale(time(value)),
      ticks: scale.ticks(4).map((date) => ({ at: scale(date), label: label(date) })),
    };
  }
  if (values.every((value) => typeof value === 'number')) {
    const scale = scaleLinear(extent(values, false), range).nice();
    return {
      place: (value) => scale(drawable(Number(value))),
      ticks: scale.ticks(4).map((value) => ({ at: scale(value), label: format(value) })),
    };
  }
  const words = [...new Set(values.map(String))];
  const scale = scalePoint(words, range).padding(0.5);
  const every = Math.ceil(words.length / 4);
  return {
    place: (value) => scale(String(value)) ?? range[0],
    ticks: words
      .filter((_, index) => index % every === 0)
      .map((word) => ({ at: scale(word) ?? range[0], label: word })),
  };
}
