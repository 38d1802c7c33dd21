import { importFiles, type FileReport } from '../../src/import/import-files.ts';
import { groupKey } from '../../src/import/issue-groups.ts';
import { createFormat } from '../../src/model/format.ts';
import { grouped } from '../../src/model/grouped.ts';
import type { Issue } from '../../src/model/issues.ts';
import { dataMessages } from '../../src/model/messages/data.ts';
import { issueText } from '../../src/model/messages/issues.ts';
import type { Language } from '../../src/model/text.ts';
import type { CheckCommand } from './arguments.ts';
import { readGazetteer } from './gazetteer.ts';
import { cliMessages } from './messages.ts';
import { readFiles } from './read-files.ts';
import type { CommandResult } from './run.ts';

/** `check FILE...`: what each file is and what is wrong with it. Files given together are joined as when dropped together. */
export async function check({ files }: CheckCommand, language: Language): Promise<CommandResult> {
  const read = await readFiles(files, language);
  const facts = { importedAt: new Date().toISOString(), gazetteer: await readGazetteer(language) };
  const result = await importFiles(read, null, facts);
  return {
    json: { files: result.files },
    text: result.files.map((report) => reportText(report, language)).join('\n'),
  };
}

/** A report for a person: one line of counts, the columns, the findings grouped by what they say. */
export function reportText(report: FileReport, language: Language): string {
  const words = dataMessages[language];
  const say = cliMessages[language];
  const { integer, percent } = createFormat(language);
  const { read, kept, listed } = report.rows;
  const used = report.columns.filter(({ field }) => field !== null);
  const unused = report.columns.filter(({ field }) => field === null);
  return [
    report.file,
    `  ${[words.kinds[report.kind], report.format, report.encoding].filter((text) => text !== null).join(' · ')}`,
    `  ${words.rowsLine(integer(read), integer(kept), integer(listed))}`,
    ...used.map(({ name, field, confidence }) => `  ${name} → ${field} (${percent(confidence)})`),
    ...(unused.length > 0
      ? [`  ${say.labelled(words.notUsed, unused.map(({ name }) => name).join(', '))}`]
      : []),
    ...(report.issues.length === 0 ? [`  ${words.noIssues}`] : issueLines(report.issues, language)),
    '',
  ].join('\n');
}

/** One line for all findings of one code and severity about one column: the first in words, and where the others are. */
function issueLines(issues: readonly Issue[], language: Language): string[] {
  const groups = grouped(issues, (issue) => [groupKey(issue)]);
  const say = cliMessages[language];
  const severity = dataMessages[language].severity;
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [
          `  ${say.labelled(severity[first.severity], issueText(first, language))}${rowsText(group, language)}`,
        ]
      : [];
  });
}

const rowsShown = 5;

function rowsText(group: readonly Issue[], language: Language): string {
  const say = cliMessages[language];
  const rows = group.flatMap(({ row }) => (row === null ? [] : [row]));
  if (rows.length === 0) return '';
  const list = rows.slice(0, rowsShown).join(', ');
  return rows.length === 1
    ? ` (${say.row(list)})`
    : ` (${say.rows(list, Math.max(0, rows.length - rowsShown))})`;
}
