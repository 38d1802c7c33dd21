import type { RowEdit } from './decisions.ts';

/** A finding about a person's file. A user's mistake is data, shown by row; it is never an exception. */
export type IssueSeverity = 'error' | 'warning' | 'note';

export type IssueCode =
  | 'empty-file'
  | 'unreadable'
  | 'unknown-format'
  | 'too-large'
  | 'no-rows'
  | 'not-wgs84'
  | 'ragged-row'
  | 'unmatched-kind'
  | 'missing-required-column'
  | 'missing-id'
  | 'duplicate-id'
  | 'replaced-point'
  | 'staying-points'
  | 'replaced-area'
  | 'missing-coordinates'
  | 'impossible-coordinates'
  | 'swapped-coordinates'
  | 'not-a-number'
  | 'negative-number'
  | 'suppressed-value'
  | 'unknown-code'
  | 'impossible-date'
  | 'reversed-dates'
  | 'unsupported-geometry'
  | 'joined-areas'
  | 'unjoined-area'
  | 'ambiguous-area'
  | 'approximate-coordinates'
  | 'total-row'
  | 'added-up'
  | 'added-up-partly'
  | 'outside-boundaries'
  | 'nothing-to-add-up'
  | 'preamble-lines'
  | 'no-header'
  | 'zero-byte'
  | 'geometry-column'
  | 'other-parts'
  | 'password-protected'
  | 'broken-row'
  | 'skipped-file'
  | 'located'
  | 'looked-up'
  | 'ambiguous-place'
  | 'misplaced'
  | 'outside-province'
  | 'outside-land'
  | 'postal-code-elsewhere'
  | 'near-duplicate'
  | 'unequal-total'
  | 'left-out'
  | 'unapplied-edit'
  | 'ambiguous-dates'
  | 'ambiguous-unit'
  | 'ambiguous-length'
  | 'further-tenure'
  | 'further-offering'
  | 'unjoined-point'
  | 'waiting-row'
  | 'waiting-rows-joined'
  | 'unjoined-place'
  | 'turned-journeys'
  | 'year-chosen'
  | 'population-year'
  | 'divided-count'
  | 'lost-zeros'
  | 'kept-aside'
  | 'not-a-share'
  | 'reprojected'
  | 'footnote';

export interface Issue {
  code: IssueCode;
  severity: IssueSeverity;
  /** 1-based row of the file's data, header not counted; null when the issue is about the whole file. */
  row: number | null;
  column: string | null;
  found: string | null;
  expected: string | null;
  /** What would mend it, for a person to apply; left out where nothing is suggested. */
  fix?: RowEdit;
}

/** Rows read = rows kept + rows listed, each listed row with an issue that says why. */
export interface RowCount {
  read: number;
  kept: number;
  listed: number;
}
