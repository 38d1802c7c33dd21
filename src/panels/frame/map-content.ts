import { filterOf, type Selection, type View } from '../../state/view-url.ts';
import type { Catalogue } from '../../state/catalogue.ts';
import type { MapArea, MapBand, MapCatchment, MapLink, MapPoint } from '../../map/features.ts';
import { filterSteps, gatherAreas, gatherPoints } from '../../map/gather.ts';
import type { ReachLand } from '../../analysis/reach-land.ts';
import type {
  ColocationResult,
  CoverageResult,
  DistancesResult,
  OutreachResult,
  PointFilter,
  ReachResult,
} from '../../model/results.ts';
import type { Project } from '../../model/project.ts';
import type { Area, ServicePoint } from '../../model/tables.ts';
import { nameOf } from '../../model/text.ts';

/** The results that the map can draw; each is null until it is computed. */
export interface Computed {
  coverage: CoverageResult | null;
  colocation: ColocationResult | null;
  outreach: OutreachResult | null;
  distances: DistancesResult | null;
  reach: ReachResult | null;
  land: ReachLand | null;
}

/** What is drawn beside areas and points. */
export interface MapContent {
  links: MapLink[];
  /** Those of them whose way along the roads is to be looked up. */
  wanted: MapLink[];
  bands: MapBand[];
  catchments: MapCatchment[];
  /** Places of the selected thing; two for a pair. */
  selected: { lon: number; lat: number }[];
}

type Place = { lon: number; lat: number };

const placeOf = (row: { lon: number | null; lat: number | null } | undefined): Place | null =>
  row && row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : null;

/** How many of the best pairs are drawn as lines. */
const drawnPairs = 40;

/** What the map shows for a task beside its areas and points: always what the panel says. */
export function mapContent(
  catalogue: Catalogue,
  view: View,
  computed: Computed,
  writeMinutes: (minutes: number) => string,
): MapContent {
  const drawn = links(catalogue, view, computed);
  const { land } = computed;
  const shown = view.task === 'reach' && land ? land : { bands: [], catchments: [] };
  const isChosen = ({ id }: MapLink) => view.task !== 'colocation' || id === view.selection?.id;
  return {
    links: drawn,
    wanted: drawn.filter((one) => !one.estimated && isChosen(one)),
    bands: shown.bands.map((band) => ({ ...band, label: writeMinutes(band.minutes) })),
    catchments: shown.catchments.map((catchment) => ({
      ...catchment,
      selected: view.selection?.kind === 'point' && view.selection.id === catchment.pointId,
    })),
    selected: selectedPlaces(catalogue, view.selection),
  };
}

/**
 * The areas that the map shows for a task; `gathered` names a circle that stands for several. There may be half a million:
 * this asks of the view only what changes them, and works in steps.
 */
export function* drawnAreas(
  project: Project,
  { task, language }: Pick<View, 'task' | 'language'>,
  { coverage, outreach }: Computed,
  gathered: (place: string, others: number) => string,
): Generator<number, readonly MapArea[]> {
  const gather = <Row>(rows: readonly Row[], areaOf: (row: Row) => MapArea) =>
    gatherAreas(rows, areaOf, ({ label }, count) => gathered(label, count - 1));
  if (task === 'data' || task === 'about' || task === 'sql')
    return yield* gather(yield* filterSteps(project.tables.area, isDrawn), (row) => ({
      id: row.code,
      lon: row.lon,
      lat: row.lat,
      label: nameOf(row, language),
      people: row.population,
      status: 'covered',
    }));
  // On the outreach map the communities beyond the limit alone.
  if (task === 'outreach')
    return yield* gather(outreach?.opportunities ?? [], (row) => ({
      id: row.areaCode,
      lon: row.lon,
      lat: row.lat,
      label: nameOf(row, language),
      people: row.population,
      status: 'gap',
    }));
  // Communities would hide the land and the ways that these tasks are about.
  const isAside = task === 'colocation' || task === 'distances' || task === 'reach';
  return yield* gather(isAside ? [] : (coverage?.areas ?? []), (row) => ({
    id: row.code,
    lon: row.lon,
    lat: row.lat,
    label: nameOf(row, language),
    people: row.population,
    status: row.status,
  }));
}

const isDrawn = (area: Area): area is Area & Place => area.demand && area.lon !== null && area.lat !== null;

/** The points that the map shows for a task; in the same way. */
export function* drawnPoints(
  { tables }: Project,
  catalogue: Catalogue,
  { task, language, ours, service }: Pick<View, 'task' | 'language' | 'ours' | 'service'>,
  gathered: (place: string, others: number) => string,
): Generator<number, readonly MapPoint[]> {
  const isFiltered = task === 'coverage' || task === 'reach';
  const counts = counted(catalogue, filterOf(ours, isFiltered ? service : null));
  const isDrawn = (point: ServicePoint): point is ServicePoint & Place =>
    point.lon !== null && point.lat !== null && catalogue.organizations.has(point.organization_id);
  const governmentOf = ({ organization_id: id }: ServicePoint) => {
    const organization = catalogue.organizations.get(id);
    if (!organization) throw new Error(`expected an organization ${id}`);
    return organization.government;
  };
  return yield* gatherPoints(
    yield* filterSteps(tables.service_point, isDrawn),
    (point) => ({
      id: point.id,
      lon: point.lon,
      lat: point.lat,
      label: nameOf(point, language),
      government: governmentOf(point),
      kind: point.kind,
      illustrative: point.illustrative,
      approximate: point.location_method === 'postal code' || point.location_method === 'municipality',
      muted: isFiltered && !counts(point),
    }),
    ({ label }, count) => gathered(label, count - 1),
  );
}

/** The same rule as the engine's `countedPoints`, to draw faintly what the question leaves out. */
function counted(catalogue: Catalogue, filter: PointFilter): (point: ServicePoint) => boolean {
  const anybody = filter.governments.length === 0 && filter.organizationIds.length === 0;
  return (point) => {
    const government = catalogue.organizations.get(point.organization_id)?.government;
    const who =
      anybody ||
      filter.organizationIds.includes(point.organization_id) ||
      (government !== undefined && filter.governments.includes(government));
    const service = filter.serviceId;
    return who && (service === null || Boolean(catalogue.servicesAt.get(point.id)?.includes(service)));
  };
}

function links(catalogue: Catalogue, { task, selection }: View, computed: Computed): MapLink[] {
  if (task === 'colocation')
    return (computed.colocation?.opportunities ?? [])
      .filter(({ id, rank }) => (rank !== null && rank <= drawnPairs) || id === selection?.id)
      .flatMap(({ id, a, b, journey }) =>
        link(
          id,
          point(catalogue, a.pointId),
          point(catalogue, b.pointId),
          journey.method === 'straight line',
        ),
      );
  if (task === 'distances')
    return (computed.distances?.distances ?? [])
      .filter(({ id }) => id === selection?.id)
      .flatMap(({ id, fromId, journey }) =>
        link(
          id,
          point(catalogue, fromId),
          point(catalogue, journey.pointId),
          journey.method !== 'road' || journey.minutes === null,
        ),
      );
  const row = computed.outreach?.opportunities.find(({ areaCode }) => areaCode === selection?.id);
  if (task !== 'outreach' || !row) return [];
  return [row.host, row.nearest].flatMap((journey) =>
    journey
      ? link(
          `${row.areaCode}-${journey.pointId}`,
          row,
          point(catalogue, journey.pointId),
          journey.method !== 'road',
        )
      : [],
  );
}

const point = (catalogue: Catalogue, id: string) => placeOf(catalogue.points.get(id));

const link = (id: string, from: Place | null, to: Place | null, estimated: boolean): MapLink[] =>
  from && to ? [{ id, from, to, estimated }] : [];

function selectedPlaces(catalogue: Catalogue, selection: Selection | null): Place[] {
  if (!selection) return [];
  const rows =
    selection.kind === 'area'
      ? [catalogue.areas.get(selection.id)]
      : selection.id.split('~').map((id) => catalogue.points.get(id));
  return rows.flatMap((row) => placeOf(row) ?? []);
}
