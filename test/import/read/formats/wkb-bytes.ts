/** Well-known binary of a point, little-endian. */
export function wkbPoint(x: number, y: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(21));
  view.setUint8(0, 1);
  view.setUint32(1, 1, true);
  view.setFloat64(5, x, true);
  view.setFloat64(13, y, true);
  return new Uint8Array(view.buffer);
}

/** Well-known binary of a polygon of one ring, little-endian. */
export function wkbPolygon(ring: readonly (readonly [number, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(13 + ring.length * 16));
  view.setUint8(0, 1);
  view.setUint32(1, 3, true);
  view.setUint32(5, 1, true);
  view.setUint32(9, ring.length, true);
  ring.forEach(([x, y], index) => {
    view.setFloat64(13 + index * 16, x, true);
    view.setFloat64(21 + index * 16, y, true);
  });
  return new Uint8Array(view.buffer);
}
