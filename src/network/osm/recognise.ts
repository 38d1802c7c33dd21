import { OsmRefused } from './refused.ts';

/** First bytes of other files that people have, and what to call them. */
const others: { start: readonly number[]; reason: 'compression' | 'other-format'; name: string }[] = [
  { start: [0x42, 0x5a, 0x68], reason: 'compression', name: 'bzip2' },
  { start: [0x50, 0x4b, 3, 4], reason: 'compression', name: 'ZIP' },
  { start: [0x28, 0xb5, 0x2f, 0xfd], reason: 'compression', name: 'Zstandard' },
  { start: [0xfd, 0x37, 0x7a, 0x58, 0x5a], reason: 'compression', name: 'XZ' },
  { start: [0x37, 0x7a, 0xbc, 0xaf], reason: 'compression', name: '7z' },
  { start: [0xff, 0xe0, 4, 0x6f, 0x35], reason: 'other-format', name: 'o5m' },
];

const utf8 = new TextDecoder();
const webPage = /^(<\?xml[^>]*>|<!--.*?-->|\s)*<(!doctype\s+html|html)\b/is;

/** Whether text begins as XML does, a byte order mark and blanks aside. */
export const looksLikeXml = (start: Uint8Array): boolean => utf8.decode(start).trimStart().startsWith('<');

/** Whether text begins as a web page does. */
export const looksLikeWebPage = (start: Uint8Array): boolean => webPage.test(utf8.decode(start));

/** Says what a file is that is not OpenStreetMap data in a form that is read here. */
export function refusalOf(start: Uint8Array): OsmRefused {
  if (start.length === 0) return new OsmRefused('empty');
  const other = others.find(({ start: bytes }) => bytes.every((byte, at) => start[at] === byte));
  if (other) return new OsmRefused(other.reason, other.name);
  return new OsmRefused(looksLikeWebPage(start) ? 'web-page' : 'foreign');
}
