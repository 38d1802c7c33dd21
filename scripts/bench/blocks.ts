import { parquetWriteBuffer } from 'hyparquet-writer';

/** Census blocks of the country, in round numbers. */
export const blockCount = 500_000;
/** Provinces and territories by the first digits of their blocks' codes, each with a place well inside it, WGS 84. */
const provinces = [
  { code: '10', name: 'NL', lon: -56, lat: 48.8 },
  { code: '12', name: 'NS', lon: -63.3, lat: 45.2 },
  { code: '13', name: 'NB', lon: -66.4, lat: 46.6 },
  { code: '24', name: 'QC', lon: -72.5, lat: 47.5 },
  { code: '35', name: 'ON', lon: -80, lat: 45.5 },
  { code: '46', name: 'MB', lon: -98, lat: 50.5 },
  { code: '47', name: 'SK', lon: -106, lat: 51.5 },
  { code: '48', name: 'AB', lon: -114, lat: 53 },
  { code: '59', name: 'BC', lon: -122, lat: 53 },
] as const;
/** Degrees to each side. */
const spread = 0.4;

/** A number in [0, 1) for each index and column, the same every time (Steele et al. 2014, doi:10.1145/2660193.2660195). */
function noise(index: number, column: number): number {
  let mixed = Math.imul(index * 8 + column + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

const provinceOf = (index: number) => provinces[index % provinces.length] ?? provinces[0];
const near = (degrees: number, at: number) => Math.round((degrees + (at * 2 - 1) * spread) * 10_000) / 10_000;

/** Made-up blocks: code, name, province, longitude, latitude, population, dwellings, year. */
export function madeUpBlocks() {
  const column = <Value>(value: (index: number) => Value) =>
    Array.from({ length: blockCount }, (_, index) => value(index));
  const population = column((index) => Math.floor(noise(index, 3) * 400));
  return {
    code: column((index) => `${provinceOf(index).code}${100_000_000 + index}`),
    name: column((index) => `Block ${index}`),
    province: column((index) => provinceOf(index).name),
    longitude: column((index) => near(provinceOf(index).lon, noise(index, 1))),
    latitude: column((index) => near(provinceOf(index).lat, noise(index, 2))),
    population,
    dwellings: population.map((people) => Math.floor(people / 2)),
    year: column(() => 2021),
  };
}

type Blocks = ReturnType<typeof madeUpBlocks>;

export function blocksAsCsv(data: Blocks): Uint8Array {
  const columns = Object.values(data);
  const lines = data.code.map((_, index) => columns.map((column) => `${column[index] ?? ''}`).join(','));
  return new TextEncoder().encode([Object.keys(data).join(','), ...lines].join('\n'));
}

export function blocksAsParquet(data: Blocks): Uint8Array {
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
