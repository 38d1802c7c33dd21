import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Position } from 'geojson';
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
  /** The way along the roads, where it was looked up; else the line is straight. */
  way?: readonly (readonly [lon: number, lat: number])[] | null;
}

/** Land within reach: polygons of rings in degrees, as GeoJSON has them. */
export interface MapLand {
  polygons: Position[][][];
}

/** An isochrone: the land within so many minutes. */
export interface MapBand extends MapLand {
  minutes: number;
  label: string;
}

/** The land nearest to one point. */
export interface MapCatchment extends MapLand {
  pointId: string;
  selected: boolean;
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
  const features = links.map((link): Feature<LineString> => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: cornersOf(link) },
    properties: { id: link.id, estimated: link.estimated },
  }));
  return { type: 'FeatureCollection', features };
}

/** The corners that a link is drawn through. */
export const cornersOf = ({ from, to, way }: MapLink): [number, number][] => [
  [from.lon, from.lat],
  ...(way ?? []).map(([lon, lat]): [number, number] => [lon, lat]),
  [to.lon, to.lat],
];

const multiPolygon = ({ polygons }: MapLand): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons,
});

/** Isochrones, the furthest first: each lies over those of more minutes. */
export function bandFeatures(bands: readonly MapBand[]): FeatureCollection<MultiPolygon> {
  const features = [...bands]
    .sort((a, b) => b.minutes - a.minutes)
    .map((band): Feature<MultiPolygon> => ({
      type: 'Feature',
      geometry: multiPolygon(band),
      properties: { label: band.label },
    }));
  return { type: 'FeatureCollection', features };
}

export function catchmentFeatures(catchments: readonly MapCatchment[]): FeatureCollection<MultiPolygon> {
  const features = catchments.map((catchment): Feature<MultiPolygon> => ({
    type: 'Feature',
    geometry: multiPolygon(catchment),
    properties: { id: catchment.pointId, selected: catchment.selected },
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
