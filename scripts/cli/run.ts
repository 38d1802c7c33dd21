import { UserError } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import { parseCommand, languageOf, type Command } from './arguments.ts';
import { helpText } from './help.ts';
import { cliMessages } from './messages.ts';

/** Where text goes: the result to stdout, all else to stderr. */
export interface Output {
  result(text: string): void;
  error(text: string): void;
}

/** What a command gives: a value for `--json`, and the same for a person to read. */
export interface CommandResult {
  json: unknown;
  text: string;
}

/** Runs one command. Exit code 0, 2 for a user's mistake, 1 for a defect of ours. Nothing but the result goes to `result`. */
export async function run(argv: string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const language = languageOf(argv, env);
  try {
    const command = parseCommand(argv, language);
    if (command.name === 'help') output.result(helpText(command.topic, language));
    else {
      const { json, text } = await perform(command, language);
      output.result(command.json ? `${JSON.stringify(json, null, 2)}\n` : text);
    }
    return 0;
  } catch (error) {
    if (error instanceof UserError) {
      output.error(`guichet: ${error.message}\n${cliMessages[language].seeHelp}\n`);
      return 2;
    }
    output.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

/** Each command is loaded when it is asked for: checking a file needs no engine. */
async function perform(
  command: Exclude<Command, { name: 'help' }>,
  language: Language,
): Promise<CommandResult> {
  switch (command.name) {
    case 'check':
      return (await import('./check.ts')).check(command, language);
    case 'convert':
      return (await import('./convert.ts')).convert(command, language);
    case 'coverage':
      return (await import('./coverage.ts')).coverage(command, language);
    case 'rank':
      return (await import('./rank.ts')).rank(command, language);
    case 'network':
      return (await import('./network.ts')).network(command, language);
  }
}
