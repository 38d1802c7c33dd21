import type { OsmData } from './osm-data.ts';

/** Two streets that cross at a gate, near 0° and 0°, and a turn that is not allowed there. Ids over 2^32, and a negative one. */
export const crossing: OsmData = {
  nodes: [
    { id: 1, lonE7: -10_000, latE7: 0, tags: [] },
    { id: 2, lonE7: 0, latE7: 0, tags: [['barrier', 'gate']] },
    { id: 5_000_000_003, lonE7: 10_000, latE7: 5, tags: [] },
    {
      id: 4,
      lonE7: 0,
      latE7: -10_000,
      tags: [
        ['ele', '12'],
        ['highway', 'stop'],
      ],
    },
    { id: 4_503_599_627_370_495, lonE7: 1_800_000_000, latE7: 900_000_000, tags: [] },
    { id: -6, lonE7: -1_800_000_000, latE7: -900_000_000, tags: [] },
  ],
  ways: [
    {
      id: 10,
      refs: [1, 2, 5_000_000_003],
      tags: [
        ['highway', 'residential'],
        ['name', 'Rue de l’Église'],
        ['oneway', 'yes'],
      ],
      edited: Date.UTC(2026, 10, 2, 12),
    },
    {
      id: 11,
      refs: [4, 2],
      tags: [
        ['name', 'A <b> & "c"'],
        ['highway', 'track'],
      ],
      edited: Date.UTC(2024, 1, 29),
    },
    { id: 12, refs: [1, 2, 4, 1], tags: [['building', 'yes']] },
    { id: -13, refs: [], tags: [] },
  ],
  relations: [
    {
      id: 20,
      members: [
        { type: 'way', id: 10, role: 'from' },
        { type: 'node', id: 2, role: 'via' },
        { type: 'way', id: 11, role: 'to' },
        { type: 'relation', id: 21, role: '' },
      ],
      tags: [
        ['type', 'restriction'],
        ['restriction', 'no_right_turn'],
      ],
    },
    { id: 21, members: [], tags: [['type', 'route']] },
  ],
};
