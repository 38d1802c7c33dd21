import { bilingual } from '../text.ts';

/** The panel of land and people within reach. `{slots}` of a question are its controls. */
export const reachMessages = bilingual({
  en: {
    question:
      'Whom do points of {organizations} offering {service} reach within {minutes} {way} {direction}, and who depends on each?',
    caption: (organizations: string, service: string, minutes: string, way: string, direction: string) =>
      `Whom do points of ${organizations} offering ${service} reach ${way} within ${minutes} ${direction}?`,
    direction: 'Who travels',
    ways: {
      'to point': {
        phrase: 'when people go to them',
        short: 'to the point',
        answer: (people: string, share: string, minutes: string) =>
          `${people} people (${share}) are within ${minutes} of their nearest point.`,
        byBand: 'People by minutes to their nearest point',
        meanMinutes: 'Their mean time to it',
        legend: 'Minutes to the nearest point',
      },
      'from point': {
        phrase: 'when their staff go out',
        short: 'out from the point',
        answer: (people: string, share: string, minutes: string) =>
          `Staff of the nearest point can be with ${people} people (${share}) within ${minutes}.`,
        byBand: 'People by minutes from their nearest point',
        meanMinutes: 'Mean time from it to them',
        legend: 'Minutes from the nearest point',
      },
    },
    outCaveat:
      'Staff set out from the points: where streets are one-way, that takes another time than the way to them. Travel matrices of other tools lead to points and do not count here.',
    minutes: 'Limits',
    lossAnswer: (point: string, people: string) =>
      `The most depend on ${point}: without it ${people} would have no point within the limit.`,
    noLoss: 'Whichever point closed, everybody would still have another within the limit.',
    within: (minutes: string) => `Within ${minutes}`,
    beyond: 'Beyond, or without a way',
    people: 'People',
    share: 'Share',
    communities: 'Communities',
    ifClosed: 'If it closed, who would be left without',
    lost: (people: string) => `${people} people`,
    noPoints: 'No point answers this question: widen the organizations or the service.',
    point: 'Point',
    organization: 'Organization',
    nearestTo: 'People nearest to it',
    nearestCommunities: 'Communities nearest to it',
    lostPeople: 'People left without if it closed',
    lostCommunities: 'Communities left without if it closed',
    extraMinutes: 'Mean extra time of the others',
    tableCaption: 'Points and the people who depend on them',
    land: 'Land',
    landTable: 'The land, by minutes and by nearest point',
    exportLand: 'Export the land',
    noLand:
      'Without roads no land is drawn: a straight line knows no coast. People are counted by estimated distance.',
    landCaveat:
      'People are counted by the journeys of their communities, not by the land drawn. Ferries and places away from roads count although no land is drawn there.',
    catchment: 'Catchment',
    band: 'Isochrone',
    kind: 'Kind',
    limit: 'Minutes',
  },
  fr: {
    question:
      'Qui les points de {organizations} offrant {service} desservent-ils {way} en {minutes} {direction}?',
    caption: (organizations: string, service: string, minutes: string, way: string, direction: string) =>
      `Qui les points de ${organizations} offrant ${service} desservent-ils ${way} en ${minutes} ${direction}?`,
    direction: 'Qui se déplace',
    ways: {
      'to point': {
        phrase: 'quand les gens s’y rendent',
        short: 'vers le point',
        answer: (people: string, share: string, minutes: string) =>
          `${people} personnes (${share}) sont à ${minutes} ou moins de leur point le plus proche.`,
        byBand: 'Personnes selon la durée jusqu’à leur point le plus proche',
        meanMinutes: 'Leur durée moyenne jusqu’à lui',
        legend: 'Minutes jusqu’au point le plus proche',
      },
      'from point': {
        phrase: 'quand leur personnel se déplace',
        short: 'depuis le point',
        answer: (people: string, share: string, minutes: string) =>
          `Le personnel du point le plus proche peut être auprès de ${people} personnes (${share}) en ${minutes} ou moins.`,
        byBand: 'Personnes selon la durée depuis leur point le plus proche',
        meanMinutes: 'Durée moyenne depuis lui',
        legend: 'Minutes depuis le point le plus proche',
      },
    },
    outCaveat:
      'Le personnel part des points : là où des rues sont à sens unique, la durée n’est pas celle du trajet vers eux. Les matrices de trajets d’autres outils mènent aux points et ne comptent pas ici.',
    minutes: 'Limites',
    lossAnswer: (point: string, people: string) =>
      `C’est de ${point} que dépend le plus de monde : sans lui, ${people} personnes n’auraient aucun point dans la limite.`,
    noLoss: 'Quel que soit le point fermé, tous en auraient encore un autre dans la limite.',
    within: (minutes: string) => `En ${minutes} ou moins`,
    beyond: 'Au-delà, ou sans chemin',
    people: 'Personnes',
    share: 'Part',
    communities: 'Localités',
    ifClosed: 'S’il fermait, qui n’aurait plus de point',
    lost: (people: string) => `${people} personnes`,
    noPoints: 'Aucun point ne répond à cette question : élargissez les organismes ou le service.',
    point: 'Point',
    organization: 'Organisme',
    nearestTo: 'Personnes dont il est le plus proche',
    nearestCommunities: 'Localités dont il est le plus proche',
    lostPeople: 'Personnes sans point s’il fermait',
    lostCommunities: 'Localités sans point s’il fermait',
    extraMinutes: 'Durée de plus, en moyenne, pour les autres',
    tableCaption: 'Les points et les personnes qui en dépendent',
    land: 'Territoire',
    landTable: 'Le territoire, par durée et par point le plus proche',
    exportLand: 'Exporter le territoire',
    noLand:
      'Sans routes, aucun territoire n’est tracé : une ligne droite ignore les côtes. Les personnes sont comptées par distance estimée.',
    landCaveat:
      'Les personnes sont comptées selon les trajets de leur localité, et non d’après le territoire tracé. Les traversiers et les lieux loin des routes comptent, bien qu’aucun territoire n’y soit tracé.',
    catchment: 'Bassin de desserte',
    band: 'Isochrone',
    kind: 'Genre',
    limit: 'Minutes',
  },
});
