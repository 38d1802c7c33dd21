import type { Feature, FeatureCollection, Point } from 'geojson';
import { distinctNames, ExportRefused, placesOf, tidyRows, type ExportTable } from '../export-table.ts';

/** RFC 7946 with two foreign members (6.1): the table's name and its notes. */
type NotedCollection = FeatureCollection<Point | null> & { name: string; notes: readonly string[] };

/**
 * A table as GeoJSON (RFC 7946): a point for each row, null for a row without a place, so that every row is there. The
 * properties are all columns under their names, those of the place too.
 * @throws ExportRefused for a table without columns of a place
 */
export function writeGeoJson(table: ExportTable): Uint8Array {
  if (!table.place) throw new ExportRefused('no-place');
  const names = distinctNames(table.columns);
  const places = placesOf(table);
  const features = tidyRows(table).map((row, index): Feature<Point | null> => {
    const place = places[index];
    return {
      type: 'Feature',
      geometry: place ? { type: 'Point', coordinates: place } : null,
      properties: Object.fromEntries(names.map((name, column) => [name, row[column] ?? null])),
    };
  });
  const { name, notes } = table;
  const collection: NotedCollection = { type: 'FeatureCollection', name, notes, features };
  return new TextEncoder().encode(JSON.stringify(collection));
}
