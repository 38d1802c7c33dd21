import type { KnownFile } from './known-files/known-file.ts';
import { otherFiles } from './known-files/other-publishers.ts';
import { serviceCanadaFiles } from './known-files/service-canada.ts';
import { statisticsCanadaFiles } from './known-files/statistics-canada.ts';
import type { RawTable } from '../read/table.ts';

export { fileKinds, type FileKind, type KnownFile } from './known-files/known-file.ts';
export { serviceCanada } from './known-files/service-canada.ts';

/** Files that planners have again and again. A new one is an entry in its publisher's list. */
const knownFiles: readonly KnownFile[] = [...serviceCanadaFiles, ...statisticsCanadaFiles, ...otherFiles];

/** The published file whose header this is, or null. */
export function recogniseFile({ columns, spatial }: RawTable): KnownFile | null {
  const names = new Set(columns.map(({ original }) => original.trim()));
  return (
    knownFiles.find((known) => known.spatial === spatial && known.columns.every((name) => names.has(name))) ??
    null
  );
}
