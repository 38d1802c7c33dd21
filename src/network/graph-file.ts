import { UserError } from '../model/errors.ts';
import { arcKinds, type GraphOrigin, type RoadGraph } from './road-graph.ts';

/**
 * A road graph as one file, little-endian:
 *
 *     0  "GUICHETG"        8 bytes
 *     8  version           uint32
 *    12  header length     uint32, bytes of JSON { nodes, arcs, about }
 *    16  CRC-32            uint32, of every byte after this one
 *    20  header, then the arrays, each padded with zeros to start at a multiple of 8
 */
const magic = 'GUICHETG';
const version = 1;
const start = 20;

interface Header {
  nodes: number;
  arcs: number;
  about: GraphOrigin;
}

/** Where each array lies. `bytes` is the length of the whole file. */
function layout(headerLength: number, { nodes, arcs }: Pick<Header, 'nodes' | 'arcs'>) {
  let at = align(start + headerLength);
  const take = (count: number, width: number) => {
    const offset = at;
    at = align(at + count * width);
    return { offset, count };
  };
  const arrays = {
    lon: take(nodes, 8),
    lat: take(nodes, 8),
    firstArc: take(nodes + 1, 4),
    head: take(arcs, 4),
    deciseconds: take(arcs, 4),
    metres: take(arcs, 4),
    kind: take(arcs, 1),
  };
  return { ...arrays, bytes: at };
}

const align = (offset: number) => Math.ceil(offset / 8) * 8;

/** The bytes of a graph, to be written to a file or served. */
export function encodeGraph(graph: RoadGraph): Uint8Array<ArrayBuffer> {
  const counts = { nodes: graph.lon.length, arcs: graph.head.length };
  const header = new TextEncoder().encode(JSON.stringify({ ...counts, about: graph.about } satisfies Header));
  const place = layout(header.length, counts);
  const bytes = new Uint8Array(place.bytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic), 0);
  view.setUint32(8, version, true);
  view.setUint32(12, header.length, true);
  bytes.set(header, start);
  for (const name of ['lon', 'lat', 'firstArc', 'head', 'deciseconds', 'metres', 'kind'] as const) {
    const array = graph[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), place[name].offset);
  }
  view.setUint32(16, crc32(bytes.subarray(start)), true);
  return bytes;
}

/**
 * Reads what `encodeGraph` wrote. The arrays are copies and may be transferred.
 * @throws UserError when the bytes are not a graph, are of another version, cut short or damaged.
 */
export function decodeGraph(bytes: Uint8Array): RoadGraph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < start || new TextDecoder().decode(bytes.subarray(0, 8)) !== magic)
    throw new UserError('not a Guichet road graph');
  if (view.getUint32(8, true) !== version)
    throw new UserError(`road graph version ${view.getUint32(8, true)}, this build reads version ${version}`);
  if (view.getUint32(16, true) !== crc32(bytes.subarray(start)))
    throw new UserError('the road graph is cut short or damaged: its checksum does not fit');
  const headerLength = view.getUint32(12, true);
  const header = readHeader(bytes.subarray(start, start + headerLength));
  const place = layout(headerLength, header);
  if (place.bytes !== bytes.length)
    throw new UserError(`the road graph should have ${place.bytes} bytes, it has ${bytes.length}`);
  const copy = ({ offset, count }: { offset: number; count: number }, width: number) =>
    bytes.slice(offset, offset + count * width).buffer;
  return checked({
    lon: new Float64Array(copy(place.lon, 8)),
    lat: new Float64Array(copy(place.lat, 8)),
    firstArc: new Uint32Array(copy(place.firstArc, 4)),
    head: new Uint32Array(copy(place.head, 4)),
    deciseconds: new Uint32Array(copy(place.deciseconds, 4)),
    metres: new Float32Array(copy(place.metres, 4)),
    kind: new Uint8Array(copy(place.kind, 1)),
    about: header.about,
  });
}

/** The checksum covers the header but not its length; a wrong one gives no JSON. */
function readHeader(bytes: Uint8Array): Header {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header;
  } catch (cause) {
    throw new UserError('the road graph is damaged: its header cannot be read', { cause });
  }
}

/** Searches index arrays by these numbers without asking again, so they are asked once here. */
function checked(graph: RoadGraph): RoadGraph {
  const nodes = graph.lon.length;
  const rising = graph.firstArc.every(
    (first, node) => node === 0 || first >= (graph.firstArc[node - 1] ?? 0),
  );
  if (!rising || graph.firstArc[0] !== 0 || graph.firstArc[nodes] !== graph.head.length)
    throw new UserError('the road graph lists its arcs out of order');
  if (graph.head.some((node) => node >= nodes)) throw new UserError('the road graph has an arc to no node');
  if (graph.deciseconds.includes(0)) throw new UserError('the road graph has an arc of no time');
  if (graph.kind.some((kind) => kind >= arcKinds.length))
    throw new UserError('the road graph has an unknown kind');
  return graph;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as in ISO 3309 and ZIP. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
