import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { expect, test } from 'vitest';
import { runThrough } from '../../src/model/slices.ts';
import { networkAhead, networkSteps } from '../../src/network/build-network.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import type { InflateAhead } from '../../src/network/osm/osm.ts';
import { OsmRefused } from '../../src/network/osm/refused.ts';
import { carProfile } from '../../src/network/profile.ts';
import { crossing } from './osm/crossing.ts';
import { writePbf } from './osm/write-pbf.ts';

const inflateAhead = promisify(inflate) as InflateAhead;
const file = { name: 'crossing.osm.pbf', bytes: writePbf(crossing, { objectsInBlock: 1 }), sha256: 'ab' };

test('inflated ahead or in turn, the graph is the same to the byte', async () => {
  const inTurn = runThrough(networkSteps(file, carProfile));
  expect(inTurn.about).toMatchObject({ title: 'crossing', files: [{ name: file.name, sha256: 'ab' }] });
  expect(inTurn.edges.from.length).toBeGreaterThan(0);
  const ahead = await networkAhead(file, carProfile, inflateAhead);
  expect(encodeGraph(ahead)).toEqual(encodeGraph(inTurn));
});

test('inflated ahead, a file that is cut off is refused', async () => {
  const bytes = file.bytes.subarray(0, file.bytes.length - 1);
  await expect(networkAhead({ ...file, bytes }, carProfile, inflateAhead)).rejects.toThrow(OsmRefused);
});
