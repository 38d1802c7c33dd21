import type { Issue, IssueCode } from '../issues.ts';
import { bilingual, type Language } from '../text.ts';
import { domainWords } from './domain.ts';
import { inColumnEn, inColumnFr, numberEn, numberFr, quoteEn, quoteFr } from './issue-phrases.ts';
import { readingIssueMessages } from './reading-issues.ts';

/** A sentence for each code. */
export type IssueWords = Record<IssueCode, (issue: Issue) => string>;

/** The second character of a rural postal code is a zero. */
const isRuralCode = (code: string | null) => /^[A-Z]0/.test(code ?? '');

/** A code of ours in the words of the domain. */
const wordIn = (language: Language, code: string | null) => {
  const { pointKind, government } = domainWords[language];
  const words: Readonly<Record<string, string>> = { ...pointKind, ...government };
  return words[code ?? ''] ?? code;
};
const assumedEn = (code: string | null) => quoteEn(wordIn('en', code)).trim();
const assumedFr = (code: string | null) => quoteFr(wordIn('fr', code)).trim();

/** A sentence for each finding about a file: what was found, what became of it, what would mend it. */
export const issueMessages = bilingual<IssueWords>({
  en: {
    ...readingIssueMessages.en,
    'unmatched-kind': () =>
      'What the rows are was not recognised: name the columns for what they hold (name, latitude, longitude; or code, population).',
    'missing-required-column': ({ expected }) => `A column is missing: ${expected ?? ''}.`,
    'missing-id': () => 'The row has neither a code nor a name. It is left out.',
    'duplicate-id': ({ found }) => `The id or code${quoteEn(found)} is there already.`,
    'replaced-point': ({ found }) => `The project has the point${quoteEn(found)}: this row updates it.`,
    'staying-points': ({ found }) =>
      `${numberEn(found, 'point', 'points')} of the earlier file not in this one: kept in the project.`,
    'replaced-area': ({ found, expected }) =>
      `Another file counts ${numberEn(expected, 'person', 'people')} in the area${quoteEn(found)}: the count of this row takes its place. If it is another area, its code has to differ.`,
    'missing-coordinates': () => 'The row has no coordinates. It cannot be placed on the map.',
    'impossible-coordinates': ({ expected, found }) =>
      expected === 'Canada'
        ? `The place is outside Canada${quoteEn(found)}. It is kept as written.`
        : `The coordinates cannot be right${quoteEn(found)}; they are not used.`,
    'swapped-coordinates': ({ found }) =>
      `Latitude and longitude seem to be swapped${quoteEn(found)}; they are not used.`,
    'not-a-number': ({ found, column }) =>
      `Not a number${inColumnEn(column)}:${quoteEn(found)}. It is kept as not known.`,
    'negative-number': ({ found, column }) =>
      `A count below zero${inColumnEn(column)}:${quoteEn(found)}. It is kept as not known.`,
    'suppressed-value': ({ found, column }) =>
      `The publisher withholds the number${inColumnEn(column)} (${found ?? ''}). It is kept as suppressed, not as zero.`,
    'unknown-code': ({ found, column, expected }) =>
      found === null
        ? `The file does not say ${column === 'government' ? 'the order of government of its rows' : 'what kind of points its rows are'}; ${assumedEn(expected)} is assumed.`
        : `${quoteEn(found).trim()} is not a known value${inColumnEn(column)}.`,
    'impossible-date': ({ found, column }) =>
      `Dates or hours that cannot be read${inColumnEn(column)}:${quoteEn(found)}. They are kept as not known.`,
    'reversed-dates': ({ found }) => `The end is before the start:${quoteEn(found)}.`,
    'unsupported-geometry': ({ found }) =>
      `This geometry${quoteEn(found)} cannot stand for the row. It is left out.`,
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
    'approximate-coordinates': ({ found }) =>
      `The place was found by “${found ?? 'postal'}”, not by address: it may be many kilometres off.`,
    located: ({ found, expected }) =>
      expected === 'municipality'
        ? `The row has no usable coordinates. It was placed at the centre of${quoteEn(found)}, its municipality.`
        : isRuralCode(found)
          ? `The row has no usable coordinates. It was placed at the centre of the rural postal area${quoteEn(found)}: approximate, it may be more than 100 kilometres off.`
          : `The row has no usable coordinates. It was placed at the centre of the postal area${quoteEn(found)}: as a rule within a few kilometres.`,
    'looked-up': ({ column, found, expected }) =>
      expected === 'address'
        ? `${column ?? ''} found its address${quoteEn(found)}.`
        : `${column ?? ''} found no address, only${quoteEn(found)}: it may be many kilometres off.`,
    'ambiguous-place': ({ found, expected }) =>
      `Several places have the name${quoteEn(found)}, so the row was not placed: ${expected ?? ''}. Give its province or postal code.`,
    misplaced: ({ found, expected, fix }) =>
      `The coordinates are ${found ?? ''} km from${quoteEn(expected)}, where the row says it is.${fix ? ` The suggested fix moves it there, to the centre of the place or postal area.` : ''}`,
    'outside-province': ({ found, expected }) =>
      `The coordinates lie in ${found ?? ''}, but the row says ${expected ?? ''}.`,
    'outside-land': ({ row, found }) =>
      row === null
        ? `Outside Canada, more than 8 km from its land: ${numberEn(found, 'place', 'places')}. Kept as written, and nothing in the file is compared with Canada’s places.`
        : `The place is at sea or outside Canada${quoteEn(found)}. It is kept as written.`,
    'postal-code-elsewhere': ({ found, expected }) =>
      `The postal code is one of another province, ${found ?? ''}, but the row says ${expected ?? ''}. It is not used to place the row.`,
    'near-duplicate': ({ found, expected }) =>
      `${quoteEn(found).trim()} may be the same as row ${expected ?? ''}: a similar name at the same address or within 100 metres. Both are kept.`,
    'unequal-total': ({ found, expected }) =>
      `The parts in the file add up to ${numberEn(found)}, but their total says ${numberEn(expected)}; random rounding (5 for each part) does not explain it.`,
    'left-out': () => 'The row was left out by hand.',
    'unapplied-edit': ({ column }) =>
      column === null
        ? 'A change made by hand could not be applied: the file has no such row.'
        : `A change made by hand could not be applied: the file has no column “${column}”.`,
    'total-row': ({ row, found }) =>
      row === null
        ? `Totals (country, provinces, divisions): ${numberEn(found, 'row', 'rows')}. Kept as areas, and nobody is counted twice.`
        : `The row is a total${quoteEn(found)}. It is left out, so that nobody is counted twice.`,
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
    'ambiguous-dates': ({ column }) =>
      `Day and month cannot be told apart${inColumnEn(column)}. Say in which order dates are written; until then they are not known.`,
    'ambiguous-unit': ({ column }) =>
      `The unit of the floor areas${inColumnEn(column)} is not said. Say it; until then they are not known.`,
    'further-tenure': ({ found }) =>
      `A further lease or tenure of a point that an earlier row named${quoteEn(found)}. The point stands once, with both.`,
    'further-offering': ({ found }) =>
      `A further service of a point that an earlier row named${quoteEn(found)}. The point stands once, with both.`,
    'ambiguous-length': ({ column }) =>
      `Nothing says whether${quoteEn(column)} is in metres or kilometres: please say. Until then these distances do not count.`,
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
    'population-year': ({ found, expected }) =>
      `The areas’ populations are those of the year ${expected ?? ''}${found === null ? '' : `, series${quoteEn(found)}`}.`,
    'divided-count': ({ column, expected }) =>
      expected === null
        ? `The values${inColumnEn(column)} are counts: each was divided by its area’s population.`
        : `The values${inColumnEn(column)} are counts, and the file has no population to divide them by. They are kept as not known.`,
    'lost-zeros': ({ found, expected }) =>
      `The code${quoteEn(found)} lost its leading zeros in a spreadsheet; it is kept as “${expected ?? ''}”.`,
    'year-chosen': ({ found, expected }) =>
      `The columns are years (${expected ?? ''}): each becomes a value of its own. ${numberEn(found, 'row gives', 'rows give')} several.`,
    'kept-aside': ({ found }) =>
      `Rows of this kind${quoteEn(found)} fill no table of the project yet. They can be looked at and asked in SQL as they are written.`,
    'not-a-share': ({ found }) =>
      `The row has no rate, so nothing can be compared${quoteEn(found)}. It can be asked in SQL as it is written.`,
  },
  fr: {
    ...readingIssueMessages.fr,
    'unmatched-kind': () =>
      'La nature des lignes n’a pas été reconnue\u00a0: nommez les colonnes selon leur contenu (nom, latitude, longitude; ou code, population).',
    'missing-required-column': ({ expected }) => `Il manque une colonne\u00a0: ${expected ?? ''}.`,
    'missing-id': () => 'La ligne n’a ni code ni nom. Elle est écartée.',
    'duplicate-id': ({ found }) => `L’identifiant ou le code${quoteFr(found)} existe déjà.`,
    'replaced-point': ({ found }) => `Le projet a le point${quoteFr(found)} : cette ligne le met à jour.`,
    'staying-points': ({ found }) =>
      `${numberFr(found, 'point', 'points')} du fichier précédent absents de celui-ci\u00a0: gardés dans le projet.`,
    'replaced-area': ({ found, expected }) =>
      `Un autre fichier compte ${numberFr(expected, 'personne', 'personnes')} dans le secteur${quoteFr(found)} : l’effectif de cette ligne le remplace. S’il s’agit d’un autre secteur, son code doit différer.`,
    'missing-coordinates': () =>
      'La ligne n’a pas de coordonnées. Elle ne peut pas être placée sur la carte.',
    'impossible-coordinates': ({ expected, found }) =>
      expected === 'Canada'
        ? `L’endroit est hors du Canada${quoteFr(found)}. Il est gardé tel quel.`
        : `Les coordonnées sont impossibles${quoteFr(found)}; elles ne sont pas utilisées.`,
    'swapped-coordinates': ({ found }) =>
      `La latitude et la longitude semblent interverties${quoteFr(found)}; elles ne sont pas utilisées.`,
    'not-a-number': ({ found, column }) =>
      `Pas un nombre${inColumnFr(column)}\u00a0:${quoteFr(found)}. La valeur est gardée comme inconnue.`,
    'negative-number': ({ found, column }) =>
      `Un compte sous zéro${inColumnFr(column)}\u00a0:${quoteFr(found)}. La valeur est gardée comme inconnue.`,
    'suppressed-value': ({ found, column }) =>
      `Le diffuseur retient le nombre${inColumnFr(column)} (${found ?? ''}). Il est gardé comme supprimé, et non comme zéro.`,
    'unknown-code': ({ found, column, expected }) =>
      found === null
        ? `Le fichier ne dit pas ${column === 'government' ? 'de quel ordre de gouvernement relèvent ses lignes' : 'de quel genre de points sont ses lignes'}; le choix supposé est ${assumedFr(expected)}.`
        : `${quoteFr(found).trim()} n’est pas une valeur connue${inColumnFr(column)}.`,
    'impossible-date': ({ found, column }) =>
      `Des dates ou des heures illisibles${inColumnFr(column)}\u00a0:${quoteFr(found)}. Elles sont gardées comme inconnues.`,
    'reversed-dates': ({ found }) => `La fin précède le début\u00a0:${quoteFr(found)}.`,
    'unsupported-geometry': ({ found }) =>
      `Cette géométrie${quoteFr(found)} ne peut pas représenter la ligne. Elle est écartée.`,
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
    'approximate-coordinates': ({ found }) =>
      `L’endroit a été trouvé par «\u00a0${found ?? 'code postal'}\u00a0», et non par l’adresse\u00a0: il peut être à plusieurs kilomètres de là.`,
    located: ({ found, expected }) =>
      expected === 'municipality'
        ? `La ligne n’a pas de coordonnées utilisables. Elle a été placée au centre de sa municipalité,${quoteFr(found)}.`
        : isRuralCode(found)
          ? `La ligne n’a pas de coordonnées utilisables. Elle a été placée au centre de la région postale rurale${quoteFr(found)}\u00a0: approximatif, l’écart peut dépasser 100\u00a0kilomètres.`
          : `La ligne n’a pas de coordonnées utilisables. Elle a été placée au centre de la région postale${quoteFr(found)}\u00a0: en général à quelques kilomètres près.`,
    'looked-up': ({ column, found, expected }) =>
      expected === 'address'
        ? `${column ?? ''} a trouvé son adresse${quoteFr(found)}.`
        : `${column ?? ''} n’a trouvé aucune adresse, seulement${quoteFr(found)} : l’écart peut être de plusieurs kilomètres.`,
    'ambiguous-place': ({ found, expected }) =>
      `Plusieurs lieux portent le nom${quoteFr(found)}; la ligne n’a donc pas été placée\u00a0: ${expected ?? ''}. Indiquez sa province ou son code postal.`,
    misplaced: ({ found, expected, fix }) =>
      `Les coordonnées sont à ${found ?? ''}\u00a0km de${quoteFr(expected)}, où la ligne dit se trouver.${fix ? ` La correction proposée la déplace là, au centre du lieu ou de la région postale.` : ''}`,
    'outside-province': ({ found, expected }) =>
      `Les coordonnées se trouvent dans ${found ?? ''}, mais la ligne indique ${expected ?? ''}.`,
    'outside-land': ({ row, found }) =>
      row === null
        ? `Hors du Canada, à plus de 8\u00a0km de ses terres\u00a0: ${numberFr(found, 'lieu', 'lieux')}. Gardés tels quels; rien dans le fichier n’est comparé aux lieux du Canada.`
        : `L’endroit est en mer ou hors du Canada${quoteFr(found)}. Il est gardé tel quel.`,
    'postal-code-elsewhere': ({ found, expected }) =>
      `Le code postal est celui d’une autre province, ${found ?? ''}, mais la ligne indique ${expected ?? ''}. Il ne sert pas à placer la ligne.`,
    'near-duplicate': ({ found, expected }) =>
      `${quoteFr(found).trim()} est peut-être identique à la ligne ${expected ?? ''}\u00a0: un nom semblable à la même adresse ou à moins de 100\u00a0mètres. Les deux sont gardées.`,
    'unequal-total': ({ found, expected }) =>
      `Les parties dans le fichier totalisent ${numberFr(found)}, mais leur total indique ${numberFr(expected)}; l’arrondissement aléatoire (5 par partie) ne l’explique pas.`,
    'left-out': () => 'La ligne a été écartée à la main.',
    'unapplied-edit': ({ column }) =>
      column === null
        ? 'Un changement fait à la main n’a pas pu être appliqué\u00a0: le fichier n’a pas cette ligne.'
        : `Un changement fait à la main n’a pas pu être appliqué\u00a0: le fichier n’a pas de colonne «\u00a0${column}\u00a0».`,
    'total-row': ({ row, found }) =>
      row === null
        ? `Totaux (pays, provinces, divisions)\u00a0: ${numberFr(found, 'ligne', 'lignes')}. Gardés comme secteurs, et personne n’est compté deux fois.`
        : `La ligne est un total${quoteFr(found)}. Elle est écartée, afin que personne ne soit compté deux fois.`,
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
    'ambiguous-dates': ({ column }) =>
      `Le jour et le mois ne se distinguent pas${inColumnFr(column)}. Dites dans quel ordre les dates s’écrivent; d’ici là, elles sont inconnues.`,
    'ambiguous-unit': ({ column }) =>
      `L’unité des superficies${inColumnFr(column)} n’est pas dite. Précisez-la; d’ici là, elles sont inconnues.`,
    'further-tenure': ({ found }) =>
      `Un autre bail ou titre d’un point qu’une ligne précédente a nommé${quoteFr(found)}. Le point figure une fois, avec les deux.`,
    'further-offering': ({ found }) =>
      `Un autre service d’un point qu’une ligne précédente a nommé${quoteFr(found)}. Le point figure une fois, avec les deux.`,
    'ambiguous-length': ({ column }) =>
      `Rien ne dit si${quoteFr(column)} est en mètres ou en kilomètres : veuillez le dire. D’ici là, ces distances ne comptent pas.`,
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
    'population-year': ({ found, expected }) =>
      `Les populations des secteurs sont celles de l’année ${expected ?? ''}${found === null ? '' : `, série${quoteFr(found)}`}.`,
    'divided-count': ({ column, expected }) =>
      expected === null
        ? `Les valeurs${inColumnFr(column)} sont des comptes\u00a0: chacun a été divisé par la population de son secteur.`
        : `Les valeurs${inColumnFr(column)} sont des comptes, et le fichier n’a pas de population pour les diviser. Elles sont gardées comme inconnues.`,
    'lost-zeros': ({ found, expected }) =>
      `Le code${quoteFr(found)} a perdu ses zéros initiaux dans un tableur; il est gardé comme «\u00a0${expected ?? ''}\u00a0».`,
    'year-chosen': ({ found, expected }) =>
      `Les colonnes sont des années (${expected ?? ''}) : chacune devient une valeur distincte. ${numberFr(found, 'ligne en donne', 'lignes en donnent')} plusieurs.`,
    'kept-aside': ({ found }) =>
      `Les lignes de ce genre${quoteFr(found)} ne remplissent encore aucune table du projet. On peut les voir et les interroger en SQL telles qu’elles sont écrites.`,
    'not-a-share': ({ found }) =>
      `La ligne n’a pas de taux, donc rien à comparer${quoteFr(found)}. On peut l’interroger en SQL telle qu’elle est écrite.`,
  },
});

/** A finding in a sentence. */
export const issueText = (issue: Issue, language: Language): string =>
  issueMessages[language][issue.code](issue);
