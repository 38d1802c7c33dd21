import { RecordBatch, Schema, Table, tableFromIPC, tableToIPC, Utf8, Vector, type Data } from 'apache-arrow';
import { columnsToIPC } from '../tables/connectors/arrow-columns.ts';
import { columnsOf } from '../tables/load-project.ts';
import type { TableSchema } from '../tables/schema.ts';
import { giveWay } from './give-way.ts';

/** The page stays awake between two portions of this many rows. */
const rowsInPortion = 5_000;

/** Rows as Arrow IPC streams, each of a portion of them; no rows are one stream too. The same rows give the same bytes. */
export async function* encodePortions(
  schema: TableSchema,
  rows: readonly object[],
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from === 0 || from < rows.length; from += rowsInPortion) {
    if (from > 0) await giveWay();
    yield columnsToIPC(schema, columnsOf(schema, rows.slice(from, from + rowsInPortion)));
  }
}

/** One Arrow IPC stream of several with the same columns. */
export function joinPortions(portions: readonly Uint8Array[]): Uint8Array {
  const batches = portions.flatMap((portion) => tableFromIPC(portion).batches);
  const fields = (batches[0]?.schema ?? new Schema([])).fields.map((field) =>
    field.clone({ nullable: true }),
  );
  const nullable = new Schema(fields);
  return tableToIPC(
    new Table(
      nullable,
      batches.map(({ data }) => new RecordBatch(nullable, data)),
    ),
    'stream',
  );
}

/**
 * The rows of an Arrow IPC stream, with whatever columns it has: a file of an older version has others.
 * @throws whatever Arrow throws at bytes that are no such stream
 */
export async function decodeTable(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const batch of tableFromIPC(bytes).batches) {
    if (rows.length > 0) await giveWay();
    const columns = batch.schema.fields.map(
      ({ name }, place) => [name, valuesOf(batch.data.children[place])] as const,
    );
    for (let row = 0; row < batch.numRows; row += 1) {
      const record: Record<string, unknown> = {};
      for (const [name, values] of columns) record[name] = values[row];
      rows.push(record);
    }
  }
  return rows;
}

function valuesOf(data: Data | undefined): unknown[] {
  if (!data) return [];
  if (data.type instanceof Utf8) return textsOf(data as Data<Utf8>);
  const vector = new Vector([data]);
  return Array.from({ length: data.length }, (_, row) => vector.get(row) as unknown);
}

const beyondAscii = /[^\u0000-\u007f]/;

/** Texts cut out of one decoded whole, which is several times faster; only those with other letters are decoded by themselves. */
function textsOf(data: Data<Utf8>): (string | null)[] {
  const { values, valueOffsets } = data;
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  // One letter a byte, so that the offsets hold.
  const all = new TextDecoder('windows-1252').decode(values);
  return Array.from({ length: data.length }, (_, row) => {
    if (!data.getValid(row)) return null;
    const [start = 0, end = 0] = [valueOffsets[row], valueOffsets[row + 1]];
    const text = all.slice(start, end);
    return beyondAscii.test(text) ? utf8.decode(values.subarray(start, end)) : text;
  });
}
