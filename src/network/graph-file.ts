import { UserError } from '../model/errors.ts';
import { crc32 } from './crc32.ts';
import { arcKinds, type GraphOrigin, type RoadGraph } from './road-graph.ts';

/**
 * A road graph as one file, little-endian:
 *
 *     0  "GUICHETG"        8 bytes
 *     8  version           uint32
 *    12  header length     uint32, bytes of JSON { arrays: { name: count }, about }
 *    16  CRC-32            uint32, of every byte after this one
 *    20  header, then the arrays in the order of `arrays` below, each padded with zeros to start at a multiple of 8
 */
export const graphMagic = 'GUICHETG';
const version = 2;
const start = 20;

const types = { u32: Uint32Array, i32: Int32Array, f32: Float32Array, u8: Uint8Array, i16: Int16Array };

/** Every array of a graph by its name in the file. */
const arrays = {
  lonE7: 'i32',
  latE7: 'i32',
  copyOf: 'u32',
  firstArc: 'u32',
  head: 'u32',
  deciseconds: 'u32',
  arcEdge: 'u32',
  'edges.from': 'u32',
  'edges.to': 'u32',
  'edges.metres': 'f32',
  'edges.kind': 'u8',
  'edges.firstBend': 'u32',
  'edges.bends': 'i16',
  'shores.first': 'u32',
  'shores.lonE7': 'i32',
  'shores.latE7': 'i32',
} as const satisfies Record<string, keyof typeof types>;
type ArrayName = keyof typeof arrays;
const names = Object.keys(arrays) as ArrayName[];

interface Header {
  arrays: Record<ArrayName, number>;
  about: GraphOrigin;
}

const align = (offset: number) => Math.ceil(offset / 8) * 8;

/** Where each array lies, in bytes, and the length of the whole file. */
function layout(headerLength: number, counts: Header['arrays']) {
  let at = align(start + headerLength);
  const offset = {} as Record<ArrayName, number>;
  for (const name of names) {
    offset[name] = at;
    at = align(at + counts[name] * types[arrays[name]].BYTES_PER_ELEMENT);
  }
  return { offset, bytes: at };
}

/** The arrays of a graph by their names in the file. */
function arraysOf(graph: RoadGraph) {
  const { lonE7, latE7, copyOf, firstArc, head, deciseconds, arcEdge, edges, shores } = graph;
  return {
    ...{ lonE7, latE7, copyOf, firstArc, head, deciseconds, arcEdge },
    'edges.from': edges.from,
    'edges.to': edges.to,
    'edges.metres': edges.metres,
    'edges.kind': edges.kind,
    'edges.firstBend': edges.firstBend,
    'edges.bends': edges.bends,
    'shores.first': shores.first,
    'shores.lonE7': shores.lonE7,
    'shores.latE7': shores.latE7,
  } satisfies Record<ArrayName, ArrayBufferView>;
}

/** The bytes of a graph, to be written to a file or served. */
export function encodeGraph(graph: RoadGraph): Uint8Array<ArrayBuffer> {
  const all = arraysOf(graph);
  const counts = Object.fromEntries(names.map((name) => [name, all[name].length])) as Header['arrays'];
  const header = new TextEncoder().encode(
    JSON.stringify({ arrays: counts, about: graph.about } satisfies Header),
  );
  const place = layout(header.length, counts);
  const bytes = new Uint8Array(place.bytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(graphMagic), 0);
  view.setUint32(8, version, true);
  view.setUint32(12, header.length, true);
  bytes.set(header, start);
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = all[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), place.offset[name]);
  }
  view.setUint32(16, crc32(bytes.subarray(start)), true);
  return bytes;
}

/**
 * Reads what `encodeGraph` wrote. The arrays are views of the bytes given, which belong to the graph from then on; bytes
 * that lie at an odd place of a larger buffer are copied first. `buffersOf` is what to transfer.
 * @throws UserError when the bytes are not a graph, are of another version, cut short or damaged.
 */
export function decodeGraph(given: Uint8Array): RoadGraph {
  // Arrays of four-byte numbers cannot begin anywhere.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < start || new TextDecoder().decode(bytes.subarray(0, 8)) !== graphMagic)
    throw new UserError('not a Guichet road graph');
  if (view.getUint32(8, true) !== version)
    throw new UserError(`road graph version ${view.getUint32(8, true)}, this build reads version ${version}`);
  if (view.getUint32(16, true) !== crc32(bytes.subarray(start)))
    throw new UserError('the road graph is cut short or damaged: its checksum does not fit');
  const headerLength = view.getUint32(12, true);
  const header = readHeader(bytes.subarray(start, start + headerLength));
  const place = layout(headerLength, header.arrays);
  if (place.bytes !== bytes.length)
    throw new UserError(`the road graph should have ${place.bytes} bytes, it has ${bytes.length}`);
  const take = <Name extends ArrayName>(name: Name) =>
    new types[arrays[name]](
      bytes.buffer as ArrayBuffer,
      bytes.byteOffset + place.offset[name],
      header.arrays[name],
    ) as InstanceType<(typeof types)[(typeof arrays)[Name]]>;
  return checked({
    lonE7: take('lonE7'),
    latE7: take('latE7'),
    copyOf: take('copyOf'),
    firstArc: take('firstArc'),
    head: take('head'),
    deciseconds: take('deciseconds'),
    arcEdge: take('arcEdge'),
    edges: {
      from: take('edges.from'),
      to: take('edges.to'),
      metres: take('edges.metres'),
      kind: take('edges.kind'),
      firstBend: take('edges.firstBend'),
      bends: take('edges.bends'),
    },
    shores: { first: take('shores.first'), lonE7: take('shores.lonE7'), latE7: take('shores.latE7') },
    about: header.about,
  });
}

/** The buffers that a graph's arrays lie in, each once: what to transfer with it to another thread. */
export function buffersOf(graph: RoadGraph): ArrayBuffer[] {
  return [...new Set(Object.values(arraysOf(graph)).map(({ buffer }) => buffer as ArrayBuffer))];
}

/** The checksum covers the header but not its length; a wrong one gives no JSON. */
function readHeader(bytes: Uint8Array): Header {
  try {
    return mustHaveStatistics(JSON.parse(new TextDecoder().decode(bytes)) as Header);
  } catch (cause) {
    throw new UserError('the road graph is damaged: its header cannot be read', { cause });
  }
}

/** What is shown of a graph is read from here without asking again. */
function mustHaveStatistics(header: Header): Header {
  const about: Partial<GraphOrigin> = header.about;
  if (!about.statistics) throw new Error('expected statistics, got none');
  return header;
}

/** Searches index arrays by these numbers without asking again, so they are asked once here. */
function checked(graph: RoadGraph): RoadGraph {
  const { lonE7, latE7, copyOf, firstArc, head, deciseconds, arcEdge, edges, shores } = graph;
  const [nodes, pieces] = [lonE7.length, edges.from.length];
  if (latE7.length !== nodes || copyOf.length > nodes || !isRising(firstArc, nodes, head.length))
    throw new UserError('the road graph lists its arcs out of order');
  if (greatest(head) >= nodes) throw new UserError('the road graph has an arc to no node');
  if (deciseconds.length !== head.length || deciseconds.includes(0))
    throw new UserError('the road graph has an arc of no time');
  const junctions = nodes - copyOf.length;
  if (Math.max(greatest(copyOf), greatest(edges.from), greatest(edges.to)) >= junctions)
    throw new UserError('the road graph has a road that ends at no junction');
  if (arcEdge.length !== head.length || greatest(arcEdge) >= 2 * pieces)
    throw new UserError('the road graph has an arc along no road');
  if ([edges.to, edges.metres, edges.kind].some(({ length }) => length !== pieces))
    throw new UserError('the road graph has roads of unknown length or kind');
  if (greatest(edges.kind) >= arcKinds.length) throw new UserError('the road graph has an unknown kind');
  if (!isRising(edges.firstBend, pieces, edges.bends.length / 2))
    throw new UserError('the road graph lists its bends out of order');
  if (
    shores.latE7.length !== shores.lonE7.length ||
    !isRising(shores.first, shores.first.length - 1, shores.lonE7.length)
  )
    throw new UserError('the road graph lists its shores out of order');
  return graph;
}

/** The greatest value; -1 of none. */
function greatest(values: Uint32Array | Uint8Array): number {
  let most = -1;
  for (let at = 0; at < values.length; at += 1) if ((values[at] ?? 0) > most) most = values[at] ?? 0;
  return most;
}

/** Whether these are the first entries of `rows` rows that fill a list of `length`. */
function isRising(first: Uint32Array, rows: number, length: number): boolean {
  for (let row = 0; row < rows; row += 1) if ((first[row] ?? 0) > (first[row + 1] ?? 0)) return false;
  return first.length === rows + 1 && first[0] === 0 && first[rows] === length;
}
