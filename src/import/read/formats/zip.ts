import type { FileFormat } from './format.ts';
import { refused } from './refused.ts';
import { isZip, zipEntries, type ZipEntry } from './zip-entries.ts';

/** Documents that are zip archives, by a file that each kind has in it (ECMA-376; OpenDocument 1.3, part 2). */
const documents: readonly { what: string; path: string }[] = [
  { what: 'docx', path: 'word/document.xml' },
  { what: 'pptx', path: 'ppt/presentation.xml' },
  { what: 'xlsb', path: 'xl/workbook.bin' },
  { what: 'ods, odt', path: 'META-INF/manifest.xml' },
];

/** The kind of document that an archive is, or null: its parts say nothing by themselves. */
export const documentOf = (entries: readonly ZipEntry[]): string | null =>
  documents.find(({ path }) => entries.some((entry) => entry.path === path))?.what ?? null;

/** A zip archive that nothing else reads: `unpackArchives` gives its files one by one before; what comes here is empty or damaged. */
export const zip: FileFormat = {
  open({ bytes }) {
    if (!isZip(bytes)) return null;
    const entries = zipEntries(bytes);
    const code = entries === null ? 'unreadable' : entries.length === 0 ? 'empty-file' : 'unknown-format';
    return { format: 'zip', read: async () => refused(code, documentOf(entries ?? []) ?? 'zip') };
  },
};
