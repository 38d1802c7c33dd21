import { describe, expect, test } from 'vitest';
import { importFiles, type FileReport } from '../../src/import/import-files.ts';
import { readTable } from '../../src/import/read/read-table.ts';
import { guichetJson } from '../cli/guichet.ts';
import { readReal, realData, realPath } from './real-data.ts';

const facts = { importedAt: '2026-11-02T12:00:00Z' };
const leases = 'points/gsa-leases-13-states-2025-06-20.xlsx';
const vancouver = 'demography/esdc-pass-vancouver';
const areas = `${vancouver}/demand_geo_vancouver.zip`;
const blocks = `${vancouver}/demand_geo_weight_vancouver.zip`;

describe.runIf(realData)('published files of other formats than text', () => {
  test('the leases: 2,036 rows with true dates and codes as text', async () => {
    const { table, parts, issues } = await readTable(readReal(leases));
    expect(table.read).toBe(2036);
    expect(table.rows).toHaveLength(2036);
    expect(issues).toEqual([]);
    expect(parts).toEqual({ names: ['Sheet1'], read: 'Sheet1' });
    const column = (name: string) => {
      const place = table.columns.findIndex((one) => one.name === name);
      return table.rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '');
    };
    for (const name of ['Lease Effective Date', 'Lease Expiration Date'])
      expect(column(name).filter((cell) => !/^(19|20)\d\d-\d\d-\d\d$/.test(cell))).toEqual([]);
    // Serial number 43873 in the file; Excel shows it as 12 February 2020.
    expect(column('Lease Effective Date')[0]).toBe('2020-02-12');
    const { files, project } = await importFiles([readReal(leases)], null, facts);
    expect(files[0]).toMatchObject({
      format: 'xlsx',
      kind: 'leases',
      rows: { read: 2036, kept: 2036, listed: 0 },
    });
    expect(project.tables.service_point.filter(({ lon }) => lon !== null).length).toBeGreaterThan(1650);
  });

  test('Vancouver’s areas and blocks: each its own, in degrees, inside the city', async () => {
    const { files, project } = await importFiles([areas, blocks].map(readReal), null, facts);
    expect(files.map(({ format, encoding, rows }) => ({ format, encoding, ...rows }))).toEqual([
      { format: 'shapefile', encoding: 'utf-8', read: 993, kept: 993, listed: 0 },
      { format: 'shapefile', encoding: 'utf-8', read: 4570, kept: 4570, listed: 0 },
    ]);
    const located = project.tables.area.filter(({ lon }) => lon !== null);
    expect(located).toHaveLength(993 + 4570);
    for (const { lon, lat } of located) {
      expect(lon).toBeGreaterThan(-123.3);
      expect(lon).toBeLessThan(-123);
      expect(lat).toBeGreaterThan(49.15);
      expect(lat).toBeLessThan(49.35);
    }
  });

  test('GeoJSON across the 180th meridian stays where it is', async () => {
    const { files, project } = await importFiles(
      [readReal('messy/r5-datasource/new-zealand-antimeridian.geojson')],
      null,
      facts,
    );
    expect(files[0]?.rows).toEqual({ read: 2, kept: 2, listed: 0 });
    for (const { lon } of project.tables.area) expect(Math.abs(lon ?? 0)).toBeGreaterThan(165);
  });

  test('the command line says the format of each', () => {
    const paths = [leases, areas, blocks].map(realPath);
    const { files } = guichetJson<{ files: FileReport[] }>('check', ...paths);
    expect(files.map(({ format }) => format)).toEqual(['xlsx', 'shapefile', 'shapefile']);
    for (const { rows } of files) expect(rows.read).toBe(rows.kept + rows.listed);
  });
});
