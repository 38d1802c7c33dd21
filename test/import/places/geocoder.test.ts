import { describe, expect, test } from 'vitest';
import { geocodingUrl, readGeocoded, type GeocoderService } from '../../../src/import/places/geocoder.ts';
import { importFiles } from '../../../src/import/import-files.ts';
import { matchColumns } from '../../../src/import/columns/match-columns.ts';
import { readTable } from '../../../src/import/read/read-table.ts';
import { createRowReader } from '../../../src/import/columns/row-reader.ts';
import { unplacedRows } from '../../../src/import/places/unplaced.ts';
import type { RowEdit } from '../../../src/model/decisions.ts';

const pelias: GeocoderService = { shape: 'pelias', address: 'http://localhost:4000/v1/search' };
const nominatim: GeocoderService = { shape: 'nominatim', address: 'https://geo.example/search?key=a' };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('what is asked', () => {
  test('each shape has its own words; the service’s own parameters stay', () => {
    expect(geocodingUrl(pelias, '1 Main St, Oka').href).toBe(
      'http://localhost:4000/v1/search?text=1+Main+St%2C+Oka&boundary.country=CA&size=1',
    );
    expect(geocodingUrl(nominatim, 'Baie-Trinité').href).toBe(
      'https://geo.example/search?key=a&q=Baie-Trinit%C3%A9&countrycodes=ca&format=jsonv2&limit=1',
    );
  });

  test('only rows with an address whose place is missing, or no better than a postal code', async () => {
    const text =
      'name,address,city,postal code,latitude,longitude,geo\nA,1 Main St,Oka,J0N 1E0,,,\nB,2 Main St,Oka,,45.4,-74,address\nC,3 Main St,Oka,,45.4,-74,postal\nD,,Oka,,,,\n';
    const { table } = await readTable({ name: 'a.csv', bytes: bytes(text) });
    expect(unplacedRows(table, createRowReader(matchColumns(table, undefined, [])))).toEqual([
      { row: 1, address: '1 Main St, Oka, J0N 1E0' },
      { row: 3, address: '3 Main St, Oka' },
    ]);
  });
});

describe('what is answered', () => {
  const feature = (layer: string, coordinates: unknown) => ({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { layer, label: 'There' } },
    ],
  });

  test.each([
    ['address', 'address'],
    ['postalcode', 'postal code'],
    ['locality', 'municipality'],
    ['something new', 'municipality'],
  ])('Pelias: a place of layer %s is known by %s', (layer, method) => {
    expect(readGeocoded(pelias, feature(layer, [-74.1, 45.5]))).toEqual({
      kind: 'place',
      place: { lon: -74.1, lat: 45.5, method, by: 'localhost:4000', label: 'There' },
    });
  });

  test('Nominatim: numbers come as text', () => {
    const found = [{ lat: '45.5', lon: '-74.1', addresstype: 'house', display_name: 'There' }];
    expect(readGeocoded(nominatim, found)).toEqual({
      kind: 'place',
      place: { lon: -74.1, lat: 45.5, method: 'address', by: 'geo.example', label: 'There' },
    });
  });

  test('an empty list is nothing; anything else is not understood', () => {
    expect(readGeocoded(pelias, { features: [] })).toEqual({ kind: 'nothing' });
    expect(readGeocoded(nominatim, [])).toEqual({ kind: 'nothing' });
    for (const answer of [
      null,
      'x',
      {},
      { features: [1] },
      feature('address', ['a', 'b']),
      feature('address', [999, 0]),
    ])
      expect(readGeocoded(pelias, answer)).toEqual({ kind: 'not understood' });
    for (const answer of [{ error: 'no' }, [{ lat: '', lon: '' }], [null]])
      expect(readGeocoded(nominatim, answer)).toEqual({ kind: 'not understood' });
  });
});

test('a place that was looked up is an edit: it places the row, is told, and travels into the source', async () => {
  const place = { lon: -74.1, lat: 45.5, method: 'address' as const, by: 'geo.example', label: '1 Main St' };
  const edits: RowEdit[] = [{ kind: 'place', row: 1, place }];
  const text =
    'id,name,address,city,postal code\n1,North,1 Main St,Oka,J0N 1E0\n2,South,2 Main St,Oka,J0N 1E0\n';
  const file = { name: 'offices.csv', bytes: bytes(text), decisions: { edits } };
  const { project, files } = await importFiles([file], null, { importedAt: '2026-11-02T12:00:00Z' });
  expect(
    project.tables.service_point.map(({ lon, lat, location_method }) => [lon, lat, location_method]),
  ).toEqual([
    [-74.1, 45.5, 'address'],
    [null, null, 'unknown'],
  ]);
  expect(files[0]?.issues.filter(({ code }) => code === 'looked-up')).toMatchObject([
    { row: 1, column: 'geo.example', found: '1 Main St', severity: 'note' },
  ]);
  expect(project.tables.source[0]?.note_en).toContain('geo.example');
});
