import { parquetWriteBuffer } from 'hyparquet-writer';
import { importFiles } from '../../src/import/import-files.ts';
import { readTable } from '../../src/import/read-table.ts';

const rows = 500_000;
const provinces = ['NL', 'PE', 'NS', 'NB', 'QC', 'ON', 'MB', 'SK', 'AB', 'BC', 'YT', 'NT', 'NU'];

/** A number in [0, 1) for each index and column, the same every time (Steele et al. 2014, doi:10.1145/2660193.2660195). */
function noise(index: number, column: number): number {
  let mixed = Math.imul(index * 8 + column + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** Made-up blocks: code, name, province, longitude, latitude, population, dwellings, year. */
function blocks() {
  const column = <Value>(value: (index: number) => Value) =>
    Array.from({ length: rows }, (_, index) => value(index));
  const population = column((index) => Math.floor(noise(index, 3) * 400));
  return {
    code: column((index) => `${10_000_000_000 + index}`),
    name: column((index) => `Block ${index}`),
    province: column((index) => provinces[index % provinces.length] ?? ''),
    longitude: column((index) => Math.round(-1_300_000 + noise(index, 1) * 700_000) / 10_000),
    latitude: column((index) => Math.round(430_000 + noise(index, 2) * 200_000) / 10_000),
    population,
    dwellings: population.map((people) => Math.floor(people / 2)),
    year: column(() => 2021),
  };
}

type Blocks = ReturnType<typeof blocks>;

function asCsv(data: Blocks): Uint8Array {
  const columns = Object.values(data);
  const lines = data.code.map((_, index) => columns.map((column) => `${column[index] ?? ''}`).join(','));
  return new TextEncoder().encode([Object.keys(data).join(','), ...lines].join('\n'));
}

function asParquet(data: Blocks): Uint8Array {
  const types = {
    longitude: 'DOUBLE',
    latitude: 'DOUBLE',
    population: 'INT32',
    dwellings: 'INT32',
    year: 'INT32',
  } as const;
  const columnData = Object.entries(data).map(([name, values]) => ({
    name,
    data: values,
    type: name in types ? types[name as keyof typeof types] : ('STRING' as const),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const began = performance.now();
  await work();
  return ((performance.now() - began) / 1000).toFixed(2);
}

/** Times the reading of half a million blocks of eight columns, and their whole import with its checks, in Node. */
export async function benchImport(): Promise<string[]> {
  const data = blocks();
  const files = { CSV: asCsv(data), Parquet: asParquet(data) };
  const lines: string[] = [];
  for (const [format, bytes] of Object.entries(files)) {
    const file = { name: `blocks.${format.toLowerCase()}`, bytes };
    const read = await seconds(() => readTable(file));
    const imported = await seconds(() => importFiles([file], null, { importedAt: '2026-11-02T12:00:00Z' }));
    const size = (bytes.length / 1e6).toFixed(1);
    lines.push(
      `${format}, ${rows.toLocaleString('en')} rows x 8, ${size} MB: read in ${read} s; imported with checks in ${imported} s`,
    );
  }
  return lines;
}
