import type { OsmWants, OsmWay } from './osm.ts';
import type { Block } from './pbf-block.ts';
import { TagReader } from './pbf-tags.ts';
import type { RunWriter } from './places.ts';
import { clear, countVarints, DeltaColumn, Message, type Span } from './protobuf.ts';
import { OsmRefused } from './refused.ts';
import { float64Scratch } from './scratch.ts';
import type { Tally } from './tally.ts';

const none: Span = { from: 0, to: 0 };

/** Ways, and the places that some files keep with them (LocationsOnWays). */
export class WayReader {
  private readonly tags: TagReader | null;
  private readonly way: OsmWay | null;
  private readonly message = new Message();
  private readonly info = new Message();
  private readonly column = new DeltaColumn();
  private readonly refs = float64Scratch();
  private readonly lons = float64Scratch();
  private readonly lats = float64Scratch();
  private readonly keys = { ...none };
  private readonly values = { ...none };
  private readonly refSpan = { ...none };
  private readonly lonSpan = { ...none };
  private readonly latSpan = { ...none };
  private readonly infoSpan = { ...none };

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
    const { wants, way, keys, values, refSpan } = this;
    if (!wants.way && !wants.nodes) return;
    if (wants.way) this.tally.ways += 1;
    const id = this.findSpans(bytes, from, to);
    if (id === null) return;
    if (this.lonSpan.to > this.lonSpan.from && wants.nodes) this.showPlaces(bytes);
    if (!way || !wants.way || !this.tags?.readColumns(bytes, keys, values, this.isNamed(id))) return;
    this.noteEdit(bytes);
    way.id = id;
    way.tags = this.tags.tags;
    way.refs = this.refs.view(countVarints(bytes, refSpan));
    this.column.on(bytes, refSpan).readAll(way.refs);
    wants.way.see(way);
  }

  /** Whether a way is wanted whatever its keys; it may be, while its id is not read yet. */
  private isNamed(id: number): boolean {
    const orIds = this.wants.way?.orIds;
    return orIds !== undefined && (Number.isNaN(id) || orIds.has(id));
  }

  /** Null, and nothing more is looked at, where the keys show that the way is not wanted. */
  private findSpans(bytes: Uint8Array, from: number, to: number): number | null {
    const { message, wants, tags, keys, values, refSpan, lonSpan, latSpan, infoSpan } = this;
    clear(keys);
    clear(values);
    clear(infoSpan);
    clear(refSpan);
    clear(latSpan);
    clear(lonSpan);
    let id = NaN;
    message.on(bytes, from, to);
    while (message.field()) {
      if (message.number === 1) id = message.signed();
      else if (message.number === 2) {
        message.column(keys);
        if (!wants.nodes && tags?.sees(bytes, keys) === false && !this.isNamed(id)) return null;
      } else if (message.number === 3) message.column(values);
      else if (message.number === 4) message.column(infoSpan);
      else if (message.number === 8) message.column(refSpan);
      else if (message.number === 9) message.column(latSpan);
      else if (message.number === 10) message.column(lonSpan);
      else message.skip();
    }
    if (Number.isNaN(id)) throw new OsmRefused('damaged', 'Way');
    return id;
  }

  /** Keeps when the way was edited (timestamp of Info), if it is later than all before. */
  private noteEdit(bytes: Uint8Array): void {
    const { info, infoSpan, tally } = this;
    info.on(bytes, infoSpan.from, infoSpan.to);
    while (info.field()) {
      if (info.number === 2) {
        tally.newestEdit = Math.max(tally.newestEdit, info.signed() * this.block.dateGranularity);
        return;
      }
      info.skip();
    }
  }

  private showPlaces(bytes: Uint8Array): void {
    const { refSpan, lonSpan, latSpan, block } = this;
    const count = countVarints(bytes, refSpan);
    const column = (scratch: typeof this.refs, span: Span) => {
      const values = scratch.view(count);
      this.column.on(bytes, span).readAll(values);
      return values;
    };
    const ids = column(this.refs, refSpan);
    const [lons, lats] = [column(this.lons, lonSpan), column(this.lats, latSpan)];
    this.runs.flush();
    block.lonsE7(lons);
    block.latsE7(lats);
    for (let at = 0; at < count; at += 1)
      this.runs.add(ids[at] as number, lons[at] as number, lats[at] as number);
    this.runs.flush();
  }
}
