import type { Issue, IssueCode } from '../issues.ts';
import { bilingual, type Language } from '../text.ts';

type IssueWords = Record<IssueCode, (issue: Issue) => string>;

const quoteEn = (text: string | null) => (text ? ` “${text}”` : '');
const quoteFr = (text: string | null) => (text ? ` «\u00a0${text}\u00a0»` : '');
const inColumnEn = (column: string | null) => (column ? ` in column “${column}”` : '');
const inColumnFr = (column: string | null) => (column ? ` dans la colonne «\u00a0${column}\u00a0»` : '');

/** A sentence for each finding about a file: what was found, what became of it, what would mend it. */
export const issueMessages = bilingual<IssueWords>({
  en: {
    'empty-file': () => 'The file is empty.',
    unreadable: () =>
      'The file is damaged, incomplete or of a kind that cannot be read. Get it again, or save it as CSV (UTF-8) or GeoJSON.',
    'unknown-format': ({ found }) =>
      `Files of this format${quoteEn(found)} cannot be read yet. Save it as CSV or GeoJSON.`,
    'too-large': () => 'The file is too large to read at once. Split it.',
    'no-rows': () => 'The file has a header but no rows.',
    'not-wgs84': ({ found, column }) =>
      `The coordinates${inColumnEn(column)} are projected${quoteEn(found)}. Save the file with longitude and latitude in degrees (WGS 84).`,
    'ragged-row': ({ expected }) =>
      expected === '""'
        ? 'A quotation mark inside a quoted cell is not doubled; it was read as part of the text.'
        : `The row does not have ${expected ?? 'as many'} cells as the header does, so its values may stand under the wrong names. It is left out.`,
    'unmatched-kind': () =>
      'What the rows are was not recognised: name the columns for what they hold (name, latitude, longitude; or code, population).',
    'missing-required-column': ({ expected }) => `A column is missing: ${expected ?? ''}.`,
    'missing-id': () => 'The row has neither a code nor a name. It is left out.',
    'duplicate-id': ({ found }) => `The id or code${quoteEn(found)} is there already.`,
    'missing-coordinates': () => 'The row has no coordinates. It cannot be placed on the map.',
    'impossible-coordinates': ({ expected, found }) =>
      expected === 'Canada'
        ? `The place is outside Canada${quoteEn(found)}. It is kept as written.`
        : `The coordinates cannot be right${quoteEn(found)}; the row is kept without a location.`,
    'swapped-coordinates': ({ found }) =>
      `Latitude and longitude seem to be swapped${quoteEn(found)}; the row is kept without a location.`,
    'not-a-number': ({ found, column }) =>
      `Not a number${inColumnEn(column)}:${quoteEn(found)}. It is kept as not known.`,
    'negative-number': ({ found, column }) =>
      `A count below zero${inColumnEn(column)}:${quoteEn(found)}. It is kept as not known.`,
    'suppressed-value': ({ found, column }) =>
      `The publisher withholds the number${inColumnEn(column)} (${found ?? ''}). It is kept as suppressed, not as zero.`,
    'unknown-code': ({ found, column, expected }) =>
      found === null
        ? `The file does not say the ${column ?? 'code'} of its rows; “${expected ?? ''}” is assumed.`
        : `${quoteEn(found).trim()} is not a known value${inColumnEn(column)}.`,
    'impossible-date': ({ found, column }) =>
      `Dates or hours that cannot be read${inColumnEn(column)}:${quoteEn(found)}. They are kept as not known.`,
    'reversed-dates': ({ found }) => `The end is before the start:${quoteEn(found)}.`,
    'unsupported-geometry': ({ found }) =>
      `This geometry${quoteEn(found)} cannot stand for the row. It is left out.`,
    'unjoined-area': ({ row, found, expected }) =>
      row === null
        ? `${found ?? ''} areas wait for ${expected === 'location' ? 'their boundaries' : 'their populations'}: add the file that has them.`
        : `No ${expected === 'location' ? 'boundary' : 'population'} joined the area${quoteEn(found)}.`,
    'approximate-coordinates': ({ found }) =>
      `The place was found by “${found ?? 'postal'}”, not by address: it may be many kilometres off.`,
    'preamble-lines': ({ found, expected }) =>
      expected === '1'
        ? `One line above the header is not a row${quoteEn(found)}. It was skipped.`
        : `${expected ?? ''} lines above the header are not rows${quoteEn(found)}. They were skipped.`,
    'other-parts': ({ found, expected }) =>
      `Only${quoteEn(found)} was read. The file also holds: ${expected ?? ''}.`,
    'password-protected': () => 'The file is protected by a password. Save it again without one.',
    'broken-row': ({ found }) => `The row cannot be read${quoteEn(found)}. It is left out.`,
    'skipped-file': ({ found, expected }) =>
      `The archive holds ${expected ?? ''} more files than are read from one archive${quoteEn(found)}. Unzip it and add them by themselves.`,
    'total-row': ({ row, found }) =>
      row === null
        ? `${found ?? ''} rows are totals (country, provinces, divisions): kept as areas, and nobody is counted twice.`
        : `The row is a total${quoteEn(found)}. It is left out, so that nobody is counted twice.`,
  },
  fr: {
    'empty-file': () => 'Le fichier est vide.',
    unreadable: () =>
      'Le fichier est endommagé, incomplet ou d’une sorte illisible. Obtenez-le de nouveau, ou enregistrez-le en CSV (UTF-8) ou en GeoJSON.',
    'unknown-format': ({ found }) =>
      `Les fichiers de ce format${quoteFr(found)} ne peuvent pas encore être lus. Enregistrez-le en CSV ou en GeoJSON.`,
    'too-large': () => 'Le fichier est trop gros pour être lu d’un coup. Divisez-le.',
    'no-rows': () => 'Le fichier a un en-tête, mais aucune ligne.',
    'not-wgs84': ({ found, column }) =>
      `Les coordonnées${inColumnFr(column)} sont projetées${quoteFr(found)}. Enregistrez le fichier avec la longitude et la latitude en degrés (WGS\u00a084).`,
    'ragged-row': ({ expected }) =>
      expected === '""'
        ? 'Un guillemet à l’intérieur d’une cellule entre guillemets n’est pas doublé; il a été lu comme du texte.'
        : `La ligne n’a pas ${expected ?? 'autant de'} cellules comme l’en-tête\u00a0: ses valeurs peuvent se trouver sous les mauvais noms. Elle est écartée.`,
    'unmatched-kind': () =>
      'La nature des lignes n’a pas été reconnue\u00a0: nommez les colonnes selon leur contenu (nom, latitude, longitude; ou code, population).',
    'missing-required-column': ({ expected }) => `Il manque une colonne\u00a0: ${expected ?? ''}.`,
    'missing-id': () => 'La ligne n’a ni code ni nom. Elle est écartée.',
    'duplicate-id': ({ found }) => `L’identifiant ou le code${quoteFr(found)} existe déjà.`,
    'missing-coordinates': () =>
      'La ligne n’a pas de coordonnées. Elle ne peut pas être placée sur la carte.',
    'impossible-coordinates': ({ expected, found }) =>
      expected === 'Canada'
        ? `L’endroit est hors du Canada${quoteFr(found)}. Il est gardé tel quel.`
        : `Les coordonnées sont impossibles${quoteFr(found)}; la ligne est gardée sans emplacement.`,
    'swapped-coordinates': ({ found }) =>
      `La latitude et la longitude semblent interverties${quoteFr(found)}; la ligne est gardée sans emplacement.`,
    'not-a-number': ({ found, column }) =>
      `Pas un nombre${inColumnFr(column)}\u00a0:${quoteFr(found)}. La valeur est gardée comme inconnue.`,
    'negative-number': ({ found, column }) =>
      `Un compte sous zéro${inColumnFr(column)}\u00a0:${quoteFr(found)}. La valeur est gardée comme inconnue.`,
    'suppressed-value': ({ found, column }) =>
      `Le diffuseur retient le nombre${inColumnFr(column)} (${found ?? ''}). Il est gardé comme supprimé, et non comme zéro.`,
    'unknown-code': ({ found, column, expected }) =>
      found === null
        ? `Le fichier ne précise pas «\u00a0${column ?? 'code'}\u00a0» pour ses lignes; «\u00a0${expected ?? ''}\u00a0» est supposé.`
        : `${quoteFr(found).trim()} n’est pas une valeur connue${inColumnFr(column)}.`,
    'impossible-date': ({ found, column }) =>
      `Des dates ou des heures illisibles${inColumnFr(column)}\u00a0:${quoteFr(found)}. Elles sont gardées comme inconnues.`,
    'reversed-dates': ({ found }) => `La fin précède le début\u00a0:${quoteFr(found)}.`,
    'unsupported-geometry': ({ found }) =>
      `Cette géométrie${quoteFr(found)} ne peut pas représenter la ligne. Elle est écartée.`,
    'unjoined-area': ({ row, found, expected }) =>
      row === null
        ? `${found ?? ''} secteurs attendent ${expected === 'location' ? 'leurs limites' : 'leur population'}\u00a0: ajoutez le fichier qui les contient.`
        : `Aucune ${expected === 'location' ? 'limite' : 'population'} n’a été jointe au secteur${quoteFr(found)}.`,
    'approximate-coordinates': ({ found }) =>
      `L’endroit a été trouvé par «\u00a0${found ?? 'code postal'}\u00a0», et non par l’adresse\u00a0: il peut être à plusieurs kilomètres de là.`,
    'preamble-lines': ({ found, expected }) =>
      expected === '1'
        ? `Une ligne au-dessus de l’en-tête n’est pas une ligne de données${quoteFr(found)}. Elle a été sautée.`
        : `${expected ?? ''} lignes au-dessus de l’en-tête ne sont pas des lignes de données${quoteFr(found)}. Elles ont été sautées.`,
    'other-parts': ({ found, expected }) =>
      `Seule la partie${quoteFr(found)} a été lue. Le fichier contient aussi\u00a0: ${expected ?? ''}.`,
    'password-protected': () =>
      'Le fichier est protégé par un mot de passe. Enregistrez-le de nouveau sans mot de passe.',
    'broken-row': ({ found }) => `La ligne est illisible${quoteFr(found)}. Elle est écartée.`,
    'skipped-file': ({ found, expected }) =>
      `L’archive contient ${expected ?? ''} fichiers de plus que ce qui est lu d’une même archive${quoteFr(found)}. Décompressez-la et ajoutez-les séparément.`,
    'total-row': ({ row, found }) =>
      row === null
        ? `${found ?? ''} lignes sont des totaux (pays, provinces, divisions)\u00a0: gardées comme secteurs, et personne n’est compté deux fois.`
        : `La ligne est un total${quoteFr(found)}. Elle est écartée, afin que personne ne soit compté deux fois.`,
  },
});

/** A finding in a sentence. */
export const issueText = (issue: Issue, language: Language): string =>
  issueMessages[language][issue.code](issue);
