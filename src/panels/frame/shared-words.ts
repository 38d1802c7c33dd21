import type { Caveat } from '../../model/caveats.ts';
import { caveatText } from '../../model/messages/caveats.ts';
import type { Messages } from '../../model/messages/index.ts';
import type { Language } from '../../model/text.ts';
import type { Phase } from '../../state/asked.ts';
import type { MarkWords } from '../../ui/marks.ts';
import type { TableWords } from '../../ui/table-columns.ts';

/** The four marks in the reader's words. */
export function markWordsIn({ domain }: Messages): MarkWords {
  const of = (kind: keyof typeof domain.mark) => ({
    word: domain.mark[kind],
    explained: domain.markExplained[kind],
  });
  return {
    illustrative: of('illustrative'),
    estimated: of('estimated'),
    suppressed: of('suppressed'),
    unknown: of('unknown'),
  };
}

/** The words of every table. */
export function tableWordsIn({ app }: Messages): TableWords {
  const { rows, sortBy, sorting, previous, next, noRows: none } = app;
  return { rows, sortBy, sorting, previous, next, none };
}

/** A result's caveats in sentences. */
export const caveatTexts = (caveats: readonly Caveat[], language: Language) =>
  caveats.map((caveat) => caveatText(caveat, language));

/** What is under way, in words; null when nothing is: the work is done, was stopped or failed. */
export function phaseLabel({ kind }: Phase, app: Messages['app']) {
  const { starting, loading, travelling, computing, drawing } = app;
  const under = { starting, loading, travelling, computing, drawing };
  const words = { ...under, ready: null, cancelled: null, failed: null };
  return words[kind];
}
