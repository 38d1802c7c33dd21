import { filterOf, type Selection, type View } from '../../state/view-url.ts';
import type { Catalogue } from '../../state/catalogue.ts';
import type { MapArea, MapLink, MapPoint } from '../../map/features.ts';
import { gatherAreas } from '../../map/gather-areas.ts';
import type { ColocationResult, CoverageResult, OutreachResult, PointFilter } from '../../model/results.ts';
import type { Project } from '../../model/project.ts';
import type { ServicePoint } from '../../model/tables.ts';
import { nameOf, type Language } from '../../model/text.ts';

/** The results that the map can draw; each is null until it is computed. */
export interface Computed {
  coverage: CoverageResult | null;
  colocation: ColocationResult | null;
  outreach: OutreachResult | null;
}

export interface MapContent {
  points: MapPoint[];
  links: MapLink[];
  /** Places of the selected thing; two for a pair. */
  selected: { lon: number; lat: number }[];
}

type Place = { lon: number; lat: number };

const placeOf = (row: { lon: number | null; lat: number | null } | undefined): Place | null =>
  row && row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : null;

/** How many of the best pairs are drawn as lines. */
const drawnPairs = 40;

/** What the map shows for a task beside its areas: always what the panel says. */
export function mapContent(
  project: Project,
  catalogue: Catalogue,
  view: View,
  computed: Computed,
): MapContent {
  return {
    points: points(project, catalogue, view),
    links: links(catalogue, view, computed),
    selected: selectedPlaces(catalogue, view.selection),
  };
}

/**
 * The areas that the map shows for a task; `gathered` names a circle that stands for several. There may be half a million, so that
 * this asks of the view only what changes them.
 */
export function drawnAreas(
  project: Project,
  { task, language }: Pick<View, 'task' | 'language'>,
  computed: Computed,
  gathered: (place: string, others: number) => string,
): readonly MapArea[] {
  const areas =
    task === 'data' || task === 'about' || task === 'sql'
      ? allAreas(project, language)
      : statusAreas(task, computed, language);
  return gatherAreas(areas, ({ label }, count) => gathered(label, count - 1));
}

function allAreas({ tables }: Project, language: Language): MapArea[] {
  const areas: MapArea[] = [];
  for (const area of tables.area) {
    const { code: id, lon, lat, population: people } = area;
    if (area.demand && lon !== null && lat !== null)
      areas.push({ id, lon, lat, label: nameOf(area, language), people, status: 'covered' });
  }
  return areas;
}

/** Coverage for every task that reads it; on the outreach map the communities beyond the limit alone. */
function statusAreas(task: View['task'], { coverage, outreach }: Computed, language: Language): MapArea[] {
  if (task === 'outreach')
    return (outreach?.opportunities ?? []).map((row) => ({
      id: row.areaCode,
      lon: row.lon,
      lat: row.lat,
      label: nameOf(row, language),
      people: row.population,
      status: 'gap',
    }));
  if (task === 'colocation') return [];
  return (coverage?.areas ?? []).map((row) => ({
    id: row.code,
    lon: row.lon,
    lat: row.lat,
    label: nameOf(row, language),
    people: row.population,
    status: row.status,
  }));
}

function points({ tables }: Project, catalogue: Catalogue, view: View): MapPoint[] {
  const counts = counted(catalogue, filterOf(view.ours, view.task === 'coverage' ? view.service : null));
  return tables.service_point.flatMap((point) => {
    const place = placeOf(point);
    const organization = catalogue.organizations.get(point.organization_id);
    if (!place || !organization) return [];
    const approximate = point.location_method === 'postal code' || point.location_method === 'municipality';
    return [
      {
        id: point.id,
        ...place,
        label: nameOf(point, view.language),
        government: organization.government,
        kind: point.kind,
        illustrative: point.illustrative,
        approximate,
        muted: view.task === 'coverage' && !counts(point),
      },
    ];
  });
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
