import { expect, test } from 'vitest';
import { readAreaCode } from '../../../src/import/cells/area-codes.ts';
import { markDemand } from '../../../src/import/join/demand.ts';
import type { Area } from '../../../src/model/tables.ts';

test.each([
  ['2021A000011124', 'country', null, null],
  ['2021A000213', 'province', 'NB', '2021A000011124'],
  ['2021A00031301', 'CD', 'NB', '2021A000213'],
  ['2021A00051301001', 'CSD', 'NB', '2021A00031301'],
  ['2021S051213010010', 'DA', 'NB', '2021A00031301'],
  ['2021A0011K1A', 'FSA', 'ON', null],
  ['1301001', 'CSD', 'NB', null],
  ['13010010', 'DA', 'NB', null],
  ['K1A', 'FSA', 'ON', null],
  ['9901001', 'community', null, null],
  ['06081602900', 'community', null, null],
])('the code %s is of level %s in %s', (code, level, province, parent) => {
  expect(readAreaCode(code)).toMatchObject({ level, province, parent });
});

test('a DGUID and a bare code of one area share a key; a level we do not hold is null', () => {
  expect(readAreaCode('2021A00051301001')?.key).toBe(readAreaCode('1301001')?.key);
  expect(readAreaCode('2021S0503001')).toBeNull();
});

test('a number in a column that may count rows is no province', () => {
  expect(readAreaCode('11', false)?.level).toBe('community');
});

const area = (level: Area['level'], code: string, facts: Partial<Area> = {}): Area => ({
  code,
  level,
  name_en: code,
  name_fr: null,
  parent_code: null,
  province: 'NB',
  lon: null,
  lat: null,
  population: 100,
  households: null,
  access: null,
  demand: false,
  apportioned: false,
  source_id: 's',
  ...facts,
});
const placed = { lon: -65, lat: 46 };
const demandCodes = (areas: Area[]) =>
  markDemand(areas).flatMap(({ code, demand }) => (demand ? [code] : []));

test('people are counted at one level in a province: the finest with counts and places', () => {
  const areas = [
    area('province', 'P', placed),
    area('CD', 'D'),
    area('CSD', 'S1', placed),
    area('CSD', 'S2'),
  ];
  expect(demandCodes(areas)).toEqual(['S1', 'S2']);
  expect(demandCodes([...areas, area('DA', 'A', { ...placed, population: null })])).toEqual(['S1', 'S2']);
  expect(demandCodes([...areas, area('DA', 'A', placed)])).toEqual(['A']);
});

test('each province has its own level; the country is never counted beside its parts', () => {
  const ontario = { province: 'ON' };
  expect(
    demandCodes([
      area('country', 'C', { province: null }),
      area('CSD', 'S', placed),
      area('CD', 'O', ontario),
    ]),
  ).toEqual(['S', 'O']);
  expect(demandCodes([area('country', 'C', { province: null })])).toEqual(['C']);
});
