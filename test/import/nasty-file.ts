import type { ImportResult } from '../../src/import/import-files.ts';

/** A small file made to go wrong, and what must come of it. */
export interface NastyFile {
  what: string;
  /** Its name, where that is the point. */
  file?: string;
  /** One of the two. */
  bytes?: Uint8Array;
  text?: string;
  /** For each file found in it: `format read = kept + listed`, then the codes of its issues. */
  reports: readonly string[];
  /** The points (`name lon lat`) or areas (`code population`) that come of it, where that is the point. */
  holds?: readonly string[];
}

/** One line a report, as `reports` has them. */
export const reportLines = ({ files }: ImportResult): string[] =>
  files.map(({ format, rows, issues }) => {
    const codes = [...new Set(issues.map(({ code }) => code))].join(' ');
    return `${format} ${rows.read} = ${rows.kept} + ${rows.listed} ${codes}`.trim();
  });

/** One line a row of the project, as `holds` has them. */
export const heldLines = ({ project: { tables } }: ImportResult): string[] => [
  ...tables.service_point.map(({ name_en, lon, lat }) => `${name_en} ${lon} ${lat}`),
  ...tables.area.map(({ code, population }) => `${code} ${population}`),
];
