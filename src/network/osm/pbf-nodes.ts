import type { OsmNode, OsmWants } from './osm.ts';
import type { Block } from './pbf-block.ts';
import { TagReader } from './pbf-tags.ts';
import { isPlace, nodesInRun, type RunWriter } from './places.ts';
import { DeltaColumn, Message, Span } from './protobuf.ts';
import { OsmRefused } from './refused.ts';
import type { Tally } from './tally.ts';

/** Shows the nodes of a block that are wanted for their tags. */
class NodeTags {
  readonly reader: TagReader;
  private readonly node: OsmNode;

  constructor(
    private readonly wanted: NonNullable<OsmWants['node']>,
    block: Block,
    private readonly runs: RunWriter,
  ) {
    this.reader = new TagReader(wanted, block.strings);
    this.node = { id: 0, tags: this.reader.tags, lonE7: 0, latE7: 0 };
  }

  /** Shows a node whose tags `reader` has just read. */
  show(id: number, lonE7: number, latE7: number): void {
    this.runs.flush();
    this.node.id = id;
    this.node.tags = this.reader.tags;
    this.node.lonE7 = lonE7;
    this.node.latE7 = latE7;
    this.wanted.see(this.node);
  }
}

/** What readers of nodes have in common. */
abstract class PlaceReader {
  protected readonly tags: NodeTags | null;
  protected readonly isWanted: boolean;

  constructor(
    wants: OsmWants,
    protected readonly block: Block,
    protected readonly runs: RunWriter,
    protected readonly tally: Tally,
  ) {
    this.tags = wants.node ? new NodeTags(wants.node, block, runs) : null;
    this.isWanted = (wants.nodes ?? wants.node) !== undefined;
  }

  startBlock(): void {
    this.tags?.reader.startBlock();
  }
}

/** Nodes by column (DenseNodes): what nearly every file has. */
export class DenseNodeReader extends PlaceReader {
  private readonly ids = new Float64Array(nodesInRun);
  private readonly lons = new Float64Array(nodesInRun);
  private readonly lats = new Float64Array(nodesInRun);
  private readonly spans: Record<'id' | 'lat' | 'lon' | 'turns', Span> = {
    id: new Span(),
    lat: new Span(),
    lon: new Span(),
    turns: new Span(),
  };

  read(bytes: Uint8Array, from: number, to: number): void {
    if (!this.isWanted) return;
    const { spans } = this;
    this.findSpans(new Message(bytes, from, to));
    const column = (span: Span) => new DeltaColumn(bytes, span.from, span.to);
    const [ids, lats, lons] = [column(spans.id), column(spans.lat), column(spans.lon)];
    const turns = new Message(bytes, spans.turns.from, spans.turns.to);
    const tagged = spans.turns.to > spans.turns.from;
    while (!ids.atEnd) {
      const count = ids.read(this.ids);
      if (lats.read(this.lats) !== count || lons.read(this.lons) !== count) throw uneven();
      this.tally.nodes += count;
      const lonsE7 = this.block.lonsE7(this.lons.subarray(0, count));
      const latsE7 = this.block.latsE7(this.lats.subarray(0, count));
      this.runs.addRun(this.ids.subarray(0, count), lonsE7, latsE7);
      if (tagged && this.tags) this.showTagged(count, turns, this.tags);
    }
    if (!lats.atEnd || !lons.atEnd) throw uneven();
    if (tagged && this.tags) turns.finish();
  }

  private findSpans(message: Message): void {
    const { spans } = this;
    for (const span of [spans.id, spans.lat, spans.lon, spans.turns]) span.clear();
    while (message.field()) {
      if (message.number === 1) message.column(spans.id);
      else if (message.number === 8) message.column(spans.lat);
      else if (message.number === 9) message.column(spans.lon);
      else if (message.number === 10) message.column(spans.turns);
      else message.skip();
    }
  }

  private showTagged(count: number, turns: Message, tags: NodeTags): void {
    const { reader } = tags;
    for (let at = 0; ; at += 1) {
      at += reader.skipUntagged(turns, count - at);
      if (at === count) return;
      if (!reader.readTurns(turns)) continue;
      const lonE7 = this.lons[at] as number;
      const latE7 = this.lats[at] as number;
      if (isPlace(lonE7, latE7)) tags.show(this.ids[at] as number, lonE7, latE7);
    }
  }
}

const uneven = () => new OsmRefused('damaged', 'DenseNodes');

/** Nodes one by one (Node), as some programs write them. */
export class NodeReader extends PlaceReader {
  private readonly keys = new Span();
  private readonly values = new Span();
  private readonly message = new Message();

  read(bytes: Uint8Array, from: number, to: number): void {
    if (!this.isWanted) return;
    const { message, keys, values, block, tags } = this;
    const [lon, lat] = [new Float64Array([NaN]), new Float64Array([NaN])];
    let id = NaN;
    keys.clear();
    values.clear();
    message.on(bytes, from, to);
    while (message.field()) {
      if (message.number === 1) id = message.zigzag();
      else if (message.number === 2) message.column(keys);
      else if (message.number === 3) message.column(values);
      else if (message.number === 8) lat[0] = message.zigzag();
      else if (message.number === 9) lon[0] = message.zigzag();
      else message.skip();
    }
    if (Number.isNaN(id)) throw new OsmRefused('damaged', 'Node');
    this.tally.nodes += 1;
    const [lonE7 = NaN, latE7 = NaN] = [...block.lonsE7(lon), ...block.latsE7(lat)];
    if (!this.runs.add(id, lonE7, latE7)) return;
    if (tags?.reader.readColumns(bytes, keys, values)) tags.show(id, lonE7, latE7);
  }
}
