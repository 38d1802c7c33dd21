import type { ExportOptions, ExportTable } from '../../src/export/export-table.ts';
import { readTable } from '../../src/import/read/read-table.ts';

/** No clock is asked. */
export const options: ExportOptions = { writtenAt: '2026-11-02T12:00:00Z' };

/** Three offices: one whole, one with what files do harm with, one of which little is known. */
export const offices: ExportTable = {
  name: 'Offices',
  columns: [
    { name: 'code', label: 'Code', kind: 'text' },
    { name: 'name', label: 'Name', kind: 'text' },
    { name: 'opened', label: 'Opened', kind: 'date' },
    { name: 'people', label: 'People', kind: 'number', people: true },
    { name: 'open', label: 'Open', kind: 'boolean' },
    { name: 'lon', label: 'Longitude', kind: 'number' },
    { name: 'lat', label: 'Latitude', kind: 'number' },
  ],
  rows: [
    ['007', 'Montréal, "centre"', '2020-02-29', 1200, true, -73.5673, 45.5017],
    ['008', '=HYPERLINK("x")', null, 9, false, -66.5, 46],
    ['009', '<img onerror=1>', null, null, null, null, null],
  ],
  place: { lon: 'lon', lat: 'lat' },
  notes: ['Who lives within 25 km?', 'Source: Statistics Canada; licence Open Government, 2021'],
};

/** The columns' names and the cells that our own importer reads of a file, of the layer or sheet named. */
export async function readBack(bytes: Uint8Array, part?: string) {
  const { table, issues, format } = await readTable({ name: 'x', bytes, ...(part ? { part } : {}) });
  return {
    format,
    names: table.columns.map(({ name }) => name),
    cells: table.rows.map(({ cells }) => cells),
    places: table.rows.map(({ geometry }) => (geometry?.type === 'Point' ? geometry.coordinates : null)),
    issues: issues.map(({ code }) => code),
  };
}
