import type { LocationMethod } from './tables.ts';

/** Where a service that a person asked says a row is. */
export interface PlacedBy {
  /** WGS 84 decimal degrees. */
  lon: number;
  lat: number;
  method: LocationMethod;
  /** The service's host. */
  by: string;
  /** What the service takes the place for. */
  label: string;
}

/** A change that a person makes to one row of a file before it is read: cells by column name, a place, or the row left out. */
export type RowEdit =
  | { kind: 'set-cells'; row: number; cells: Readonly<Record<string, string>> }
  | { kind: 'place'; row: number; place: PlacedBy }
  | { kind: 'leave-out'; row: number };

export const dateOrders = ['year-month-day', 'day-month-year', 'month-day-year'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const areaUnits = ['m2', 'ft2'] as const;
export type AreaUnit = (typeof areaUnits)[number];

export const lengthUnits = ['m', 'km'] as const;
export type LengthUnit = (typeof lengthUnits)[number];

/** Where the people in boundaries without counts come from: another file by code, or the smaller areas that lie in them. */
export const peopleSources = ['by-code', 'added-up'] as const;
export type PeopleFrom = (typeof peopleSources)[number];

/** How the columns of a file are to be read, as a person said it. What is not here is left to the evidence. */
export interface Reading {
  /** What each row is: one of the importer's kinds. */
  kind?: string;
  /** The sheet or layer to read. */
  part?: string;
  /** Meaning by column name; null for a column that is kept aside. */
  fields?: Readonly<Record<string, string | null>>;
  dateOrder?: DateOrder;
  areaUnit?: AreaUnit;
  /** Of distances whose column does not say it. */
  lengthUnit?: LengthUnit;
  /** Of a table with a column for each year: the year whose values are the areas' populations. */
  year?: number;
  /** The column whose codes or names say which area or point of the project a row is about. */
  joinBy?: string;
  /** `by-code` where nothing is said. */
  people?: PeopleFrom;
  /** Who publishes the file, and what may be done with it, where a person says so. */
  publisher?: string;
  licence?: string;
}

/** What text may be written in, where its bytes fit several: those of older programs among them. */
export const textEncodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm850',
  'ibm863',
  'utf-16le',
  'utf-16be',
] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** Everything a person decided about one file. Reading the file again with the same decisions gives the same rows. */
export interface Decisions extends Reading {
  /** ISO date, month or year that the data describes. Of this release alone: it is not kept for the next. */
  referenceDate?: string;
  /** Of the text of this file alone: the bytes of the next release speak for themselves. */
  encoding?: TextEncoding;
  edits?: readonly RowEdit[];
}

/** A reading that is kept, and offered to the next file with the same header. */
export interface Mapping {
  version: 1;
  id: string;
  /** The file it was made for. */
  name: string;
  /** The file's own column names, in order. */
  header: readonly string[];
  reading: Reading;
}
