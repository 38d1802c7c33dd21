import { growingUint32 } from './growing.ts';
import { nowhere, type KeptNodes, type KeptWays } from './osm-kept-ways.ts';
import { metresAlong } from './road-writer.ts';

/**
 * Kept ways by the indices of their nodes: a node that follows itself counts once, nodes that the file does not hold cut a
 * way in parts, and a part of one node alone is left out. So every part has a length, and lies in the file from end to end.
 */
export interface Paths {
  /** Nodes, part after part; those of part `p` are `start[p] .. start[p + 1] - 1`. */
  nodes: Int32Array;
  start: Uint32Array;
  /** The parts of way `w` are `firstPart[w] .. firstPart[w + 1] - 1`. */
  firstPart: Uint32Array;
  /** 1 for ways of which nodes are missing. */
  isClipped: Uint8Array;
}

export function pathsOf(ways: KeptWays, { ofRefs, lonE7 }: KeptNodes): Paths {
  const count = ways.travels.length;
  const firstRef = ways.first.view();
  const nodes = new Int32Array(ofRefs.length);
  const start = growingUint32();
  start.push(0);
  const firstPart = new Uint32Array(count + 1);
  const isClipped = new Uint8Array(count);
  let end = 0;
  for (let way = 0; way < count; way += 1) {
    const to = firstRef[way + 1] as number;
    let part = end;
    for (let at = firstRef[way] as number; at <= to; at += 1) {
      const node = at < to ? (ofRefs[at] as number) : -1;
      if (node >= 0 && lonE7[node] !== nowhere) {
        if (end === part || nodes[end - 1] !== node) nodes[end++] = node;
        continue;
      }
      if (at < to) isClipped[way] = 1;
      if (end - part > 1) {
        start.push(end);
        part = end;
      } else end = part;
    }
    firstPart[way + 1] = start.length - 1;
  }
  return { nodes: nodes.subarray(0, end), start: start.finish(), firstPart, isClipped };
}

/** The length of a way, as far as the file holds it. */
export function wayMetres(kept: KeptNodes, { nodes, start, firstPart }: Paths, way: number): number {
  let metres = 0;
  for (let part = firstPart[way] as number; part < (firstPart[way + 1] as number); part += 1)
    metres += metresAlong(kept, nodes, start[part] as number, (start[part + 1] as number) - 1);
  return metres;
}
