import { DistinctNames } from '../../model/distinct-names.ts';
import { issue } from './findings.ts';
import { documentOf } from './formats/zip.ts';
import { isZip, unpack, zipEntries, type ZipEntry } from './formats/zip-entries.ts';
import { largestFileBytes, type FileBytes } from './read-table.ts';

/** More files than this in one archive are not read: they are said in one line. */
const mostMembers = 200;
/** An archive in an archive is opened; one inside that is not. */
const deepest = 2;

/** Files that operating systems leave in archives. */
const isLitter = (path: string) => /(^|\/)(__MACOSX\/|\.[^./]|Thumbs\.db$|desktop\.ini$)/i.test(path);

/** Without the steps that would lead out of the archive, or nowhere. */
const plainPath = (path: string) =>
  path
    .split('/')
    .filter((step) => !['', '.', '..'].includes(step))
    .join('/');

/**
 * Opens zip archives: each file in one is a file of its own, named `archive.zip/folder/file.csv`, with whatever was said
 * of the archive. The parts of a shapefile, in an archive or dropped side by side, are one file. Workbooks, and archives
 * of one shapefile alone, are files themselves. What cannot be unpacked comes with its problem.
 */
export async function unpackArchives<File extends FileBytes>(files: readonly File[]): Promise<File[]> {
  const unpacked: File[] = [];
  for (const file of files) unpacked.push(...(await unpackOne(file, 1, { left: largestFileBytes })));
  return withOwnNames(await gathered(unpacked));
}

/** A file is known by its name from here on: of two with one name the second is `towns (2).csv`. */
function withOwnNames<File extends FileBytes>(files: readonly File[]): File[] {
  const names = new DistinctNames();
  return files.map((file) => {
    const [, stem = file.name, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(file.name) ?? [];
    const name = names.take(stem, ending);
    return name === file.name ? file : { ...file, name };
  });
}

/** How many bytes may still be unpacked from one file that was dropped, whatever it holds inside. */
interface Budget {
  left: number;
}

async function unpackOne<File extends FileBytes>(file: File, depth: number, budget: Budget): Promise<File[]> {
  if (!isZip(file.bytes) || depth > deepest || file.bytes.length > largestFileBytes) return [file];
  const entries = zipEntries(file.bytes)?.filter(({ path }) => !isLitter(path)) ?? [];
  if (entries.length === 0 || isOneFile(entries)) return [file];
  const members: File[] = [];
  for (const entry of entries.slice(0, mostMembers)) {
    const member = await unpackMember(file, entry, budget.left);
    budget.left -= member.bytes.length;
    members.push(...(await unpackOne(member, depth + 1, budget)));
  }
  return entries.length > mostMembers ? [...members, beyond(file, entries)] : members;
}

/** A workbook or another document, or one shapefile and nothing else. */
function isOneFile(entries: readonly ZipEntry[]): boolean {
  if (documentOf(entries) !== null || entries.some(({ path }) => path === 'xl/workbook.xml')) return true;
  const stems = new Set(entries.map(({ path }) => setStem(path)));
  return entries.some(({ path }) => isShape(path)) && stems.size === 1 && !stems.has(null);
}

async function unpackMember<File extends FileBytes>(
  archive: File,
  entry: ZipEntry,
  left: number,
): Promise<File> {
  const name = `${archive.name}/${plainPath(entry.path)}`;
  const found = await unpack(archive.bytes, entry, left);
  if (found.kind === 'bytes') return { ...archive, name, bytes: found.bytes };
  const problem =
    found.kind === 'too large'
      ? issue('too-large', 'error', { found: `${found.claim}`, expected: `${left}` })
      : issue(found.kind === 'encrypted' ? 'password-protected' : 'unreadable', 'error', { found: 'zip' });
  return { ...archive, name, bytes: new Uint8Array(), problem };
}

function beyond<File extends FileBytes>(archive: File, entries: readonly ZipEntry[]): File {
  const expected = `${entries.length - mostMembers}`;
  const found = entries[mostMembers]?.path ?? null;
  const problem = issue('skipped-file', 'error', { found, expected });
  return { ...archive, name: `${archive.name}/…`, bytes: new Uint8Array(), problem };
}

const partOfSet = /\.(shp|shx|dbf|prj|qpj|cpg|sbn|sbx|qix|fbn|fbx|ain|aih|ixs|mxs|atx|qmd|cst|shp\.xml)$/i;
const isShape = (path: string) => /\.shp$/i.test(path);

/** What the parts of one shapefile have in common, or null for another kind of file. */
const setStem = (path: string) => (partOfSet.test(path) ? path.replace(partOfSet, '').toLowerCase() : null);

/** Puts the parts of each shapefile into an archive of their own, in the place of its .shp. */
async function gathered<File extends FileBytes>(files: readonly File[]): Promise<File[]> {
  const shapes = new Set(files.filter(isWholeShape).map(({ name }) => setStem(name)));
  const kept = files.filter(({ name }) => isShape(name) || !shapes.has(setStem(name)));
  return Promise.all(
    kept.map((file) => {
      const stem = setStem(file.name);
      return isWholeShape(file)
        ? packed(
            file,
            files.filter(({ name }) => setStem(name) === stem),
          )
        : file;
    }),
  );
}

const isWholeShape = ({ name, bytes, problem }: FileBytes) => isShape(name) && bytes.length > 0 && !problem;

async function packed<File extends FileBytes>(shape: File, parts: readonly File[]): Promise<File> {
  const broken = parts.find(({ problem }) => problem !== undefined)?.problem;
  if (broken) return { ...shape, problem: broken };
  const { zipSync } = await import('fflate');
  const base = (name: string) => name.split('/').at(-1) ?? name;
  const files = Object.fromEntries(parts.map(({ name, bytes }) => [base(name), bytes]));
  // A date of its own, or the sum of the bytes would change with the clock.
  return { ...shape, bytes: zipSync(files, { level: 0, mtime: new Date(2000, 0, 1) }) };
}
