import type { MultiPolygon, Point, Position } from 'geojson';

const [point, polygon, multiPolygon] = [1, 3, 6];

/** A geometry as well-known binary (OGC 06-103r4, 8.2), little-endian. */
export function wkbOf(geometry: Point | MultiPolygon): Uint8Array {
  const bytes = new Uint8Array(sizeOf(geometry));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const uint32 = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const begin = (kind: number) => {
    view.setUint8(at, 1);
    at += 1;
    uint32(kind);
  };
  const corner = ([lon = NaN, lat = NaN]: Position) => {
    view.setFloat64(at, lon, true);
    view.setFloat64(at + 8, lat, true);
    at += 16;
  };
  if (geometry.type === 'Point') {
    begin(point);
    corner(geometry.coordinates);
    return bytes;
  }
  begin(multiPolygon);
  uint32(geometry.coordinates.length);
  for (const rings of geometry.coordinates) {
    begin(polygon);
    uint32(rings.length);
    for (const ring of rings) {
      uint32(ring.length);
      ring.forEach(corner);
    }
  }
  return bytes;
}

/** Each geometry begins with 5 bytes, each list with its length in 4; a corner has 16. */
function sizeOf(geometry: Point | MultiPolygon): number {
  if (geometry.type === 'Point') return 5 + 16;
  const polygons = geometry.coordinates.map((rings) =>
    rings.reduce((size, ring) => size + 4 + 16 * ring.length, 5 + 4),
  );
  return polygons.reduce((size, one) => size + one, 5 + 4);
}
