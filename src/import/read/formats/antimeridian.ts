import type { Geometry, Position } from 'geojson';

type Ring = Position[];

/**
 * A geometry within [-180, 180] degrees of longitude, as RFC 7946 (3.1.9) asks: longitudes counted from 0 to 360 are
 * brought back, and a polygon across the 180th meridian, whether it counts on (179, 181) or jumps (179, -179), is cut
 * in two there. A ring jumps where two neighbours are more than 180 degrees apart, both beyond 90. Others are returned as they are.
 */
export function withinMeridians(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return isBeyond(geometry.coordinates)
        ? { ...geometry, coordinates: broughtBack(geometry.coordinates) }
        : geometry;
    case 'MultiPoint':
      return geometry.coordinates.some(isBeyond)
        ? { ...geometry, coordinates: geometry.coordinates.map(broughtBack) }
        : geometry;
    case 'Polygon':
      return crosses(geometry.coordinates) ? polygons(cut(geometry.coordinates)) : geometry;
    case 'MultiPolygon':
      return geometry.coordinates.some(crosses) ? polygons(geometry.coordinates.flatMap(cut)) : geometry;
    default:
      return geometry;
  }
}

const lonOf = ([lon = NaN]: Position) => lon;
const isBeyond = (position: Position) => Math.abs(lonOf(position)) > 180 && Math.abs(lonOf(position)) <= 360;

function broughtBack(position: Position): Position {
  const lon = lonOf(position);
  return isBeyond(position) ? [lon - 360 * Math.sign(lon), ...position.slice(1)] : position;
}

const polygons = (all: Ring[][]): Geometry =>
  all.length === 1 && all[0]
    ? { type: 'Polygon', coordinates: all[0] }
    : { type: 'MultiPolygon', coordinates: all };

const crosses = (rings: Ring[]) => rings.some((ring) => ring.some(isBeyond) || jumps(ring));

function jumps(ring: Ring): boolean {
  return ring.some((position, index) => {
    const [a, b] = [lonOf(position), lonOf(ring[index + 1] ?? position)];
    const apart = Math.abs(a - b);
    return apart > 180 && apart < 360 && Math.min(Math.abs(a), Math.abs(b)) > 90;
  });
}

/** The parts of a polygon on either side of the 180th meridian, each within [-180, 180]. */
function cut(rings: Ring[]): Ring[][] {
  if (!crosses(rings)) return [rings];
  const onward = rings.map((ring) => (jumps(ring) || ring.some(isBeyond) ? countedOn(ring) : ring));
  // Holes do not jump themselves; those of the far side follow the outline beyond 180.
  const [outline = []] = onward;
  const farWest = outline.reduce((least, position) => Math.min(least, lonOf(position)), Infinity);
  const aligned = onward.map((ring) =>
    ring.every((position) => lonOf(position) < farWest) ? shifted(ring, 360) : ring,
  );
  const west = aligned.map((ring) => clip(ring, (lon) => lon <= 180)).filter(isRing);
  const east = aligned
    .map((ring) =>
      shifted(
        clip(ring, (lon) => lon >= 180),
        -360,
      ),
    )
    .filter(isRing);
  return [west, east].filter((part) => part.length > 0);
}

/** Longitudes from 0 to 360. */
const countedOn = (ring: Ring): Ring =>
  ring.map((position) => (lonOf(position) < 0 ? [lonOf(position) + 360, ...position.slice(1)] : position));

const shifted = (ring: Ring, degrees: number): Ring =>
  ring.map((position) => [lonOf(position) + degrees, ...position.slice(1)]);

const isRing = (ring: Ring) => ring.length >= 4;

/** The ring on one side of 180 (Sutherland and Hodgman 1974, doi:10.1145/360767.360802), closed. */
function clip(ring: Ring, keeps: (lon: number) => boolean): Ring {
  const kept: Ring = [];
  ring.slice(0, -1).forEach((from, index) => {
    const to = ring[index + 1] ?? from;
    if (keeps(lonOf(from))) kept.push(from);
    if (keeps(lonOf(from)) !== keeps(lonOf(to))) kept.push(atMeridian(from, to));
  });
  const [first] = kept;
  return first ? [...kept, first] : [];
}

function atMeridian(from: Position, to: Position): Position {
  const share = (180 - lonOf(from)) / (lonOf(to) - lonOf(from));
  const [, latFrom = NaN] = from;
  const [, latTo = NaN] = to;
  return [180, latFrom + share * (latTo - latFrom)];
}
