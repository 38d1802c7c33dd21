import { expect, test } from 'vitest';
import { answerColumns, answerRows, cellWriter } from '../../../src/panels/sql/answer-columns.ts';
import { placeAnswer, rowCard } from '../../../src/panels/sql/answer-places.ts';
import { chartRows, defaultChart } from '../../../src/panels/sql/chart-choice.ts';
import type { Catalogue } from '../../../src/state/catalogue.ts';
import { catalogueOf } from '../../../src/state/catalogue.ts';
import { emptyTables, projectVersion, type Project } from '../../../src/model/project.ts';
import type { Answer, Cell } from '../../../src/tables/console.ts';
import { smallProject } from '../../analysis/projects.ts';

const project: Project = {
  format: 'guichet-project',
  version: projectVersion,
  id: 'small',
  name: { en: 'Small', fr: 'Petit' },
  kind: 'own',
  notice: null,
  asOf: '2026-10-01',
  bounds: [-76, 45, -75, 46],
  graph: null,
  tables: smallProject(),
  mappings: [],
  queries: [],
};
const catalogue: Catalogue = catalogueOf(project);
const [point] = project.tables.service_point;
const [area] = project.tables.area;

/** An answer whose columns are numbers where every value is. */
function answer(names: string[], rows: Cell[][]): Answer {
  const kind = (place: number) =>
    rows.every((row) => typeof (row[place] ?? 0) === 'number') ? 'number' : 'text';
  return {
    columns: names.map((name, place) => ({ name, type: '', kind: kind(place) })),
    rows,
    capped: false,
  };
}

test('rows lie at their lon and lat; those without, or out of range, have no place', () => {
  const rows = [
    ['A', -75.5, 45.4],
    ['B', null, 45],
    ['C', -75, 450],
  ];
  expect(placeAnswer(answer(['name', 'lon', 'LAT'], rows), catalogue)).toEqual({
    rows: [{ id: '0', lon: -75.5, lat: 45.4, label: 'A' }],
    by: ['lon', 'LAT'],
  });
});

test('rows lie where the area or the point that they name lies', () => {
  if (!point || !area) throw new Error('the small project has a point and an area');
  const placed = placeAnswer(
    answer(
      ['n', 'which'],
      [
        [1, area.code],
        [2, point.id],
        [3, 'nowhere'],
      ],
    ),
    catalogue,
  );
  expect(placed?.by).toEqual(['which']);
  expect(placed?.rows.map(({ id, lon }) => [id, lon])).toEqual([
    ['0', area.lon],
    ['1', point.lon],
  ]);
});

test('an answer without places has none, and neither has an empty one', () => {
  expect(placeAnswer(answer(['province', 'people'], [['ON', 5]]), catalogue)).toBeNull();
  expect(placeAnswer(answer(['lon', 'lat'], []), catalogue)).toBeNull();
  expect(
    placeAnswer(answer(['code'], [['x']]), catalogueOf({ ...project, tables: emptyTables() })),
  ).toBeNull();
});

test('charts by themselves: words as bars, dates as a line, two numbers as dots, nothing without a number', () => {
  expect(defaultChart(answer(['province', 'people'], [['ON', 5]]))).toEqual({ kind: 'bar', x: 0, y: 1 });
  expect(defaultChart(answer(['n', 'day'], [[5, '2026-01-01']]))).toEqual({ kind: 'line', x: 1, y: 0 });
  expect(defaultChart(answer(['a', 'b'], [[1, 2]]))).toEqual({ kind: 'scatter', x: 0, y: 1 });
  expect(defaultChart(answer(['a'], [['x']]))).toBeNull();
  expect(defaultChart(answer(['name', 'lon', 'lat'], [['x', 1, 2]]))).toBeNull();
});

test('a row without one of the two values is not drawn as zero', () => {
  const rows = [
    ['ON', null],
    [null, 4],
    ['QC', 5],
  ];
  expect(chartRows(answer(['p', 'n'], rows), { kind: 'bar', x: 0, y: 1 })).toEqual([{ x: 'QC', y: 5 }]);
});

test('cells: years and codes are not grouped, unknown is empty, the reader’s signs', () => {
  const [english, french] = [cellWriter('en'), cellWriter('fr')];
  expect([english(2026), english(12345), english(0.123456), english(null), english('007')]).toEqual([
    '2026',
    '12,345',
    '0.123456',
    '',
    '007',
  ]);
  expect(french(1234567.5)).toBe('1\u00a0234\u00a0567,5');
});

test('columns of the same name stay apart in the table', () => {
  const twice = answer(['a', 'a'], [[1, 2]]);
  const columns = answerColumns(twice, 'en');
  expect(new Set(columns.map(({ key }) => key)).size).toBe(2);
  expect(answerRows(twice).map((row) => columns.map(({ value }) => value(row)))).toEqual([[1, 2]]);
});

test('the card of a row says what is known, and there is none for a row that is not there', () => {
  const found = answer(['name', 'people', 'note'], [['A', 1200, null]]);
  expect(rowCard(found, 0, 'en')).toEqual({ title: 'A', lines: ['name: A', 'people: 1200'] });
  expect(rowCard(found, 3, 'en')).toBeNull();
  expect(rowCard(found, null, 'en')).toBeNull();
});
