import { lineNetwork, UnknownLines } from '../../src/import/roads/line-network.ts';
import { sha256Of } from '../../src/model/checksum.ts';
import { UserError } from '../../src/model/errors.ts';
import { createFormat } from '../../src/model/format.ts';
import type { Language } from '../../src/model/text.ts';
import { networkAhead } from '../../src/network/build-network.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import { OsmRefused } from '../../src/network/osm/refused.ts';
import { carProfile, readProfile } from '../../src/network/profile.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { readMapping } from '../../src/network/sources/line-mapping.ts';
import { networkCliMessages } from './network-messages.ts';
import { inflateAheadInNode } from './inflate-in-node.ts';
import type { BuildCommand } from './network-arguments.ts';
import { readBytes, readFiles } from './read-files.ts';
import { writeOutput } from './write-output.ts';
import type { CommandResult } from './run.ts';

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** Whether a file is OpenStreetMap's. What no such file can be is read as lines; a damaged one is refused. */
function isOsm(bytes: Uint8Array): boolean {
  try {
    openOsm(bytes);
    return true;
  } catch (error) {
    if (error instanceof OsmRefused && (error.reason === 'foreign' || error.detail === 'ZIP')) return false;
    throw error;
  }
}

/** `network build`: a road graph of an OpenStreetMap file, or of the files of a national road network. */
export async function networkBuild(command: BuildCommand, language: Language): Promise<CommandResult> {
  const files = await readFiles(command.files, language);
  const [first, ...others] = files;
  const isOne = first !== undefined && others.length === 0 && isOsm(first.bytes);
  const graph = isOne ? await ofOsm(first, command, language) : await ofLines(files, command, language);
  await writeOutput(command.output, encodeGraph(graph), language);
  return { json: { output: command.output, about: graph.about }, text: buildText(command, graph, language) };
}

async function ofOsm(file: NamedBytes, { profile }: BuildCommand, language: Language): Promise<RoadGraph> {
  const text = profile === null ? null : new TextDecoder().decode(await readBytes(profile, language));
  return networkAhead(
    { ...file, sha256: await sha256Of(file.bytes) },
    text === null ? carProfile : readProfile(text),
    inflateAheadInNode,
  );
}

async function ofLines(
  files: readonly NamedBytes[],
  { mapping: path }: BuildCommand,
  language: Language,
): Promise<RoadGraph> {
  const mapping =
    path === null ? undefined : readMapping(new TextDecoder().decode(await readBytes(path, language)));
  try {
    return await lineNetwork(files, { mapping });
  } catch (error) {
    if (!(error instanceof UnknownLines)) throw error;
    throw new UserError(networkCliMessages[language].noMapping(error.file, error.columns.join(', ') || '0'));
  }
}

function buildText({ output }: BuildCommand, { about }: RoadGraph, language: Language): string {
  const say = networkCliMessages[language];
  const { integer } = createFormat(language);
  const { statistics, linesRead = 0, leftOut = {} } = about;
  const kilometres = Object.values(statistics.kilometres).reduce((sum, length) => sum + length, 0);
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  return [
    say.built(output, integer(statistics.junctions), integer(statistics.edges), integer(kilometres)),
    say.ways(integer(linesRead), integer(linesRead - left), integer(left)),
    '',
  ].join('\n');
}
