import { memberTypes, type OsmRelation, type OsmWants } from './osm.ts';
import type { Block } from './pbf-block.ts';
import { TagReader } from './pbf-tags.ts';
import { DeltaColumn, Message, Span } from './protobuf.ts';
import { OsmRefused } from './refused.ts';
import { float64Scratch, uint8Scratch } from './scratch.ts';
import type { Tally } from './tally.ts';

/** Relations with their members. */
export class RelationReader {
  private readonly tags: TagReader | null;
  private readonly message = new Message();
  private readonly column = new DeltaColumn();
  private readonly ids = float64Scratch();
  private readonly types = uint8Scratch();
  private readonly keys = new Span();
  private readonly values = new Span();
  private readonly roleSpan = new Span();
  private readonly idSpan = new Span();
  private readonly typeSpan = new Span();

  constructor(
    private readonly wants: OsmWants,
    private readonly block: Block,
    private readonly tally: Tally,
  ) {
    this.tags = wants.relation ? new TagReader(wants.relation, block.strings) : null;
  }

  startBlock(): void {
    this.tags?.startBlock();
  }

  read(bytes: Uint8Array, from: number, to: number): void {
    const { wants, tags } = this;
    if (!wants.relation || !tags) return;
    const id = this.findSpans(bytes, from, to);
    this.tally.relations += 1;
    if (!tags.readColumns(bytes, this.keys, this.values)) return;
    wants.relation.see({ id, tags: tags.tags, members: this.members(bytes) });
  }

  private findSpans(bytes: Uint8Array, from: number, to: number): number {
    const { message, keys, values, roleSpan, idSpan, typeSpan } = this;
    for (const span of [keys, values, roleSpan, idSpan, typeSpan]) span.clear();
    let id = NaN;
    message.on(bytes, from, to);
    while (message.field()) {
      if (message.number === 1) id = message.signed();
      else if (message.number === 2) message.column(keys);
      else if (message.number === 3) message.column(values);
      else if (message.number === 8) message.column(roleSpan);
      else if (message.number === 9) message.column(idSpan);
      else if (message.number === 10) message.column(typeSpan);
      else message.skip();
    }
    if (Number.isNaN(id)) throw new OsmRefused('damaged', 'Relation');
    return id;
  }

  private members(bytes: Uint8Array): OsmRelation['members'] {
    const { roleSpan, idSpan, typeSpan, message } = this;
    const ids = this.column.on(bytes, idSpan).readTo(this.ids);
    const count = ids.length;
    const types = this.types.view(count);
    message.on(bytes, typeSpan.from, typeSpan.to);
    for (let at = 0; at < count; at += 1) types[at] = memberType(message.unsigned());
    message.finish();
    const roles: string[] = [];
    message.on(bytes, roleSpan.from, roleSpan.to);
    for (let at = 0; at < count; at += 1) roles.push(this.block.strings.at(message.unsigned()));
    message.finish();
    return { types, ids, roles };
  }
}

function memberType(type: number): number {
  if (type < memberTypes.length) return type;
  throw new OsmRefused('damaged', 'Relation');
}
