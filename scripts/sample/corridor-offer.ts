import type { OrderOfGovernment, Service } from '../../src/model/tables.ts';

/** Services of the sample. The first three have the ids that the importer gives to Service Canada's own columns. */
export const services: Service[] = [
  { id: 'passport', name_en: 'Passport', name_fr: 'Passeport' },
  { id: 'passport-urgent', name_en: 'Urgent passport', name_fr: 'Passeport urgent' },
  { id: 'biometrics', name_en: 'Biometrics', name_fr: 'Biométrie' },
  { id: 'sin', name_en: 'Social insurance number', name_fr: 'Numéro d’assurance sociale' },
  { id: 'employment-insurance', name_en: 'Employment Insurance', name_fr: 'Assurance-emploi' },
  { id: 'pensions', name_en: 'Old age and pensions', name_fr: 'Vieillesse et pensions' },
  { id: 'job-search', name_en: 'Job search help', name_fr: 'Aide à la recherche d’emploi' },
  { id: 'benefits-navigation', name_en: 'Benefits navigation', name_fr: 'Orientation vers les prestations' },
  { id: 'drivers-licence', name_en: 'Driver’s licence', name_fr: 'Permis de conduire' },
  { id: 'health-card', name_en: 'Health card', name_fr: 'Carte d’assurance maladie' },
  { id: 'birth-certificate', name_en: 'Birth certificate', name_fr: 'Acte de naissance' },
  { id: 'property-tax', name_en: 'Property tax', name_fr: 'Taxe foncière' },
  { id: 'permits', name_en: 'Permits', name_fr: 'Permis' },
  { id: 'commissioner', name_en: 'Commissioner of oaths', name_fr: 'Commissaire à l’assermentation' },
  { id: 'settlement', name_en: 'Settlement help', name_fr: 'Aide à l’établissement' },
  { id: 'internet-access', name_en: 'Public internet', name_fr: 'Internet public' },
];

/** What a point of an order of government always offers, and what each may offer besides. */
export interface Offer {
  always: string[];
  perhaps: string[];
}

export const offers: Record<OrderOfGovernment, Offer> = {
  federal: {
    always: ['sin', 'employment-insurance', 'pensions'],
    perhaps: ['passport', 'job-search', 'benefits-navigation'],
  },
  provincial: {
    always: ['health-card', 'benefits-navigation'],
    perhaps: ['drivers-licence', 'birth-certificate', 'job-search', 'commissioner'],
  },
  territorial: { always: [], perhaps: [] },
  municipal: { always: ['property-tax', 'permits'], perhaps: ['commissioner', 'internet-access'] },
  indigenous: { always: ['benefits-navigation'], perhaps: ['job-search', 'internet-access', 'settlement'] },
  community: { always: ['internet-access'], perhaps: ['job-search', 'settlement', 'benefits-navigation'] },
};
