import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { listReal, readReal, realData } from './real-data.ts';

const facts = { importedAt: '2026-11-02T12:00:00Z' };
const offices = 'points/service-canada-atlantic-2026-09.csv';
const counts = 'demography/statcan-98100002-csd-2021.csv';
const boundaries = 'boundaries/newbrunswick-csd.geojson';
const read = (...paths: string[]) => importFiles(paths.map(readReal), null, facts);

describe.runIf(realData)('published files', () => {
  test.each(listReal('csv', 'geojson', 'json', 'xlsx', 'zip', 'txt'))(
    '%s gives a report and loses no row',
    async (path) => {
      const { files } = await read(path);
      const rows = files[0]?.rows ?? { read: -1, kept: 0, listed: 0 };
      expect(rows.read).toBe(rows.kept + rows.listed);
      if (rows.kept === 0) expect(files[0]?.issues.some(({ severity }) => severity === 'error')).toBe(true);
    },
  );

  test('the Service Canada offices: 63 in, 63 kept, 13 marked approximate, passport at all', async () => {
    const { files, project } = await read(offices);
    expect(files[0]).toMatchObject({
      kind: 'points',
      format: 'csv',
      rows: { read: 63, kept: 63, listed: 0 },
    });
    const points = project.tables.service_point;
    expect(points.filter(({ location_method }) => location_method !== 'address')).toHaveLength(13);
    expect(points.filter(({ kind }) => kind === 'scheduled-outreach')).toHaveLength(7);
    expect(points.find(({ id }) => id === 'service-canada-1538')?.opening_hours).toBe(
      'Mo-Fr 08:30-12:00,12:45-16:00',
    );
    expect(points.find(({ id }) => id === 'service-canada-1638')?.days_per_month).toBe(2.2);
    const offered = (service: string) =>
      project.tables.offering.filter(({ service_id }) => service_id === service);
    expect([
      offered('passport').length,
      offered('passport-urgent').length,
      offered('biometrics').length,
    ]).toEqual([63, 4, 7]);
  });

  test('table 98-10-0002: the census subdivisions sum to 36,991,981 and nobody is counted twice', async () => {
    const { files, project } = await read(counts);
    expect(files[0]).toMatchObject({
      kind: 'counts',
      encoding: 'utf-8-bom',
      rows: { read: 5468, kept: 5468, listed: 0 },
    });
    expect(files[0]?.issues.filter(({ code }) => code === 'suppressed-value')).toHaveLength(63);
    const sum = (level: string) =>
      project.tables.area
        .filter((area) => area.level === level)
        .reduce((total, area) => total + (area.population ?? 0), 0);
    expect([sum('country'), sum('province'), sum('CSD')]).toEqual([36_991_981, 36_991_981, 36_991_981]);
    const demand = project.tables.area.filter((area) => area.demand);
    expect(demand.every(({ level }) => level === 'CSD')).toBe(true);
    expect(demand).toHaveLength(5161);
  });

  test.each([
    ['in one order', [offices, counts, boundaries]],
    ['in the other', [boundaries, counts, offices]],
  ])('New Brunswick’s 266 subdivisions join their counts, %s', async (_, paths) => {
    const { files, project } = await read(...paths);
    const located = project.tables.area.filter((area) => area.demand && area.lon !== null);
    expect(located).toHaveLength(266);
    expect(located.every(({ province, population }) => province === 'NB' && population !== null)).toBe(true);
    expect(located.reduce((total, { population }) => total + (population ?? 0), 0)).toBe(775_610);
    const alone = files
      .flatMap(({ issues }) => issues)
      .filter(({ code, row }) => code === 'unjoined-area' && row !== null);
    expect(alone).toEqual([]);
  });

  test('health facilities: 7,033 in Windows-1252, accents right, 484 without coordinates said', async () => {
    const { files, project } = await read('messy/odhf_v1.1.csv');
    expect(files[0]).toMatchObject({ encoding: 'windows-1252', rows: { read: 7033, kept: 7033, listed: 0 } });
    expect(files[0]?.issues.filter(({ code }) => code === 'missing-coordinates')).toHaveLength(484);
    expect(project.tables.service_point.some(({ name_en }) => /hôpital/i.test(name_en))).toBe(true);
    expect(project.tables.service_point.some(({ name_en }) => /[\u0080-\u009f\ufffd]/.test(name_en))).toBe(
      false,
    );
  });

  test('GeoJSON in metres comes to degrees and says so, mixed geometries are sorted out', async () => {
    const { files } = await read('messy/r5-datasource/valid-polygon-projected.geojson');
    expect(files[0]?.rows).toEqual({ read: 3, kept: 3, listed: 0 });
    expect(files[0]?.issues.map(({ code }) => code)).toContain('reprojected');
    const mixed = await read('messy/r5-datasource/hkzones-mixed-geometries.geojson');
    expect(mixed.files[0]?.rows).toEqual({ read: 3, kept: 2, listed: 1 });
  });
});
