import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NodeTable } from '../../src/network/osm/node-table.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import type { OsmFile } from '../../src/network/osm/osm.ts';
import { OsmRefused } from '../../src/network/osm/refused.ts';
import { listReal, readReal, realData } from './real-data.ts';

const files = listReal('osm.pbf', 'osm.gz');
const expected = (path: string) => join(import.meta.dirname, 'expected', `${path.replaceAll('/', '-')}.txt`);

/** What a file says of itself and what it holds, one fact a line. The counts are those of `osmium fileinfo -e`. */
function summary(osm: OsmFile): string {
  const { format, bounds, program, source, timestamp } = osm.header;
  const [lons, lats] = [
    [Infinity, -Infinity],
    [Infinity, -Infinity],
  ];
  const widen = (range: number[], values: Int32Array) =>
    values.forEach((value) => {
      range[0] = Math.min(range[0] ?? NaN, value);
      range[1] = Math.max(range[1] ?? NaN, value);
    });
  const sums = { tagged: 0, refs: 0, members: 0 };
  const counts = osm.read({
    nodes: ({ lonE7, latE7 }) => [widen(lons, lonE7), widen(lats, latE7)],
    node: { keys: 'all', see: ({ tags }) => (sums.tagged += tags.size > 0 ? 1 : 0) },
    way: { keys: [], see: ({ refs }) => (sums.refs += refs.length) },
    relation: { keys: [], see: ({ members }) => (sums.members += members.roles.length) },
  });
  return [
    `${format}, written by ${program}, source ${source}, state of ${timestamp}`,
    `bounds ${bounds ? [bounds.west, bounds.south, bounds.east, bounds.north].join(' ') : null}`,
    `${counts.nodes} nodes, ${sums.tagged} with tags, ${counts.nodesWithoutPlace} without a place`,
    `  from ${lons[0]} to ${lons[1]} and from ${lats[0]} to ${lats[1]} ten-millionths of a degree`,
    `${counts.ways} ways with ${sums.refs} nodes, the newest edit of ${counts.newestEdit}`,
    `${counts.relations} relations with ${sums.members} members`,
    '',
  ].join('\n');
}

describe.runIf(realData)('published extracts of OpenStreetMap', () => {
  test('there are extracts of both formats', () => {
    expect(files.filter((path) => path.endsWith('.gz')).length).toBeGreaterThan(0);
    expect(files.length).toBeGreaterThan(5);
  });

  // `vitest -u` writes the expected summaries anew; each is then read as a diff.
  test.each(files)('%s', async (path) => {
    await expect(summary(openOsm(readReal(path).bytes))).toMatchFileSnapshot(expected(path));
  });

  test.each(files)('%s reads the same with the inflater of Node', (path) => {
    const { bytes } = readReal(path);
    const native = openOsm(bytes, (zlib, size) => inflateSync(zlib, { maxOutputLength: Math.max(1, size) }));
    expect(summary(native)).toBe(summary(openOsm(bytes)));
  });

  test.each(files)('%s: highways first, then their nodes, miss no node that the file has', (path) => {
    const osm = openOsm(readReal(path).bytes);
    const refs: number[] = [];
    osm.read({ way: { having: ['highway'], keys: [], see: (way) => refs.push(...way.refs) } });
    const table = NodeTable.of(Float64Array.from(refs));
    const inFile = new Set<number>();
    let found = 0;
    osm.read({
      nodes: ({ ids }) =>
        ids.forEach((id) => {
          inFile.add(id);
          found += table.indexOf(id) < 0 ? 0 : 1;
        }),
    });
    expect(found).toBe([...new Set(refs)].filter((id) => inFile.has(id)).length);
    expect(found / table.size).toBeGreaterThan(0.9);
  });

  test.each(files)('%s cut off in the middle is refused', (path) => {
    const { bytes } = readReal(path);
    expect(() => summary(openOsm(bytes.subarray(0, bytes.length >> 1)))).toThrow(OsmRefused);
  });
});
