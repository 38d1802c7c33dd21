import type { OsmWants } from './osm.ts';
import { DenseNodeReader, NodeReader } from './pbf-nodes.ts';
import { RelationReader } from './pbf-relations.ts';
import { StringTable } from './pbf-strings.ts';
import { WayReader } from './pbf-ways.ts';
import { RunWriter } from './places.ts';
import { Message, wire } from './protobuf.ts';
import type { Tally } from './tally.ts';

/** What the objects of one block share. Places are (offset + granularity * number) nanodegrees. */
export class Block {
  bytes: Uint8Array = new Uint8Array();
  readonly strings = new StringTable();
  granularity = 100;
  lonOffset = 0;
  latOffset = 0;
  /** Milliseconds. */
  dateGranularity = 1000;
  private readonly groups: number[] = [];

  /** Reads all but the objects, and gives where their groups lie: begin and end in turns. */
  open(bytes: Uint8Array): readonly number[] {
    this.bytes = bytes;
    this.granularity = 100;
    this.lonOffset = 0;
    this.latOffset = 0;
    this.dateGranularity = 1000;
    this.groups.length = 0;
    this.strings.clear();
    const message = new Message(bytes);
    while (message.field()) this.take(message);
    return this.groups;
  }

  private take(message: Message): void {
    if (message.number === 1) this.strings.take(message.bytes, message.span(), message.at);
    else if (message.number === 2) this.groups.push(message.span(), message.at);
    else if (message.number === 17) this.granularity = message.signed();
    else if (message.number === 18) this.dateGranularity = message.signed();
    else if (message.number === 19) this.latOffset = message.signed();
    else if (message.number === 20) this.lonOffset = message.signed();
    else message.skip();
  }

  /** Makes ten-millionths of a degree, in place, of the numbers of a block; nearly always they are that already. */
  lonsE7(numbers: Float64Array): Float64Array {
    return this.scale(numbers, this.lonOffset);
  }

  latsE7(numbers: Float64Array): Float64Array {
    return this.scale(numbers, this.latOffset);
  }

  private scale(numbers: Float64Array, offset: number): Float64Array {
    const { granularity } = this;
    if (granularity === 100 && offset === 0) return numbers;
    for (let at = 0; at < numbers.length; at += 1)
      numbers[at] = Math.round((offset + granularity * (numbers[at] as number)) / 100);
    return numbers;
  }
}

/** Kinds of objects in a block. Bits. */
export const holds = { nodes: 1, ways: 2, relations: 4 } as const;

/** Reads the objects of block after block (PrimitiveBlock in osmformat.proto). */
export class BlockReader {
  private readonly block = new Block();
  private readonly runs: RunWriter;
  private readonly dense: DenseNodeReader;
  private readonly nodes: NodeReader;
  private readonly ways: WayReader;
  private readonly relations: RelationReader;

  constructor(wants: OsmWants, tally: Tally) {
    this.runs = new RunWriter(wants.nodes, tally);
    this.dense = new DenseNodeReader(wants, this.block, this.runs, tally);
    this.nodes = new NodeReader(wants, this.block, this.runs, tally);
    this.ways = new WayReader(wants, this.block, this.runs, tally);
    this.relations = new RelationReader(wants, this.block, tally);
  }

  /** Shows what is wanted of a block, and gives the kinds of objects that it holds. */
  read(bytes: Uint8Array): number {
    const groups = this.block.open(bytes);
    for (const reader of [this.dense, this.nodes, this.ways, this.relations]) reader.startBlock();
    let kinds = 0;
    const message = new Message();
    for (let at = 0; at < groups.length; at += 2) {
      message.on(bytes, groups[at], groups[at + 1]);
      while (message.field()) kinds |= this.object(message);
    }
    this.runs.flush();
    return kinds;
  }

  /** Reads one object or dense group, or passes over it. */
  private object(message: Message): number {
    const { number, kind } = message;
    if (kind !== wire.bytes || number > 4) {
      message.skip();
      return 0;
    }
    const from = message.span();
    const { bytes } = this.block;
    switch (number) {
      case 1:
        this.nodes.read(bytes, from, message.at);
        return holds.nodes;
      case 2:
        this.dense.read(bytes, from, message.at);
        return holds.nodes;
      case 3:
        this.ways.read(bytes, from, message.at);
        return holds.ways;
      default:
        this.relations.read(bytes, from, message.at);
        return holds.relations;
    }
  }
}
