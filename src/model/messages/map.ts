import { bilingual } from '../text.ts';

/** The map and its legend. */
export const mapMessages = bilingual({
  en: {
    areas: 'Communities by people',
    points: 'Service points',
    links: 'Distances',
    government: 'Order of government',
    kind: 'Kind of point',
    status: 'Communities',
    people: 'People',
    unknownPeople: 'People not known',
    linkRoad: 'Road distance',
    linkEstimated: 'Estimate, or no road',
    marks: 'Marks',
    approximate: 'Place approximate',
    muted: 'Not counted by the question',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    reset: 'Show everything',
    attributionLabel: 'Sources of the map',
    attribution:
      'Natural Earth; GeoNames; © Her Majesty the Queen in Right of Canada, Department of Natural Resources',
    gathered: (place: string, others: string) => `${place} and ${others} nearby`,
    basemapFailed:
      'A part of the basemap could not be loaded. Points and communities are drawn all the same.',
  },
  fr: {
    areas: 'Localités selon la population',
    points: 'Points de service',
    links: 'Distances',
    government: 'Ordre de gouvernement',
    kind: 'Genre de point',
    status: 'Localités',
    people: 'Personnes',
    unknownPeople: 'Population inconnue',
    linkRoad: 'Distance routière',
    linkEstimated: 'Estimation, ou aucune route',
    marks: 'Marques',
    approximate: 'Emplacement approximatif',
    muted: 'Non compté par la question',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    reset: 'Tout afficher',
    attributionLabel: 'Sources de la carte',
    attribution:
      'Natural Earth; GeoNames; © Sa Majesté la Reine du chef du Canada, ministère des Ressources naturelles',
    gathered: (place: string, others: string) => `${place} et ${others} à proximité`,
    basemapFailed:
      'Une partie du fond de carte n’a pas pu être chargée. Les points et les localités sont dessinés tout de même.',
  },
});
