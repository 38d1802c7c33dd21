import { expect, test } from 'vitest';
import { createFormat } from '../../../src/model/format.ts';
import { messagesIn } from '../../../src/model/messages/index.ts';
import { exportOfScreen } from '../../../src/panels/frame/screen-export.ts';
import { kilometresColumn, minutesColumn, type Column } from '../../../src/ui/table-columns.ts';

interface Town {
  name: string;
  people: number | null;
  status: number;
  estimated: boolean;
  lon: number;
  lat: number;
}
const towns: Town[] = [
  { name: 'Aville', people: 1200, status: 2, estimated: true, lon: -66, lat: 46 },
  { name: 'Btown', people: null, status: 0, estimated: false, lon: -66.5, lat: 47 },
];
const columns: Column<Town>[] = [
  { key: 'name', label: 'Town', value: ({ name }) => name, text: ({ name }) => name },
  {
    key: 'people',
    label: 'People',
    align: 'end',
    value: ({ people }) => people,
    text: ({ people }) => (people === null ? '–' : '1,200'),
    mark: ({ estimated }) => (estimated ? 'estimated' : null),
  },
  {
    key: 'status',
    label: 'Status',
    value: ({ status }) => status,
    text: ({ status }) => (status > 0 ? 'In reach' : 'Gap'),
  },
];

test('figures are as they are, words as they are read; marks and places are columns; unknown is null', () => {
  const messages = messagesIn('en');
  const table = exportOfScreen(
    { name: 'Towns', rows: towns, columns, notes: ['n'], people: ['people'], placeOf: (town) => town },
    messages,
  );
  expect(table).toEqual({
    name: 'Towns',
    columns: [
      { name: 'name', label: 'Town', kind: 'text' },
      { name: 'people', label: 'People', kind: 'number', people: true },
      { name: 'status', label: 'Status', kind: 'text' },
      { name: 'people_mark', label: 'People (*)', kind: 'text' },
      { name: 'lon', label: 'Longitude', kind: 'number' },
      { name: 'lat', label: 'Latitude', kind: 'number' },
    ],
    rows: [
      ['Aville', 1200, 'In reach', messages.domain.mark.estimated, -66, 46],
      ['Btown', null, 'Gap', null, -66.5, 47],
    ],
    notes: ['n'],
    place: { lon: 'lon', lat: 'lat' },
  });
});

test('a table without places names none', () => {
  const table = exportOfScreen({ name: 'Towns', rows: towns, columns, notes: [] }, messagesIn('fr'));
  expect(table.place).toBeUndefined();
  expect(table.columns.map(({ name }) => name)).toEqual(['name', 'people', 'status', 'people_mark']);
});

test('a column of distances or times says its unit, since the figures do not', () => {
  const format = createFormat('en');
  const measured = [
    kilometresColumn<Town>('far', 'Distance', ({ status }) => status, format),
    minutesColumn<Town>('long', 'Time', ({ status }) => status, format),
  ];
  const table = exportOfScreen(
    { name: 'Towns', rows: towns, columns: measured, notes: [] },
    messagesIn('en'),
  );
  expect(table.columns.map(({ name, label }) => [name, label])).toEqual([
    ['far', 'Distance (km)'],
    ['long', 'Time (min)'],
  ]);
});
