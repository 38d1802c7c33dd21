import type { Offering } from '../../model/tables.ts';
import { normaliseName } from './names.ts';

const words: Record<Offering['mode'], RegExp> = {
  'in person': /^(in person|counter|walk in|en personne|au comptoir|sur place)$/,
  virtual: /^(virtual|online|on line|video|by phone|telephone|phone|virtuel|en ligne|par telephone)$/,
  appointment: /^(appointment|by appointment|appointment only|rendez vous|sur rendez vous)$/,
};

/** How a service is given at a point, from a whole cell in English or French; null when it is none we know. */
export function offeringModeOf(text: string): Offering['mode'] | null {
  const name = normaliseName(text);
  const modes = ['in person', 'virtual', 'appointment'] as const;
  return modes.find((mode) => words[mode].test(name)) ?? null;
}
