import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.ts';
import { carProfile, readProfile, wordsOf } from '../../src/network/profile.ts';

/** The car's profile with a part changed, as a person would write it. */
const written = (change: (profile: Record<string, unknown>) => void) => {
  const profile = JSON.parse(JSON.stringify(carProfile)) as Record<string, unknown>;
  change(profile);
  return JSON.stringify(profile);
};
const errorOf = (text: string): string => {
  try {
    readProfile(text);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'none';
};

test('the car of the app is a profile that a person could have written', () => {
  expect(readProfile(JSON.stringify(carProfile))).toEqual(carProfile);
});

test('another vehicle is another file: its speeds may be of other classes', () => {
  const text = written((profile) => {
    profile['id'] = 'snowmobile';
    profile['classKmh'] = { track: 30, path: 20 };
    profile['classIfAllowedKmh'] = {};
  });
  expect(readProfile(text).classKmh).toEqual({ track: 30, path: 20 });
});

describe('what was expected, and found', () => {
  test.each<[string, (profile: Record<string, unknown>) => void]>([
    ['profile.classKmh: expected a table, found nothing', (profile) => delete profile['classKmh']],
    ['profile.id: expected a text, found a number', (profile) => (profile['id'] = 4)],
    ['profile.version: expected a whole number above 0', (profile) => (profile['version'] = 1.5)],
    ['profile.accessOpen: expected a list, found a text', (profile) => (profile['accessOpen'] = 'yes')],
    ['profile.accessKeys: expected one key at least', (profile) => (profile['accessKeys'] = [])],
    [
      'profile.accessOpen[1]: expected a text, found null',
      (profile) => (profile['accessOpen'] = ['yes', null]),
    ],
    [
      'profile.surfaceKmh.mud: expected a number, found a text',
      (profile) => (profile['surfaceKmh'] = { mud: '5' }),
    ],
    [
      'profile.surfaceKmh.mud: expected a number of 0 or more, found -5',
      (profile) => (profile['surfaceKmh'] = { mud: -5 }),
    ],
    ['profile.classKmh.road: expected a speed above 0', (profile) => (profile['classKmh'] = { road: 0 })],
    [
      'profile.maxspeedFactor: expected a factor above 0, 2 at most',
      (profile) => (profile['maxspeedFactor'] = 90),
    ],
    [
      'profile.ferry.kmh: expected a speed above 0',
      (profile) => (profile['ferry'] = { kmh: 0, boardingSeconds: 600 }),
    ],
    [
      'profile.ferry.kmh: expected a number, found nothing',
      (profile) => (profile['ferry'] = { boardingSeconds: 600 }),
    ],
    [
      'profile.ferry: expected kmh, boardingSeconds; found boardingMinutes',
      (profile) => (profile['ferry'] = { kmh: 15, boardingMinutes: 10 }),
    ],
  ])('%s', (message, change) => expect(errorOf(written(change))).toBe(message));

  test('no JSON at all, and JSON that is no table', () => {
    expect(errorOf('speed: 30')).toMatch(/^the profile: expected JSON/);
    expect(errorOf('[]')).toBe('profile: expected a table, found a list');
    expect(errorOf('null')).toBe('profile: expected a table, found null');
  });
});

test('no value of the car is both open and closed, driven and left out', () => {
  const {
    accessOpen,
    accessClosed,
    classKmh,
    classesLeftOut,
    barriersOpen,
    barriersClosed,
    surfaceKmh,
    pavedSurfaces,
  } = carProfile;
  const inBoth = (a: readonly string[], b: readonly string[]) => a.filter((value) => b.includes(value));
  expect(inBoth(accessOpen, accessClosed)).toEqual([]);
  expect(inBoth(Object.keys(classKmh), classesLeftOut)).toEqual([]);
  expect(inBoth(barriersOpen, barriersClosed)).toEqual([]);
  expect(inBoth(Object.keys(surfaceKmh), pavedSurfaces)).toEqual([]);
});

test('the words for a graph name its speeds and costs', () => {
  expect(wordsOf(carProfile)).toBe(
    'Car: 90 % of stated limits, else 100 to 10 km/h by class; signals 8 s, junctions 1.5 s; ' +
      'ferries as stated, else 15 km/h, and 10 min of waiting',
  );
});
