import { expect, test } from 'vitest';
import { readWkb } from '../../../../src/import/read/formats/wkb.ts';
import { wkbPoint, wkbPolygon } from './wkb-bytes.ts';

const hex = (text: string) =>
  Uint8Array.from(text.replaceAll(' ', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const one = '000000000000F03F';
const two = '0000000000000040';
test.each([
  ['a point', `01 01000000 ${one} ${two}`, { type: 'Point', coordinates: [1, 2] }],
  ['big-endian', '00 00000001 3FF0000000000000 4000000000000000', { type: 'Point', coordinates: [1, 2] }],
  ['with Z, by thousands', `01 E9030000 ${one} ${two} ${one}`, { type: 'Point', coordinates: [1, 2, 1] }],
  ['with M, dropped', `01 D1070000 ${one} ${two} ${one}`, { type: 'Point', coordinates: [1, 2] }],
  [
    'with a flag and a system, as PostGIS writes',
    `01 010000A0 E6100000 ${one} ${two} ${one}`,
    { type: 'Point', coordinates: [1, 2, 1] },
  ],
  ['an empty point', '01 01000000 000000000000F87F 000000000000F87F', null],
  ['an empty polygon', '01 03000000 00000000', null],
  [
    'several points',
    `01 04000000 02000000 01 01000000 ${one} ${two} 01 01000000 ${two} ${one}`,
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [2, 1],
      ],
    },
  ],
  ['a curve', '01 08000000 00000000', { type: 'CircularString' }],
  ['a cut-off point', `01 01000000 ${one}`, { type: 'WKB' }],
  ['a count beyond the bytes', '01 03000000 FFFFFFFF', { type: 'WKB' }],
  ['nothing', '', { type: 'WKB' }],
])('reads %s', (_, bytes, geometry) => expect(readWkb(hex(bytes))).toEqual(geometry));

test('a collection that nests without end is not followed', () => {
  const nested = hex('01 07000000 01000000'.repeat(5000));
  expect(readWkb(nested)).toEqual({ type: 'GeometryCollection' });
});

test('reads what the fixtures write', () => {
  const ring: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  expect(readWkb(wkbPoint(-75, 45))).toEqual({ type: 'Point', coordinates: [-75, 45] });
  expect(readWkb(wkbPolygon(ring))).toEqual({ type: 'Polygon', coordinates: [ring] });
});
