/** A piece of a sentence: words, or the name of the control that stands among them. */
export type SentencePart =
  | { kind: 'words'; text: string }
  /** `after` is the punctuation that must not be parted from the control by a line break. */
  | { kind: 'control'; name: string; after: string };

/**
 * Takes `Who lives within {cutoff} of {points}?` apart. The order of the controls is the sentence's own, so each
 * language puts them where its grammar does.
 */
export function splitSentence(template: string): SentencePart[] {
  const pieces = template.split(/\{([A-Za-z]\w*)\}([^\s{]*)/);
  const parts: SentencePart[] = [];
  for (let at = 0; at < pieces.length; at += 3) {
    const [words, name, after] = pieces.slice(at, at + 3);
    if (words) parts.push({ kind: 'words', text: words });
    if (name !== undefined) parts.push({ kind: 'control', name, after: after ?? '' });
  }
  return parts;
}

/** A run of an answer, told apart so that its figures can be set larger. */
export interface AnswerPart {
  text: string;
  figure: boolean;
}

const figure = /(\d(?:[\d.,\u00a0\u202f]*\d)?(?:[\u00a0\u202f]?%)?)/;

/** Takes `1 234 567 people (81.3%) are covered` apart at its figures, as either language writes them. */
export function splitFigures(text: string): AnswerPart[] {
  return text
    .split(figure)
    .map((piece, index) => ({ text: piece, figure: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
