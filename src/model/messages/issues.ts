import type { Issue, IssueCode } from '../issues.ts';
import { bilingual, type Language } from '../text.ts';
import { domainWords } from './domain.ts';
import { inColumnEn, inColumnFr, numberEn, numberFr, quoteEn, quoteFr } from './issue-phrases.ts';
import { joiningIssueMessages } from './joining-issues.ts';
import { placeIssueMessages } from './place-issues.ts';
import { readingIssueMessages } from './reading-issues.ts';

/** A sentence for each code. */
export type IssueWords = Record<IssueCode, (issue: Issue) => string>;

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
    ...placeIssueMessages.en,
    ...joiningIssueMessages.en,
    ...readingIssueMessages.en,
    'unmatched-kind': () =>
      'What the rows are was not recognised: name the columns for what they hold (name, latitude, longitude; or code, population).',
    'missing-required-column': ({ expected }) => `A column is missing: ${expected ?? ''}.`,
    'missing-id': () => 'The row has neither a code nor a name. It is left out.',
    'duplicate-id': ({ found }) => `The id or code${quoteEn(found)} is there already.`,
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
    'left-out': () => 'The row was left out by hand.',
    'unapplied-edit': ({ column }) =>
      column === null
        ? 'A change made by hand could not be applied: the file has no such row.'
        : `A change made by hand could not be applied: the file has no column “${column}”.`,
    'total-row': ({ row, found }) =>
      row === null
        ? `Totals (country, provinces, divisions): ${numberEn(found, 'row', 'rows')}. Kept as areas, and nobody is counted twice.`
        : `The row is a total${quoteEn(found)}. It is left out, so that nobody is counted twice.`,
    'ambiguous-dates': ({ column }) =>
      `Day and month cannot be told apart${inColumnEn(column)}. Say in which order dates are written; until then they are not known.`,
    'ambiguous-unit': ({ column }) =>
      `The unit of the floor areas${inColumnEn(column)} is not said. Say it; until then they are not known.`,
    'ambiguous-length': ({ column }) =>
      `Nothing says whether${quoteEn(column)} is in metres or kilometres: please say. Until then these distances do not count.`,
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
    ...placeIssueMessages.fr,
    ...joiningIssueMessages.fr,
    ...readingIssueMessages.fr,
    'unmatched-kind': () =>
      'La nature des lignes n’a pas été reconnue\u00a0: nommez les colonnes selon leur contenu (nom, latitude, longitude; ou code, population).',
    'missing-required-column': ({ expected }) => `Il manque une colonne\u00a0: ${expected ?? ''}.`,
    'missing-id': () => 'La ligne n’a ni code ni nom. Elle est écartée.',
    'duplicate-id': ({ found }) => `L’identifiant ou le code${quoteFr(found)} existe déjà.`,
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
    'left-out': () => 'La ligne a été écartée à la main.',
    'unapplied-edit': ({ column }) =>
      column === null
        ? 'Un changement fait à la main n’a pas pu être appliqué\u00a0: le fichier n’a pas cette ligne.'
        : `Un changement fait à la main n’a pas pu être appliqué\u00a0: le fichier n’a pas de colonne «\u00a0${column}\u00a0».`,
    'total-row': ({ row, found }) =>
      row === null
        ? `Totaux (pays, provinces, divisions)\u00a0: ${numberFr(found, 'ligne', 'lignes')}. Gardés comme secteurs, et personne n’est compté deux fois.`
        : `La ligne est un total${quoteFr(found)}. Elle est écartée, afin que personne ne soit compté deux fois.`,
    'ambiguous-dates': ({ column }) =>
      `Le jour et le mois ne se distinguent pas${inColumnFr(column)}. Dites dans quel ordre les dates s’écrivent; d’ici là, elles sont inconnues.`,
    'ambiguous-unit': ({ column }) =>
      `L’unité des superficies${inColumnFr(column)} n’est pas dite. Précisez-la; d’ici là, elles sont inconnues.`,
    'ambiguous-length': ({ column }) =>
      `Rien ne dit si${quoteFr(column)} est en mètres ou en kilomètres : veuillez le dire. D’ici là, ces distances ne comptent pas.`,
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
