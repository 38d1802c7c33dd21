import type { Feature, FeatureCollection, MultiPolygon, Point } from 'geojson';
import { distinctNames, ExportRefused, geometriesOf, tidyRows, type ExportTable } from '../export-table.ts';

/** RFC 7946 with two foreign members (6.1): the table's name and its notes. */
type Drawn = Point | MultiPolygon | null;
type NotedCollection = FeatureCollection<Drawn> & { name: string; notes: readonly string[] };

/**
 * A table as GeoJSON (RFC 7946): a point or the polygons of each row, null for a row without, so that every row is there. The
 * properties are all columns under their names, those of the place too.
 * @throws ExportRefused for a table without places or shapes
 */
export function writeGeoJson(table: ExportTable): Uint8Array {
  const geometries = geometriesOf(table);
  if (!geometries) throw new ExportRefused('no-place');
  const names = distinctNames(table.columns);
  const features = tidyRows(table).map((row, index): Feature<Drawn> => ({
    type: 'Feature',
    geometry: geometries.of[index] ?? null,
    properties: Object.fromEntries(names.map((name, column) => [name, row[column] ?? null])),
  }));
  const { name, notes } = table;
  const collection: NotedCollection = { type: 'FeatureCollection', name, notes, features };
  return new TextEncoder().encode(JSON.stringify(collection));
}
