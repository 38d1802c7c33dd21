import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiPolygon,
  Point,
  Position,
} from 'geojson';
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

type Properties = Feature['properties'];

const collection = <Shape extends Geometry>(features: Feature<Shape>[]): FeatureCollection<Shape> => ({
  type: 'FeatureCollection',
  features,
});

const feature = <Shape extends Geometry>(geometry: Shape, properties: Properties): Feature<Shape> => ({
  type: 'Feature',
  geometry,
  properties,
});

const at = ({ lon, lat }: { lon: number; lat: number }, properties: Properties): Feature<Point> =>
  feature({ type: 'Point', coordinates: [lon, lat] }, properties);

const land = ({ polygons }: MapLand, properties: Properties): Feature<MultiPolygon> =>
  feature({ type: 'MultiPolygon', coordinates: polygons }, properties);

/** Circles; the largest are first, so that small ones are drawn over them and can be clicked. */
export const areaFeatures = (areas: readonly MapArea[]): FeatureCollection<Point> =>
  collection(
    [...areas]
      .sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || (a.id < b.id ? -1 : 1))
      .map(({ id, label, people, status, ...place }) =>
        at(place, { id, label, status, known: people !== null, root: Math.sqrt(people ?? 0) }),
      ),
  );

/** Symbols, with the name of the icon each is drawn with. Counted points lie over muted ones. */
export const pointFeatures = (points: readonly MapPoint[]): FeatureCollection<Point> =>
  collection(
    points.map((point) => {
      const { id, label, kind, muted } = point;
      const over = (muted ? 0 : 2) + (kind === 'full-service' ? 1 : 0);
      return at(point, { id, label, icon: iconName(point), muted, over });
    }),
  );

/** Dots, in the order of the rows. */
export const rowFeatures = (rows: readonly MapRow[]): FeatureCollection<Point> =>
  collection(rows.map(({ id, label, ...place }) => at(place, { id, label })));

/** Lines, straight where no way along the roads is known. */
export const linkFeatures = (links: readonly MapLink[]): FeatureCollection<LineString> =>
  collection(
    links.map((link) =>
      feature(
        { type: 'LineString', coordinates: cornersOf(link) },
        { id: link.id, estimated: link.estimated },
      ),
    ),
  );

/** The corners that a link is drawn through. */
export const cornersOf = ({ from, to, way }: MapLink): [number, number][] => [
  [from.lon, from.lat],
  ...(way ?? []).map(([lon, lat]): [number, number] => [lon, lat]),
  [to.lon, to.lat],
];

/** Isochrones, the furthest first: each lies over those of more minutes. */
export const bandFeatures = (bands: readonly MapBand[]): FeatureCollection<MultiPolygon> =>
  collection(
    [...bands].sort((a, b) => b.minutes - a.minutes).map((band) => land(band, { label: band.label })),
  );

/** Land by nearest point. Borders alone are drawn of it. */
export const catchmentFeatures = (catchments: readonly MapCatchment[]): FeatureCollection<MultiPolygon> =>
  collection(
    catchments.map((catchment) => land(catchment, { id: catchment.pointId, selected: catchment.selected })),
  );

/** A selected thing's place; `people` when it is an area, so that the ring goes round its circle. */
export interface MapPlace {
  lon: number;
  lat: number;
  people?: number | null;
}

/** Places that a ring is drawn round. */
export const placeFeatures = (places: readonly MapPlace[]): FeatureCollection<Point> =>
  collection(places.map((place) => at(place, { root: Math.sqrt(place.people ?? 0) })));
