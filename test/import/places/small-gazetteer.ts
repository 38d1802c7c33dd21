import type { Gazetteer } from '../../../src/import/places/gazetteer.ts';

/**
 * A made-up country of two square provinces at the equator, each of four degrees: AB from 0 to 4 east, BC from 4 to 8. A
 * degree is 111.195 km. Areas: two urban, one rural, one of BC. Places: one Ash, a Birch in each province, and two Saint Elms.
 */
export const smallGazetteer: Gazetteer = {
  fsa: {
    code: ['T1A', 'T1B', 'T0C', 'V1A'],
    province: ['AB', 'AB', 'AB', 'BC'],
    lon: [1, 1.1, 2, 6],
    lat: [1, 1, 3, 1],
  },
  place: {
    name: ['Ash', 'Birch', 'Birch', 'Saint Elm', 'Saint Elm'],
    aliases: [['Old Ash'], [], [], [], []],
    province: ['AB', 'AB', 'BC', 'AB', 'AB'],
    lon: [1, 2, 6, 3, 1],
    lat: [1, 2, 2, 3, 3],
    population: [500, 900, null, 40, 30],
  },
  land: [
    { province: 'AB', rings: [[0, 0, 4, 0, 4, 4, 0, 4, 0, 0]] },
    { province: 'BC', rings: [[4, 0, 8, 0, 8, 4, 4, 4, 4, 0]] },
  ],
};
