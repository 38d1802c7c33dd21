import { unpack, zipEntries, isZip, type ZipEntry } from '../import/read/formats/zip-entries.ts';
import { sha256Of } from '../model/checksum.ts';
import { archiveMessages } from '../model/messages/archive.ts';
import type { Project } from '../model/project.ts';
import { projectTableNames, type ProjectTableName } from '../model/tables.ts';
import { languages } from '../model/text.ts';
import { columnsOf } from '../tables/load-project.ts';
import { projectSchemas } from '../tables/schema.ts';
import { checkProject } from './check-project.ts';
import type { Original } from './originals.ts';
import {
  assembleProject,
  isWhole,
  manifestText,
  parseManifest,
  ProjectRefused,
  type FileEntry,
  type OriginalEntry,
  type TableEntry,
} from './project-manifest.ts';

/** What an archive unpacks to has to fit in memory, whatever its directory claims. */
const largestUnpackedBytes = 1024 * 1024 * 1024;
/** Zip writes larger ones in a form of its own (zip64), which is not written here. */
const largestArchiveBytes = 2 ** 32 - 2 ** 20;

const manifestPath = 'project.json';

/** A project in a `.guichet` file, with the files that its rows came from. */
export interface Archive {
  project: Project;
  originals: Original[];
}

/** Hears how many of the files of an archive are done. */
export type ArchiveProgress = (done: number, of: number) => void;

/**
 * A project as one portable file: a zip of open formats, listed in its README.txt. The same project gives the same bytes.
 * @throws ProjectRefused when it is larger than a plain zip can be
 */
export async function writeArchive(
  project: Project,
  originals: readonly Original[],
  onProgress: ArchiveProgress = () => undefined,
): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const files: Record<string, Uint8Array> = {};
  const told = () => onProgress(Object.keys(files).length, projectTableNames.length + originals.length);
  const tables = {} as Record<ProjectTableName, TableEntry>;
  for (const name of projectTableNames) {
    const bytes = await tableAsParquet(project, name);
    tables[name] = { ...(await entryOf(`tables/${name}.parquet`, bytes)), rows: project.tables[name].length };
    files[`tables/${name}.parquet`] = bytes;
    told();
  }
  const kept: OriginalEntry[] = [];
  for (const { name, sha256, blob } of originals) {
    const file = `files/${sha256}/${safeName(name)}`;
    files[file] = new Uint8Array(await blob.arrayBuffer());
    kept.push({ name, file, sha256, bytes: blob.size });
    told();
  }
  const total = Object.values(files).reduce((sum, { length }) => sum + length, 0);
  if (total > largestArchiveBytes) throw new ProjectRefused('too-large', `${total} bytes`);
  const texts = {
    [manifestPath]: encode(manifestText(project, tables, kept)),
    'README.txt': encode(readme(project)),
  };
  // A date of its own, or the bytes would change with the clock. Parquet is packed already, and so are many originals.
  const mtime = new Date(2000, 0, 1);
  const packed = Object.entries({ ...texts, ...files }).map(
    ([path, bytes]) => [path, [bytes, { level: isText(path) ? 6 : 0 }]] as const,
  );
  return zipSync(Object.fromEntries(packed) as Parameters<typeof zipSync>[0], { mtime });
}

const encode = (text: string) => new TextEncoder().encode(text);
const isText = (path: string) => /\.(json|txt|csv|tsv|geojson|geojsonl|ndjson)$/i.test(path);

async function tableAsParquet({ tables }: Project, name: ProjectTableName): Promise<Uint8Array> {
  const { writeParquet } = await import('../export/formats/parquet.ts');
  const schema = projectSchemas[name];
  return writeParquet(schema, columnsOf(schema, tables[name]));
}

async function entryOf(file: string, bytes: Uint8Array): Promise<FileEntry> {
  return { file, bytes: bytes.length, sha256: await sha256Of(bytes) };
}

/** The last part of a path, without what a file system could take for a folder or refuse. */
const safeName = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[<>:"|?*\p{Cc}]/gu, '_').replace(/^\.+/, '_') || 'file';

const readme = ({ name, asOf }: Project) =>
  languages.map((language) => archiveMessages[language].readme(name[language], asOf)).join('\r\n\r\n\r\n');

/** Whether a file is a project's archive: a zip with a manifest where one is expected. It may still be damaged. */
export async function isArchive(file: Blob): Promise<boolean> {
  const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
  // A large table is no zip, and is not read for this.
  if (!isZip(await bytesOf(file.slice(0, 4)))) return false;
  return zipEntries(await bytesOf(file))?.some(({ path }) => path === manifestPath) ?? false;
}

/**
 * Reads an archive, whole or not at all.
 * @throws ProjectRefused when it is not one, cut off or changed, of a newer version, or larger than fits in memory
 */
export async function readArchive(
  bytes: Uint8Array,
  onProgress: ArchiveProgress = () => undefined,
): Promise<Archive> {
  if (!isZip(bytes)) throw new ProjectRefused('foreign', 'not a zip archive');
  const entries = zipEntries(bytes);
  if (!entries) throw new ProjectRefused('damaged', 'the directory of the archive is cut off');
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  let left = largestUnpackedBytes;
  const read = async (path: string) => {
    const unpacked = await unpackEntry(bytes, byPath.get(path), left);
    left -= unpacked.length;
    return unpacked;
  };
  if (!byPath.has(manifestPath)) throw new ProjectRefused('foreign', `no ${manifestPath}`);
  const manifest = parseManifest(new TextDecoder().decode(await read(manifestPath)));
  const files = Object.keys(manifest.tables).length + manifest.originals.length;
  let done = 0;
  const readWhole = async (entry: FileEntry) => {
    const unpacked = await read(entry.file);
    if (!(await isWhole(unpacked, entry))) throw new ProjectRefused('damaged', `${entry.file} was changed`);
    onProgress((done += 1), files);
    return unpacked;
  };
  const project = await assembleProject(manifest, async (entry) => rowsOfParquet(await readWhole(entry)));
  checkProject(project);
  const originals: Original[] = [];
  for (const entry of manifest.originals) {
    const blob = new Blob([(await readWhole(entry)) as BlobPart]);
    originals.push({ name: entry.name, sha256: entry.sha256, blob });
  }
  return { project, originals };
}

async function unpackEntry(
  archive: Uint8Array,
  entry: ZipEntry | undefined,
  limit: number,
): Promise<Uint8Array> {
  if (!entry) throw new ProjectRefused('damaged', 'a file that the project names is missing');
  const found = await unpack(archive, entry, limit);
  if (found.kind === 'too large')
    throw new ProjectRefused('too-large', `${entry.path}: ${found.claim} bytes`);
  if (found.kind !== 'bytes') throw new ProjectRefused('damaged', `${entry.path}: ${found.kind}`);
  return found.bytes;
}

/** Without the reader's own habit of dropping a byte order mark that a cell begins with. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const stringFromBytes = (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes);

/** The bytes have been held against their sum: a file damaged by chance does not come this far. */
async function rowsOfParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const [{ parquetReadObjects }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end?: number) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
  try {
    return await parquetReadObjects({ file, compressors, parsers: { stringFromBytes } });
  } catch (cause) {
    throw new ProjectRefused('damaged', 'a table cannot be read', { cause });
  }
}
