import { writeFile } from 'node:fs/promises';
import { UserError } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import { cliMessages } from './messages.ts';

/** Writes a file, in place of one that is there. @throws UserError where that cannot be done. */
export async function writeOutput(path: string, bytes: Uint8Array, language: Language): Promise<void> {
  const say = cliMessages[language];
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(code === 'EISDIR' ? say.isFolder(path) : say.cannotWrite(path, code ?? message), {
      cause: error,
    });
  }
}
