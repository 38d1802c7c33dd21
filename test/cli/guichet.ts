import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A file of the import tests, as a path from the root. */
export const fixturePath = (name: string) => `test/import/fixtures/${name}`;

/** Runs the real command in a process of its own, in English unless the environment given says otherwise. */
export function guichet(args: string[], env: Record<string, string> = { LC_ALL: 'C' }) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/guichet.ts', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...env },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { stdout, stderr, status };
}

/** Runs with `--json` and reads the answer. Throws the command's own words when it fails. */
export function guichetJson<Answer>(...args: string[]): Answer {
  const { stdout, stderr, status } = guichet([...args, '--json']);
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
