import type {
  AccessMode,
  AreaLevel,
  IndicatorId,
  LocationMethod,
  OrderOfGovernment,
  PointKind,
  TravelMethod,
  TravelState,
} from '../tables.ts';
import { bilingual } from '../text.ts';

interface DomainWords {
  government: Record<OrderOfGovernment, string>;
  pointKind: Record<PointKind, string>;
  locationMethod: Record<LocationMethod, string>;
  level: Record<AreaLevel, string>;
  access: Record<AccessMode, string>;
  indicator: Record<IndicatorId, string>;
  travelState: Record<TravelState, string>;
  travelMethod: Record<TravelMethod, string>;
  tenure: Record<'lease' | 'licence' | 'owned', string>;
  status: Record<'gap' | 'covered' | 'overlap', string>;
  mark: Record<'illustrative' | 'estimated' | 'suppressed' | 'unknown', string>;
  markExplained: Record<'illustrative' | 'estimated' | 'suppressed' | 'unknown', string>;
}

/** The domain's words, one place for both languages. */
export const domainWords = bilingual<DomainWords>({
  en: {
    government: {
      federal: 'Federal',
      provincial: 'Provincial',
      territorial: 'Territorial',
      municipal: 'Municipal',
      indigenous: 'Indigenous',
      community: 'Community partner',
    },
    pointKind: {
      'full-service': 'Full-service centre',
      'scheduled-outreach': 'Scheduled outreach',
      virtual: 'Virtual or self-serve',
      mobile: 'Mobile',
      agent: 'Agent of another government',
    },
    locationMethod: {
      address: 'Civic address',
      place: 'Centre of the place',
      'postal code': 'Postal code, approximate',
      municipality: 'Municipality, approximate',
      unknown: 'Not stated',
    },
    level: {
      country: 'Country',
      province: 'Province or territory',
      region: 'Region',
      CD: 'Census division',
      CSD: 'Census subdivision',
      FSA: 'Forward sortation area',
      ADA: 'Aggregate dissemination area',
      CT: 'Census tract',
      DA: 'Dissemination area',
      block: 'Dissemination block',
      community: 'Community',
      neighbourhood: 'Neighbourhood',
    },
    access: {
      'all-season road': 'All-season road',
      'winter road': 'Winter road',
      ferry: 'Ferry or ice bridge',
      air: 'Air only',
    },
    indicator: {
      age_65_plus: 'Aged 65 and over',
      low_income: 'Low income',
      indigenous_identity: 'Indigenous identity',
      newcomers: 'Newcomers',
      no_official_language: 'No knowledge of English or French',
      no_broadband: 'No broadband',
      no_vehicle: 'No vehicle',
      unemployment: 'Unemployment',
    },
    travelState: {
      reached: 'By road',
      'beyond cutoff': 'Beyond the limit',
      'no road': 'No road',
      ferry: 'With a ferry or ice bridge',
      'winter road': 'By winter road',
      'fly-in': 'By air only',
      unknown: 'Not known',
    },
    travelMethod: { road: 'road', 'straight line': 'estimate', imported: 'imported' },
    tenure: { lease: 'Lease', licence: 'Licence', owned: 'Owned' },
    status: { gap: 'Not reached', covered: 'Reached by one point', overlap: 'Reached by two or more' },
    mark: {
      illustrative: 'invented',
      estimated: 'estimate',
      suppressed: 'suppressed',
      unknown: 'not known',
    },
    markExplained: {
      illustrative: 'Invented for this sample',
      estimated: 'Straight line × detour factor, not a road distance',
      suppressed: 'Withheld by the publisher to protect privacy',
      unknown: 'Missing in the data',
    },
  },
  fr: {
    government: {
      federal: 'Fédéral',
      provincial: 'Provincial',
      territorial: 'Territorial',
      municipal: 'Municipal',
      indigenous: 'Autochtone',
      community: 'Partenaire communautaire',
    },
    pointKind: {
      'full-service': 'Centre à services complets',
      'scheduled-outreach': 'Visite régulière',
      virtual: 'Virtuel ou libre-service',
      mobile: 'Mobile',
      agent: 'Agent d’un autre gouvernement',
    },
    locationMethod: {
      address: 'Adresse municipale',
      place: 'Centre de la localité',
      'postal code': 'Code postal, approximatif',
      municipality: 'Municipalité, approximatif',
      unknown: 'Non précisé',
    },
    level: {
      country: 'Pays',
      province: 'Province ou territoire',
      region: 'Région',
      CD: 'Division de recensement',
      CSD: 'Subdivision de recensement',
      FSA: 'Région de tri d’acheminement',
      ADA: 'Aire de diffusion agrégée',
      CT: 'Secteur de recensement',
      DA: 'Aire de diffusion',
      block: 'Îlot de diffusion',
      community: 'Localité',
      neighbourhood: 'Quartier',
    },
    access: {
      'all-season road': 'Route toutes saisons',
      'winter road': 'Route d’hiver',
      ferry: 'Traversier ou pont de glace',
      air: 'Avion seulement',
    },
    indicator: {
      age_65_plus: '65 ans et plus',
      low_income: 'Faible revenu',
      indigenous_identity: 'Identité autochtone',
      newcomers: 'Nouveaux arrivants',
      no_official_language: 'Ni anglais ni français',
      no_broadband: 'Sans large bande',
      no_vehicle: 'Sans véhicule',
      unemployment: 'Chômage',
    },
    travelState: {
      reached: 'Par la route',
      'beyond cutoff': 'Au-delà de la limite',
      'no road': 'Aucune route',
      ferry: 'Avec traversier ou pont de glace',
      'winter road': 'Par route d’hiver',
      'fly-in': 'Par avion seulement',
      unknown: 'Inconnu',
    },
    travelMethod: { road: 'route', 'straight line': 'estimation', imported: 'importé' },
    tenure: { lease: 'Bail', licence: 'Permis d’occupation', owned: 'Propriété' },
    status: {
      gap: 'Non desservi',
      covered: 'Desservi par un point',
      overlap: 'Desservi par deux points ou plus',
    },
    mark: {
      illustrative: 'fictif',
      estimated: 'estimation',
      suppressed: 'supprimé',
      unknown: 'inconnu',
    },
    markExplained: {
      illustrative: 'Inventé pour cet exemple',
      estimated: 'Ligne droite × facteur de détour, et non une distance routière',
      suppressed: 'Retenu par le diffuseur pour protéger la vie privée',
      unknown: 'Absent des données',
    },
  },
});
