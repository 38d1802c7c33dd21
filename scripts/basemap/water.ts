import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from '../roads/lambert.ts';
import { atlasFolder } from '../roads/read-roads.ts';
import { readLambertShapes } from '../roads/shapefile.ts';
import { boxOf, contains, corridor, isInside, roundLine, surroundings, type Box } from './detail.ts';
import { readPackage } from '../packages.ts';
import { polygonsOf, rewind, ringArea, ringContains, type PolygonRings, type Ring } from './rings.ts';
import { simplifyLine, type Tolerance } from './simplify.ts';

/** Where the atlas has the water in detail; the coarse lakes and rivers stop here. */
const detailed = corridor;

/** Great lakes and lakes from Natural Earth; lakes and wide rivers of the corridor from the atlas. */
export function lakes(): Feature<Polygon | MultiPolygon>[] {
  return [...coarseLakes(), ...corridorWater()];
}

/** Rivers of Natural Earth, but not inside its lakes nor in the corridor, where the atlas draws them as areas. */
export function rivers(): Feature<LineString>[] {
  const lakeRings = coarseLakes().map(({ geometry }) => toLine(geometry.coordinates[0] ?? []));
  const boxed = lakeRings.map((ring) => ({ ring, box: boxOf(ring) }));
  const isDrawn = (point: LonLat) =>
    isInside(detailed, point) ||
    boxed.some(({ ring, box }) => isInside(box, point) && ringContains(ring, point));
  return readNaturalEarth<LineString>('rivers').flatMap(({ geometry }) =>
    stretchesWhere(toLine(geometry.coordinates), (point) => !isDrawn(point))
      .map((line) => roundLine(simplifyLine(line, () => 0.006)))
      .filter((line) => line.length > 1 && contains(canada, boxOf(line)))
      .map((coordinates) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates },
      })),
  );
}

/** Canada and the northern states; rivers and lakes further away only clutter. */
const canada: Box = [-170, 36, -50, 84];

function readNaturalEarth<G extends Polygon | LineString>(file: 'lakes' | 'rivers'): Feature<G>[] {
  const text = readPackage('mapeo-offline-map', '2.0.0', `dist/${file}.json`);
  return (JSON.parse(text) as FeatureCollection<G>).features;
}

const toLine = (positions: number[][]) => positions.map(([lon, lat]): LonLat => [lon ?? 0, lat ?? 0]);

function coarseLakes(): Feature<Polygon>[] {
  return readNaturalEarth<Polygon>('lakes').flatMap(({ geometry, properties }) => {
    const rings = geometry.coordinates.map(toLine);
    const box = boxOf(rings.flat());
    if (!contains(surroundings, box) || contains(detailed, box)) return [];
    const coordinates = simplifyPolygon(rings, () => 0.002, 0.002);
    if (coordinates.length === 0) return [];
    return [
      {
        type: 'Feature',
        properties: { name: properties?.['name'] ?? null },
        geometry: { type: 'Polygon', coordinates },
      },
    ];
  });
}

/** Smallest lake or island kept in the corridor, in square degrees of latitude: about 0.25 km². */
const leastArea = 0.00002;

function corridorWater(): Feature<MultiPolygon>[] {
  const shapes = ['ontdrainage.shp', 'qcdrainage.shp'].flatMap((file) =>
    readLambertShapes(readFileSync(join(atlasFolder(), file))),
  );
  return shapes.flatMap((rings) => {
    const coordinates = polygonsOf(rings)
      .map((polygon) => simplifyPolygon(polygon, () => 0.0006, leastArea))
      .filter((polygon) => polygon.length > 0);
    if (coordinates.length === 0) return [];
    return [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }];
  });
}

/** Empty when the outer ring is smaller than `least` square degrees; so are holes left out. */
function simplifyPolygon(rings: readonly Ring[], tolerance: Tolerance, least: number): PolygonRings {
  const simplified = rings.map((ring) => roundLine(simplifyLine(ring, tolerance)));
  const large = simplified.map((ring) => ring.length >= 4 && Math.abs(ringArea(ring)) >= least);
  return large[0] ? rewind(simplified.filter((_, index) => large[index])) : [];
}

/** The stretches of a line whose points all satisfy the test. */
function stretchesWhere(line: readonly LonLat[], isKept: (point: LonLat) => boolean): LonLat[][] {
  const stretches: LonLat[][] = [[]];
  for (const point of line) {
    if (isKept(point)) stretches.at(-1)?.push(point);
    else stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 1);
}
