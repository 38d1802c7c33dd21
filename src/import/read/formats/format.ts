import type { Issue } from '../../../model/issues.ts';
import type { Decoded, Encoding } from '../sniff.ts';
import type { RawTable } from '../table.ts';

/** A file as a format sees it: never its name, which proves nothing. */
export interface Content {
  bytes: Uint8Array;
  decoded: Decoded;
}

/** The tables that one file holds side by side: sheets of a workbook, layers of a GeoPackage. */
export interface Parts {
  names: readonly string[];
  /** The one of these that was read. */
  read: string;
}

/** The rows of a file and what was wrong with those that could not be read (each of these has a row number). */
export interface ReadTable {
  table: RawTable;
  issues: Issue[];
  /** Of the text in a binary file, where it was found out. */
  encoding?: Encoding;
  /** Only for a file of a format that can hold several tables. */
  parts?: Parts;
}

/** A file found to be of a format, not yet read. */
export interface OpenedFile {
  /** The word the report uses: `csv`, `tsv`, `geojson`, `xlsx`. */
  format: string;
  /**
   * Never rejects for a bad file. `part` names the sheet or layer wanted; null, or a name that is not there, leaves the
   * choice to the format: the one with the most in it.
   */
  read(part?: string | null): Promise<ReadTable>;
}

/** One kind of file. A new one is a file of this folder and an entry in `list.ts`. */
export interface FileFormat {
  /** Null when the content is not of this format. */
  open(content: Content): OpenedFile | null;
}
