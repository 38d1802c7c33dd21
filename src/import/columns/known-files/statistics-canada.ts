import type { KnownFile } from './known-file.ts';

const statcan = {
  publisher: 'Statistics Canada',
  licence: 'Statistics Canada Open Licence',
  organization: null,
};

const counts = (name: string, note: number) => `Population and dwelling counts (13): ${name} [${note}]`;

/** Census tables, census boundaries and open databases of Statistics Canada. */
export const statisticsCanadaFiles: readonly KnownFile[] = [
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
    title: {
      en: 'Population and dwelling counts by forward sortation area, 2016',
      fr: 'Chiffres de population et des logements par région de tri d’acheminement, 2016',
    },
    referenceDate: '2016',
    kind: 'counts',
    spatial: false,
    columns: ['Geographic code', 'Geographic name', 'Province or territory', 'Population, 2016'],
    fields: {
      'Geographic code': 'code',
      'Geographic name': 'name_en',
      'Province or territory': 'province',
      'Population, 2016': 'population',
      'Private dwellings occupied by usual residents, 2016': 'households',
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
];
