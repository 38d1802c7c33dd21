import { makeVector, RecordBatch, Schema, Table, tableFromIPC, tableToIPC } from 'apache-arrow';
import type { MatrixAsk, MatrixShelf } from '../analysis/travel.ts';
import { sha256Of } from '../model/checksum.ts';
import { matrixVersion } from '../network/travel-matrix.ts';
import type { TravelMatrix } from '../network/travel-types.ts';
import {
  isNotFound,
  namesIn,
  openStorage,
  readBytes,
  StorageUnavailable,
  writeWhole,
} from './storage-folder.ts';

/** The latest are kept: those of two seasons, to points and between them, of three projects. */
const mostKept = 12;

/**
 * Journeys in the origin private file system, so that a project opened again does not look for them again. A file is named by all
 * that its journeys depend on, and by its own bytes: other roads, places or options ask for another name, and a
 * damaged file is none. Where the page has no storage, or no room is left, nothing is kept.
 */
export class KeptMatrices {
  readonly #folder: string;

  constructor(folder = 'journeys') {
    this.#folder = folder;
  }

  /** What is kept of a road graph, known by the SHA-256 of its file. */
  of(graphSha256: string): MatrixShelf {
    return {
      find: async (asked) => this.#find(await keyOf(graphSha256, asked)),
      keep: async (asked, matrix) => this.#keep(await keyOf(graphSha256, asked), matrix),
    };
  }

  async #find(key: string): Promise<TravelMatrix | null> {
    const folder = await this.#open();
    if (!folder) return null;
    const name = (await namesIn(folder)).find((name) => keyIn(name) === key);
    const bytes = name === undefined ? null : await bytesOrNull(folder, name);
    return bytes && nameOf(key, await sha256Of(bytes)) === name ? decodeMatrix(bytes) : null;
  }

  async #keep(key: string, matrix: TravelMatrix): Promise<void> {
    const folder = await this.#open();
    if (!folder) return;
    const bytes = encodeMatrix(matrix);
    const name = nameOf(key, await sha256Of(bytes));
    try {
      await writeWhole(folder, name, bytes);
      await dropOldest(folder);
    } catch (cause) {
      // No room, or another page at the same work: these journeys are looked for again next time.
      if (!(cause instanceof DOMException)) throw cause;
    }
  }

  async #open(): Promise<FileSystemDirectoryHandle | null> {
    try {
      return await (await openStorage()).getDirectoryHandle(this.#folder, { create: true });
    } catch (cause) {
      if (cause instanceof StorageUnavailable) return null;
      throw cause;
    }
  }
}

/** Everything that a matrix depends on, as one sum. */
async function keyOf(graphSha256: string, asked: MatrixAsk): Promise<string> {
  const { origins, points, direction, options, beyond } = asked;
  const counts = { origins: origins.lon.length, nearest: beyond?.nearest };
  const words = JSON.stringify({ matrixVersion, graphSha256, direction, options, ...counts });
  const places = [origins.lon, origins.lat, points.lon, points.lat];
  const parts = [new TextEncoder().encode(words), ...places, ...(beyond ? [beyond.groups] : [])];
  return sha256Of(await new Blob(parts as BlobPart[]).arrayBuffer());
}

const nameOf = (key: string, sum: string) => `${key}-${sum.slice(0, 16)}.arrow`;
const keyIn = (name: string) => name.split('-')[0];

async function bytesOrNull(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
  try {
    return await readBytes(folder, name);
  } catch (cause) {
    // Another page may have made room since.
    if (isNotFound(cause)) return null;
    throw cause;
  }
}

async function dropOldest(folder: FileSystemDirectoryHandle): Promise<void> {
  const names = await namesIn(folder);
  const dated = await Promise.all(
    names.map(async (name) => {
      const { lastModified } = await (await folder.getFileHandle(name)).getFile();
      return { name, lastModified };
    }),
  );
  const oldest = dated.sort((a, b) => b.lastModified - a.lastModified).slice(mostKept);
  for (const { name } of oldest) await folder.removeEntry(name);
}

/** What a matrix says beside its columns, in the metadata of the Arrow stream. */
interface Beside {
  method: TravelMatrix['method'];
  originsOffRoad: number[];
  pointsOffRoad: number[];
}

function encodeMatrix({ method, originsOffRoad, pointsOffRoad, ...columns }: TravelMatrix): Uint8Array {
  const table = new Table({
    origin: makeVector(columns.origin),
    point: makeVector(columns.point),
    minutes: makeVector(columns.minutes),
    kilometres: makeVector(columns.kilometres),
    state: makeVector(columns.state),
    direct: makeVector(columns.direct),
  });
  const beside: Beside = {
    method,
    originsOffRoad: [...originsOffRoad],
    pointsOffRoad: [...pointsOffRoad],
  };
  const schema = new Schema(table.schema.fields, new Map([['beside', JSON.stringify(beside)]]));
  const batches = table.batches.map(({ data }) => new RecordBatch(schema, data));
  return tableToIPC(new Table(schema, batches), 'stream');
}

function decodeMatrix(bytes: Uint8Array): TravelMatrix {
  const table = tableFromIPC(bytes);
  const beside = JSON.parse(table.schema.metadata.get('beside') ?? '') as Beside;
  const column = <Values>(name: keyof TravelMatrix) => table.getChild(name)?.toArray() as Values;
  return {
    origin: column('origin'),
    point: column('point'),
    minutes: column('minutes'),
    kilometres: column('kilometres'),
    state: column('state'),
    direct: column('direct'),
    method: beside.method,
    originsOffRoad: Uint32Array.from(beside.originsOffRoad),
    pointsOffRoad: Uint32Array.from(beside.pointsOffRoad),
  };
}
