import type { OsmWants, OsmWay } from './osm.ts';
import type { Block } from './pbf-block.ts';
import { TagReader } from './pbf-tags.ts';
import type { RunWriter } from './places.ts';
import { DeltaColumn, Message, wire, Span } from './protobuf.ts';
import { OsmRefused } from './refused.ts';
import { float64Scratch } from './scratch.ts';
import type { Tally } from './tally.ts';

/** Ways, and the places that some files keep with them (LocationsOnWays). */
export class WayReader {
  private readonly tags: TagReader | null;
  private readonly way: OsmWay | null;
  private readonly message = new Message();
  /** Reads what lies aside of where `message` is. */
  private readonly aside = new Message();
  private readonly column = new DeltaColumn();
  private readonly refs = float64Scratch();
  private readonly lons = float64Scratch();
  private readonly lats = float64Scratch();
  /** Where the id begins; it is read of ways that are seen. */
  private idAt = 0;
  private readonly keys = new Span();
  private readonly values = new Span();
  private readonly refSpan = new Span();
  private readonly lonSpan = new Span();
  private readonly latSpan = new Span();
  private readonly infoSpan = new Span();

  constructor(
    private readonly wants: OsmWants,
    private readonly block: Block,
    private readonly runs: RunWriter,
    private readonly tally: Tally,
  ) {
    this.tags = wants.way ? new TagReader(wants.way, block.strings) : null;
    this.way = this.tags ? { id: 0, tags: this.tags.tags, refs: new Float64Array() } : null;
  }

  startBlock(): void {
    this.tags?.startBlock();
  }

  read(bytes: Uint8Array, from: number, to: number): void {
    const { wants, way, refSpan } = this;
    if (!wants.way && !wants.nodes) return;
    if (wants.way) this.tally.ways += 1;
    if (!this.findSpans(bytes, from, to)) return;
    if (this.lonSpan.to > this.lonSpan.from && wants.nodes) this.showPlaces(bytes);
    if (!way || !wants.way || !this.readTags(bytes)) return;
    this.noteEdit(bytes);
    way.id = this.idIn(bytes);
    if (this.tags) way.tags = this.tags.tags;
    way.refs = this.column.on(bytes, refSpan).readTo(this.refs);
    wants.way.see(way);
  }

  /** False where the way is not to be seen. Few are seen for their ids: whether one is, is asked last. */
  private readTags(bytes: Uint8Array): boolean {
    const { tags, keys, values } = this;
    if (!tags) return false;
    if (tags.readColumns(bytes, keys, values)) return true;
    return this.isNamed(bytes) && tags.readColumns(bytes, keys, values, true);
  }

  /** Whether a way is wanted whatever its keys; it may be, while its id is not found yet. */
  private isNamed(bytes: Uint8Array): boolean {
    const orIds = this.wants.way?.orIds;
    if (!orIds || orIds.size === 0) return false;
    return this.idAt === 0 || orIds.has(this.idIn(bytes));
  }

  private idIn(bytes: Uint8Array): number {
    return this.aside.on(bytes, this.idAt).signed();
  }

  /** False, and nothing more is looked at, where the keys show that the way is not wanted. */
  private findSpans(bytes: Uint8Array, from: number, to: number): boolean {
    const { message, wants, tags, keys, values, refSpan, lonSpan, latSpan, infoSpan } = this;
    keys.clear();
    values.clear();
    infoSpan.clear();
    refSpan.clear();
    latSpan.clear();
    lonSpan.clear();
    this.idAt = 0;
    message.on(bytes, from, to);
    while (message.field()) {
      if (message.number === 1) {
        this.idAt = message.at;
        message.must(wire.varint);
        message.skip();
      } else if (message.number === 2) {
        message.column(keys);
        if (!wants.nodes && tags?.sees(bytes, keys) === false && !this.isNamed(bytes)) return false;
      } else if (message.number === 3) message.column(values);
      else if (message.number === 4) message.column(infoSpan);
      else if (message.number === 8) message.column(refSpan);
      else if (message.number === 9) message.column(latSpan);
      else if (message.number === 10) message.column(lonSpan);
      else message.skip();
    }
    if (this.idAt === 0) throw new OsmRefused('damaged', 'Way');
    return true;
  }

  /** Keeps when the way was edited (timestamp of Info), if it is later than all before. */
  private noteEdit(bytes: Uint8Array): void {
    const { aside, infoSpan, tally } = this;
    aside.on(bytes, infoSpan.from, infoSpan.to);
    while (aside.field()) {
      if (aside.number === 2) {
        tally.newestEdit = Math.max(tally.newestEdit, aside.signed() * this.block.dateGranularity);
        return;
      }
      aside.skip();
    }
  }

  private showPlaces(bytes: Uint8Array): void {
    const { refSpan, lonSpan, latSpan, block } = this;
    const ids = this.column.on(bytes, refSpan).readTo(this.refs);
    const lons = this.column.on(bytes, lonSpan).readTo(this.lons);
    const lats = this.column.on(bytes, latSpan).readTo(this.lats);
    if (lons.length !== ids.length || lats.length !== ids.length) throw new OsmRefused('damaged', 'Way');
    this.runs.flush();
    block.lonsE7(lons);
    block.latsE7(lats);
    for (let at = 0; at < ids.length; at += 1)
      this.runs.add(ids[at] as number, lons[at] as number, lats[at] as number);
    this.runs.flush();
  }
}
