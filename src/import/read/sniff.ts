import type { TextEncoding } from '../../model/decisions.ts';
import { isTextWithZeros, zeroSign } from './zero-bytes.ts';
import { codePages, decodeCodePage, type CodePage } from './formats/code-pages.ts';

/** How the bytes of a text file are to be read; the code pages are those that only a .dbf names. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | CodePage;

/**
 * The text of a file, or the name of what it is when it is not text (null when that is unknown). The text has `zeroSign`
 * where the file has zero letters, whose number is `zeros`; left out where there are none.
 */
export type Decoded =
  | { kind: 'text'; encoding: Encoding; text: string; zeros?: number }
  | { kind: 'binary'; what: string | null };

/** Bytes that files of a kind have at their beginning, or `at` some place after it. */
const signatures: readonly { what: string; bytes: readonly number[]; at?: number }[] = [
  { what: 'zip, xlsx', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { what: 'sqlite, gpkg', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { what: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { what: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { what: 'gzip', bytes: [0x1f, 0x8b] },
  { what: 'xls, doc', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { what: 'shp', bytes: [0x00, 0x00, 0x27, 0x0a] },
  // The first blob of OpenStreetMap's format says its type: a field of nine letters, `OSMHeader`.
  { what: 'osm.pbf', bytes: [0x0a, 0x09, 0x4f, 0x53, 0x4d, 0x48, 0x65, 0x61, 0x64, 0x65, 0x72], at: 4 },
  { what: 'fgb', bytes: [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] },
  { what: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  // The first entry's header says its format after the name and the numbers: `ustar`.
  { what: 'tar', bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257 },
];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]) =>
  bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);

/**
 * Reads bytes as text by their content: byte order mark, then zero bytes on one side of each pair (UTF-16), then
 * strict UTF-8, then Windows-1252, which fits any bytes. Bytes that no text has are `binary`; zero bytes here and there are
 * part of the text. Where a person says the encoding, that is it for whatever is not plainly something else.
 */
export function decode(bytes: Uint8Array, said?: TextEncoding): Decoded {
  const signature = signatures.find(({ bytes: known, at = 0 }) => startsWith(bytes.subarray(at), known));
  if (signature) return { kind: 'binary', what: signature.what };
  if (said) return { kind: 'text', encoding: said, text: decodeAs(bytes, said) };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]))
    return (
      asText(bytes, 'utf-8-bom') ??
      asText(withoutCutLetter(bytes), 'utf-8-bom') ??
      asText(bytes, 'windows-1252') ??
      noText
    );
  // A file cut off inside a pair is still text.
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  if (startsWith(bytes, [0xff, 0xfe])) return asText(whole, 'utf-16le') ?? noText;
  if (startsWith(bytes, [0xfe, 0xff])) return asText(whole, 'utf-16be') ?? noText;
  const pairs = zeroSides(bytes);
  if (pairs) return asText(whole, pairs) ?? noText;
  const utf8 = asUtf8(bytes);
  if (bytes.includes(0)) {
    if (!isTextWithZeros(bytes, { isUtf8: utf8 !== null })) return noText;
  } else if (hasControlBytes(bytes)) return noText;
  return utf8 ?? asText(bytes, 'windows-1252') ?? noText;
}

const noText: Decoded = { kind: 'binary', what: null };

const sampleBytes = 4096;
/** Latin text in UTF-16 has a zero in nearly every pair, always on the same side. */
const zeroShareOfUtf16 = 0.6;

/** A pair of two zeros is a zero letter, and says nothing of the side. */
function zeroSides(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, sampleBytes) / 2);
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const [one, other] = [bytes[pair * 2], bytes[pair * 2 + 1]];
    if (one === 0 && other !== 0) first += 1;
    if (one !== 0 && other === 0) second += 1;
  }
  if (pairs > 1 && second > pairs * zeroShareOfUtf16 && first === 0) return 'utf-16le';
  if (pairs > 1 && first > pairs * zeroShareOfUtf16 && second === 0) return 'utf-16be';
  return null;
}

/** Many control bytes in the beginning: no eight-bit text has them. */
function hasControlBytes(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b)).length;
  return controls > sample.length / 100;
}

/** A file cut off inside its last letter is still UTF-8; read as Windows-1252, every accent in it would be wrong. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  const cut = withoutCutLetter(bytes);
  return asText(bytes, 'utf-8') ?? (hasHighByte(cut) ? asText(cut, 'utf-8') : null);
}

const hasHighByte = (bytes: Uint8Array) => bytes.some((byte) => byte >= 0x80);

/** The bytes without the beginning of a letter of several bytes at their end. */
function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}

function asText(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  try {
    const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true });
    const text = decoder.decode(bytes);
    const read: Decoded = {
      kind: 'text',
      encoding,
      text: encoding === 'windows-1252' ? withPunctuation(text) : text,
    };
    return text.includes('\0') ? withZeroSigns(read) : read;
  } catch (error) {
    // `fatal` makes the decoder say that the bytes are not of this encoding: that is the question asked.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function withZeroSigns(read: Decoded & { kind: 'text' }): Decoded {
  const parts = read.text.split('\0');
  return { ...read, text: parts.join(zeroSign), zeros: parts.length - 1 };
}

/** Bytes known to be text of an encoding; what does not fit is U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const page = codePages.find((one) => one === encoding);
  if (page) return decodeCodePage(bytes, page);
  const text = decoderOf(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes);
  return encoding === 'windows-1252' ? withPunctuation(text) : text;
}

const decoders = new Map<string, TextDecoder>();

/** Made once: a file has millions of cells. */
function decoderOf(label: string): TextDecoder {
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder;
}

/** Windows-1252 from 0x80 to 0x9F; the five that stand for themselves are unassigned. */
const punctuation = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node before 24 reads Windows-1252 as Latin-1, which has control characters where that has quotes and dashes. */
function withPunctuation(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (letter) => punctuation[letter.charCodeAt(0) - 0x80] ?? letter);
}
