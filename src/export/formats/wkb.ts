/** A point as well-known binary (OGC 06-103r4, 8.2), little-endian: 21 bytes. */
export function pointWkb([lon, lat]: readonly [number, number]): Uint8Array {
  const bytes = new Uint8Array(21);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, 1, true);
  view.setFloat64(5, lon, true);
  view.setFloat64(13, lat, true);
  return bytes;
}
