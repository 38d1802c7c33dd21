import { parseArgs } from 'node:util';
import { exportFormatIds, type ExportFormatId } from '../../src/export/list.ts';
import { UserError } from '../../src/model/errors.ts';
import { projectTableNames, type ProjectTableName } from '../../src/model/tables.ts';
import { languages, type Language } from '../../src/model/text.ts';
import type { Cutoff } from '../../src/model/units.ts';
import { cliMessages } from './messages.ts';
import { networkCommand, networkOptions, type NetworkCommand } from './network-arguments.ts';
import { allRequired, decimal, positive, required, valueOf, type Given } from './options.ts';

const commandNames = ['check', 'convert', 'coverage', 'rank', 'network'] as const;
export type CommandName = (typeof commandNames)[number];

/** Files to check, by their paths. */
export interface CheckCommand {
  name: 'check';
  json: boolean;
  files: readonly string[];
}

/** Files to write in another format, by their paths. */
export interface ConvertCommand {
  name: 'convert';
  json: boolean;
  files: readonly string[];
  to: ExportFormatId;
  /** Path of the file to write; one that is there is replaced. */
  output: string;
  /** The table of the project to write; null for the cells of the one file. */
  table: ProjectTableName | null;
  /** Whether CSV begins with the notes as lines after `#`. */
  notes: boolean;
}

/** Who is within reach. `points` and `areas` are paths. */
export interface CoverageCommand {
  name: 'coverage';
  json: boolean;
  points: readonly string[];
  areas: readonly string[];
  cutoff: Cutoff;
  /** Path of a road graph; null for straight lines. */
  graph: string | null;
  /** Null when not given. */
  detourFactor: number | null;
}

/** Opportunities of a project, best first; `project` is a path. */
export interface RankCommand {
  name: 'rank';
  json: boolean;
  kind: 'colocation' | 'outreach';
  project: string;
  /** Whose points are ours and whose are partners', as `gov:federal` or `org:ID`; empty for the usual. */
  of: readonly string[];
  with: readonly string[];
  service: string | null;
  /** Null for the usual. */
  cutoff: Cutoff | null;
}

/** What a person asks for, understood: a new one has its options in `own` below and its module in `run.ts`. */
export type Command =
  | { name: 'help'; topic: CommandName | null }
  | CheckCommand
  | ConvertCommand
  | CoverageCommand
  | RankCommand
  | NetworkCommand;

type OptionType = 'string' | 'boolean';
const common: Record<string, OptionType> = { json: 'boolean', help: 'boolean', lang: 'string' };
const own: Record<CommandName, Record<string, OptionType>> = {
  check: {},
  network: networkOptions,
  convert: { to: 'string', output: 'string', table: 'string', notes: 'boolean' },
  coverage: {
    points: 'string',
    areas: 'string',
    'cutoff-km': 'string',
    'cutoff-min': 'string',
    graph: 'string',
    detour: 'string',
  },
  rank: {
    project: 'string',
    of: 'string',
    with: 'string',
    service: 'string',
    'cutoff-km': 'string',
    'cutoff-min': 'string',
  },
};
/** Options of one letter. */
const shorts: Record<string, string> = { help: 'h', output: 'o' };
/** Options that may be given more than once. */
const repeatable = new Set(['points', 'areas', 'of', 'with']);

/** The language of messages: `--lang`, else the environment's, else English. A wrong `--lang` is refused later. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang');
  const stated =
    at >= 0 ? argv[at + 1] : argv.find((text) => text.startsWith('--lang='))?.slice('--lang='.length);
  const wanted = stated ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return languages.find((language) => wanted.toLowerCase().startsWith(language)) ?? 'en';
}

/** What is asked for. @throws UserError for anything that is not understood. */
export function parseCommand(argv: readonly string[], language: Language): Command {
  const say = cliMessages[language];
  const name = commandNames.find((known) => argv.includes(known) && known === firstWord(argv));
  const given = readOptions(argv, name ?? null, language);
  const lang = valueOf(given, 'lang');
  if (lang !== null && !languages.some((known) => known === lang))
    throw new UserError(say.unknownLanguage(lang));
  const [word, ...words] = given.words;
  if (given.values.has('help') || word === 'help') return { name: 'help', topic: name ?? topicOf(words) };
  if (word === undefined) throw new UserError(say.noCommand);
  if (!name) throw new UserError(say.unknownCommand(word));
  const json = given.values.has('json');
  switch (name) {
    case 'check':
      if (words.length === 0) throw new UserError(say.noFiles);
      return { name, json, files: words };
    case 'convert':
      return { name, json, ...convertOptions({ ...given, words }, language) };
    case 'coverage':
      return { name, json, ...coverageOptions({ ...given, words }, language) };
    case 'rank':
      return { name, json, ...rankOptions({ ...given, words }, language) };
    case 'network':
      return networkCommand({ ...given, words }, language);
  }
}

/** The first argument that is neither an option nor the value of `--lang`. */
function firstWord(argv: readonly string[]): string | undefined {
  return argv.find((text, index) => !text.startsWith('-') && argv[index - 1] !== '--lang');
}

const topicOf = (words: readonly string[]) => commandNames.find((known) => known === words[0]) ?? null;

/** Options by name, without dashes. `parseArgs` splits the words; its own errors exist in English only. */
function readOptions(argv: readonly string[], command: CommandName | null, language: Language): Given {
  const say = cliMessages[language];
  const types = { ...common, ...(command ? own[command] : {}) };
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      { type, multiple: true, ...(shorts[name] ? { short: shorts[name] } : {}) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const type = types[token.name];
    if (!type) throw new UserError(say.unknownOption(token.rawName, command ?? 'guichet'));
    const { value } = token;
    if (type === 'boolean' && value !== undefined) throw new UserError(say.noValue(token.rawName));
    if (type === 'string' && (!value || (!token.inlineValue && value.startsWith('--'))))
      throw new UserError(say.missingValue(token.rawName));
    const before = values.get(token.name) ?? [];
    if (before.length > 0 && type === 'string' && !repeatable.has(token.name))
      throw new UserError(say.twice(token.rawName));
    values.set(token.name, [...before, value ?? '']);
  }
  return { values, words };
}

function convertOptions(given: Given, language: Language): Omit<ConvertCommand, 'name' | 'json'> {
  const say = cliMessages[language];
  if (given.words.length === 0) throw new UserError(say.noFilesToConvert);
  const format = required(given, 'to', language);
  const to = exportFormatIds.find((id) => id === format);
  if (!to) throw new UserError(say.notOneOf('--to', exportFormatIds.join(', '), format));
  const output = required(given, 'output', language);
  const wanted = valueOf(given, 'table');
  const table = projectTableNames.find((name) => name === wanted) ?? null;
  if (wanted !== null && !table)
    throw new UserError(say.notOneOf('--table', projectTableNames.join(', '), wanted));
  return { files: given.words, to, output, table, notes: given.values.has('notes') };
}

function coverageOptions(given: Given, language: Language): Omit<CoverageCommand, 'name' | 'json'> {
  const say = cliMessages[language];
  if (given.words[0] !== undefined) throw new UserError(say.unexpected(given.words[0]));
  const detour = valueOf(given, 'detour');
  const detourFactor = detour === null ? null : decimal(detour);
  if (detour !== null && (detourFactor === null || detourFactor < 1))
    throw new UserError(say.notDetour(detour));
  const [points, areas] = [allRequired(given, 'points', language), allRequired(given, 'areas', language)];
  const cutoff = cutoffOf(given, language);
  if (!cutoff) throw new UserError(say.eitherCutoff);
  return { points, areas, cutoff, graph: valueOf(given, 'graph'), detourFactor };
}

/** Null when neither limit is given. */
function cutoffOf(given: Given, language: Language): Cutoff | null {
  const kilometres = positive(given, 'cutoff-km', language);
  const minutes = positive(given, 'cutoff-min', language);
  if (kilometres !== null && minutes !== null) throw new UserError(cliMessages[language].eitherCutoff);
  if (kilometres !== null) return { kind: 'kilometres', kilometres };
  return minutes === null ? null : { kind: 'minutes', minutes };
}

function rankOptions(given: Given, language: Language): Omit<RankCommand, 'name' | 'json'> {
  const say = cliMessages[language];
  const [kind = '', extra] = given.words;
  if (kind !== 'colocation' && kind !== 'outreach') throw new UserError(say.unknownRanking(kind));
  if (extra !== undefined) throw new UserError(say.unexpected(extra));
  return {
    kind,
    project: required(given, 'project', language),
    of: given.values.get('of') ?? [],
    with: given.values.get('with') ?? [],
    service: valueOf(given, 'service'),
    cutoff: cutoffOf(given, language),
  };
}
