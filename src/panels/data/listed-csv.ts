import { csvCell } from '../../export/formats/csv.ts';
import type { ListedRows } from '../../import/import-messages.ts';
import { issueText } from '../../model/messages/issues.ts';
import type { wizardMessages } from '../../model/messages/wizard.ts';
import type { Language } from '../../model/text.ts';
import { downloadCsv } from '../frame/download.ts';

type Words = (typeof wizardMessages)[Language];

/** The rows that were not kept as CSV: number, reasons, then the cells as the file has them. */
export function listedCsv({ header, rows }: ListedRows, words: Words, language: Language): string {
  const lines = rows.map(({ row, reasons, cells }) => [
    String(row),
    reasons.map((reason) => issueText(reason, language)).join(' '),
    ...header.map((_, column) => cells[column] ?? ''),
  ]);
  return [[words.listedRow, words.listedReason, ...header], ...lines]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n');
}

/** Hands the listed rows of a file to the person. */
export function downloadListed(file: string, rows: ListedRows, words: Words, language: Language): void {
  const stem = (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/, '');
  downloadCsv(`${stem}-listed.csv`, listedCsv(rows, words, language));
}
