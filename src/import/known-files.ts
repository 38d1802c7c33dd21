import type { Organization } from '../model/tables.ts';
import type { Field } from './fields.ts';
import type { RawTable } from './table.ts';

/**
 * What a file holds: points of service (with their tenures), counts by area, areas with both a count and a place, places
 * of areas alone, values by area, a service inventory, journeys that another tool computed.
 */
export const fileKinds = [
  'points',
  'counts',
  'areas',
  'boundaries',
  'indicators',
  'services',
  'travel',
  'unknown',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** A published file that is recognised by its header alone. */
export interface KnownFile {
  title: { en: string; fr: string };
  publisher: string | null;
  licence: string | null;
  kind: FileKind;
  spatial: boolean;
  /** Original column names that must all be there. */
  columns: readonly string[];
  /** Meanings that are certain; the rest is matched as in any file. */
  fields: Readonly<Record<string, Field>>;
  /** Whose points they are, where the file does not say. */
  organization: Organization | null;
}

/** The operator of the federal offices, which its own files do not name. */
export const serviceCanada: Organization = {
  id: 'service-canada',
  name_en: 'Service Canada',
  name_fr: 'Service Canada',
  government: 'federal',
  illustrative: false,
};

const statcan = {
  publisher: 'Statistics Canada',
  licence: 'Statistics Canada Open Licence',
  organization: null,
};

const counts = (name: string, note: number) => `Population and dwelling counts (13): ${name} [${note}]`;

/** Files that planners have again and again. A new one is an entry here. */
export const knownFiles: readonly KnownFile[] = [
  {
    title: { en: 'Service Canada offices', fr: 'Bureaux de Service Canada' },
    publisher: 'Service Canada',
    licence: null,
    kind: 'points',
    spatial: false,
    columns: [
      'id',
      'kind',
      'prov',
      'name_en',
      'name_fr',
      'lat',
      'lng',
      'geo',
      'weekly_hours',
      'dated_visits',
      'passport',
    ],
    fields: {
      id: 'id',
      kind: 'kind',
      prov: 'province',
      name_en: 'name_en',
      name_fr: 'name_fr',
      address_en: 'address',
      city: 'municipality',
      postal: 'postal_code',
      lat: 'lat',
      lng: 'lon',
      geo: 'location_method',
      languages: 'languages',
      weekly_hours: 'weekly_hours',
      lunch: 'lunch',
      dated_visits: 'dated_visits',
      passport: 'passport',
      biometrics: 'biometrics',
    },
    organization: serviceCanada,
  },
  {
    title: { en: 'Service Canada office index', fr: 'Répertoire des bureaux de Service Canada' },
    publisher: 'Service Canada',
    licence: null,
    kind: 'points',
    spatial: false,
    columns: ['region', 'center-type', 'center-lang', 'name', 'link'],
    fields: { region: 'province', 'center-type': 'kind', 'center-lang': 'languages', name: 'name_en' },
    organization: serviceCanada,
  },
  {
    title: { en: 'Service Canada office addresses', fr: 'Adresses des bureaux de Service Canada' },
    publisher: 'Service Canada',
    licence: null,
    kind: 'points',
    spatial: false,
    columns: ['region', 'page-header', 'link', 'address'],
    fields: { region: 'province', 'page-header': 'name_en', address: 'address' },
    organization: serviceCanada,
  },
  {
    ...statcan,
    title: {
      en: 'Population and dwelling counts (table 98-10-0002-01)',
      fr: 'Chiffres de population et des logements (tableau 98-10-0002-01)',
    },
    kind: 'counts',
    spatial: false,
    columns: ['REF_DATE', 'GEO', 'DGUID', counts('Population, 2021', 1)],
    fields: {
      REF_DATE: 'reference_date',
      GEO: 'name_en',
      DGUID: 'code',
      [counts('Population, 2021', 1)]: 'population',
      [counts('Private dwellings occupied by usual residents, 2021', 7)]: 'households',
    },
  },
  {
    ...statcan,
    title: { en: 'Census subdivision boundaries', fr: 'Limites des subdivisions de recensement' },
    kind: 'boundaries',
    spatial: true,
    columns: ['CSDUID', 'DGUID', 'CSDNAME', 'PRUID'],
    fields: { DGUID: 'code', CSDNAME: 'name_en', PRUID: 'province' },
  },
  {
    ...statcan,
    title: { en: 'Dissemination area boundaries', fr: 'Limites des aires de diffusion' },
    kind: 'boundaries',
    spatial: true,
    columns: ['DAUID', 'DGUID', 'PRUID'],
    fields: { DGUID: 'code', PRUID: 'province' },
  },
  {
    ...statcan,
    title: {
      en: 'Census profile (98-401-X, long format)',
      fr: 'Profil du recensement (98-401-X, format long)',
    },
    kind: 'indicators',
    spatial: false,
    columns: ['CENSUS_YEAR', 'DGUID', 'GEO_NAME', 'CHARACTERISTIC_NAME', 'C1_COUNT_TOTAL', 'C10_RATE_TOTAL'],
    fields: {
      CENSUS_YEAR: 'reference_date',
      DGUID: 'code',
      GEO_NAME: 'name_en',
      CHARACTERISTIC_NAME: 'characteristic',
      C1_COUNT_TOTAL: 'characteristic_count',
      C10_RATE_TOTAL: 'characteristic_rate',
    },
  },
  {
    title: {
      en: 'Open Database of Healthcare Facilities',
      fr: 'Base de données ouvertes sur les établissements de soins de santé',
    },
    publisher: 'Statistics Canada',
    licence: 'Open Government Licence – Canada',
    organization: null,
    kind: 'points',
    spatial: false,
    columns: [
      'index',
      'facility_name',
      'odhf_facility_type',
      'provider',
      'CSDuid',
      'Pruid',
      'latitude',
      'longitude',
    ],
    fields: {
      index: 'id',
      facility_name: 'name_en',
      provider: 'organization',
      postal_code: 'postal_code',
      city: 'municipality',
      province: 'province',
      source_format_str_address: 'address',
      latitude: 'lat',
      longitude: 'lon',
    },
  },
  {
    title: { en: 'GSA leases', fr: 'Baux de la GSA' },
    publisher: 'US General Services Administration',
    licence: 'Public domain',
    organization: {
      id: 'us-gsa',
      name_en: 'US General Services Administration',
      name_fr: null,
      government: 'federal',
      illustrative: false,
    },
    kind: 'points',
    spatial: false,
    columns: [
      'Location Code',
      'Street Address',
      'Lease Number',
      'Lease Effective Date',
      'Lease Expiration Date',
    ],
    fields: {
      'Location Code': 'id',
      'Real Property Asset Name': 'name_en',
      'Street Address': 'address',
      City: 'municipality',
      Latitude: 'lat',
      Longitude: 'lon',
      'Building Rentable Square Feet': 'floor_area_ft2',
      'Lease Effective Date': 'start_date',
      'Lease Expiration Date': 'expiry_date',
    },
  },
  {
    title: { en: 'GC Service Inventory', fr: 'Répertoire des services du GC' },
    publisher: 'Treasury Board of Canada Secretariat',
    licence: 'Open Government Licence – Canada',
    organization: null,
    kind: 'services',
    spatial: false,
    columns: ['service_id', 'service_name_en', 'service_name_fr'],
    fields: { service_id: 'id', service_name_en: 'name_en', service_name_fr: 'name_fr' },
  },
];

/** The published file whose header this is, or null. */
export function recogniseFile({ columns, spatial }: RawTable): KnownFile | null {
  const names = new Set(columns.map(({ original }) => original.trim()));
  return (
    knownFiles.find((known) => known.spatial === spatial && known.columns.every((name) => names.has(name))) ??
    null
  );
}
