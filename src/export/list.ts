import type { ExportOptions, ExportTable } from './export-table.ts';

/** The formats, in the order they are offered. */
export const exportFormatIds = ['csv', 'xlsx', 'geojson', 'gpkg', 'parquet'] as const;
/** One of these formats. */
export type ExportFormatId = (typeof exportFormatIds)[number];

/** A file format that a table can be written in. A new one is a file beside the others and an entry below. */
export interface ExportFormat {
  /** Also the file's extension. */
  id: ExportFormatId;
  mediaType: string;
  /** True where a table without places cannot be written. */
  needsPlace: boolean;
  /** @throws ExportRefused for a table that the format cannot hold */
  write(table: ExportTable, options: ExportOptions): Promise<Uint8Array>;
}

/** What writes each format is loaded when it is asked for. */
const formats: Record<ExportFormatId, Omit<ExportFormat, 'id'>> = {
  csv: {
    mediaType: 'text/csv',
    needsPlace: false,
    write: async (table, options) => (await import('./formats/csv.ts')).writeCsv(table, options),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsPlace: false,
    write: async (table, options) => (await import('./formats/xlsx.ts')).writeXlsx(table, options),
  },
  geojson: {
    mediaType: 'application/geo+json',
    needsPlace: true,
    write: async (table) => (await import('./formats/geojson.ts')).writeGeoJson(table),
  },
  gpkg: {
    mediaType: 'application/geopackage+sqlite3',
    needsPlace: false,
    write: async (table, options) =>
      (await import('./formats/geopackage.ts')).writeGeoPackage(table, options),
  },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    needsPlace: false,
    write: async (table) => (await import('./formats/parquet.ts')).writeParquetTable(table),
  },
};

/** Every format that can be written. */
export const exportFormats: readonly ExportFormat[] = exportFormatIds.map((id) => ({ id, ...formats[id] }));

/** The format of an id. */
export const exportFormat = (id: ExportFormatId): ExportFormat => ({ id, ...formats[id] });
