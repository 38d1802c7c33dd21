/** The four marks a value can carry; each has one word, one pattern and one look wherever it is shown. */
export type MarkKind = 'illustrative' | 'estimated' | 'suppressed' | 'unknown';

/** The short word of each mark and what it means. */
export type MarkWords = Record<MarkKind, { word: string; explained: string }>;
