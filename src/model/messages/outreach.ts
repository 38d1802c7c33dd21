import type { OutreachCriterion, OutreachKind } from '../results.ts';
import { bilingual } from '../text.ts';

const criteria = <T extends Record<OutreachCriterion, string>>(words: T): T => words;
const kinds = <T extends Record<OutreachKind, string>>(words: T): T => words;

/** The outreach panel. */
export const outreachMessages = bilingual({
  en: {
    question:
      'Which communities beyond {cutoff} {way} of a point of {organizations} offering {service} are owed a visit, hosted by {partners}?',
    caption: (cutoff: string, way: string, organizations: string, service: string, partners: string) =>
      `Which communities beyond ${cutoff} ${way} of a point of ${organizations} offering ${service} are owed a visit, hosted by ${partners}?`,
    answer: (communities: string, people: string) =>
      `${communities} communities with ${people} people are beyond the limit.`,
    answerNone: 'No community is beyond the limit.',
    ranked: 'Ranked communities',
    unranked: 'Too little known to rank',
    weights: 'What matters',
    resetWeights: 'Reset the weights',
    criterion: criteria({ people: 'People', need: 'Need', distance: 'Distance' }),
    criterionHelp: criteria({
      people: 'On a logarithmic scale: ten times the people counts one step more.',
      need: 'Mean of the known shares: older people, low income, no vehicle, no broadband and others.',
      distance: 'How far beyond the limit the nearest point is.',
    }),
    kind: kinds({ scheduled: 'Scheduled visit', virtual: 'Virtual service', mobile: 'Mobile visit' }),
    reason: {
      'partner-host': (distance: string) => `a partner’s point ${distance} away can host`,
      'unreliable-travel': (access: string) => `travel is unreliable (${access})`,
      'few-people': (people: string) => `${people} people are few for regular visits`,
      'no-host': () => 'no partner’s point is near enough to host',
    },
    because: (kind: string, reasons: string) => `${kind}: ${reasons}.`,
    host: 'Best host',
    noHost: 'No partner’s point to host',
    saved: (distance: string) => `${distance} saved each way per visit`,
    savedUnknown: 'Distance saved not known',
    nearest: (name: string, distance: string) => `Nearest today: ${name}, ${distance}`,
    nearestUnknown: 'No journey to any point is known',
    needKnown: (list: string) => `Known shares: ${list}`,
    needUnknown: 'No indicators for this community',
    people: (value: string) => `${value} people`,
    peopleUnknown: 'Population not known',
    community: 'Community',
    population: 'People',
    kindColumn: 'Suggested',
    savedColumn: 'Saved each way',
    distanceColumn: 'To nearest point',
    hostColumn: 'Host',
    score: 'Score',
    rank: 'Rank',
    tableCaption: 'Communities beyond the limit, by people and need',
    whyTitle: 'Why this score',
  },
  fr: {
    question:
      'À quelles localités situées à plus de {cutoff} {way} d’un point de {organizations} offrant {service} doit-on une visite, accueillie par {partners}?',
    caption: (cutoff: string, way: string, organizations: string, service: string, partners: string) =>
      `À quelles localités situées à plus de ${cutoff} ${way} d’un point de ${organizations} offrant ${service} doit-on une visite, accueillie par ${partners}?`,
    answer: (communities: string, people: string) =>
      `${communities} localités comptant ${people} personnes sont au-delà de la limite.`,
    answerNone: 'Aucune localité n’est au-delà de la limite.',
    ranked: 'Localités classées',
    unranked: 'Trop peu d’information pour classer',
    weights: 'Ce qui compte',
    resetWeights: 'Rétablir les poids',
    criterion: criteria({ people: 'Personnes', need: 'Besoin', distance: 'Distance' }),
    criterionHelp: criteria({
      people: 'Échelle logarithmique : dix fois plus de personnes compte un pas de plus.',
      need: 'Moyenne des parts connues : personnes âgées, faible revenu, sans véhicule, sans large bande et autres.',
      distance: 'À quel point le point le plus proche dépasse la limite.',
    }),
    kind: kinds({ scheduled: 'Visite régulière', virtual: 'Service virtuel', mobile: 'Visite mobile' }),
    reason: {
      'partner-host': (distance: string) => `un point de partenaire à ${distance} peut accueillir`,
      'unreliable-travel': (access: string) => `le déplacement est incertain (${access})`,
      'few-people': (people: string) => `${people} personnes, c’est peu pour des visites régulières`,
      'no-host': () => 'aucun point de partenaire n’est assez proche pour accueillir',
    },
    because: (kind: string, reasons: string) => `${kind} : ${reasons}.`,
    host: 'Meilleur hôte',
    noHost: 'Aucun point de partenaire pour accueillir',
    saved: (distance: string) => `${distance} de moins à l’aller par visite`,
    savedUnknown: 'Distance épargnée inconnue',
    nearest: (name: string, distance: string) => `Le plus proche aujourd’hui : ${name}, ${distance}`,
    nearestUnknown: 'Aucun trajet connu vers un point',
    needKnown: (list: string) => `Parts connues : ${list}`,
    needUnknown: 'Aucun indicateur pour cette localité',
    people: (value: string) => `${value} personnes`,
    peopleUnknown: 'Population inconnue',
    community: 'Localité',
    population: 'Personnes',
    kindColumn: 'Proposé',
    savedColumn: 'Épargne à l’aller',
    distanceColumn: 'Au point le plus proche',
    hostColumn: 'Hôte',
    score: 'Note',
    rank: 'Rang',
    tableCaption: 'Localités au-delà de la limite, par personnes et besoin',
    whyTitle: 'Pourquoi cette note',
  },
});
