import type { Choice } from '../model/choice.ts';

export type { Choice };

/** Choices under their headings, in the order given; those without a group come under none. */
export function groupChoices(choices: readonly Choice[]): { group: string | null; choices: Choice[] }[] {
  const groups = new Map<string | null, Choice[]>();
  for (const choice of choices) {
    const group = choice.group ?? null;
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups].map(([group, members]) => ({ group, choices: members }));
}
