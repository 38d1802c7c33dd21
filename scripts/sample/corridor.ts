import { writeProject } from './write-project.ts';
import { corridorGraph } from '../roads/corridor-graph.ts';
import { projectVersion, type Project } from '../../src/model/project.ts';
import type { Area, Indicator, IndicatorId, Source } from '../../src/model/tables.ts';
import { corridorBounds, corridorPlaces } from './corridor-places.ts';
import { inventPoints, townsOf } from './corridor-points.ts';
import { services } from './corridor-offer.ts';
import { SeededRandom } from './random.ts';

/** The Ottawa to Montréal sample; the rule it is made by is in data/corridor/README.md. */
function corridorProject(): Project {
  const { areas } = corridorPlaces(corridorGraph());
  return {
    format: 'guichet-project',
    version: projectVersion,
    id: 'corridor',
    name: { en: 'Ottawa to Montréal', fr: 'D’Ottawa à Montréal' },
    kind: 'sample',
    notice: {
      en: 'Offices, leases, staff, visits, hours, services and shares of people are invented for this sample. Roads, towns and populations are real.',
      fr: 'Les bureaux, les baux, le personnel, les visites, les heures, les services et les parts de population sont inventés pour cet exemple. Les routes, les villes et les populations sont réelles.',
    },
    asOf: '2026-10-01',
    bounds: corridorBounds,
    graph: { kind: 'served', path: '../network/corridor.graph' },
    mappings: [],
    queries: [],
    tables: {
      source: sources,
      service: services,
      ...inventPoints(townsOf(areas)),
      area: areas,
      indicator: indicators(areas),
      journey: [],
      waiting: [],
    },
  };
}

/** Low and high of each invented share, for towns under 10,000 people and for larger ones. */
const shares: [IndicatorId, small: [number, number], large: [number, number]][] = [
  ['age_65_plus', [0.18, 0.31], [0.13, 0.22]],
  ['low_income', [0.07, 0.17], [0.06, 0.24]],
  ['newcomers', [0, 0.02], [0.01, 0.12]],
  ['no_official_language', [0, 0.01], [0, 0.05]],
  ['no_broadband', [0.02, 0.28], [0, 0.04]],
  ['no_vehicle', [0.03, 0.1], [0.06, 0.34]],
];

function indicators(areas: readonly Area[]): Indicator[] {
  return areas
    .filter(({ demand }) => demand)
    .flatMap((area) => {
      const random = new SeededRandom(`${area.code} shares`);
      return shares.map(([indicator, small, large]): Indicator => {
        const [low, high] = area.apportioned || (area.population ?? 0) >= 10_000 ? large : small;
        const value = Number(random.between(low, high).toFixed(3));
        return {
          area_code: area.code,
          indicator,
          value: random.chance(0.04) ? null : value,
          year: 2021,
          illustrative: true,
          source_id: 'invented',
        };
      });
    });
}

const unknown = { imported_at: null, file_name: null, checksum: null };
const sources: Source[] = [
  {
    ...unknown,
    id: 'geonames',
    title_en: 'Places with their populations',
    title_fr: 'Localités et leur population',
    publisher: 'GeoNames',
    licence: 'CC BY 4.0',
    reference_date: null,
    illustrative: false,
    note_en: 'Populations are of different years. Towns without a figure keep none.',
    note_fr: 'Les populations sont d’années différentes. Une localité sans chiffre n’en reçoit pas.',
  },
  {
    ...unknown,
    id: 'fsa',
    title_en: 'Neighbourhoods: centres of forward sortation areas',
    title_fr: 'Quartiers : centres des régions de tri d’acheminement',
    publisher: 'GeoNames (zipcodes)',
    licence: 'CC BY 4.0',
    reference_date: null,
    illustrative: false,
    note_en:
      'Montréal, Ottawa, Laval, Gatineau and Longueuil: the city’s people are shared equally among its areas, not counted there.',
    note_fr:
      'Montréal, Ottawa, Laval, Gatineau et Longueuil : la population de la ville est répartie également entre ses quartiers; elle n’y a pas été dénombrée.',
  },
  {
    ...unknown,
    id: 'roads',
    title_en: 'Roads from Ottawa to Montréal',
    title_fr: 'Routes d’Ottawa à Montréal',
    publisher: 'Natural Resources Canada',
    licence: 'GeoGratis unrestricted-use licence',
    reference_date: '2003',
    illustrative: false,
    note_en: 'No speeds and no one-way streets: 100, 85, 70 and 45 km/h are assumed by class of road.',
    note_fr: 'Sans vitesses ni sens uniques : on suppose 100, 85, 70 et 45 km/h selon la classe de route.',
  },
  {
    ...unknown,
    id: 'invented',
    title_en: 'Offices, leases, visits, staff, hours, services, shares of people',
    title_fr: 'Bureaux, baux, visites, personnel, heures, services, parts de population',
    publisher: null,
    licence: 'MIT',
    reference_date: '2026-10-01',
    illustrative: true,
    note_en: 'Invented for this sample by a seeded rule. No real office is described.',
    note_fr: 'Inventé pour cet exemple par une règle à graine fixe. Aucun bureau réel n’est décrit.',
  },
];

if (process.argv[1] === import.meta.filename) {
  const { leftOut } = corridorPlaces(corridorGraph());
  const project = corridorProject();
  writeProject('samples/corridor.json', project);
  const { service_point, area, tenure } = project.tables;
  const demand = area.filter((row) => row.demand);
  const people = demand.reduce((sum, { population }) => sum + (population ?? 0), 0);
  console.log(
    `corridor.json: ${service_point.length} points, ${tenure.length} tenures, ${demand.length} demand areas, ${people} people`,
  );
  for (const { name, reason } of leftOut) console.log(`left out: ${name}, ${reason}`);
}
