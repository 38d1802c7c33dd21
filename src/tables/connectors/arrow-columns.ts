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

const missing = (value: unknown) => value === null || value === undefined || Number.isNaN(value);

const column: Record<ColumnType, (values: Values) => Data> = {
  DOUBLE: (values) => {
    const data = Float64Array.from(values, (value) => (missing(value) ? 0 : Number(value)));
    return makeData({ type: new Float64(), length: data.length, data, ...validity(values) });
  },
  INTEGER: (values) => {
    const data = Int32Array.from(values, (value) => (missing(value) ? 0 : Number(value)));
    return makeData({ type: new Int32(), length: data.length, data, ...validity(values) });
  },
  BOOLEAN: (values) => {
    const data = bits(values, (value) => value === true);
    return makeData({ type: new Bool(), length: values.length, data, ...validity(values) });
  },
  VARCHAR: (values) => {
    const encoder = new TextEncoder();
    const known = new Map<unknown, Uint8Array>(); // ids and words repeat
    const texts = Array.from(values, (value) => {
      const bytes = known.get(value) ?? encoder.encode(missing(value) ? '' : String(value));
      known.set(value, bytes);
      return bytes;
    });
    const valueOffsets = new Int32Array(texts.length + 1);
    texts.forEach((text, row) => (valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + text.length));
    const data = new Uint8Array(valueOffsets[texts.length] ?? 0);
    texts.forEach((text, row) => data.set(text, valueOffsets[row] ?? 0));
    return makeData({ type: new Utf8(), length: texts.length, valueOffsets, data, ...validity(values) });
  },
};

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
