import type { Inflater } from './inflate.ts';
import { holds } from './pbf-block.ts';
import type { PackedBlob } from './pbf-blobs.ts';
import { Message, wire } from './protobuf.ts';

/** Most string tables of nodes are shorter. */
const firstLook = 4096;

/** Bytes after the string table that must be seen: the beginnings of a group and of its first object. */
const beginnings = 12;

/**
 * Bytes that may follow the first group of a block: its granularities take 7. A second group would take 9 for a way of one
 * node, 10 for a node, 12 for a relation with a tag: in fewer there is no room for anything that says something.
 */
const longestTrailer = 8;

const kindOfField = [0, holds.nodes, holds.nodes, holds.ways, holds.relations];

/**
 * The kinds of objects in a blob, from its first bytes alone: the rest of a blob of nodes need not be inflated to know that
 * it holds no ways. Null where they do not say, where nothing is saved, and where the blob is damaged: then it is to be
 * read. Most programs write one group a block, and a group never has two kinds (osmformat.proto).
 */
export function peekKinds({ bytes, size, isRaw }: PackedBlob, inflater: Inflater): number | null {
  if (isRaw || size <= firstLook) return null;
  const look = (count: number) => inflater.start(bytes, Math.min(count, size));
  try {
    const start = look(firstLook);
    const strings = new Message(start, 0, size);
    if (!strings.field() || strings.number !== 1) return null;
    strings.span();
    const needed = strings.at + beginnings;
    return kindsOfGroup(new Message(needed > start.length ? look(needed) : start, strings.at, size));
  } catch {
    // What is damaged is refused when it is read, with its place in the file.
    return null;
  }
}

function kindsOfGroup(message: Message): number | null {
  if (!message.field() || message.number !== 2 || message.kind !== wire.bytes) return null;
  const first = message.span();
  if (message.end - message.at > longestTrailer) return null;
  const group = new Message(message.bytes, first, message.at);
  return group.field() ? (kindOfField[group.number] ?? null) : null;
}
