import type { Organization } from '../../../model/tables.ts';
import type { KnownFile } from './known-file.ts';

/** The operator of the federal offices, which its own files do not name. */
export const serviceCanada: Organization = {
  id: 'service-canada',
  name_en: 'Service Canada',
  name_fr: 'Service Canada',
  government: 'federal',
  illustrative: false,
};

/** Lists of Service Canada's offices, as its office finder is published. */
export const serviceCanadaFiles: readonly KnownFile[] = [
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
];
