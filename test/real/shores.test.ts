import { expect, test } from 'vitest';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import { offRoad, Snapper } from '../../src/network/snap.ts';
import { builtNetwork } from './built-network.ts';
import { readReal, realData } from './real-data.ts';

type Place = readonly [lon: number, lat: number];

/** The pieces, between two corners, of the outlines of water that relations draw: by a reading of their own. */
function waterOutlines(bytes: Uint8Array): (readonly [Place, Place])[] {
  const members = new Set<number>();
  const ways: number[][] = [];
  const places = new Map<number, Place>();
  const file = openOsm(bytes);
  file.read({
    nodes: ({ ids, lonE7, latE7 }) =>
      ids.forEach((id, at) => places.set(id, [(lonE7[at] ?? NaN) / 1e7, (latE7[at] ?? NaN) / 1e7])),
    relation: {
      keys: 'all',
      see: ({ tags, members: { ids } }) => {
        if (tags.get('waterway') === 'riverbank' || tags.get('natural') === 'water')
          for (const id of ids) members.add(id);
      },
    },
  });
  file.read({
    way: {
      keys: [],
      see: ({ id, refs }) => {
        if (members.has(id)) ways.push([...refs]);
      },
    },
  });
  return ways.flatMap((refs) =>
    refs.slice(1).flatMap((ref, at) => {
      const [from, to] = [places.get(refs[at] ?? NaN), places.get(ref)];
      return from && to ? [[from, to] as const] : [];
    }),
  );
}

/** Whether a place is in the water: a line east of it crosses the outlines an odd number of times. */
const isInWater = ([lon, lat]: Place, outlines: ReturnType<typeof waterOutlines>) =>
  outlines.filter(
    ([[ax, ay], [bx, by]]) => ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax),
  ).length %
    2 ===
  1;

test.runIf(realData)('the Susquehanna at Harrisburg, a relation: who is in the river is on no road', () => {
  const file = readReal('roads/harrisburg.osm.pbf');
  const graph = builtNetwork(file);
  const outlines = waterOutlines(file.bytes);
  const side = 60;
  const grid = Array.from({ length: side * side }, (_, at): Place => [
    -76.8459 + ((at % side) + 0.5) * (0.0985 / side),
    40.2075 + (Math.floor(at / side) + 0.5) * (0.1061 / side),
  ]);
  const wet = grid.filter((place) => isInWater(place, outlines));
  const { edge } = new Snapper(graph).snap(
    { lon: Float64Array.from(wet, ([lon]) => lon), lat: Float64Array.from(wet, ([, lat]) => lat) },
    5,
  );
  expect(wet.length).toBeGreaterThan(100);
  expect(wet.filter((_, at) => edge[at] !== offRoad)).toEqual([]);
});
