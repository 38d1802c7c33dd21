import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { arcKinds } from '../../src/network/road-graph.ts';
import { accessModes, pointKinds, type AccessMode, type PointKind } from '../../src/model/tables.ts';

/** One of the 33 communities, from data/nwt/communities.csv. */
export interface Community {
  id: string;
  csd: string;
  name: string;
  lon: number;
  lat: number;
  population2021: number;
  households2021: number;
  population2016: number;
  access: AccessMode;
  accessSource: string;
}

/** People counted outside the communities, from data/nwt/elsewhere.csv; no one place stands for them. */
export interface Elsewhere {
  csd: string;
  name_en: string;
  name_fr: string;
  population2021: number;
  households2021: number;
}

/** A stretch of road, winter road or ferry between two communities or junctions, from data/nwt/highways.csv. */
export interface Stretch {
  from: string;
  to: string;
  kind: (typeof arcKinds)[number];
  kilometres: number;
  basis: (typeof bases)[number];
  source: string;
}

/** A place where roads meet that is no community, from data/nwt/junctions.csv. */
export interface Junction {
  id: string;
  lon: number;
  lat: number;
}

/** A service point, from data/nwt/service-points.csv; it stands at its community's centre. */
export interface PointRow {
  id: string;
  community: string;
  organization: (typeof organizations)[number];
  kind: PointKind;
  services: string[];
  assumedServices: string[];
  daysPerMonth: number | null;
  languages: string | null;
  /** False where the public record gives a number of points but not this place. */
  confirmed: boolean;
  source: string;
}

const bases = ['published', 'derived', 'estimated'] as const;
const organizations = ['service-canada', 'gnwt'] as const;

/** The rows of one file below data/nwt; throws where a column is asked for that the file does not have. */
function read<Row>(file: string, toRow: (cell: (column: string) => string) => Row): Row[] {
  const text = readFileSync(join(import.meta.dirname, '../../data/nwt', file), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${file}: ${errors[0].message} in row ${errors[0].row}`);
  return data.map((row) =>
    toRow((column) => {
      const value = row[column];
      if (value === undefined) throw new Error(`${file}: expected a column ${column}`);
      return value;
    }),
  );
}

function number(text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`expected a number, got "${text}"`);
  return Number(text);
}

function oneOf<const Choice extends string>(choices: readonly Choice[], text: string): Choice {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new Error(`expected one of ${choices.join(', ')}, got "${text}"`);
  return choice;
}

const list = (text: string) => (text === '' ? [] : text.split('|'));

/** Reads the 33 communities, in the file's order: by census division and name. */
export function readCommunities(): Community[] {
  return read('communities.csv', (cell) => ({
    id: cell('id'),
    csd: cell('csd'),
    name: cell('name'),
    lon: number(cell('lon')),
    lat: number(cell('lat')),
    population2021: number(cell('population_2021')),
    households2021: number(cell('households_2021')),
    population2016: number(cell('population_2016')),
    access: oneOf(accessModes, cell('access')),
    accessSource: cell('access_source'),
  }));
}

/** Reads the census subdivisions with people in them that are none of the 33. */
export function readElsewhere(): Elsewhere[] {
  return read('elsewhere.csv', (cell) => ({
    csd: cell('csd'),
    name_en: cell('name_en'),
    name_fr: cell('name_fr'),
    population2021: number(cell('population_2021')),
    households2021: number(cell('households_2021')),
  }));
}

/** Reads the junctions. */
export function readJunctions(): Junction[] {
  return read('junctions.csv', (cell) => ({
    id: cell('id'),
    lon: number(cell('lon')),
    lat: number(cell('lat')),
  }));
}

/** Reads the stretches of road, winter road and ferry. */
export function readStretches(): Stretch[] {
  return read('highways.csv', (cell) => ({
    from: cell('from'),
    to: cell('to'),
    kind: oneOf(arcKinds, cell('kind')),
    kilometres: number(cell('km')),
    basis: oneOf(bases, cell('basis')),
    source: cell('source'),
  }));
}

/** Reads the service points. */
export function readPoints(): PointRow[] {
  return read('service-points.csv', (cell) => ({
    id: cell('id'),
    community: cell('community'),
    organization: oneOf(organizations, cell('organization')),
    kind: oneOf(pointKinds, cell('kind')),
    services: list(cell('services')),
    assumedServices: list(cell('assumed_services')),
    daysPerMonth: cell('days_per_month') === '' ? null : number(cell('days_per_month')),
    languages: cell('languages') || null,
    confirmed: oneOf(['yes', 'no'], cell('confirmed')) === 'yes',
    source: cell('source'),
  }));
}
