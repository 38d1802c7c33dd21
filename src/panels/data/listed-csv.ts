import { csvCell } from '../../export/formats/csv.ts';
import { stemOf } from '../../import/cells/names.ts';
import type { ListedRows } from '../../import/import-messages.ts';
import type { Issue } from '../../model/issues.ts';
import type { dataMessages } from '../../model/messages/data.ts';
import { issueText } from '../../model/messages/issues.ts';
import type { wizardMessages } from '../../model/messages/wizard.ts';
import type { Language } from '../../model/text.ts';
import { downloadCsv } from '../frame/download.ts';

type Words = (typeof wizardMessages)[Language];
type DataWords = (typeof dataMessages)[Language];

/** The rows that were not kept as CSV: number, reasons, then the cells as the file has them. */
function listedCsv({ header, rows }: ListedRows, words: Words, language: Language): string {
  const lines = rows.map(({ row, reasons, cells }) => [
    String(row),
    reasons.map((reason) => issueText(reason, language)).join(' '),
    ...header.map((_, column) => cells[column] ?? ''),
  ]);
  return [[words.listedRow, words.listedReason, ...header], ...lines]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n');
}

/** All that was found in a file as CSV: row, severity, column, and the sentence that the screen shows. */
function findingsCsv(
  issues: readonly Issue[],
  { severity, column }: DataWords,
  { listedRow, finding }: Words,
  language: Language,
): string {
  const lines = issues.map((issue) => [
    issue.row === null ? '' : String(issue.row),
    severity[issue.severity],
    issue.column ?? '',
    issueText(issue, language),
  ]);
  return [[listedRow, finding.severity, column, finding.text], ...lines]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n');
}

/** Hands all that was found in a file to the person. */
export function downloadFindings(
  file: string,
  issues: readonly Issue[],
  data: DataWords,
  words: Words,
  language: Language,
): void {
  downloadCsv(`${stemOf(file)}-findings.csv`, findingsCsv(issues, data, words, language));
}

/** Hands rows of a file to the person: those that were listed, or that joined nothing. */
export function downloadListed(
  file: string,
  which: 'listed' | 'unjoined',
  rows: ListedRows,
  words: Words,
  language: Language,
): void {
  downloadCsv(`${stemOf(file)}-${which}.csv`, listedCsv(rows, words, language));
}
