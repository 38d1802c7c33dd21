/** The four marks a value can carry; each has one word, one pattern and one look wherever it is shown. */
export const markKinds = ['illustrative', 'estimated', 'suppressed', 'unknown'] as const;
export type MarkKind = (typeof markKinds)[number];

/** The short word of each mark and what it means. */
export type MarkWords = Record<MarkKind, { word: string; explained: string }>;
