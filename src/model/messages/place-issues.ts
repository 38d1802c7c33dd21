import { bilingual } from '../text.ts';
import { numberEn, numberFr, quoteEn, quoteFr } from './issue-phrases.ts';
import type { IssueWords } from './issues.ts';

type PlaceIssue =
  | 'missing-coordinates'
  | 'impossible-coordinates'
  | 'swapped-coordinates'
  | 'unsupported-geometry'
  | 'approximate-coordinates'
  | 'looked-up'
  | 'ambiguous-place'
  | 'outside-province'
  | 'outside-land'
  | 'postal-code-elsewhere'
  | 'near-duplicate'
  | 'located'
  | 'misplaced';

/** The second character of a rural postal code is a zero. */
const isRuralCode = (code: string | null) => /^[A-Z]0/.test(code ?? '');

/** A sentence for each finding about where a row lies. */
export const placeIssueMessages = bilingual<Pick<IssueWords, PlaceIssue>>({
  en: {
    'missing-coordinates': () => 'The row has no coordinates. It cannot be placed on the map.',
    'impossible-coordinates': ({ expected, found }) =>
      expected === 'Canada'
        ? `The place is outside Canada${quoteEn(found)}. It is kept as written.`
        : `The coordinates cannot be right${quoteEn(found)}; they are not used.`,
    'swapped-coordinates': ({ found }) =>
      `Latitude and longitude seem to be swapped${quoteEn(found)}; they are not used.`,
    'unsupported-geometry': ({ found }) =>
      `This geometry${quoteEn(found)} cannot stand for the row. It is left out.`,
    'approximate-coordinates': ({ found }) =>
      `The place was found by “${found ?? 'postal'}”, not by address: it may be many kilometres off.`,
    'looked-up': ({ column, found, expected }) =>
      expected === 'address'
        ? `${column ?? ''} found its address${quoteEn(found)}.`
        : `${column ?? ''} found no address, only${quoteEn(found)}: it may be many kilometres off.`,
    'ambiguous-place': ({ found, expected }) =>
      `Several places have the name${quoteEn(found)}, so the row was not placed: ${expected ?? ''}. Give its province or postal code.`,
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
    located: ({ found, expected }) =>
      expected === 'municipality'
        ? `The row has no usable coordinates. It was placed at the centre of${quoteEn(found)}, its municipality.`
        : isRuralCode(found)
          ? `The row has no usable coordinates. It was placed at the centre of the rural postal area${quoteEn(found)}: approximate, it may be more than 100 kilometres off.`
          : `The row has no usable coordinates. It was placed at the centre of the postal area${quoteEn(found)}: as a rule within a few kilometres.`,
    misplaced: ({ found, expected, fix }) =>
      `The coordinates are ${found ?? ''} km from${quoteEn(expected)}, where the row says it is.${fix ? ` The suggested fix moves it there, to the centre of the place or postal area.` : ''}`,
  },
  fr: {
    'missing-coordinates': () =>
      'La ligne n’a pas de coordonnées. Elle ne peut pas être placée sur la carte.',
    'impossible-coordinates': ({ expected, found }) =>
      expected === 'Canada'
        ? `L’endroit est hors du Canada${quoteFr(found)}. Il est gardé tel quel.`
        : `Les coordonnées sont impossibles${quoteFr(found)}; elles ne sont pas utilisées.`,
    'swapped-coordinates': ({ found }) =>
      `La latitude et la longitude semblent interverties${quoteFr(found)}; elles ne sont pas utilisées.`,
    'unsupported-geometry': ({ found }) =>
      `Cette géométrie${quoteFr(found)} ne peut pas représenter la ligne. Elle est écartée.`,
    'approximate-coordinates': ({ found }) =>
      `L’endroit a été trouvé par «\u00a0${found ?? 'code postal'}\u00a0», et non par l’adresse\u00a0: il peut être à plusieurs kilomètres de là.`,
    'looked-up': ({ column, found, expected }) =>
      expected === 'address'
        ? `${column ?? ''} a trouvé son adresse${quoteFr(found)}.`
        : `${column ?? ''} n’a trouvé aucune adresse, seulement${quoteFr(found)} : l’écart peut être de plusieurs kilomètres.`,
    'ambiguous-place': ({ found, expected }) =>
      `Plusieurs lieux portent le nom${quoteFr(found)}; la ligne n’a donc pas été placée\u00a0: ${expected ?? ''}. Indiquez sa province ou son code postal.`,
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
    located: ({ found, expected }) =>
      expected === 'municipality'
        ? `La ligne n’a pas de coordonnées utilisables. Elle a été placée au centre de sa municipalité,${quoteFr(found)}.`
        : isRuralCode(found)
          ? `La ligne n’a pas de coordonnées utilisables. Elle a été placée au centre de la région postale rurale${quoteFr(found)}\u00a0: approximatif, l’écart peut dépasser 100\u00a0kilomètres.`
          : `La ligne n’a pas de coordonnées utilisables. Elle a été placée au centre de la région postale${quoteFr(found)}\u00a0: en général à quelques kilomètres près.`,
    misplaced: ({ found, expected, fix }) =>
      `Les coordonnées sont à ${found ?? ''}\u00a0km de${quoteFr(expected)}, où la ligne dit se trouver.${fix ? ` La correction proposée la déplace là, au centre du lieu ou de la région postale.` : ''}`,
  },
});
