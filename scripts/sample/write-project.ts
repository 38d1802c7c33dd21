import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Project } from '../../src/model/project.ts';

/** The text of a project, one row a line, so that a change to a sample reads as a diff. */
export function projectText(project: Project): string {
  const { tables, ...about } = project;
  const table = ([name, rows]: [string, readonly unknown[]]) =>
    `    ${JSON.stringify(name)}: [${rows.map((row) => `\n      ${JSON.stringify(row)}`).join(',')}\n    ]`;
  const head = Object.entries(about).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  return `{\n${head.join('\n')}\n  "tables": {\n${Object.entries(tables).map(table).join(',\n')}\n  }\n}\n`;
}

/** Writes a sample below `public/`. */
export function writeProject(path: string, project: Project): void {
  const target = join(import.meta.dirname, '../../public', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, projectText(project));
}
