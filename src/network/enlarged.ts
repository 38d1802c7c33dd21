/** The array with room for more, zeros behind what it held. */
export function enlarged<
  T extends Int16Array | Int32Array | Uint32Array | Float32Array | Float64Array | Uint8Array,
>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
