import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import { decodeGraph } from '../../src/network/graph-file.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { cliMessages } from './messages.ts';

/** The bytes of a file. @throws UserError when there is none, it is a folder, or it may not be read. */
export async function readBytes(path: string, language: Language): Promise<Uint8Array> {
  const say = cliMessages[language];
  try {
    // A plain array: `slice` of Node's Buffer is a view of a shared pool, not a copy.
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError(say.noFile(path));
    if (code === 'EISDIR') throw new UserError(say.isFolder(path));
    throw new UserError(say.cannotRead(path, code ?? message), { cause: error });
  }
}

/** Files by their own names, without folders. */
export async function readFiles(paths: readonly string[], language: Language) {
  return Promise.all(
    paths.map(async (path) => ({ name: basename(path), bytes: await readBytes(path, language) })),
  );
}

/** A road graph. @throws UserError as `readBytes` does, and when the file is no graph or is damaged. */
export async function readGraph(path: string, language: Language): Promise<RoadGraph> {
  const bytes = await readBytes(path, language);
  try {
    return decodeGraph(bytes);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(cliMessages[language].notGraph(path, error.message), { cause: error });
  }
}
