import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectVersion, type Project } from '../../src/model/project.ts';
import type { Area, Offering, Organization, ServicePoint } from '../../src/model/tables.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { nwtGraph } from './nwt-graph.ts';
import { services, sources } from './nwt-sources.ts';
import {
  readCommunities,
  readElsewhere,
  readPoints,
  type Community,
  type Elsewhere,
  type PointRow,
} from './nwt-tables.ts';
import { writeProject } from './write-project.ts';

/** The Northwest Territories sample; data/nwt/README.md says what is fact and what is assumed. */
export function nwtProject(): Project {
  const communities = readCommunities();
  const points = readPoints();
  return {
    format: 'guichet-project',
    version: projectVersion,
    id: 'nwt',
    name: { en: 'Northwest Territories', fr: 'Territoires du Nord-Ouest' },
    kind: 'sample',
    notice: {
      en: 'Counts, access, distances and most points are public facts. Assumed: the places of three scheduled visits and three single-window centres, and passport service at the five centres.',
      fr: 'Les populations, les accès, les distances et la plupart des points sont des faits publics. Sont supposés : le lieu de trois visites régulières et de trois guichets uniques, et le service de passeport dans les cinq centres.',
    },
    asOf: '2026-10-01',
    bounds: [-136.5, 59.7, -109.5, 72.3],
    graph: { kind: 'served', path: '../network/nwt.graph' },
    mappings: [],
    queries: [],
    tables: {
      source: sources,
      organization: organizations,
      service: services,
      service_point: points.map((point) => toPoint(point, communityOf(communities, point))),
      tenure: [],
      offering: points.flatMap(toOfferings),
      area: [territory, ...communities.map(toCommunity), ...readElsewhere().map(toElsewhere)],
      indicator: [],
      journey: [],
      waiting: [],
    },
  };
}

const organizations: Organization[] = [
  {
    id: 'service-canada',
    name_en: 'Service Canada',
    name_fr: 'Service Canada',
    government: 'federal',
    illustrative: false,
  },
  {
    id: 'gnwt',
    name_en: 'Government of the Northwest Territories',
    name_fr: 'Gouvernement des Territoires du Nord-Ouest',
    government: 'territorial',
    illustrative: false,
  },
];

/** Holds the published total; nobody is counted in it, only in its parts. */
const territory: Area = {
  code: '2021A000261',
  level: 'province',
  name_en: 'Northwest Territories',
  name_fr: 'Territoires du Nord-Ouest',
  parent_code: null,
  province: 'NT',
  lon: null,
  lat: null,
  population: 41_070,
  households: 15_207,
  access: null,
  demand: false,
  apportioned: false,
  source_id: 'census-2021',
};

/** A census subdivision's DGUID of 2021. */
const dguid = (csd: string) => `2021A0005${csd}`;

const toCommunity = (community: Community): Area => ({
  ...territory,
  code: dguid(community.csd),
  level: 'community',
  name_en: community.name,
  name_fr: null,
  parent_code: territory.code,
  lon: community.lon,
  lat: community.lat,
  population: community.population2021,
  households: community.households2021,
  access: community.access,
  demand: true,
});

/** Without a location, so that every result says how many people it leaves out. */
const toElsewhere = (elsewhere: Elsewhere): Area => ({
  ...territory,
  code: dguid(elsewhere.csd),
  level: 'CSD',
  name_en: elsewhere.name_en,
  name_fr: elsewhere.name_fr,
  parent_code: territory.code,
  population: elsewhere.population2021,
  households: elsewhere.households2021,
  demand: true,
});

function communityOf(communities: readonly Community[], point: PointRow): Community {
  const community = communities.find(({ id }) => id === point.community);
  if (!community) throw new Error(`service-points.csv: expected a community, got ${point.community}`);
  return community;
}

function toPoint(point: PointRow, community: Community): ServicePoint {
  return {
    id: point.id,
    organization_id: point.organization,
    ...nameOf(point, community.name),
    kind: point.kind,
    address: null,
    municipality: community.name,
    province: 'NT',
    postal_code: null,
    lon: community.lon,
    lat: community.lat,
    location_method: 'place',
    location_doubt: false,
    opening_hours: null,
    days_per_month: point.daysPerMonth,
    staff: null,
    annual_visits: null,
    languages: point.languages,
    floor_area_m2: null,
    illustrative: !point.confirmed,
    source_id: point.confirmed ? 'public-record' : 'assumed',
  };
}

/** A dash in French, as names do not tell whether they take `de` or `d’`, an article or none. */
function nameOf(point: PointRow, place: string): { name_en: string; name_fr: string } {
  if (point.organization === 'gnwt')
    return { name_en: `${place} single-window service centre`, name_fr: `Guichet unique – ${place}` };
  if (point.kind === 'scheduled-outreach')
    return { name_en: `${place} scheduled outreach`, name_fr: `Visite régulière – ${place}` };
  return { name_en: `${place} Service Canada Centre`, name_fr: `Centre Service Canada – ${place}` };
}

function toOfferings(point: PointRow): Offering[] {
  const offering = (service_id: string, assumed: boolean): Offering => ({
    point_id: point.id,
    service_id,
    mode: 'in person',
    days_per_month: point.daysPerMonth,
    illustrative: assumed || !point.confirmed,
  });
  return [
    ...point.services.map((service) => offering(service, false)),
    ...point.assumedServices.map((service) => offering(service, true)),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const project = nwtProject();
  writeProject('samples/nwt.json', project);
  const network = join(import.meta.dirname, '../../public/network');
  mkdirSync(network, { recursive: true });
  const bytes = encodeGraph(nwtGraph());
  writeFileSync(join(network, 'nwt.graph'), bytes);
  const { service_point, area } = project.tables;
  console.log(
    `nwt.json: ${service_point.length} points, ${area.length} areas; nwt.graph: ${bytes.length} bytes`,
  );
}
