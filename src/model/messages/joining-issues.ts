import { bilingual } from '../text.ts';
import { inColumnEn, inColumnFr, numberEn, numberFr, quoteEn, quoteFr } from './issue-phrases.ts';
import type { IssueWords } from './issues.ts';

type JoiningIssue =
  | 'replaced-point'
  | 'staying-points'
  | 'replaced-area'
  | 'joined-areas'
  | 'unjoined-area'
  | 'ambiguous-area'
  | 'unequal-total'
  | 'added-up'
  | 'added-up-partly'
  | 'outside-boundaries'
  | 'nothing-to-add-up'
  | 'further-tenure'
  | 'further-offering'
  | 'turned-journeys'
  | 'unjoined-place'
  | 'waiting-row'
  | 'waiting-rows-joined'
  | 'unjoined-point';

/** A sentence for each finding about what a row is joined with: other rows, other files, the project. */
export const joiningIssueMessages = bilingual<Pick<IssueWords, JoiningIssue>>({
  en: {
    'replaced-point': ({ found }) => `The project has the point${quoteEn(found)}: this row updates it.`,
    'staying-points': ({ found }) =>
      `${numberEn(found, 'point', 'points')} of the earlier file not in this one: kept in the project.`,
    'replaced-area': ({ found, expected }) =>
      `Another file counts ${numberEn(expected, 'person', 'people')} in the area${quoteEn(found)}: the count of this row takes its place. If it is another area, its code has to differ.`,
    'joined-areas': ({ column, found, expected }) =>
      `Joined by their codes${inColumnEn(column)}: ${numberEn(found)} of ${numberEn(expected, 'area', 'areas')}.`,
    'unjoined-area': ({ row, found, expected }) =>
      expected === 'area' && row !== null
        ? `The project has no area${quoteEn(found)}: its values wait for one.`
        : expected === 'area'
          ? `The values speak of ${numberEn(found, 'area', 'areas')} not in the project: add the file that has them.`
          : row === null
            ? `Without ${expected === 'location' ? 'boundaries' : 'a population'} so far: ${numberEn(found, 'area', 'areas')}. Add the file that has them.`
            : `No ${expected === 'location' ? 'boundary' : 'population'} joined the area${quoteEn(found)}.`,
    'ambiguous-area': ({ found, expected }) =>
      `${numberEn(expected, 'area has', 'areas have')} the name${quoteEn(found)}, so the row joins none. Join by a column of codes, or give the province.`,
    'unequal-total': ({ found, expected }) =>
      `The parts in the file add up to ${numberEn(found)}, but their total says ${numberEn(expected)}; random rounding (5 for each part) does not explain it.`,
    'added-up': ({ found, expected }) =>
      `The boundaries hold ${numberEn(found, 'smaller area', 'smaller areas')} with ${numberEn(expected, 'person', 'people')} in all, each where its representative point lies. Their shares are means weighted by people.`,
    'added-up-partly': ({ found, expected }) =>
      `The people in${quoteEn(found)} are at least those counted: it holds ${numberEn(expected, 'smaller area', 'smaller areas')} without a count.`,
    'outside-boundaries': ({ found, expected }) =>
      `In none of the boundaries: ${numberEn(found, 'smaller area', 'smaller areas')} with ${numberEn(expected, 'person', 'people')}.`,
    'nothing-to-add-up': ({ found }) =>
      found === 'boundaries'
        ? 'The rows have no polygons, so nothing lies in them and no people are added up.'
        : 'No smaller areas with a place lie in these boundaries: add the file that has them together with this one.',
    'further-tenure': ({ found }) =>
      `A further lease or tenure of a point that an earlier row named${quoteEn(found)}. The point stands once, with both.`,
    'further-offering': ({ found }) =>
      `A further service of a point that an earlier row named${quoteEn(found)}. The point stands once, with both.`,
    'turned-journeys': ({ found }) =>
      `From a point to an area: ${numberEn(found, 'journey', 'journeys')}. The way to the point may take a little longer or shorter.`,
    'unjoined-place': ({ found, expected }) =>
      expected === null
        ? `The project has no area and no point${quoteEn(found)}. Add the file that has it together with this one.`
        : `${expected} points have the id or name${quoteEn(found)}, so the journey joins none. Give their full id.`,
    'waiting-row': ({ found }) =>
      `The project has no point${quoteEn(found)} yet. The row is kept, counts nowhere, and joins by itself when a file brings the point.`,
    'waiting-rows-joined': ({ found }) =>
      `Leases and services that waited in the project found their point in this file: ${numberEn(found)}.`,
    'unjoined-point': ({ found, expected }) =>
      `${expected} points have the id or name${quoteEn(found)}, so the row joins none. Give the points’ organization or full id.`,
  },
  fr: {
    'replaced-point': ({ found }) => `Le projet a le point${quoteFr(found)} : cette ligne le met à jour.`,
    'staying-points': ({ found }) =>
      `${numberFr(found, 'point', 'points')} du fichier précédent absents de celui-ci\u00a0: gardés dans le projet.`,
    'replaced-area': ({ found, expected }) =>
      `Un autre fichier compte ${numberFr(expected, 'personne', 'personnes')} dans le secteur${quoteFr(found)} : l’effectif de cette ligne le remplace. S’il s’agit d’un autre secteur, son code doit différer.`,
    'joined-areas': ({ column, found, expected }) =>
      `Joints par leurs codes${inColumnFr(column)}\u00a0: ${numberFr(found)} sur ${numberFr(expected, 'secteur', 'secteurs')}.`,
    'unjoined-area': ({ row, found, expected }) =>
      expected === 'area' && row !== null
        ? `Le projet n’a pas de secteur${quoteFr(found)}\u00a0: ses valeurs l’attendent.`
        : expected === 'area'
          ? `Les valeurs parlent de ${numberFr(found, 'secteur', 'secteurs')} hors du projet\u00a0: ajoutez le fichier qui les contient.`
          : row === null
            ? `Sans ${expected === 'location' ? 'limites' : 'population'} pour l’instant\u00a0: ${numberFr(found, 'secteur', 'secteurs')}. Ajoutez le fichier qui les contient.`
            : `Aucune ${expected === 'location' ? 'limite' : 'population'} n’a été jointe au secteur${quoteFr(found)}.`,
    'ambiguous-area': ({ found, expected }) =>
      `${numberFr(expected, 'secteur porte', 'secteurs portent')} le nom${quoteFr(found)}\u00a0: la ligne n’est jointe à aucun. Joignez par une colonne de codes, ou donnez la province.`,
    'unequal-total': ({ found, expected }) =>
      `Les parties dans le fichier totalisent ${numberFr(found)}, mais leur total indique ${numberFr(expected)}; l’arrondissement aléatoire (5 par partie) ne l’explique pas.`,
    'added-up': ({ found, expected }) =>
      `Les limites contiennent ${numberFr(found, 'secteur plus petit', 'secteurs plus petits')} avec ${numberFr(expected, 'personne', 'personnes')} en tout, chacun là où se trouve son point représentatif. Leurs proportions sont des moyennes pondérées par la population.`,
    'added-up-partly': ({ found, expected }) =>
      `Les personnes dans${quoteFr(found)} sont au moins celles comptées : ${numberFr(expected, 'secteur plus petit', 'secteurs plus petits')} sans effectif.`,
    'outside-boundaries': ({ found, expected }) =>
      `Hors de toutes les limites\u00a0: ${numberFr(found, 'secteur plus petit', 'secteurs plus petits')} avec ${numberFr(expected, 'personne', 'personnes')}.`,
    'nothing-to-add-up': ({ found }) =>
      found === 'boundaries'
        ? 'Les lignes n’ont pas de polygones : rien ne s’y trouve et personne n’est additionné.'
        : 'Aucun secteur plus petit et situé ne se trouve dans ces limites : ajoutez le fichier qui les contient en même temps que celui-ci.',
    'further-tenure': ({ found }) =>
      `Un autre bail ou titre d’un point qu’une ligne précédente a nommé${quoteFr(found)}. Le point figure une fois, avec les deux.`,
    'further-offering': ({ found }) =>
      `Un autre service d’un point qu’une ligne précédente a nommé${quoteFr(found)}. Le point figure une fois, avec les deux.`,
    'turned-journeys': ({ found }) =>
      `D’un point à un secteur\u00a0: ${numberFr(found, 'trajet', 'trajets')}. Le trajet vers le point peut être un peu plus long ou plus court.`,
    'unjoined-place': ({ found, expected }) =>
      expected === null
        ? `Le projet n’a ni secteur ni point${quoteFr(found)}. Ajoutez le fichier qui le contient en même temps que celui-ci.`
        : `${expected} points ont l’identifiant ou le nom${quoteFr(found)}; le trajet n’en rejoint aucun. Donnez leur identifiant complet.`,
    'waiting-row': ({ found }) =>
      `Le projet n’a pas encore de point${quoteFr(found)}. La ligne est gardée, ne compte nulle part, et se joint d’elle-même quand un fichier apporte le point.`,
    'waiting-rows-joined': ({ found }) =>
      `Des baux et des services en attente dans le projet ont trouvé leur point dans ce fichier\u00a0: ${numberFr(found)}.`,
    'unjoined-point': ({ found, expected }) =>
      `${expected} points ont l’identifiant ou le nom${quoteFr(found)}; la ligne n’en rejoint aucun. Donnez l’organisme ou l’identifiant complet des points.`,
  },
});
