import type { FileFormat } from './format.ts';
import { refused } from './refused.ts';
import { isZip, zipEntries } from './zip-entries.ts';

/** A zip archive that nothing else reads: `unpackArchives` gives its files one by one before; what comes here is empty or damaged. */
export const zip: FileFormat = {
  open({ bytes }) {
    if (!isZip(bytes)) return null;
    const entries = zipEntries(bytes);
    const code = entries === null ? 'unreadable' : entries.length === 0 ? 'empty-file' : 'unknown-format';
    return { format: 'zip', read: async () => refused(code, 'zip') };
  },
};
