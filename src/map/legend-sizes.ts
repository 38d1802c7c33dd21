/**
 * Round numbers of people for the legend's circles, largest first: the greatest 1, 2 or 5 times a power of ten that is
 * not over `largest`, then a fifth and a fiftieth of it. Never below 1; none when there are no people.
 */
export function legendSizes(largest: number): number[] {
  if (!(largest >= 1)) return [];
  const power = 10 ** Math.floor(Math.log10(largest));
  const lead = [5, 2, 1].find((digit) => digit * power <= largest) ?? 1;
  return [1, 5, 50].map((divisor) => (lead * power) / divisor).filter((people) => people >= 1);
}
