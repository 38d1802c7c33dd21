import { describe, expect, test } from 'vitest';
import type { FileReport } from '../../src/import/import-files.ts';
import type { Caveat } from '../../src/model/caveats.ts';
import { guichetJson } from '../cli/guichet.ts';
import { listReal, realData, realPath } from './real-data.ts';

const offices = realPath('points/service-canada-atlantic-2026-09.csv');
const counts = realPath('demography/statcan-98100002-csd-2021.csv');
const boundaries = realPath('boundaries/newbrunswick-csd.geojson');

interface CoverageAnswer {
  people: { total: number; covered: number; gap: number; overlap: number };
  communities: { total: number; covered: number };
  caveats: Caveat[];
}
const coverage = (...limit: string[]) =>
  guichetJson<CoverageAnswer>(
    ...['coverage', '--points', offices, '--areas', counts, '--areas', boundaries, ...limit],
  );

describe.runIf(realData)('the command line on published files', () => {
  test('check reads every table and GeoJSON file in one go and loses no row', () => {
    const paths = listReal('csv', 'geojson');
    const { files } = guichetJson<{ files: FileReport[] }>('check', ...paths.map(realPath));
    expect(files).toHaveLength(paths.length);
    for (const { rows } of files) expect(rows.read).toBe(rows.kept + rows.listed);
    expect(files.filter(({ rows }) => rows.kept > 0).length).toBeGreaterThan(20);
  });

  test('New Brunswick within 50 km of a Service Canada office, straight line', () => {
    const { people, communities, caveats } = coverage('--cutoff-km', '50');
    expect(people.total).toBe(775_610);
    expect(people.covered + people.gap).toBe(people.total);
    expect(people.overlap).toBeLessThanOrEqual(people.covered);
    expect(people.covered / people.total).toBeGreaterThan(0.95);
    expect(communities.total).toBe(266);
    expect(caveats.map(({ kind }) => kind)).toEqual([
      'straight-line',
      'approximate-locations',
      'doubtful-locations',
      'areas-without-location',
    ]);
  });

  test('a longer limit never reaches fewer', () => {
    const covered = [10, 25, 50].map((limit) => coverage('--cutoff-km', `${limit}`).people.covered);
    expect(covered).toEqual([...covered].sort((a, b) => a - b));
  });

  test('San Francisco: 205 tracts and 16 stores from a table with no code we know', () => {
    const answer = guichetJson<CoverageAnswer>(
      ...['coverage', '--points', realPath('facility/spopt/SF_store_site_16_longlat.csv')],
      ...[
        '--areas',
        realPath('facility/spopt/SF_demand_205_centroid_uniform_weight.csv'),
        '--cutoff-km',
        '5',
      ],
    );
    expect(answer.people.total).toBe(955_113);
    expect(answer.communities.total).toBe(205);
  });
});
