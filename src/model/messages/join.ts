import { counted } from '../format.ts';
import { bilingual } from '../text.ts';

/** How the rows of a file join the areas and points of the project. */
export const joinMessages = bilingual({
  en: {
    by: { areas: 'Joined to areas by column', points: 'Joined to points by column' },
    none: 'No column yet',
    option: (column: string, share: string) => `${column} (${share} are known)`,
    line: {
      areas: (joined: string, all: string) => `Rows that joined an area: ${joined} of ${all}.`,
      points: (joined: string, all: string) => `Rows that joined a point: ${joined} of ${all}.`,
    },
    unjoined: (count: number) => `${counted('en', count, 'row did', 'rows did')} not.`,
    save: 'Save the rows that did not join as CSV',
  },
  fr: {
    by: { areas: 'Jointes aux secteurs par la colonne', points: 'Jointes aux points par la colonne' },
    none: 'Aucune colonne encore',
    option: (column: string, share: string) => `${column} (${share} sont connues)`,
    line: {
      areas: (joined: string, all: string) => `Lignes jointes à un secteur\u00a0: ${joined} sur ${all}.`,
      points: (joined: string, all: string) => `Lignes jointes à un point\u00a0: ${joined} sur ${all}.`,
    },
    unjoined: (count: number) => `${counted('fr', count, 'ligne ne l’est pas', 'lignes ne le sont pas')}.`,
    save: 'Enregistrer en CSV les lignes non jointes',
  },
});
