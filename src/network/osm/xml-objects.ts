import { memberTypes, type OsmWants, type Wanted } from './osm.ts';
import { RunWriter } from './places.ts';
import { OsmRefused } from './refused.ts';
import { float64Scratch, uint8Scratch } from './scratch.ts';
import { KeyFilter, keyUse, TagList } from './tags.ts';
import type { Tally } from './tally.ts';
import { word, type Tag, type TagSink } from './xml-scanner.ts';

const name = {
  node: word('node'),
  way: word('way'),
  relation: word('relation'),
  tag: word('tag'),
  nd: word('nd'),
  member: word('member'),
  remark: word('remark'),
  id: word('id'),
  lon: word('lon'),
  lat: word('lat'),
  k: word('k'),
  v: word('v'),
  ref: word('ref'),
  type: word('type'),
  role: word('role'),
  timestamp: word('timestamp'),
  visible: word('visible'),
  action: word('action'),
};
const [no, deleted] = [word('false'), word('delete')];
const memberWords = memberTypes.map(word);

/** The tags of objects of one type. */
class WantedTags {
  readonly list = new TagList();
  private readonly filter: KeyFilter;
  private together = 0;

  constructor(wanted: Wanted<never>) {
    this.filter = new KeyFilter(wanted);
  }

  clear(): void {
    this.list.clear();
    this.together = 0;
  }

  add(tag: Tag): void {
    const [key, value] = [tag.text(name.k), tag.text(name.v)];
    if (key === null || value === null) throw new OsmRefused('damaged', 'tag');
    const use = this.filter.useOf(key);
    this.together |= use;
    if (use & keyUse.read) this.list.add(key, value);
  }

  get isSeen(): boolean {
    return this.filter.sees(this.together);
  }
}

type Kind = 'node' | 'way' | 'relation';

/** Makes objects of tags, and shows those that are wanted. */
export class ObjectSink implements TagSink {
  private readonly runs: RunWriter;
  private readonly tags: Record<Kind, WantedTags | null>;
  /** The object that is open, with its depth, and null for one that is not looked at. */
  private current: Kind | null = null;
  private depth = 0;
  private id = 0;
  private lonE7 = NaN;
  private latE7 = NaN;
  private edited = NaN;
  private count = 0;
  private readonly ids = float64Scratch();
  private readonly types = uint8Scratch();
  private roles: string[] = [];

  constructor(
    private readonly wants: OsmWants,
    private readonly tally: Tally,
  ) {
    this.runs = new RunWriter(wants.nodes, tally);
    const tags = (wanted: Wanted<never> | undefined) => (wanted ? new WantedTags(wanted) : null);
    this.tags = { node: tags(wants.node), way: tags(wants.way), relation: tags(wants.relation) };
  }

  /** Hands on nodes that wait for more. */
  flush(): void {
    this.runs.flush();
  }

  start(tag: Tag): void {
    if (this.depth === 1) this.startObject(tag);
    else if (this.depth === 2 && this.current) this.startPart(tag, this.current);
    if (!tag.isEmpty) this.depth += 1;
    else if (this.depth === 1) this.endObject();
  }

  end(): void {
    this.depth -= 1;
    if (this.depth === 1) this.endObject();
  }

  private startObject(tag: Tag): void {
    const kind = this.kindOf(tag);
    if (!kind || tag.says(name.action, deleted) || tag.says(name.visible, no)) return;
    this.current = kind;
    this.tags[kind]?.clear();
    this.id = tag.integer(name.id);
    this.count = 0;
    if (kind === 'node') {
      this.lonE7 = tag.e7(name.lon);
      this.latE7 = tag.e7(name.lat);
    } else if (kind === 'way') this.edited = Date.parse(tag.text(name.timestamp) ?? '');
    else this.roles = [];
  }

  /** The kind of an object that is wanted. */
  private kindOf(tag: Tag): Kind | null {
    const { wants } = this;
    if (tag.is(name.node)) return wants.nodes || wants.node ? 'node' : null;
    if (tag.is(name.way)) return wants.way || wants.nodes ? 'way' : null;
    if (tag.is(name.relation)) return wants.relation ? 'relation' : null;
    // Overpass ends an answer that it could not finish with a remark.
    if (tag.is(name.remark)) throw new OsmRefused('truncated', 'Overpass: remark');
    return null;
  }

  private startPart(tag: Tag, kind: Kind): void {
    if (tag.is(name.tag)) this.tags[kind]?.add(tag);
    else if (kind === 'way' && tag.is(name.nd)) this.addRef(tag);
    else if (kind === 'relation' && tag.is(name.member)) this.addMember(tag);
  }

  /** Overpass may tell the places of a way's nodes with it (`out geom`). */
  private addRef(tag: Tag): void {
    const ref = tag.integer(name.ref);
    this.ids.push(ref, this.count);
    this.count += 1;
    const [lonE7, latE7] = [tag.e7(name.lon), tag.e7(name.lat)];
    if (this.wants.nodes && !Number.isNaN(lonE7)) this.runs.add(ref, lonE7, latE7);
  }

  private addMember(tag: Tag): void {
    const type = memberWords.findIndex((value) => tag.says(name.type, value));
    if (type < 0) throw new OsmRefused('damaged', 'member');
    this.types.push(type, this.count);
    this.ids.push(tag.integer(name.ref), this.count);
    this.roles.push(tag.text(name.role) ?? '');
    this.count += 1;
  }

  private endObject(): void {
    const kind = this.current;
    this.current = null;
    if (kind === 'node') this.endNode();
    else if (kind === 'way') this.endWay();
    else if (kind === 'relation') this.endRelation();
  }

  private endNode(): void {
    const { id, lonE7, latE7, wants } = this;
    this.tally.nodes += 1;
    if (!this.runs.add(id, lonE7, latE7)) return;
    const tags = this.tags.node;
    if (!wants.node || !tags?.isSeen) return;
    this.runs.flush();
    wants.node.see({ id, lonE7, latE7, tags: tags.list });
  }

  private endWay(): void {
    const { id, count, edited, tally, wants } = this;
    const tags = this.tags.way;
    if (!wants.way || !tags) return;
    tally.ways += 1;
    if (!tags.isSeen && !wants.way.orIds?.has(id)) return;
    if (edited > tally.newestEdit) tally.newestEdit = edited;
    wants.way.see({ id, refs: this.ids.view(count), tags: tags.list });
  }

  private endRelation(): void {
    const { id, count, roles, wants } = this;
    const tags = this.tags.relation;
    this.tally.relations += 1;
    if (!wants.relation || !tags?.isSeen) return;
    const members = { types: this.types.view(count), ids: this.ids.view(count), roles };
    wants.relation.see({ id, members, tags: tags.list });
  }
}
