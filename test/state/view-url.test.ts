import fc from 'fast-check';
import { directions } from '../../src/model/direction.ts';
import { expect, test } from 'vitest';
import {
  decodeView,
  defaultView,
  encodeView,
  filterOf,
  nearestChoices,
  reachLimits,
  tasks,
  themes,
  type View,
} from '../../src/state/view-url.ts';
import { seasonalWays } from '../../src/model/tables.ts';
import { languages } from '../../src/model/text.ts';

const cutoff = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((kilometres) => ({ kind: 'kilometres' as const, kilometres })),
  fc.integer({ min: 1, max: 900 }).map((minutes) => ({ kind: 'minutes' as const, minutes })),
);
const who = fc.constantFrom('gov:federal', 'gov:municipal', 'org:service-canada', 'org:a&b=c');
/** As the sliders give them. */
const weight = fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2);
const selection = fc.option(
  fc.record({ kind: fc.constantFrom('point', 'area', 'pair'), id: fc.string({ minLength: 1 }) }),
);
const views = fc.record({
  language: fc.constantFrom(...languages),
  theme: fc.constantFrom(...themes),
  task: fc.constantFrom(...tasks),
  project: fc.string({ minLength: 1 }),
  ours: fc.uniqueArray(who),
  partners: fc.uniqueArray(who, { minLength: 1 }),
  service: fc.option(fc.string({ minLength: 1 })),
  cutoff,
  shareCutoff: cutoff,
  closed: fc.subarray([...seasonalWays]),
  nearest: fc.constantFrom(...nearestChoices),
  reachMinutes: fc.subarray([...reachLimits], { minLength: 1 }),
  reachDirection: fc.constantFrom(...directions),
  colocationWeights: fc.record({
    proximity: weight,
    lease: weight,
    volume: weight,
    staff: weight,
    services: weight,
  }),
  outreachWeights: fc.record({ people: weight, need: weight, distance: weight }),
  selection,
}) as fc.Arbitrary<View>;

test('a view survives its address', () => {
  fc.assert(
    fc.property(views, (view) => {
      const address = encodeView(view).toString();
      expect(decodeView(new URLSearchParams(address), defaultView)).toEqual(view);
    }),
    { seed: 1 },
  );
});

test('an address with nonsense keeps what it can', () => {
  const params = new URLSearchParams('lang=de&task=fly&within=-3km&apart=7min&selected=planet:9');
  expect(decodeView(params, defaultView)).toEqual({
    ...defaultView,
    shareCutoff: { kind: 'minutes', minutes: 7 },
  });
});

test('choices become a filter; an unknown order of government is dropped', () => {
  expect(filterOf(['gov:federal', 'gov:martian', 'org:x'], 'passport')).toEqual({
    governments: ['federal'],
    organizationIds: ['x'],
    serviceId: 'passport',
  });
});

test('a weight that is none, or too heavy, keeps its usual value', () => {
  const read = (text: string) =>
    decodeView(new URLSearchParams({ 'outreach-weights': text }), defaultView).outreachWeights;
  expect(read('people:0,need:9,distance:x,other:1')).toEqual({ ...defaultView.outreachWeights, people: 0 });
  expect(read('')).toEqual(defaultView.outreachWeights);
});
