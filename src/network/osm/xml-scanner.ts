import { OsmRefused } from './refused.ts';
import { e7Of, integerOf, textOf } from './xml-values.ts';

const [lt, gt, slash, equals, bang, question] = [0x3c, 0x3e, 0x2f, 0x3d, 0x21, 0x3f];
const [quote, apostrophe] = [0x22, 0x27];

/** No tag of a true file is longer; such a length is damage. */
const longestTag = 1 << 20;

/** Bytes of a name, to be compared with. */
export const word = (text: string) => new TextEncoder().encode(text);

/** A start tag, lent: its attributes are looked up by name and made into values when asked for. */
export class Tag {
  bytes: Uint8Array = new Uint8Array();
  /** Begin and end of the name, then of name and value of each attribute. */
  readonly marks: number[] = [];
  used = 0;
  /** Whether it ends itself (`<nd/>`). */
  isEmpty = false;

  is(name: Uint8Array): boolean {
    return this.sameAt(0, name);
  }

  get name(): string {
    return textOf(this.bytes, this.mark(0), this.mark(1));
  }

  /** Null where there is no such attribute. */
  text(name: Uint8Array): string | null {
    const at = this.find(name);
    return at < 0 ? null : textOf(this.bytes, this.mark(at), this.mark(at + 1));
  }

  /** A whole number; throws where there is none. */
  integer(name: Uint8Array): number {
    const at = this.find(name);
    const value = at < 0 ? NaN : integerOf(this.bytes, this.mark(at), this.mark(at + 1));
    if (Number.isNaN(value)) throw new OsmRefused('damaged', this.name);
    return value;
  }

  /** Degrees in ten-millionths; NaN where there is no such attribute. */
  e7(name: Uint8Array): number {
    const at = this.find(name);
    if (at < 0) return NaN;
    const value = e7Of(this.bytes, this.mark(at), this.mark(at + 1));
    if (Number.isNaN(value)) throw new OsmRefused('damaged', this.name);
    return value;
  }

  /** Whether the attribute is there and has these very bytes. */
  says(name: Uint8Array, value: Uint8Array): boolean {
    const at = this.find(name);
    return at >= 0 && this.sameAt(at, value);
  }

  private find(name: Uint8Array): number {
    for (let at = 2; at < this.used; at += 4) if (this.sameAt(at, name)) return at + 2;
    return -1;
  }

  private sameAt(at: number, name: Uint8Array): boolean {
    const from = this.mark(at);
    if (this.mark(at + 1) - from !== name.length) return false;
    for (let index = 0; index < name.length; index += 1)
      if (this.bytes[from + index] !== name[index]) return false;
    return true;
  }

  private mark(at: number): number {
    return this.marks[at] as number;
  }
}

/** What is told of a document. Elements come in order; texts between tags do not. */
export interface TagSink {
  start(tag: Tag): void;
  /** The element that was started last and not ended ends; not told of elements that end themselves. */
  end(): void;
}

/** Reads XML as it comes in pieces, without making a tree of it. Knows nothing of namespaces, nor of entities of one's own. */
export class XmlScanner {
  private bytes = new Uint8Array();
  private at = 0;
  private readonly tag = new Tag();
  private readonly open: Uint8Array[] = [];
  private hasRoot = false;

  constructor(private readonly sink: TagSink) {}

  /** Reads on; what is left of a tag that is cut off waits for the next piece. */
  push(piece: Uint8Array): void {
    const rest = this.bytes.subarray(this.at);
    if (rest.length > longestTag) throw new OsmRefused('damaged', 'XML');
    this.bytes = joined(rest, piece);
    this.at = 0;
    while (this.next());
  }

  /** @throws OsmRefused where the document is not ended */
  finish(): void {
    if (!this.hasRoot || this.open.length > 0 || this.bytes.indexOf(lt, this.at) >= 0)
      throw new OsmRefused('truncated', 'XML');
  }

  /** Reads one tag, comment or the like; false where the piece ends within it. */
  private next(): boolean {
    const { bytes } = this;
    const from = bytes.indexOf(lt, this.at);
    if (from < 0) {
      this.at = bytes.length;
      return false;
    }
    this.at = from;
    const end = this.endOf(from);
    if (end < 0) return false;
    this.at = end;
    return true;
  }

  /** Where the next thing begins after the one that begins at `from`; -1 where its end is not there yet. */
  private endOf(from: number): number {
    const { bytes } = this;
    const second = bytes[from + 1];
    if (second === undefined) return -1;
    if (second === question) return this.after(from, '?>');
    if (second === slash) return this.endTag(from);
    if (second !== bang) return this.startTag(from);
    if (from + 9 > bytes.length) return -1;
    if (bytes[from + 2] === 0x2d) return this.after(from + 2, '-->');
    if (bytes[from + 2] === 0x5b) return this.after(from, ']]>');
    return this.after(from, '>');
  }

  private after(from: number, ending: string): number {
    const last = ending.charCodeAt(ending.length - 1);
    for (let at = this.bytes.indexOf(last, from); at >= 0; at = this.bytes.indexOf(last, at + 1))
      if (endsWith(this.bytes, at + 1, ending)) return at + 1;
    return -1;
  }

  private endTag(from: number): number {
    const end = this.bytes.indexOf(gt, from);
    if (end < 0) return -1;
    const name = this.open.pop();
    if (!name || !isName(this.bytes, from + 2, end, name)) throw new OsmRefused('damaged', 'XML');
    this.sink.end();
    return end + 1;
  }

  private startTag(from: number): number {
    const { tag } = this;
    const end = this.readTag(from);
    if (end < 0) return -1;
    if (this.open.length === 0 && this.hasRoot) throw new OsmRefused('damaged', 'XML');
    this.hasRoot = true;
    this.sink.start(tag);
    if (!tag.isEmpty) this.open.push(this.bytes.slice(tag.marks[0], tag.marks[1]));
    return end;
  }

  /** Marks the parts of the start tag at `from`, and gives its end; -1 where that is not there yet. */
  private readTag(from: number): number {
    const { bytes, tag } = this;
    tag.bytes = bytes;
    tag.isEmpty = false;
    tag.marks[0] = from + 1;
    let at = nameEnd(bytes, from + 1);
    tag.marks[1] = at;
    tag.used = 2;
    for (;;) {
      while (isBlank(bytes[at])) at += 1;
      const byte = bytes[at];
      if (byte === undefined) return -1;
      if (byte === gt) return at + 1;
      if (byte === slash) {
        if (bytes[at + 1] === undefined) return -1;
        if (bytes[at + 1] !== gt) throw new OsmRefused('damaged', 'XML');
        tag.isEmpty = true;
        return at + 2;
      }
      at = this.readAttribute(at);
      if (at < 0) return -1;
    }
  }

  private readAttribute(from: number): number {
    const { bytes, tag } = this;
    let at = nameEnd(bytes, from);
    const nameTo = at;
    while (isBlank(bytes[at])) at += 1;
    if (bytes[at] === undefined) return -1;
    if (bytes[at] !== equals || nameTo === from) throw new OsmRefused('damaged', 'XML');
    at += 1;
    while (isBlank(bytes[at])) at += 1;
    const mark = bytes[at];
    if (mark === undefined) return -1;
    if (mark !== quote && mark !== apostrophe) throw new OsmRefused('damaged', 'XML');
    const end = bytes.indexOf(mark, at + 1);
    if (end < 0) return -1;
    const { marks, used } = tag;
    marks[used] = from;
    marks[used + 1] = nameTo;
    marks[used + 2] = at + 1;
    marks[used + 3] = end;
    tag.used = used + 4;
    return end + 1;
  }
}

const isBlank = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d;

/** Names end at a blank, `=`, `/` or `>`; what they are made of is not looked at. */
function nameEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === equals || byte === slash || byte === gt || isBlank(byte)) break;
  }
  return at;
}

function isName(bytes: Uint8Array, from: number, end: number, name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at += 1) if (bytes[from + at] !== name[at]) return false;
  for (let at = from + name.length; at < end; at += 1) if (!isBlank(bytes[at])) return false;
  return from + name.length <= end;
}

function endsWith(bytes: Uint8Array, end: number, ending: string): boolean {
  for (let at = 0; at < ending.length; at += 1)
    if (bytes[end - ending.length + at] !== ending.charCodeAt(at)) return false;
  return true;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
