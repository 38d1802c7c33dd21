import { OsmRefused } from './refused.ts';

const utf8 = new TextDecoder();
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const zero = 0x30;

/** The text of an attribute: entities replaced, line breaks as blanks (XML 1.0, 3.3.3). */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  const text = utf8.decode(bytes.subarray(from, to));
  if (!/[&\t\r\n]/.test(text)) return text;
  return text.replaceAll(/\r\n|[\t\r\n]/g, ' ').replaceAll(/&([^;]*);?/g, (_, name: string) => entity(name));
}

function entity(name: string): string {
  const character = /^#x[\da-f]+$/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const known = name.startsWith('#') ? codePoint(character) : named[name];
  if (known === undefined) throw new OsmRefused('damaged', `&${name};`);
  return known;
}

const codePoint = (code: number) =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;

/** A whole number below 2^53; NaN where it is none. */
export function integerOf(bytes: Uint8Array, from: number, to: number): number {
  const isNegative = bytes[from] === 0x2d;
  const start = isNegative ? from + 1 : from;
  if (to <= start || to - start > 16) return NaN;
  let value = 0;
  for (let at = start; at < to; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  if (!Number.isSafeInteger(value)) return NaN;
  return isNegative ? 0 - value : value;
}

/** Degrees as ten-millionths, rounded; NaN where it is no number. */
export function e7Of(bytes: Uint8Array, from: number, to: number): number {
  const isNegative = bytes[from] === 0x2d;
  const start = isNegative ? from + 1 : from;
  let value = 0;
  let decimals = -1;
  for (let at = start; at < to; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit >= 0 && digit <= 9 && decimals < 7 && value < 1e9) {
      value = value * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (digit === -2 && decimals < 0) decimals = 0;
    else return roundedE7(bytes, from, to);
  }
  if (to === start || decimals === 0) return roundedE7(bytes, from, to);
  for (let more = Math.max(decimals, 0); more < 7; more += 1) value *= 10;
  return isNegative ? 0 - value : value;
}

/** The long way: more than seven decimals, an exponent. */
function roundedE7(bytes: Uint8Array, from: number, to: number): number {
  const text = utf8.decode(bytes.subarray(from, to)).trim();
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d{1,3})\.(\d+)$/.exec(text) ?? [];
  if (sign === undefined) return /\d/.test(text) ? Math.round(Number(text) * 1e7) : NaN;
  const units = Number(whole + decimals.slice(0, 7).padEnd(7, '0'));
  const rounded = units + (Number(decimals[7] ?? 0) >= 5 ? 1 : 0);
  return sign === '-' ? 0 - rounded : rounded;
}
