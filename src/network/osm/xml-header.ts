import type { OsmHeader } from './osm.ts';
import { OsmRefused } from './refused.ts';
import { isoSecond } from './tally.ts';
import { word, type Tag, type TagSink } from './xml-scanner.ts';

const objects = ['node', 'way', 'relation'].map(word);
const [root, changes, meta, bounds] = ['osm', 'osmChange', 'meta', 'bounds'].map(word) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const [generator, timestamp, base] = ['generator', 'timestamp', 'osm_base'].map(word) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const sides = ['minlon', 'minlat', 'maxlon', 'maxlat'].map(word);

/** Takes what stands before the first object: the root element, `bounds`, and Overpass's `meta`. */
export class HeaderSink implements TagSink {
  readonly header: OsmHeader = { format: 'xml', bounds: null, program: null, source: null, timestamp: null };
  /** Whether an object was met. */
  isDone = false;
  private depth = 0;

  start(tag: Tag): void {
    const { header } = this;
    if (this.depth === 0) this.takeRoot(tag);
    else if (tag.is(bounds)) header.bounds ??= boundsOf(tag);
    else if (tag.is(meta)) header.timestamp ??= dateOf(tag.text(base));
    else if (objects.some((name) => tag.is(name))) this.isDone = true;
    if (!tag.isEmpty) this.depth += 1;
  }

  end(): void {
    this.depth -= 1;
  }

  private takeRoot(tag: Tag): void {
    if (tag.is(changes)) throw new OsmRefused('other-format', 'osmChange (.osc)');
    if (!tag.is(root)) throw new OsmRefused('foreign', tag.name);
    this.header.program = tag.text(generator) || null;
    this.header.timestamp = dateOf(tag.text(timestamp));
  }
}

const dateOf = (text: string | null) => (text === null ? null : isoSecond(Date.parse(text)));

function boundsOf(tag: Tag): OsmHeader['bounds'] {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides.map((side) => tag.e7(side) / 1e7);
  return [west, south, east, north].some(Number.isNaN) ? null : { west, south, east, north };
}
