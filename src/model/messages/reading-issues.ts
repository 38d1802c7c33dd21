import { bilingual } from '../text.ts';
import { inColumnEn, inColumnFr, numberEn, numberFr, quoteEn, quoteFr } from './issue-phrases.ts';
import type { IssueWords } from './issues.ts';

type ReadingIssue =
  | 'empty-file'
  | 'unreadable'
  | 'unknown-format'
  | 'too-large'
  | 'no-rows'
  | 'reprojected'
  | 'footnote'
  | 'not-wgs84'
  | 'ragged-row'
  | 'preamble-lines'
  | 'no-header'
  | 'zero-byte'
  | 'geometry-column'
  | 'other-parts'
  | 'password-protected'
  | 'broken-row'
  | 'skipped-file';

/** A sentence for each finding of reading a file, before it is asked what its rows mean. */
export const readingIssueMessages = bilingual<Pick<IssueWords, ReadingIssue>>({
  en: {
    'empty-file': () => 'The file is empty.',
    unreadable: () =>
      'The file is damaged, incomplete or of a kind that cannot be read. Get it again, or save it as CSV (UTF-8) or GeoJSON.',
    'unknown-format': ({ found }) =>
      `Files of this format${quoteEn(found)} cannot be read yet. Save it as CSV or GeoJSON.`,
    'too-large': () => 'The file is too large to read at once. Split it.',
    'no-rows': () => 'The file has a header but no rows.',
    reprojected: ({ found }) =>
      `The coordinates were brought from the system${quoteEn(found)} to longitude and latitude (WGS 84).`,
    footnote: () => 'A note below the table, not a row of it. It is left out.',
    'not-wgs84': ({ found, column }) =>
      `The coordinates${inColumnEn(column)} are projected${quoteEn(found)}. Save the file with longitude and latitude in degrees (WGS 84).`,
    'ragged-row': ({ expected }) =>
      expected === '""'
        ? 'A quotation mark inside a quoted cell is not doubled; it was read as part of the text.'
        : `The row does not have ${expected ?? 'as many'} cells as the header does, so its values may stand under the wrong names. It is left out.`,
    'preamble-lines': ({ found, expected }) =>
      `Skipped above the header, no rows of the table: ${numberEn(expected, 'line', 'lines')}${quoteEn(found)}.`,
    'zero-byte': ({ row, column, found }) =>
      row === null
        ? `Outside the cells, or in rows that are listed: ${numberEn(found, 'zero byte', 'zero bytes')} (NUL), shown as ␀.`
        : `A zero byte (NUL) is inside a cell${inColumnEn(column)}, shown as ␀:${quoteEn(found)}. It is kept; the suggested fix takes it out.`,
    'no-header': ({ found }) =>
      `The first line holds values, not names of columns, and is read as a row${quoteEn(found)}. Say what each column means.`,
    'geometry-column': ({ column }) => `The places are those written in column “${column ?? ''}”.`,
    'other-parts': ({ found, expected }) =>
      `Only${quoteEn(found)} was read. The file also holds: ${expected ?? ''}.`,
    'password-protected': () => 'The file is protected by a password. Save it again without one.',
    'broken-row': ({ found }) => `The row cannot be read${quoteEn(found)}. It is left out.`,
    'skipped-file': ({ found, expected }) =>
      `Not read, as the archive holds too many: ${numberEn(expected, 'file', 'files')}${quoteEn(found)}. Unzip it and add them by themselves.`,
  },
  fr: {
    'empty-file': () => 'Le fichier est vide.',
    unreadable: () =>
      'Le fichier est endommagé, incomplet ou d’une sorte illisible. Obtenez-le de nouveau, ou enregistrez-le en CSV (UTF-8) ou en GeoJSON.',
    'unknown-format': ({ found }) =>
      `Les fichiers de ce format${quoteFr(found)} ne peuvent pas encore être lus. Enregistrez-le en CSV ou en GeoJSON.`,
    'too-large': () => 'Le fichier est trop gros pour être lu d’un coup. Divisez-le.',
    'no-rows': () => 'Le fichier a un en-tête, mais aucune ligne.',
    reprojected: ({ found }) =>
      `Les coordonnées ont été converties du système${quoteFr(found)} en longitude et latitude (WGS\u00a084).`,
    footnote: () => 'Une note sous le tableau, et non une de ses lignes. Elle est écartée.',
    'not-wgs84': ({ found, column }) =>
      `Les coordonnées${inColumnFr(column)} sont projetées${quoteFr(found)}. Enregistrez le fichier avec la longitude et la latitude en degrés (WGS\u00a084).`,
    'ragged-row': ({ expected }) =>
      expected === '""'
        ? 'Un guillemet à l’intérieur d’une cellule entre guillemets n’est pas doublé; il a été lu comme du texte.'
        : `La ligne n’a pas ${expected ?? 'autant de'} cellules comme l’en-tête\u00a0: ses valeurs peuvent se trouver sous les mauvais noms. Elle est écartée.`,
    'preamble-lines': ({ found, expected }) =>
      `Au-dessus de l’en-tête, hors du tableau\u00a0: ${numberFr(expected, 'ligne sautée', 'lignes sautées')}${quoteFr(found)}.`,
    'zero-byte': ({ row, column, found }) =>
      row === null
        ? `Hors des cellules, ou dans des lignes écartées\u00a0: ${numberFr(found, 'octet nul', 'octets nuls')} (NUL), montrés par ␀.`
        : `Un octet nul (NUL) se trouve dans une cellule${inColumnFr(column)}, montré par ␀\u00a0:${quoteFr(found)}. Il est conservé; la correction proposée l’enlève.`,
    'no-header': ({ found }) =>
      `La première ligne contient des valeurs et non des noms de colonnes; elle est lue comme une ligne du tableau${quoteFr(found)}. Dites ce que signifie chaque colonne.`,
    'geometry-column': ({ column }) =>
      `Les emplacements sont ceux écrits dans la colonne «\u00a0${column ?? ''}\u00a0».`,
    'other-parts': ({ found, expected }) =>
      `Seule la partie${quoteFr(found)} a été lue. Le fichier contient aussi\u00a0: ${expected ?? ''}.`,
    'password-protected': () =>
      'Le fichier est protégé par un mot de passe. Enregistrez-le de nouveau sans mot de passe.',
    'broken-row': ({ found }) => `La ligne est illisible${quoteFr(found)}. Elle est écartée.`,
    'skipped-file': ({ found, expected }) =>
      `Hors lecture, car l’archive en contient trop\u00a0: ${numberFr(expected, 'fichier', 'fichiers')}${quoteFr(found)}. Décompressez-la et ajoutez-les séparément.`,
  },
});
