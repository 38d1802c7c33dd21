import { expect, test } from 'vitest';
import type { MapArea, MapPoint } from '../../src/map/features.ts';
import { legendSections, type LegendWords, type Shown } from '../../src/map/legend-sections.ts';
import { domainWords } from '../../src/model/messages/domain.ts';
import { mapMessages } from '../../src/model/messages/map.ts';

const words: LegendWords = {
  ...mapMessages.en,
  governments: domainWords.en.government,
  kinds: domainWords.en.pointKind,
  statuses: domainWords.en.status,
  illustrative: domainWords.en.markExplained.illustrative,
  bands: 'Minutes',
};
const nothing: Shown = { areas: [], points: [], links: [], bands: [], catchments: [] };
const sections = (shown: Partial<Shown>) =>
  legendSections({ ...nothing, ...shown }, words, (people) => `${people}`).map(({ title, entries }) => [
    title,
    ...entries.map(({ label }) => label),
  ]);
const point: MapPoint = {
  id: 'p',
  lon: 0,
  lat: 0,
  label: 'P',
  government: 'municipal',
  kind: 'mobile',
  illustrative: false,
  approximate: false,
  muted: true,
};
const area: MapArea = { id: 'a', lon: 0, lat: 0, label: 'A', people: 70, status: 'gap' };

test('an empty map has no legend; only what is shown is in it', () => {
  expect(sections({})).toEqual([]);
  expect(sections({ points: [point] })).toEqual([
    ['Order of government', 'Municipal'],
    ['Kind of point', 'Mobile'],
    ['Marks', 'Not counted by the question'],
  ]);
  expect(sections({ areas: [area, { ...area, people: null }] })).toEqual([
    ['Communities', 'Not reached', 'Reached by one point', 'Reached by two or more'],
    ['People', '50', '10', '1', 'People not known'],
  ]);
});

test('the land of fewer minutes lies under more shades', () => {
  const bands = [
    { minutes: 15, label: '15 min', polygons: [] },
    { minutes: 30, label: '30 min', polygons: [] },
  ];
  const [shades] = legendSections({ ...nothing, bands }, words, String);
  expect(shades?.entries).toEqual([
    { label: '15 min', sign: { kind: 'shades', shades: 2 } },
    { label: '30 min', sign: { kind: 'shades', shades: 1 } },
  ]);
});
