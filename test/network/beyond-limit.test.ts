import fc from 'fast-check';
import { expect, test } from 'vitest';
import { straightBetween } from '../../src/network/journey.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import type { Locations } from '../../src/network/travel-types.ts';
import { byOrigin, type Row } from './matrix-entries.ts';
import { graphOf, networks } from './networks.ts';
import { onCircle, placesAt } from './places.ts';

const options = {
  detourFactor: 1.3,
  estimateSpeed: 60,
  snapLimitKilometres: 40,
  limitKilometres: Infinity,
};
const place = fc.record({
  lon: fc.double({ min: -76, max: -74, noNaN: true }),
  lat: fc.double({ min: 44, max: 46, noNaN: true }),
});
const list = fc.array(place, { minLength: 1, maxLength: 8 });

/** Some of them at junctions, so that ways of equal time meet. */
const asked = fc.record({
  network: fc.option(networks.map(onCircle)),
  origins: list,
  points: fc.array(fc.record({ at: place, group: fc.nat(2) }), { minLength: 1, maxLength: 9 }),
  limitMinutes: fc.constantFrom(0, 15, 60, 200),
  nearest: fc.integer({ min: 1, max: 3 }),
});

/** The numbers of groups that occur, made to run from 0 without a gap. */
function numbered(groups: number[]): Uint32Array {
  const known = [...new Set(groups)];
  return Uint32Array.from(groups, (group) => known.indexOf(group));
}

test('a thinned matrix is part of the whole: all within the limit, and the nearest of each group beyond it', () => {
  fc.assert(
    fc.property(asked, ({ network, origins: from, points: to, limitMinutes, nearest }) => {
      const graph = network && graphOf(network);
      const origins = placesAt([...(network?.nodes ?? []), ...from]);
      const points: Locations = placesAt(to.map(({ at }) => at));
      const groups = numbered(to.map(({ group }) => group));
      const whole = byOrigin(travelMatrix({ graph, origins, points, options }));
      const thin = travelMatrix({
        graph,
        origins,
        points,
        options: { ...options, limitMinutes },
        beyond: { groups, nearest },
      });
      const rows = byOrigin(thin);
      for (const origin of origins.lon.keys()) {
        const [all, some] = [whole.get(origin) ?? [], rows.get(origin) ?? []];
        expect(some.map(({ point }) => point)).toEqual(
          [...new Set(some.map(({ point }) => point))].sort((a, b) => a - b),
        );
        for (const row of some) {
          const same = all.find(({ point }) => point === row.point);
          expect(row.state).toBe(same?.state);
          if (row.state !== 'no road') expect(row.minutes).toBeCloseTo(same?.minutes ?? NaN, 9);
        }
        const has = new Set(some.map(({ point }) => point));
        for (const { point, minutes } of all)
          if (minutes <= limitMinutes) expect([origin, point, has.has(point)]).toEqual([origin, point, true]);
        for (const group of new Set(groups)) {
          const ofGroup = (row: Row) => groups[row.point] === group;
          const ways = all
            .filter((row) => ofGroup(row) && row.state !== 'no road')
            .sort((a, b) => a.minutes - b.minutes);
          const found = some.filter(ofGroup).sort((a, b) => a.minutes - b.minutes);
          if (ways.length === 0) {
            const straight = (point: number) => straightBetween(origins, origin, points, point);
            const closest = Math.min(...all.filter(ofGroup).map(({ point }) => straight(point)));
            expect(found.map(({ state }) => state)).toEqual(['no road']);
            expect(straight(found[0]?.point ?? -1)).toBeCloseTo(closest, 9);
            continue;
          }
          // Ways to the road are rounded to a tenth of a second where points are compared.
          ways.slice(0, nearest).forEach(({ minutes }, rank) => {
            expect(Math.abs((found[rank]?.minutes ?? NaN) - minutes)).toBeLessThan(0.004);
          });
        }
      }
    }),
    { seed: 52, numRuns: 200 },
  );
});
