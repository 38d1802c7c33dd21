import { lineNetwork, UnknownLines } from '../../src/import/roads/line-network.ts';
import { sha256Of } from '../../src/model/checksum.ts';
import { UserError } from '../../src/model/errors.ts';
import { createFormat } from '../../src/model/format.ts';
import { messagesIn } from '../../src/model/messages/index.ts';
import type { Language } from '../../src/model/text.ts';
import { networkAhead } from '../../src/network/build-network.ts';
import { graphFacts, leftOutInWords } from '../../src/network/graph-facts.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { NoRoads } from '../../src/network/no-roads.ts';
import { openOsm } from '../../src/network/osm/open-osm.ts';
import { OsmRefused } from '../../src/network/osm/refused.ts';
import { carProfile, readProfile } from '../../src/network/profile.ts';
import { roadFileKind } from '../../src/network/road-file.ts';
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
function isOsm({ name, bytes }: NamedBytes, language: Language): boolean {
  try {
    openOsm(bytes);
    return true;
  } catch (error) {
    if (error instanceof OsmRefused && (error.reason === 'foreign' || error.detail === 'ZIP')) return false;
    throw inWords(error, name, language);
  }
}

/** `network build`: a road graph of an OpenStreetMap file, or of the files of a national road network. */
export async function networkBuild(command: BuildCommand, language: Language): Promise<CommandResult> {
  const files = await readFiles(command.files, language);
  const [first, ...others] = files;
  const amongOthers = others.length > 0 && files.find(({ bytes }) => roadFileKind(bytes) === 'osm');
  if (amongOthers) throw new UserError(networkCliMessages[language].oneExtract(amongOthers.name));
  const extract = first && others.length === 0 && isOsm(first, language) ? first : null;
  const names = files.map(({ name }) => name).join(', ');
  let graph;
  try {
    graph = await (extract ? ofOsm(extract, command, language) : ofLines(files, command, language));
  } catch (error) {
    throw inWords(error, names, language);
  }
  await writeOutput(command.output, encodeGraph(graph), language);
  return { json: { output: command.output, about: graph.about }, text: buildText(command, graph, language) };
}

/** What is wrong with files, said in the reader's language and with their names; any other error as it is. */
function inWords(error: unknown, files: string, language: Language): unknown {
  const say = networkCliMessages[language];
  const { roads, osm, graph } = messagesIn(language);
  const parts = /\.shp\b/i.test(files) ? ` ${roads.shapefileParts}` : '';
  if (error instanceof OsmRefused)
    return new UserError(roads.refused(files, osm.refused[error.reason](error.detail)), { cause: error });
  if (error instanceof NoRoads) {
    const format = createFormat(language);
    const reasons = leftOutInWords(error.leftOut, graph, format).join('; ');
    return new UserError(roads.noRoads(files, format.integer(error.linesRead), reasons) + parts, {
      cause: error,
    });
  }
  if (!(error instanceof UnknownLines)) return error;
  const { file, columns } = error;
  const text = columns.length > 0 ? say.noMapping(file, columns.join(', ')) : say.noColumns(file) + parts;
  return new UserError(text, { cause: error });
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
  return lineNetwork(files, { mapping });
}

function buildText({ output }: BuildCommand, { about }: RoadGraph, language: Language): string {
  const say = networkCliMessages[language];
  const format = createFormat(language);
  const { integer } = format;
  const { statistics, linesRead = 0, leftOut = {} } = about;
  const kilometres = Object.values(statistics.kilometres).reduce((sum, length) => sum + length, 0);
  const { graph: words } = messagesIn(language);
  const told = [words.leftOut, words.droppedBans, words.warnings, words.unknown];
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  return [
    say.built(output, integer(statistics.junctions), integer(statistics.edges), integer(kilometres)),
    say.ways(integer(linesRead), integer(linesRead - left), integer(left)),
    ...graphFacts(about, words, format)
      .filter(({ name }) => told.includes(name))
      .map(({ name, lines }) => say.fact(name, lines.join('; '))),
    '',
  ].join('\n');
}
