import type { Tenure } from '../../model/tables.ts';
import { normaliseName } from './names.ts';

const words: Record<Tenure['kind'], RegExp> = {
  owned: /^(owned|own|crown owned|propriete|en propriete|proprietaire)$/,
  licence: /^(licen[cs]e|licen[cs]ed|permis|licence d occupation)$/,
  lease: /^(lease|leased|rent|rented|bail|loue|location)$/,
};

/** How a place is held, from a whole cell in English or French; null when it is none we know. */
export function tenureKindOf(text: string): Tenure['kind'] | null {
  const name = normaliseName(text);
  const kinds = ['owned', 'licence', 'lease'] as const;
  return kinds.find((kind) => words[kind].test(name)) ?? null;
}
