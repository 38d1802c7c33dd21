import { sha256Of } from '../../model/checksum.ts';
import { UserError } from '../../model/errors.ts';
import { buildGraph } from '../../network/build-graph.ts';
import { hilbertOrder } from '../../network/hilbert-order.ts';
import { mustBeRoads } from '../../network/no-roads.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import { lineRoads } from '../../network/sources/line-features.ts';
import { recogniseMapping, type LineMapping } from '../../network/sources/line-mapping.ts';
import { readTable, type FileBytes } from '../read/read-table.ts';
import { unpackArchives } from '../read/unpack-archives.ts';

/** A file of lines whose columns belong to no known road network: which they are, the first of them. */
export class UnknownLines extends UserError {
  override name = 'UnknownLines';
  constructor(
    readonly file: string,
    readonly columns: readonly string[],
  ) {
    super(`${file}: no road network is known by the columns ${columns.join(', ') || '(none)'}`);
  }
}

const columnsNamed = 12;

export interface LineNetworkOptions {
  /** What the columns mean; known by their names where it is left out. */
  mapping?: LineMapping | undefined;
  /** Share done, 0 to 1. */
  onStep?: ((share: number) => void) | undefined;
}

/**
 * A road graph of the line files of a national road network (roads, and ferries where they are a file of their own), in
 * any format that is read, archives too.
 * @throws UnknownLines where a file is of no known network and no mapping is given; NoRoads where none of its lines is one
 */
export async function lineNetwork(
  files: readonly FileBytes[],
  { mapping: given, onStep }: LineNetworkOptions = {},
): Promise<RoadGraph> {
  const unpacked = await unpackArchives(files);
  const layers = [];
  for (const file of unpacked) {
    onStep?.((0.7 * layers.length) / unpacked.length);
    const { table } = await readTable(file);
    const names = table.columns.map(({ name }) => name);
    const mapping = given ?? recogniseMapping(names);
    if (!mapping) throw new UnknownLines(file.name, names.slice(0, columnsNamed));
    layers.push({ table, mapping });
  }
  onStep?.(0.7);
  const { roads, about } = lineRoads(layers);
  mustBeRoads(roads, files.map(({ name }) => name).join(', '), about);
  onStep?.(0.85);
  const sources = [...new Set(layers.map(({ mapping }) => mapping))];
  return buildGraph(hilbertOrder(roads), {
    title: files.map(({ name }) => name).join(', '),
    origin: sources.map(({ title }) => title).join('; '),
    licence: [...new Set(sources.flatMap(({ licence }) => licence ?? []))].join('; '),
    date: '',
    files: await Promise.all(files.map(async ({ name, bytes }) => ({ name, sha256: await sha256Of(bytes) }))),
    ...about,
  });
}
