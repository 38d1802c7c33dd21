import { counted } from '../format.ts';
import { bilingual } from '../text.ts';

/** The panel of distances between points. `{slots}` of a question are its controls. */
export const distancesMessages = bilingual({
  en: {
    question: 'How far is it {way} from each point of {from} to its {nearest} nearest points of {to}?',
    caption: (way: string, from: string, nearest: string, to: string) =>
      `How far is it ${way} from each point of ${from} to its ${nearest} nearest points of ${to}?`,
    nearest: 'How many',
    from: 'From points of',
    to: 'To points of',
    answer: (points: string, kilometres: string, minutes: string) =>
      `Half of ${points} points are within ${minutes} (${kilometres}) of their nearest.`,
    withoutWay: (count: number) => `${counted('en', count, 'has', 'have')} no way to any.`,
    none: 'No two points answer this question: widen whose points are meant.',
    farthest: 'Farthest from their nearest',
    wayTitle: 'The way there and back',
    there: 'There',
    back: 'Back',
    backUnknown: 'not looked for',
    measure: (kilometres: string, minutes: string) => `${kilometres}, ${minutes}`,
    /** Of the straight lines to the first road and from the last one. */
    toRoad: (from: string, to: string) =>
      `Counted in: ${from} to the nearest road at the start, ${to} from it at the end.`,
    routeOfMap: (kilometres: string) =>
      `The line on the map follows the fastest way along the roads: ${kilometres}.`,
    noRoute: 'No road joins the two: the line on the map is straight.',
    fromPoint: 'From',
    toPoint: 'To',
    place: 'Nearness',
    backTime: 'Time back',
    backDistance: 'Distance back',
    tableCaption: 'Points and their nearest others, by time',
  },
  fr: {
    question:
      'Quelle distance y a-t-il {way} de chaque point de {from} à ses {nearest} points les plus proches de {to}?',
    caption: (way: string, from: string, nearest: string, to: string) =>
      `Quelle distance y a-t-il ${way} de chaque point de ${from} à ses ${nearest} points les plus proches de ${to}?`,
    nearest: 'Combien',
    from: 'Depuis les points de',
    to: 'Vers les points de',
    answer: (points: string, kilometres: string, minutes: string) =>
      `La moitié des ${points} points sont à ${minutes} (${kilometres}) ou moins de leur plus proche.`,
    withoutWay: (count: number) => `${counted('fr', count, 'n’a', 'n’ont')} de chemin vers aucun.`,
    none: 'Aucune paire de points ne répond à cette question : élargissez les organismes.',
    farthest: 'Les plus éloignés de leur plus proche',
    wayTitle: 'L’aller et le retour',
    there: 'Aller',
    back: 'Retour',
    backUnknown: 'non cherché',
    measure: (kilometres: string, minutes: string) => `${kilometres}, ${minutes}`,
    toRoad: (from: string, to: string) =>
      `Compris : ${from} jusqu’à la route la plus proche au départ, ${to} depuis celle-ci à l’arrivée.`,
    routeOfMap: (kilometres: string) =>
      `La ligne sur la carte suit le chemin le plus rapide par les routes : ${kilometres}.`,
    noRoute: 'Aucune route ne relie les deux : la ligne sur la carte est droite.',
    fromPoint: 'De',
    toPoint: 'À',
    place: 'Rang',
    backTime: 'Durée du retour',
    backDistance: 'Distance du retour',
    tableCaption: 'Les points et leurs plus proches, selon la durée',
  },
});
