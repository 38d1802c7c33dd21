import { zlibSync } from 'fflate';
import { memberTypes } from '../../../src/network/osm/osm.ts';
import type { OsmData, PlainTags } from './osm-data.ts';

/** How to write: what the format leaves open. */
export interface PbfOptions {
  dense: boolean;
  /** Field of the Blob message: 1 raw, 3 zlib; others to be refused. */
  compression: number;
  objectsInBlock: number;
  granularity: number;
  lonOffset: number;
  latOffset: number;
  /** Write the places of nodes with the ways, and no nodes but those with tags. */
  placesOnWays: boolean;
  /** Write ways and relations before nodes. */
  nodesLast: boolean;
  required: readonly string[];
  header: readonly number[];
}

const usual: PbfOptions = {
  dense: true,
  compression: 3,
  objectsInBlock: 8000,
  granularity: 100,
  lonOffset: 0,
  latOffset: 0,
  placesOnWays: false,
  nodesLast: false,
  required: ['OsmSchema-V0.6', 'DenseNodes'],
  header: [],
};

/** Bytes of a varint; negative numbers as int64. BigInt here, so that the reader's own arithmetic is not used to test it. */
export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

const zigzag = (value: number) => {
  const whole = BigInt(value);
  return varint(whole < 0n ? -2n * whole - 1n : 2n * whole);
};
const utf8 = (text: string) => [...new TextEncoder().encode(text)];

export const number = (field: number, value: number) => [...varint(field * 8), ...varint(value)];
export const signedNumber = (field: number, value: number) => [...varint(field * 8), ...zigzag(value)];
export const bytesField = (field: number, bytes: readonly number[]) => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
export const textField = (field: number, text: string) => bytesField(field, utf8(text));

const packed = (field: number, values: readonly number[]) =>
  values.length === 0
    ? []
    : bytesField(
        field,
        values.flatMap((value) => varint(value)),
      );
const deltas = (field: number, values: readonly number[]) =>
  values.length === 0
    ? []
    : bytesField(
        field,
        values.flatMap((value, at) => zigzag(value - (values[at - 1] ?? 0))),
      );

/** A blob with what stands before it. */
export function blob(type: string, content: readonly number[], compression = 3): number[] {
  const raw = Uint8Array.from(content);
  const body =
    compression === 1
      ? bytesField(1, content)
      : [...number(2, raw.length), ...bytesField(compression, [...zlibSync(raw)])];
  const header = [...textField(1, type), ...number(3, body.length)];
  return [0, 0, header.length >> 8, header.length & 255, ...header, ...body];
}

/** Writes an .osm.pbf file. */
export function writePbf(data: OsmData, options: Partial<PbfOptions> = {}): Uint8Array {
  const how = { ...usual, ...options };
  const header = [
    ...how.required.flatMap((feature) => textField(4, feature)),
    ...(how.placesOnWays ? textField(5, 'LocationsOnWays') : []),
    ...how.header,
  ];
  const nodes = how.placesOnWays ? data.nodes.filter(({ tags }) => tags.length > 0) : data.nodes;
  const nodeBlocks = pieces(nodes, how.objectsInBlock).map((piece) => nodeBlock(piece, how));
  const otherBlocks = [
    ...pieces(data.ways, how.objectsInBlock).map((piece) => wayBlock(piece, data, how)),
    ...pieces(data.relations, how.objectsInBlock).map((piece) => relationBlock(piece, how)),
  ];
  const blocks = how.nodesLast ? [...otherBlocks, ...nodeBlocks] : [...nodeBlocks, ...otherBlocks];
  return Uint8Array.from([
    ...blob('OSMHeader', header, how.compression),
    ...blocks.flatMap((block) => blob('OSMData', block, how.compression)),
  ]);
}

function pieces<Thing>(things: readonly Thing[], size: number): Thing[][] {
  const count = Math.ceil(things.length / size);
  return Array.from({ length: count }, (_, at) => things.slice(at * size, (at + 1) * size));
}

/** Strings of a block by their index; the first is empty, as it ends the tags of a dense node. */
class Strings {
  private readonly indices = new Map([['', 0]]);

  index(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    this.indices.set(text, this.indices.size);
    return this.indices.size - 1;
  }

  bytes(): number[] {
    return bytesField(
      1,
      [...this.indices.keys()].flatMap((text) => textField(1, text)),
    );
  }
}

function block(strings: Strings, group: readonly number[], how: PbfOptions): number[] {
  return [
    ...strings.bytes(),
    ...bytesField(2, group),
    ...(how.granularity === 100 ? [] : number(17, how.granularity)),
    ...(how.latOffset === 0 ? [] : number(19, how.latOffset)),
    ...(how.lonOffset === 0 ? [] : number(20, how.lonOffset)),
  ];
}

const units = (e7: number, offset: number, how: PbfOptions) =>
  Math.round((e7 * 100 - offset) / how.granularity);

function nodeBlock(nodes: OsmData['nodes'], how: PbfOptions): number[] {
  const strings = new Strings();
  const lons = nodes.map(({ lonE7 }) => units(lonE7, how.lonOffset, how));
  const lats = nodes.map(({ latE7 }) => units(latE7, how.latOffset, how));
  if (!how.dense) {
    const one = ({ id, tags }: OsmData['nodes'][number], at: number) =>
      bytesField(1, [
        ...signedNumber(1, id),
        ...tagFields(tags, strings),
        ...signedNumber(8, lats[at] ?? 0),
        ...signedNumber(9, lons[at] ?? 0),
      ]);
    return block(strings, nodes.flatMap(one), how);
  }
  const turns = nodes.flatMap(({ tags }) => [
    ...tags.flatMap(([key, value]) => [strings.index(key), strings.index(value)]),
    0,
  ]);
  const ids = nodes.map(({ id }) => id);
  const anyTags = nodes.some(({ tags }) => tags.length > 0);
  const dense = [
    ...deltas(1, ids),
    ...deltas(8, lats),
    ...deltas(9, lons),
    ...(anyTags ? packed(10, turns) : []),
  ];
  return block(strings, bytesField(2, dense), how);
}

const tagFields = (tags: PlainTags, strings: Strings) => [
  ...packed(
    2,
    tags.map(([key]) => strings.index(key)),
  ),
  ...packed(
    3,
    tags.map(([, value]) => strings.index(value)),
  ),
];

function wayBlock(ways: OsmData['ways'], data: OsmData, how: PbfOptions): number[] {
  const strings = new Strings();
  const places = new Map(data.nodes.map((node) => [node.id, node]));
  const placeFields = (refs: readonly number[]) => [
    ...deltas(
      9,
      refs.map((ref) => units(places.get(ref)?.latE7 ?? 0, how.latOffset, how)),
    ),
    ...deltas(
      10,
      refs.map((ref) => units(places.get(ref)?.lonE7 ?? 0, how.lonOffset, how)),
    ),
  ];
  const one = ({ id, refs, tags, edited }: OsmData['ways'][number]) =>
    bytesField(3, [
      ...number(1, id),
      ...tagFields(tags, strings),
      ...(edited === undefined ? [] : bytesField(4, [...number(1, 2), ...number(2, edited / 1000)])),
      ...deltas(8, refs),
      ...(how.placesOnWays ? placeFields(refs) : []),
    ]);
  return block(strings, ways.flatMap(one), how);
}

function relationBlock(relations: OsmData['relations'], how: PbfOptions): number[] {
  const strings = new Strings();
  const one = ({ id, members, tags }: OsmData['relations'][number]) =>
    bytesField(4, [
      ...number(1, id),
      ...tagFields(tags, strings),
      ...packed(
        8,
        members.map(({ role }) => strings.index(role)),
      ),
      ...deltas(
        9,
        members.map((member) => member.id),
      ),
      ...packed(
        10,
        members.map(({ type }) => memberTypes.indexOf(type)),
      ),
    ]);
  return block(strings, relations.flatMap(one), how);
}
