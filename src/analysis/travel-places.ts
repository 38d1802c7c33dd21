import type { AccessMode, ProjectTables } from '../model/tables.ts';
import { mergeSortSteps } from '../model/merge-sort.ts';
import { runInSlices } from '../model/slices.ts';
import type { Locations } from '../network/travel-types.ts';

/** Located demand areas or points of service, by column and in the order of their ids; `access` is null for points. */
export interface Places extends Locations {
  ids: readonly string[];
  access: readonly (AccessMode | null)[];
}

/** The located demand areas. Half a million do not hold up the page. Rejects with the signal's reason when aborted. */
export const areaPlaces = ({ area }: ProjectTables, signal?: AbortSignal) =>
  inSlices(
    placesOf(
      area,
      ({ demand }) => demand,
      ({ code }) => code,
      ({ access }) => access,
    ),
    signal,
  );

/** The located points of service, in the same way. */
export const pointPlaces = ({ service_point }: ProjectTables, signal?: AbortSignal) =>
  inSlices(
    placesOf(
      service_point,
      () => true,
      ({ id }) => id,
      () => null,
    ),
    signal,
  );

async function inSlices(steps: Generator<number, Places>, signal?: AbortSignal): Promise<Places> {
  const found = await runInSlices(steps, { isCancelled: () => Boolean(signal?.aborted) });
  signal?.throwIfAborted();
  if (!found) throw new Error('expected places, they were given up');
  return found.value;
}

const rowsInStep = 5000;

/** By id, so that the order of rows leaves no trace. */
function* placesOf<Row extends { lon: number | null; lat: number | null }>(
  rows: readonly Row[],
  counts: (row: Row) => boolean,
  idOf: (row: Row) => string,
  accessOf: (row: Row) => AccessMode | null,
): Generator<number, Places> {
  const located: Row[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === rowsInStep - 1) yield index;
    if (row.lon !== null && row.lat !== null && counts(row)) located.push(row);
  }
  const ordered = yield* mergeSortSteps(located, idOf, (a, b) => (a < b ? -1 : Number(a > b)));
  const [ids, access]: [string[], (AccessMode | null)[]] = [[], []];
  const [lon, lat] = [new Float64Array(ordered.length), new Float64Array(ordered.length)];
  for (const [index, row] of ordered.entries()) {
    if (index % rowsInStep === rowsInStep - 1) yield index;
    ids.push(idOf(row));
    access.push(accessOf(row));
    [lon[index], lat[index]] = [row.lon ?? NaN, row.lat ?? NaN];
  }
  return { ids, access, lon, lat };
}
