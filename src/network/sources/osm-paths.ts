import { nowhere, type KeptNodes, type KeptWays } from './osm-kept-ways.ts';
import { metresAlong } from './road-writer.ts';

/** Stands between two parts of a way that an extract has cut apart. */
const gap = -1;

/**
 * Kept ways by the indices of their nodes: a node that follows itself counts once, nodes that the file does not hold leave
 * a gap, and a part of one node alone is left out. So every part has a length, and lies in the file from end to end.
 */
export interface Paths {
  /** Nodes and gaps; those of way `w` are `first[w] .. first[w + 1] - 1`. */
  nodes: Int32Array;
  first: Uint32Array;
  /** 1 for ways of which nodes are missing. */
  isClipped: Uint8Array;
}

export function pathsOf(ways: KeptWays, { table, lonE7 }: KeptNodes): Paths {
  const count = ways.travels.length;
  const refs = ways.refs.view();
  const nodes = new Int32Array(refs.length);
  table.indicesOf(refs, nodes);
  const first = new Uint32Array(count + 1);
  const isClipped = new Uint8Array(count);
  let end = 0;
  for (let way = 0; way < count; way += 1) {
    let part = end;
    for (let at = ways.first.at(way); at < ways.first.at(way + 1); at += 1) {
      const node = nodes[at] as number;
      if (lonE7[node] === nowhere) {
        isClipped[way] = 1;
        if (end > part + 1) nodes[end++] = gap;
        else end = part;
        part = end;
      } else if (end === part || nodes[end - 1] !== node) nodes[end++] = node;
    }
    if (end === part + 1) end = part;
    if (end > (first[way] as number) && nodes[end - 1] === gap) end -= 1;
    first[way + 1] = end;
  }
  return { nodes: nodes.subarray(0, end), first, isClipped };
}

/** The parts of a way that the file holds whole: from its first node to its last, as places in `nodes`. */
export function eachPart(
  { nodes, first }: Paths,
  way: number,
  see: (first: number, last: number) => void,
): void {
  const end = first[way + 1] as number;
  let start = first[way] as number;
  for (let at = start; at <= end; at += 1) {
    if (at < end && nodes[at] !== gap) continue;
    if (at > start) see(start, at - 1);
    start = at + 1;
  }
}

/** The length of a way, as far as the file holds it. */
export function wayMetres(nodes: KeptNodes, paths: Paths, way: number): number {
  let metres = 0;
  eachPart(paths, way, (first, last) => (metres += metresAlong(nodes, paths.nodes, first, last)));
  return metres;
}
