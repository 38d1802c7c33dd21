import type { Choice } from '../model/choice.ts';
import { grouped } from '../model/grouped.ts';

/** Choices under their headings, in the order given; those without a group come under none. */
export const groupChoices = (choices: readonly Choice[]): { group: string | null; choices: Choice[] }[] =>
  [...grouped(choices, ({ group }) => [group ?? null])].map(([group, members]) => ({
    group,
    choices: members,
  }));
