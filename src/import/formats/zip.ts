import type { FileFormat } from './format.ts';
import { refused } from './refused.ts';
import { isZip, zipEntries } from './zip-entries.ts';

/** A zip archive that is no workbook and no single layer: its files were read one by one before, or it is damaged. */
export const zip: FileFormat = {
  open({ bytes }) {
    if (!isZip(bytes)) return null;
    const damaged = zipEntries(bytes) === null;
    return { format: 'zip', read: async () => refused(damaged ? 'unreadable' : 'unknown-format', 'zip') };
  },
};
