import { Bool, Float64, Int32, makeData, Table, tableToIPC, Utf8, Vector, type Data } from 'apache-arrow';
import type { Columns } from '../connector.ts';
import type { ColumnType, TableSchema } from '../schema.ts';

/**
 * Columns as an Arrow IPC stream. Arrow's own `vectorFromArray` compiles code from text, which the page's content
 * policy forbids, so the buffers are filled here; null, undefined and NaN are null.
 */
export function columnsToIPC({ columns }: TableSchema, values: Columns): Uint8Array {
  const vectors = columns.map(
    ({ name, type }) => [name, new Vector([column[type](values[name] ?? [])])] as const,
  );
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}

type Values = ArrayLike<unknown>;

/** NaN is the one value that is not itself. */
const missing = (value: unknown) => value === null || value === undefined || value !== value;

const column: Record<ColumnType, (values: Values) => Data> = {
  DOUBLE: (values) => {
    const data =
      values instanceof Float64Array ? values : numbersInto(new Float64Array(values.length), values);
    return makeData({ type: new Float64(), length: data.length, data, ...validity(values) });
  },
  INTEGER: (values) => {
    const data = numbersInto(new Int32Array(values.length), values);
    return makeData({ type: new Int32(), length: data.length, data, ...validity(values) });
  },
  BOOLEAN: (values) => {
    const data = bits(values, (value) => value === true);
    return makeData({ type: new Bool(), length: values.length, data, ...validity(values) });
  },
  VARCHAR: (values) => {
    const { data, valueOffsets } = utf8(values);
    return makeData({ type: new Utf8(), length: values.length, valueOffsets, data, ...validity(values) });
  },
};

/** What is missing is 0 here: the validity says that it is none. */
function numbersInto<Numbers extends Float64Array | Int32Array>(numbers: Numbers, values: Values): Numbers {
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    numbers[row] = typeof value === 'number' ? value : missing(value) ? 0 : Number(value);
  }
  return numbers;
}

/** Texts end to end, and where each begins. Letters of ASCII, which most texts are made of, are copied by themselves. */
function utf8(values: Values): { data: Uint8Array<ArrayBuffer>; valueOffsets: Int32Array } {
  const encoder = new TextEncoder();
  const valueOffsets = new Int32Array(values.length + 1);
  let data = new Uint8Array(Math.max(64, values.length * 12));
  let end = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    const text = missing(value) ? '' : String(value);
    if (end + text.length * 3 > data.length) data = grown(data, end + text.length * 3);
    end = asciiInto(text, data, end) ?? end + encoder.encodeInto(text, data.subarray(end)).written;
    valueOffsets[row + 1] = end;
  }
  return { data: data.subarray(0, end), valueOffsets };
}

function grown(data: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(data.length * 2, needed));
  larger.set(data);
  return larger;
}

/** Where the text ends, or null when a letter of it needs more than a byte. */
function asciiInto(text: string, data: Uint8Array, start: number): number | null {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return null;
    data[start + index] = code;
  }
  return start + text.length;
}

/** One bit a row, lowest first, padded to Arrow's 8 bytes. */
function bits(values: Values, test: (value: unknown) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 64) * 8);
  for (let row = 0; row < values.length; row += 1)
    if (test(values[row])) bytes[row >> 3] = (bytes[row >> 3] ?? 0) | (1 << (row & 7));
  return bytes;
}

function validity(values: Values) {
  let nullCount = 0;
  for (let row = 0; row < values.length; row += 1) if (missing(values[row])) nullCount += 1;
  return { nullCount, nullBitmap: nullCount === 0 ? null : bits(values, (value) => !missing(value)) };
}
