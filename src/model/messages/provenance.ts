import { counted, plural } from '../format.ts';
import { bilingual, type Language } from '../text.ts';

const number = (language: Language, count: number) => counted(language, count, '', '').trim();

/** How a file came to be read as it was; kept with its source, so that it travels into every result and export. */
export const provenanceMessages = bilingual({
  en: {
    mapping: (name: string, id: string, version: number) =>
      `Read as “${name}” was (reading ${id}, version ${version}).`,
    columns: (count: number) =>
      plural('en', count, {
        one: 'The meaning of 1 column was given by a person.',
        other: `The meaning of ${count} columns was given by a person.`,
      }),
    rows: (count: number) =>
      plural('en', count, {
        one: '1 row was corrected by a person.',
        other: `${count} rows were corrected by a person.`,
      }),
    placed: (count: number, host: string) =>
      plural('en', count, {
        one: `1 row was placed by the geocoder at ${host}.`,
        other: `${count} rows were placed by the geocoder at ${host}.`,
      }),
    listed: (read: number, kept: number, listed: number) =>
      `${counted('en', read, 'row', 'rows')} read = ${number('en', kept)} kept + ${number('en', listed)} listed with a reason and left out.`,
  },
  fr: {
    mapping: (name: string, id: string, version: number) =>
      `Lu comme «\u00a0${name}\u00a0» l’a été (lecture ${id}, version ${version}).`,
    columns: (count: number) =>
      plural('fr', count, {
        one: 'Le sens d’une colonne a été donné par une personne.',
        other: `Le sens de ${count} colonnes a été donné par une personne.`,
      }),
    rows: (count: number) =>
      plural('fr', count, {
        one: 'Une ligne a été corrigée par une personne.',
        other: `${count} lignes ont été corrigées par une personne.`,
      }),
    placed: (count: number, host: string) =>
      plural('fr', count, {
        one: `Une ligne a été placée par le géocodeur de ${host}.`,
        other: `${count} lignes ont été placées par le géocodeur de ${host}.`,
      }),
    listed: (read: number, kept: number, listed: number) =>
      `${counted('fr', read, 'ligne lue', 'lignes lues')} = ${counted('fr', kept, 'gardée', 'gardées')} + ${counted('fr', listed, 'écartée', 'écartées')} avec leur raison.`,
  },
});
