import type { Score, ScorePart, Weights } from '../model/results.ts';

/** Below this share of known weight an opportunity is listed but not ranked. Exactly half is enough. */
const leastKnownToRank = 0.5;

/**
 * The weighted mean of the parts that are known. An unknown part takes no side: it widens `low` to `high`, what the
 * mean would be if every unknown part were 0 or 1. Weights need not sum to 1; with no positive weight nothing is known.
 */
export function score<Criterion extends string>(
  scores: Record<Criterion, number | null>,
  weights: Weights<Criterion>,
): Score<Criterion> {
  const parts = (Object.keys(scores) as Criterion[]).map((criterion): ScorePart<Criterion> => ({
    criterion,
    weight: Math.max(0, weights[criterion]),
    score: scores[criterion],
  }));
  const total = sum(parts, ({ weight }) => weight);
  const known = sum(parts, (part) => (part.score === null ? 0 : part.weight));
  const earned = sum(parts, (part) => part.weight * (part.score ?? 0));
  if (total === 0) return { value: null, low: 0, high: 1, known: 0, parts };
  return {
    value: known === 0 ? null : earned / known,
    low: earned / total,
    high: (earned + total - known) / total,
    known: known / total,
    parts,
  };
}

/**
 * Best first: those known well enough, by value, then by how much is known, then by id; then the others by the same
 * order without a rank. Equal opportunities never share a rank, so that a rank names one.
 */
export function rank<Item extends { score: Score<string> }>(
  items: readonly Item[],
  idOf: (item: Item) => string,
): (Item & { rank: number | null })[] {
  const rankable = ({ score }: Item) => score.value !== null && score.known >= leastKnownToRank - 1e-9;
  const order = (a: Item, b: Item) =>
    Number(rankable(b)) - Number(rankable(a)) ||
    (b.score.value ?? -1) - (a.score.value ?? -1) ||
    b.score.known - a.score.known ||
    (idOf(a) < idOf(b) ? -1 : 1);
  return [...items].sort(order).map((item, index) => ({ ...item, rank: rankable(item) ? index + 1 : null }));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
