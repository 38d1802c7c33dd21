import {
  computePointTravel,
  computeTravel,
  computeTravelBack,
  writeJourneys,
  type TravelSettings,
} from '../../src/analysis/travel.ts';
import type { AnalysisFacts } from '../../src/analysis/data-caveats.ts';
import { emptyTables } from '../../src/model/project.ts';
import type { PointFilter } from '../../src/model/results.ts';
import type { Area, Organization, ProjectTables, ServicePoint, Tenure } from '../../src/model/tables.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import type { ArcKind, RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf } from '../../src/network/roads.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { loadProject } from '../../src/tables/load-project.ts';
import { travelTimeHere } from '../../src/workers/travel-time.ts';

export const anyPoint: PointFilter = { organizationIds: [], governments: [], serviceId: null };

export function organization(id: string, more: Partial<Organization> = {}): Organization {
  return { id, name_en: id, name_fr: null, government: 'federal', illustrative: false, ...more };
}

export function point(id: string, more: Partial<ServicePoint> = {}): ServicePoint {
  return {
    id,
    organization_id: 'F',
    name_en: id,
    name_fr: null,
    kind: 'full-service',
    address: null,
    municipality: null,
    province: null,
    postal_code: null,
    lon: 0,
    lat: 0,
    location_method: 'address',
    location_doubt: false,
    opening_hours: null,
    days_per_month: null,
    staff: null,
    annual_visits: null,
    languages: null,
    floor_area_m2: null,
    illustrative: false,
    source_id: 'test',
    ...more,
  };
}

export function area(code: string, more: Partial<Area> = {}): Area {
  return {
    code,
    level: 'community',
    name_en: code,
    name_fr: null,
    parent_code: null,
    province: 'ON',
    lon: 0,
    lat: 0,
    population: 1,
    households: null,
    access: null,
    demand: true,
    apportioned: false,
    source_id: 'test',
    ...more,
  };
}

export function lease(point_id: string, expiry_date: string | null, more: Partial<Tenure> = {}): Tenure {
  return {
    point_id,
    kind: 'lease',
    start_date: null,
    expiry_date,
    break_date: null,
    extension_months: null,
    notice_months: null,
    annual_cost: null,
    illustrative: false,
    source_id: 'test',
    ...more,
  };
}

/**
 * Four areas and three points on the equator, where a hundredth of a degree is 1.11195 km:
 *
 *     A 1000 people   B 200         P2 (town T)    C 50        P3 (federal)   D, not counted
 *     P1 (federal)
 *     0               0.05          0.1            0.5         1.0            1.2 degrees
 */
export function smallProject(): ProjectTables {
  return {
    ...emptyTables(),
    organization: [organization('F'), organization('T', { government: 'municipal' })],
    service: [
      { id: 'passport', name_en: 'Passport', name_fr: 'Passeport' },
      { id: 'permits', name_en: 'Permits', name_fr: 'Permis' },
      { id: 'taxes', name_en: 'Taxes', name_fr: 'Impôts' },
    ],
    service_point: [
      point('P1', { lon: 0, province: 'ON', staff: 2, annual_visits: 5000 }),
      point('P2', { lon: 0.1, organization_id: 'T', province: 'ON', staff: 4, annual_visits: 2000 }),
      point('P3', { lon: 1, province: 'QC' }),
    ],
    tenure: [
      lease('P1', '2028-10-01', { notice_months: 6 }),
      lease('P2', '2028-04-01', { notice_months: 3, extension_months: 12 }),
    ],
    offering: [
      { point_id: 'P1', service_id: 'passport', mode: 'in person', days_per_month: 20, illustrative: false },
      { point_id: 'P1', service_id: 'taxes', mode: 'in person', days_per_month: 20, illustrative: false },
      { point_id: 'P2', service_id: 'permits', mode: 'in person', days_per_month: 20, illustrative: false },
      { point_id: 'P2', service_id: 'taxes', mode: 'in person', days_per_month: 20, illustrative: false },
      { point_id: 'P3', service_id: 'passport', mode: 'in person', days_per_month: 20, illustrative: false },
    ],
    area: [
      area('A', { lon: 0, population: 1000 }),
      area('B', { lon: 0.05, population: 200 }),
      area('C', { lon: 0.5, population: 50, province: 'QC' }),
      area('D', { lon: 1.2, population: null, province: 'QC' }),
      area('whole', { lon: 0.4, population: 1250, level: 'CSD', demand: false }),
    ],
    indicator: [
      {
        area_code: 'C',
        indicator: 'low_income',
        value: 0.125,
        year: 2021,
        illustrative: false,
        source_id: 'test',
      },
      {
        area_code: 'C',
        indicator: 'low_income',
        value: 0.9,
        year: 2016,
        illustrative: false,
        source_id: 'test',
      },
      {
        area_code: 'C',
        indicator: 'no_vehicle',
        value: 0.25,
        year: 2021,
        illustrative: false,
        source_id: 'test',
      },
    ],
  };
}

interface EquatorStretch {
  /** Degrees east. */
  from: number;
  to: number;
  minutes: number;
  backMinutes: number;
  kind?: ArcKind;
}

/** Roads along the equator, by the degrees of their ends, with the minutes there and back. */
export function equatorRoad(stretches: readonly EquatorStretch[]): RoadGraph {
  const ends = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))];
  const roads = stretches.map(({ from, to, minutes, backMinutes, kind = 'road' }) => ({
    from: ends.indexOf(from),
    to: ends.indexOf(to),
    forward: minutes * 600,
    backward: backMinutes * 600,
    metres: Math.abs(to - from) * 111_195,
    kind,
  }));
  const about = { title: 'equator', origin: 'test', licence: 'none', date: '2026', profile: 'none' };
  return buildGraph(
    roadsOf(
      ends.map((lon) => ({ lon, lat: 0 })),
      roads,
    ),
    about,
  );
}

/** Loads tables and computes travel; straight lines without detour unless told otherwise. */
export async function analysed(
  connector: Connector,
  tables: ProjectTables,
  graph: RoadGraph | null = null,
  settings: TravelSettings = { detourFactor: 1 },
): Promise<AnalysisFacts> {
  await loadProject(connector, tables);
  const journeys = await computeTravel(tables, travelTimeHere(), graph, settings);
  await writeJourneys(connector, journeys);
  await writeJourneys(connector, await computeTravelBack(tables, travelTimeHere(), graph, settings));
  await writeJourneys(connector, await computePointTravel(tables, travelTimeHere(), graph, settings));
  return { asOf: '2026-10-01', travel: journeys.facts };
}
