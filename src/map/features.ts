import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { OrderOfGovernment, PointKind } from '../model/tables.ts';
import { iconName } from './point-icons.ts';

/** A demand area as drawn: a circle by its people. `people` null is "not known". */
export interface MapArea {
  id: string;
  lon: number;
  lat: number;
  label: string;
  people: number | null;
  status: 'gap' | 'covered' | 'overlap';
}

/** A service point as drawn: a symbol by its order of government and kind. */
export interface MapPoint {
  id: string;
  lon: number;
  lat: number;
  label: string;
  government: OrderOfGovernment;
  kind: PointKind;
  /** Invented for a sample. */
  illustrative: boolean;
  /** Its place is approximate: a postal code or municipality. */
  approximate: boolean;
  /** Drawn faintly: the question does not count it. */
  muted: boolean;
}

/** A row of an answer as drawn: a dot where it lies. */
export interface MapRow {
  id: string;
  lon: number;
  lat: number;
  label: string;
}

/** A line between two places; dashed when its length is a straight-line estimate and not a road. */
export interface MapLink {
  id: string;
  from: { lon: number; lat: number };
  to: { lon: number; lat: number };
  estimated: boolean;
}

/** What a click on the map means. */
export interface MapSelection {
  kind: 'point' | 'area' | 'row';
  id: string;
}

const point = (lon: number, lat: number): Point => ({ type: 'Point', coordinates: [lon, lat] });

/** Circles; the largest are first, so that small ones are drawn over them and can be clicked. */
export function areaFeatures(areas: readonly MapArea[]): FeatureCollection<Point> {
  const features = [...areas]
    .sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, lon, lat, label, people, status }): Feature<Point> => ({
      type: 'Feature',
      geometry: point(lon, lat),
      properties: { id, label, status, known: people !== null, root: Math.sqrt(people ?? 0) },
    }));
  return { type: 'FeatureCollection', features };
}

/** Symbols, with the name of the icon each is drawn with. Counted points lie over muted ones. */
export function pointFeatures(points: readonly MapPoint[]): FeatureCollection<Point> {
  const features = points.map((item): Feature<Point> => ({
    type: 'Feature',
    geometry: point(item.lon, item.lat),
    properties: {
      id: item.id,
      label: item.label,
      icon: iconName(item),
      muted: item.muted,
      over: (item.muted ? 0 : 2) + (item.kind === 'full-service' ? 1 : 0),
    },
  }));
  return { type: 'FeatureCollection', features };
}

export function rowFeatures(rows: readonly MapRow[]): FeatureCollection<Point> {
  const features = rows.map(({ id, lon, lat, label }): Feature<Point> => ({
    type: 'Feature',
    geometry: point(lon, lat),
    properties: { id, label },
  }));
  return { type: 'FeatureCollection', features };
}

export function linkFeatures(links: readonly MapLink[]): FeatureCollection<LineString> {
  const features = links.map(({ id, from, to, estimated }): Feature<LineString> => ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: [
        [from.lon, from.lat],
        [to.lon, to.lat],
      ],
    },
    properties: { id, estimated },
  }));
  return { type: 'FeatureCollection', features };
}

/** A selected thing's place; `people` when it is an area, so that the ring goes round its circle. */
export interface MapPlace {
  lon: number;
  lat: number;
  people?: number | null;
}

export function placeFeatures(places: readonly MapPlace[]): FeatureCollection<Point> {
  const features = places.map(({ lon, lat, people }): Feature<Point> => ({
    type: 'Feature',
    geometry: point(lon, lat),
    properties: { root: Math.sqrt(people ?? 0) },
  }));
  return { type: 'FeatureCollection', features };
}

/** [west, south, east, north] around the given places, or null for none. */
export function boundsOf(
  places: readonly { lon: number; lat: number }[],
): [number, number, number, number] | null {
  if (places.length === 0) return null;
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of places) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
