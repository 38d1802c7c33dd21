import type { Service, Source } from '../../src/model/tables.ts';

/** The services of the points; ids are those of the importer and of the other sample. */
export const services: Service[] = [
  { id: 'passport', name_en: 'Passport', name_fr: 'Passeport' },
  { id: 'sin', name_en: 'Social insurance number', name_fr: 'Numéro d’assurance sociale' },
  { id: 'employment-insurance', name_en: 'Employment Insurance', name_fr: 'Assurance-emploi' },
  { id: 'pensions', name_en: 'Old age and pensions', name_fr: 'Vieillesse et pensions' },
  {
    id: 'territorial',
    name_en: 'Territorial programs, single window',
    name_fr: 'Programmes territoriaux, guichet unique',
  },
];

const unknown = { imported_at: null, file_name: null, checksum: null };

/** Where the rows come from; the tables below data/nwt name the source of every row. */
export const sources: Source[] = [
  {
    ...unknown,
    id: 'census-2021',
    title_en: 'Population and dwelling counts, table 98-10-0002',
    title_fr: 'Chiffres de population et des logements, tableau 98-10-0002',
    publisher: 'Statistics Canada / Statistique Canada',
    licence: 'Statistics Canada Open Licence',
    reference_date: '2021',
    illustrative: false,
    note_en:
      'Households are private dwellings occupied by usual residents. 345 people live outside the 33 communities.',
    note_fr:
      'Les ménages sont les logements privés occupés par des résidents habituels. 345 personnes vivent hors des 33 localités.',
  },
  {
    ...unknown,
    id: 'access',
    title_en: 'How each community is reached, and highway distances',
    title_fr: 'Accès à chaque localité et distances routières',
    publisher:
      'Government of the Northwest Territories and others / Gouvernement des Territoires du Nord-Ouest et autres',
    licence: null,
    reference_date: '2021',
    illustrative: false,
    note_en:
      'Public facts, typed by hand with a source for each. Distances are rounded; some winter roads are estimates.',
    note_fr:
      'Faits publics, saisis à la main avec une source pour chacun. Les distances sont arrondies; certaines routes d’hiver sont estimées.',
  },
  {
    ...unknown,
    id: 'public-record',
    title_en: 'Service Canada centres, scheduled visits and single-window centres',
    title_fr: 'Centres Service Canada, visites régulières et guichets uniques',
    publisher:
      'Service Partnerships Playbook; Service Canada; Legislative Assembly of the Northwest Territories',
    licence: null,
    reference_date: '2018',
    illustrative: false,
    note_en:
      'The network that the Playbook describes, about 2018. Staff, visits, leases and hours are not published.',
    note_fr:
      'Le réseau que décrit le guide, vers 2018. Le personnel, les visites, les baux et les heures ne sont pas publiés.',
  },
  {
    ...unknown,
    id: 'assumed',
    title_en: 'Places of three scheduled visits and three single-window centres',
    title_fr: 'Lieux de trois visites régulières et de trois guichets uniques',
    publisher: null,
    licence: 'MIT',
    reference_date: '2018',
    illustrative: true,
    note_en:
      'How many there are is public; where these six are is assumed. So is passport service at the five centres.',
    note_fr:
      'Leur nombre est public; le lieu de ces six points est supposé, comme le service de passeport dans les cinq centres.',
  },
];
