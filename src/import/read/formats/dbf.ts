import { decodeAs, type Encoding } from '../sniff.ts';
import { codePageNamed, codePageOfDriver } from './code-pages.ts';

/** The attributes of a shapefile (dBASE level 5). Cells are text as stored; null is a record marked as deleted. */
export interface DbfTable {
  names: string[];
  records: (string[] | null)[];
  encoding: Encoding;
}

interface DbfField {
  nameBytes: Uint8Array;
  type: string;
  offset: number;
  length: number;
}

const headerEnd = 0x0d;
const deleted = 0x2a;

/**
 * Reads a .dbf. Its text is in the encoding that the .cpg names if the bytes agree; without one, in UTF-8 if most
 * accented cells are valid in it, else in the code page of the file's language driver, else in Windows-1252. Null when
 * the file is cut off or its header is damaged.
 */
export function readDbf(bytes: Uint8Array, cpg: string | null): DbfTable | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, start, size] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const fields = readFields(bytes, start);
  if (
    size === 0 ||
    fields.length === 0 ||
    start + count * size > bytes.length ||
    fields.some((one) => one.offset + one.length > size)
  )
    return null;
  const driver = view.getUint8(29);
  const encoding = encodingOf(bytes.subarray(start), fields, { count, size }, { cpg, driver });
  return {
    names: fields.map(({ nameBytes }) => decodeAs(nameBytes, encoding).trim()),
    records: Array.from({ length: count }, (_, index) => {
      const record = bytes.subarray(start + index * size, start + (index + 1) * size);
      return record[0] === deleted ? null : fields.map((field) => cellOf(record, field, encoding));
    }),
    encoding,
  };
}

function readFields(bytes: Uint8Array, start: number): DbfField[] {
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= start && bytes[at] !== headerEnd; at += 32) {
    const length = bytes[at + 16] ?? 0;
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const nameBytes = end < 0 ? name : name.subarray(0, end);
    fields.push({ nameBytes, type: String.fromCharCode(bytes[at + 11] ?? 0), offset, length });
    offset += length;
  }
  return fields;
}

const isUtf8Label = (cpg: string | null) => /^\s*(utf-?8|65001)\s*$/i.test(cpg ?? '');
const isWindowsLabel = (cpg: string | null) =>
  /^\s*((ansi|cp|windows)?[ -]?1252|iso[ -]?8859-?1|88591)\s*$/i.test(cpg ?? '');

/** Accented cells vote: a cell of Windows-1252 is hardly ever valid UTF-8. */
function encodingOf(
  body: Uint8Array,
  fields: readonly DbfField[],
  { count, size }: { count: number; size: number },
  { cpg, driver }: { cpg: string | null; driver: number },
): Encoding {
  const named = cpg === null ? null : codePageNamed(cpg);
  if (named) return named;
  let [valid, invalid] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    for (const { type, offset, length } of fields) {
      if (type !== 'C') continue;
      const cell = body.subarray(index * size + offset, index * size + offset + length);
      if (!cell.some((byte) => byte >= 0x80)) continue;
      if (decodeAs(cell, 'utf-8').includes('\ufffd')) invalid += 1;
      else valid += 1;
    }
  }
  if (valid === 0 && invalid === 0) return isWindowsLabel(cpg) ? 'windows-1252' : 'utf-8';
  if (isWindowsLabel(cpg)) return 'windows-1252';
  // A width counted in bytes may cut the last letter of a cell: a few such cells do not outvote the rest.
  if (valid > invalid || (isUtf8Label(cpg) && valid > 0)) return 'utf-8';
  return codePageOfDriver(driver) ?? 'windows-1252';
}

function cellOf(record: Uint8Array, { type, offset, length }: DbfField, encoding: Encoding): string {
  const cell = record.subarray(offset, offset + length);
  const view = new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
  if ((type === 'I' || type === '+') && length === 4) return `${view.getInt32(0, true)}`;
  if ((type === 'O' || type === 'B') && length === 8) return `${view.getFloat64(0, true)}`;
  const text = decodeAs(cell, encoding)
    .replaceAll('\0', '')
    .replace(/\ufffd$/, '')
    .trim();
  if (type === 'D') return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (type === 'L') return /^[yt]$/i.test(text) ? 'true' : /^[nf]$/i.test(text) ? 'false' : '';
  // Asterisks stand for a number wider than its field; a memo is a number of another file's block.
  if (type === 'M' || (type !== 'C' && /^\*+$/.test(text))) return '';
  return text;
}
