import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of published files that the project does not hold, or null: then tests of this folder do not run. */
export const realData = process.env.GUICHET_REAL_DATA ? resolve(process.env.GUICHET_REAL_DATA) : null;

if (realData === null)
  console.log('GUICHET_REAL_DATA is not set: the tests on published files are left out.');

/** Absolute path of a published file. Only for tests that run where the folder is. */
export const realPath = (path: string) => join(realData ?? '', path);

export const readReal = (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(realPath(path)),
});

/** Paths, from the folder, of the files with one of these extensions; none where there is no folder. */
export function listReal(...extensions: string[]): string[] {
  if (realData === null) return [];
  return readdirSync(realData, { recursive: true, encoding: 'utf8' })
    .filter((path) => extensions.some((extension) => path.endsWith(`.${extension}`)))
    .sort();
}
