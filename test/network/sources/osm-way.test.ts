import { describe, expect, test } from 'vitest';
import type { OsmTags } from '../../../src/network/osm/osm.ts';
import { carProfile } from '../../../src/network/profile.ts';
import { limitIn } from '../../../src/network/sources/osm-speed.ts';
import { travelOn, wayKeys } from '../../../src/network/sources/osm-way.ts';
import { plainProfile } from './osm-sketch.ts';

function tagsOf(tags: Readonly<Record<string, string>>): OsmTags {
  const wanted = Object.entries(tags).filter(([key]) => wayKeys(plainProfile).includes(key));
  return { get: (key) => new Map(wanted).get(key), entries: () => wanted, size: wanted.length };
}

/** "forward/backward km/h", with the kind where it is no plain road, or why it is none; then what was not known. */
function reading(tags: Readonly<Record<string, string>>, profile = plainProfile): string {
  const unknown: string[] = [];
  const travel = travelOn(tagsOf({ highway: 'residential', ...tags }), profile, (what) => unknown.push(what));
  const kmh = (speed: number) => Number(speed.toFixed(1));
  const text =
    typeof travel === 'string'
      ? travel
      : `${kmh(travel.forwardKmh)}/${kmh(travel.backwardKmh)}${travel.kind === 'road' ? '' : ` ${travel.kind}`}`;
  return [text, ...new Set(unknown)].join(' ? ');
}

/** Of `residential`, which is 30 km/h where nothing else is said. */
const cases = (rows: readonly (readonly [Record<string, string>, string])[]) =>
  test.each(rows)('%j: %s', (tags, expected) => expect(reading(tags)).toBe(expected));

describe('limits', () => {
  cases([
    [{}, '30/30'],
    [{ maxspeed: '50' }, '50/50'],
    [{ maxspeed: '30 mph' }, '48.3/48.3'],
    [{ maxspeed: '30mph' }, '48.3/48.3'],
    [{ maxspeed: '20 km/h' }, '20/20'],
    [{ maxspeed: '10 knots' }, '18.5/18.5'],
    [{ maxspeed: 'walk' }, '6/6'],
    [{ maxspeed: 'none', highway: 'motorway' }, '120/0'],
    [{ maxspeed: 'CA:urban' }, '50/50'],
    [{ maxspeed: 'CA-ON:rural' }, '80/80'],
    [{ maxspeed: '50|30|30' }, '50/50'],
    [{ maxspeed: '40;60' }, '60/60'],
    [{ 'maxspeed:lanes': '70|50' }, '70/70'],
    [{ maxspeed: '50', 'maxspeed:forward': '70' }, '70/50'],
    [{ 'maxspeed:backward': '70' }, '30/70'],
    [{ maxspeed: 'signals' }, '30/30'],
    [{ maxspeed: 'fast' }, '30/30 ? maxspeed=fast'],
    [{ maxspeed: '0' }, '30/30 ? maxspeed=0'],
    [{ maxspeed: '200' }, '200/200'],
    [{ maxspeed: '9999' }, '30/30 ? maxspeed=9999'],
    [{ maxspeed: '150 mph' }, '30/30 ? maxspeed=150 mph'],
    [{ maxspeed: '50|500' }, '50/50'],
    [{ maxspeed: '50 leagues' }, '30/30 ? maxspeed=50 leagues'],
    [{ 'source:maxspeed': 'CA:rural' }, '80/80'],
    [{ 'maxspeed:type': 'CA-QC:urban' }, '50/50'],
    [{ 'zone:maxspeed': 'FR:30' }, '30/30'],
    [{ 'source:maxspeed': 'sign' }, '30/30'],
    [{ maxspeed: '50', 'maxspeed:seasonal': '40' }, '50/50 ? maxspeed:seasonal=*'],
    [{ maxspeed: '50', 'maxspeed:conditional': '30 @ (Mo-Fr)' }, '50/50 ? maxspeed:conditional=*'],
  ]);

  test('a share of the limit is driven, and less where the way says that it is built up', () => {
    const profile = { ...carProfile, maxspeedFactor: 0.9, urbanFactor: 0.8 };
    expect(reading({ maxspeed: '100' }, profile)).toBe('90/90');
    expect(reading({ maxspeed: '50', 'source:maxspeed': 'FR:urban' }, profile)).toBe('36/36');
    expect(reading({ 'zone:traffic': 'DE:urban' }, profile)).toBe('36/36');
  });

  test('of several limits the highest is told, whatever their order', () => {
    expect(limitIn('30|70|50', {})).toBe(70);
    expect(limitIn('', {})).toBeNull();
  });
});

describe('what a road is made of', () => {
  cases([
    [{ maxspeed: '90', surface: 'asphalt' }, '90/90'],
    [{ maxspeed: '90', surface: 'gravel' }, '60/60'],
    [{ maxspeed: '90', surface: 'sett' }, '40/40'],
    [{ maxspeed: '90', surface: 'lava' }, '90/90 ? surface=lava'],
    [{ maxspeed: '90', tracktype: 'grade2' }, '40/40'],
    [{ maxspeed: '90', tracktype: 'grade9' }, '90/90 ? tracktype=grade9'],
    [{ maxspeed: '90', smoothness: 'bad' }, '40/40'],
    [{ maxspeed: '90', smoothness: 'good' }, '90/90'],
    [{ maxspeed: '90', smoothness: 'impassable' }, 'no access'],
    [{ maxspeed: '90', ford: 'yes' }, '10/10'],
  ]);

  test('unpaved roads are slower still than their cap', () => {
    const profile = { ...plainProfile, unpavedFactor: 0.5 };
    expect(reading({ maxspeed: '80', surface: 'gravel' }, profile)).toBe('40/40');
    expect(reading({ maxspeed: '80', surface: 'metal' }, profile)).toBe('60/60');
  });
});

describe('directions', () => {
  cases([
    [{ oneway: 'yes' }, '30/0'],
    [{ oneway: '1' }, '30/0'],
    [{ oneway: '-1' }, '0/30'],
    [{ oneway: 'no' }, '30/30'],
    [{ oneway: 'alternating' }, '30/30'],
    [{ oneway: 'reversible' }, 'closed both ways'],
    [{ oneway: 'sometimes' }, '30/30 ? oneway=sometimes'],
    [{ oneway: 'yes', 'oneway:motor_vehicle': 'no' }, '30/30'],
    [{ oneway: 'yes', 'oneway:bicycle': 'no' }, '30/0'],
    [{ junction: 'roundabout' }, '30/0'],
    [{ junction: 'circular' }, '30/0'],
    [{ junction: 'roundabout', oneway: '-1' }, '0/30'],
    [{ highway: 'motorway' }, '100/0'],
    [{ highway: 'motorway', oneway: 'no' }, '100/100'],
    [{ highway: 'motorway_link' }, '55/55'],
    [{ 'motor_vehicle:backward': 'no' }, '30/0'],
    [{ 'access:forward': 'no' }, '0/30'],
    [{ oneway: 'yes', 'vehicle:forward': 'no' }, 'closed both ways'],
    [{ 'oneway:conditional': 'yes @ (07:00-09:00)' }, '30/30 ? oneway:conditional=*'],
  ]);
});

describe('access', () => {
  cases([
    [{ access: 'private' }, 'no access'],
    [{ access: 'no', motor_vehicle: 'yes' }, '30/30'],
    [{ access: 'yes', motorcar: 'no' }, 'no access'],
    [{ vehicle: 'no', motorcar: 'destination' }, '30/30'],
    [{ motor_vehicle: 'delivery' }, '30/30'],
    [{ access: 'permit' }, '30/30'],
    [{ access: 'agricultural;forestry' }, 'no access'],
    [{ access: 'private;customers' }, '30/30'],
    [{ access: 'perhaps' }, '30/30 ? access=perhaps'],
    [{ access: 'no', bus: 'yes' }, 'no access'],
    [{ 'motor_vehicle:conditional': 'no @ (22:00-06:00)' }, '30/30 ? motor_vehicle:conditional=*'],
  ]);
});

describe('classes', () => {
  cases([
    [{ highway: 'primary' }, '70/70'],
    [{ highway: 'secondary_link' }, '35/35'],
    [{ highway: 'footway' }, 'class left out'],
    [{ highway: 'construction' }, 'class left out'],
    [{ highway: 'warp' }, 'class unknown ? highway=warp'],
    [{ highway: 'track' }, 'class left out'],
    [{ highway: 'track', motor_vehicle: 'yes' }, '30/30'],
    [{ highway: 'track', access: 'private' }, 'class left out'],
    [{ highway: 'service', service: 'parking_aisle' }, '15/15'],
    [{ highway: 'service', service: 'emergency_access' }, 'not a road'],
    [{ area: 'yes' }, 'not a road'],
  ]);
});

describe('winter roads', () => {
  cases([
    [{ highway: 'tertiary', winter_road: 'yes' }, '40/40 winter road'],
    [{ highway: 'track', ice_road: 'yes' }, '30/30 winter road'],
    [{ highway: 'unclassified', seasonal: 'winter' }, '40/40 winter road'],
    [{ highway: 'unclassified', surface: 'ice' }, '40/40 winter road'],
    [{ highway: 'winter_road' }, '40/40 winter road'],
    [{ highway: 'tertiary', winter_road: 'no' }, '50/50'],
    [{ highway: 'tertiary', seasonal: 'summer' }, '50/50'],
    [{ highway: 'path', winter_road: 'yes' }, 'class left out'],
    [{ highway: 'tertiary', winter_road: 'yes', access: 'no' }, 'no access'],
  ]);
});
