import { importFiles } from '../../src/import/import-files.ts';
import { exportFormat } from '../../src/export/list.ts';
import type { ExportTable } from '../../src/export/export-table.ts';
import { UserError } from '../../src/model/errors.ts';
import { createFormat } from '../../src/model/format.ts';
import type { Language } from '../../src/model/text.ts';
import { defaultDetourFactor, defaultEstimateSpeed } from '../../src/model/units.ts';
import { runThrough } from '../../src/model/slices.ts';
import { contractSteps } from '../../src/network/contraction.ts';
import { nearestPoints } from '../../src/network/nearest.ts';
import { networkOf } from '../../src/network/network.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { defaultSnapKilometres, matrixStates, type TravelMatrix } from '../../src/network/travel-types.ts';
import { readGazetteer } from './gazetteer.ts';
import { networkCliMessages } from './network-messages.ts';
import type { MatrixCommand } from './network-arguments.ts';
import { readFiles, readGraph } from './read-files.ts';
import { writeOutput } from './write-output.ts';
import type { CommandResult } from './run.ts';

interface Place {
  id: string;
  lon: number;
  lat: number;
}

/** `network matrix`: journeys from the places of one file to those of another, as a table. */
export async function networkMatrix(command: MatrixCommand, language: Language): Promise<CommandResult> {
  const { integer } = createFormat(language);
  const say = networkCliMessages[language];
  const graph = await readGraph(command.graph, language);
  const [fromFile, toFile] = [await placesIn(command.from, language), await placesIn(command.to, language)];
  const [from, to] = [fromFile.places, toFile.places];
  const matrix = journeys(graph, from, to, command);
  const table = tableOf(matrix, from, to, graph, command);
  const noRoad = table.rows.filter((row) => row[minutesColumn] === null).length;
  const format = exportFormat(/\.csv$/i.test(command.output) ? 'csv' : 'parquet');
  const bytes = await format.write(table, { writtenAt: new Date().toISOString(), notesInCsv: false });
  await writeOutput(command.output, bytes, language);
  const [fromOff, toOff] = [matrix.originsOffRoad.length, matrix.pointsOffRoad.length];
  return {
    json: {
      output: command.output,
      journeys: table.rows.length - noRoad,
      noRoad,
      from: countsOf(fromFile, fromOff),
      to: countsOf(toFile, toOff),
    },
    text: [
      `${command.output}: ${say.matrixRows(integer(table.rows.length - noRoad), integer(from.length), integer(to.length))}`,
      ...(noRoad > 0 ? [say.noRoad(integer(noRoad))] : []),
      ...(fromOff + toOff > 0 ? [say.offRoad(integer(fromOff + toOff))] : []),
      ...[fromFile, toFile].flatMap(({ path, withoutPlace, listed }) =>
        withoutPlace + listed > 0 ? [say.unused(path, integer(withoutPlace), integer(listed))] : [],
      ),
      '',
    ].join('\n'),
  };
}

/** Places of a file, and its rows that are none. */
interface FilePlaces {
  path: string;
  places: Place[];
  withoutPlace: number;
  listed: number;
}

const countsOf = ({ places, withoutPlace, listed }: FilePlaces, offRoad: number) => ({
  places: places.length,
  withoutPlace,
  listed,
  offRoad,
});

/** Points of a file with a place, else its areas, in the order of their ids. */
async function placesIn(path: string, language: Language): Promise<FilePlaces> {
  const facts = { importedAt: new Date().toISOString(), gazetteer: await readGazetteer(language) };
  const { project, files } = await importFiles(await readFiles([path], language), null, facts);
  const { service_point, area } = project.tables;
  const rows = service_point.length > 0 ? service_point : area.map((one) => ({ ...one, id: one.code }));
  const places = rows.flatMap(({ id, lon, lat }) => (lon !== null && lat !== null ? [{ id, lon, lat }] : []));
  if (places.length === 0) throw new UserError(networkCliMessages[language].noPlaces(path));
  places.sort((a, b) => (a.id < b.id ? -1 : 1));
  const listed = files.reduce((sum, file) => sum + file.rows.listed, 0);
  return { path, places, withoutPlace: rows.length - places.length, listed };
}

const locationsOf = (places: readonly Place[]) => ({
  lon: Float64Array.from(places, ({ lon }) => lon),
  lat: Float64Array.from(places, ({ lat }) => lat),
});

/** Making shortcuts takes about as long as so many searches of the whole network; with them, a search takes next to nothing. */
const searchesWorthShortcuts = 100;

function journeys(
  graph: RoadGraph,
  from: readonly Place[],
  to: readonly Place[],
  { k, cutoffMinutes }: MatrixCommand,
): TravelMatrix {
  const options = {
    detourFactor: defaultDetourFactor,
    estimateSpeed: defaultEstimateSpeed,
    snapLimitKilometres: defaultSnapKilometres,
    ...(cutoffMinutes === null ? {} : { limitMinutes: cutoffMinutes }),
  };
  const [places, points] = [locationsOf(from), locationsOf(to)];
  if (k === null && cutoffMinutes === null && points.lon.length > searchesWorthShortcuts)
    networkOf(graph).hierarchy = runThrough(contractSteps(graph));
  return k === null
    ? travelMatrix({ graph, origins: places, points, options: { ...options, limitKilometres: Infinity } })
    : nearestPoints({ graph, places, points, k, direction: 'to point', options });
}

/** Where a row says its minutes; null where no road leads. */
const minutesColumn = 2;

function tableOf(
  matrix: TravelMatrix,
  from: readonly Place[],
  to: readonly Place[],
  { about }: RoadGraph,
  { cutoffMinutes }: MatrixCommand,
): ExportTable {
  const all = Array.from(matrix.origin, (origin, at) => {
    const state = matrixStates[matrix.state[at] ?? 0] ?? '';
    // The straight line between two places without a road between them is nobody's journey.
    const [minutes, kilometres] =
      state === 'no road' ? [null, null] : [matrix.minutes[at] ?? null, matrix.kilometres[at] ?? null];
    const method = matrix.direct[at] === 1 ? 'straight line' : matrix.method;
    return [from[origin]?.id ?? '', to[matrix.point[at] ?? 0]?.id ?? '', minutes, kilometres, state, method];
  });
  const rows = cutoffMinutes === null ? all : all.filter((row) => row[minutesColumn] !== null);
  const kinds = {
    from_id: 'text',
    to_id: 'text',
    minutes: 'number',
    kilometres: 'number',
    state: 'text',
    method: 'text',
  } as const;
  const columns = Object.entries(kinds).map(([name, kind]) => ({ name, label: name, kind }));
  return {
    name: 'travel',
    columns,
    rows,
    notes: [about.title, about.origin, about.licence, about.date, about.profile],
  };
}
