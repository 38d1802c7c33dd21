import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUp } from '../../src/network/add-up.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { EdgeIndex } from '../../src/network/edge-index.ts';
import { toE7 } from '../../src/network/road-graph.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { Shores } from '../../src/network/shores.ts';
import { about } from './networks.ts';

const around = (lon: number) => (lon > 180 ? lon - 360 : lon);
const place = fc.record({
  lon: fc.integer({ min: 0, max: 4000 }).map((step) => around(179.8 + step / 10_000)),
  lat: fc.integer({ min: 0, max: 2000 }).map((step) => 60 + step / 10_000),
});
/** Roads about the antimeridian, in no order. */
const network = fc.record({
  nodes: fc.array(place, { minLength: 2, maxLength: 60, size: 'max' }),
  ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(place)), {
    minLength: 1,
    maxLength: 80,
    size: 'max',
  }),
});

test('the nearest road is the nearest of all roads looked at one by one', () => {
  fc.assert(
    fc.property(network, place, fc.nat(3), ({ nodes, ends }, { lon, lat }, refusals) => {
      const list = ends.map(([a, b, bend]): Road => {
        const [from, to] = [a % nodes.length, b % nodes.length];
        const bends = bend ? [bend] : [];
        return { from, to, forward: 1, backward: 1, metres: 1, kind: 'road', bends };
      });
      const graph = buildGraph(roadsOf(nodes, list), about);
      const all = Uint32Array.from(graph.edges.from.keys());
      const one = (edge: number) => new EdgeIndex(graph, Uint32Array.of(edge)).nearest(lon, lat)?.kilometres;
      const each = Array.from(all, (edge) => ({ edge, kilometres: one(edge) ?? Infinity })).sort(
        (a, b) => a.kilometres - b.kilometres,
      );
      const refused = each.slice(0, Math.min(refusals, each.length - 1)).map(({ edge }) => edge);
      const wanted = each[refused.length]?.kilometres ?? NaN;
      const asked: number[] = [];
      const found = new EdgeIndex(graph, all).nearest(lon, lat, Infinity, ({ edge }) => {
        asked.push(edge);
        return !refused.includes(edge);
      });
      // The plane of the search is true at the place only.
      expect(found?.kilometres).toBeGreaterThanOrEqual(wanted);
      expect(found?.kilometres).toBeLessThanOrEqual(wanted * 1.01);
      expect(new Set(asked).size).toBe(asked.length);
    }),
    { seed: 61, numRuns: 100 },
  );
});

test('where no road will do, each is asked about once, from the nearest on', () => {
  fc.assert(
    fc.property(network, place, ({ nodes, ends }, { lon, lat }) => {
      const list = ends.map(([a, b]): Road => {
        const [from, to] = [a % nodes.length, b % nodes.length];
        return { from, to, forward: 1, backward: 1, metres: 1, kind: 'road' };
      });
      const graph = buildGraph(roadsOf(nodes, list), about);
      const asked: { edge: number; kilometres: number }[] = [];
      const index = new EdgeIndex(graph, Uint32Array.from(graph.edges.from.keys()));
      const found = index.nearest(lon, lat, Infinity, ({ edge, kilometres }) => {
        asked.push({ edge, kilometres });
        return false;
      });
      expect(found).toBeNull();
      expect(asked.map(({ edge }) => edge).sort((a, b) => a - b)).toEqual([...list.keys()]);
      asked.reduce((before, { kilometres }) => {
        expect(kilometres).toBeGreaterThanOrEqual(before * 0.99);
        return Math.max(before, kilometres);
      }, 0);
    }),
    { seed: 62, numRuns: 100 },
  );
});

test('there is no nearest of no roads, nor of a place that is none', () => {
  const graph = buildGraph(roadsOf([{ lon: 0, lat: 0 }], []), about);
  expect(new EdgeIndex(graph, new Uint32Array(0)).nearest(0, 0)).toBeNull();
});

test('with shores in the way the road found is the same as when each road is asked about', () => {
  let [behind, asked] = [0, 0];
  const line = fc.array(place, { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(
      network,
      place,
      fc.array(line, { minLength: 1, maxLength: 3 }),
      ({ nodes, ends }, at, lines) => {
        const list = ends.map(([a, b]): Road => {
          const [from, to] = [a % nodes.length, b % nodes.length];
          return { from, to, forward: 1, backward: 1, metres: 1, kind: 'road' };
        });
        const graph = buildGraph(roadsOf(nodes, list), about);
        const index = new EdgeIndex(graph, Uint32Array.from(graph.edges.from.keys()));
        const first = Uint32Array.from([0, ...lines.map(({ length }) => length)]);
        addUp(first);
        const shores = new Shores({
          first,
          lonE7: Int32Array.from(lines.flat(), ({ lon }) => toE7(lon)),
          latE7: Int32Array.from(lines.flat(), ({ lat }) => toE7(lat)),
        });
        const isClear = ({ lon, lat }: { lon: number; lat: number }) =>
          !shores.isBetween(at.lon * 1e7, at.lat * 1e7, lon * 1e7, lat * 1e7);
        let seen = 0;
        const counting = (road: { lon: number; lat: number }) => {
          seen += 1;
          return isClear(road);
        };
        const plain = index.nearest(at.lon, at.lat, 15, isClear);
        expect(index.nearest(at.lon, at.lat, 15, counting, shores)).toEqual(plain);
        behind += plain ? 0 : 1;
        asked += plain ? 0 : seen / list.length;
      },
    ),
    { seed: 63, numRuns: 300 },
  );
  // Places that see no road are many, and are spared most of the asking.
  expect(behind).toBeGreaterThan(20);
  expect(asked / behind).toBeLessThan(0.8);
});
