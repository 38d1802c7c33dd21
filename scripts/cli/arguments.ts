import { parseArgs } from 'node:util';
import { exportFormatIds, type ExportFormatId } from '../../src/export/list.ts';
import { UserError } from '../../src/model/errors.ts';
import { projectTableNames, type ProjectTableName } from '../../src/model/tables.ts';
import { languages, type Language } from '../../src/model/text.ts';
import type { Cutoff } from '../../src/model/units.ts';
import { cliMessages } from './messages.ts';
import { networkCommand, networkOptions, type NetworkCommand } from './network-arguments.ts';

const commandNames = ['check', 'convert', 'coverage', 'rank', 'network'] as const;
export type CommandName = (typeof commandNames)[number];

export interface CheckCommand {
  name: 'check';
  json: boolean;
  files: string[];
}

export interface ConvertCommand {
  name: 'convert';
  json: boolean;
  files: string[];
  to: ExportFormatId;
  /** Path of the file to write; one that is there is replaced. */
  output: string;
  /** The table of the project to write; null for the cells of the one file. */
  table: ProjectTableName | null;
  /** Whether CSV begins with the notes as lines after `#`. */
  notes: boolean;
}

export interface CoverageCommand {
  name: 'coverage';
  json: boolean;
  points: string[];
  areas: string[];
  cutoff: Cutoff;
  /** Path of a road graph; null for straight lines. */
  graph: string | null;
  /** Null when not given. */
  detourFactor: number | null;
}

export interface RankCommand {
  name: 'rank';
  json: boolean;
  kind: 'colocation' | 'outreach';
  project: string;
  /** Whose points are ours and whose are partners', as `gov:federal` or `org:ID`; empty for the usual. */
  of: string[];
  with: string[];
  service: string | null;
  /** Null for the usual. */
  cutoff: Cutoff | null;
}

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

interface Given {
  values: Map<string, string[]>;
  words: string[];
}

/** What is asked for. @throws UserError for anything that is not understood. */
export function parseCommand(argv: readonly string[], language: Language): Command {
  const say = cliMessages[language];
  const name = commandNames.find((known) => argv.includes(known) && known === firstWord(argv));
  const given = readOptions(argv, name ?? null, language);
  const lang = given.values.get('lang')?.[0];
  if (lang !== undefined && !languages.some((known) => known === lang))
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
  const given: Given = { values: new Map(), words: [] };
  for (const token of tokens) {
    if (token.kind === 'positional') given.words.push(token.value);
    if (token.kind !== 'option') continue;
    const type = types[token.name];
    if (!type) throw new UserError(say.unknownOption(token.rawName, command ?? 'guichet'));
    const { value } = token;
    if (type === 'boolean' && value !== undefined) throw new UserError(say.noValue(token.rawName));
    if (type === 'string' && (!value || (!token.inlineValue && value.startsWith('--'))))
      throw new UserError(say.missingValue(token.rawName));
    const before = given.values.get(token.name) ?? [];
    if (before.length > 0 && type === 'string' && !repeatable.has(token.name))
      throw new UserError(say.twice(token.rawName));
    given.values.set(token.name, [...before, value ?? '']);
  }
  return given;
}

function convertOptions({ values, words }: Given, language: Language): Omit<ConvertCommand, 'name' | 'json'> {
  const say = cliMessages[language];
  if (words.length === 0) throw new UserError(say.noFilesToConvert);
  const [format] = values.get('to') ?? [];
  const to = exportFormatIds.find((id) => id === format);
  if (format === undefined) throw new UserError(say.missingOption('--to'));
  if (!to) throw new UserError(say.notOneOf('--to', exportFormatIds.join(', '), format));
  const [output] = values.get('output') ?? [];
  if (output === undefined) throw new UserError(say.missingOption('-o'));
  const [wanted] = values.get('table') ?? [];
  const table = projectTableNames.find((name) => name === wanted) ?? null;
  if (wanted !== undefined && !table)
    throw new UserError(say.notOneOf('--table', projectTableNames.join(', '), wanted));
  return { files: words, to, output, table, notes: values.has('notes') };
}

function coverageOptions({ values, words }: Given, language: Language) {
  const say = cliMessages[language];
  if (words[0] !== undefined) throw new UserError(say.unexpected(words[0]));
  const required = (name: string) => {
    const list = values.get(name);
    if (!list) throw new UserError(say.missingOption(`--${name}`));
    return list;
  };
  const detour = values.get('detour')?.[0];
  const detourFactor = detour === undefined ? null : decimal(detour);
  if (detour !== undefined && (detourFactor === null || detourFactor < 1))
    throw new UserError(say.notDetour(detour));
  const [points, areas] = [required('points'), required('areas')];
  const cutoff = cutoffOf(values, language);
  if (!cutoff) throw new UserError(say.eitherCutoff);
  return {
    points,
    areas,
    cutoff,
    graph: values.get('graph')?.[0] ?? null,
    detourFactor,
  };
}

/** Null when neither limit is given. */
function cutoffOf(values: Given['values'], language: Language): Cutoff | null {
  const say = cliMessages[language];
  const given = (['cutoff-km', 'cutoff-min'] as const).filter((name) => values.has(name));
  const [name] = given;
  if (name === undefined) return null;
  if (given.length > 1) throw new UserError(say.eitherCutoff);
  const text = values.get(name)?.[0] ?? '';
  const value = decimal(text);
  if (value === null || value <= 0) throw new UserError(say.notPositive(`--${name}`, text));
  return name === 'cutoff-km'
    ? { kind: 'kilometres', kilometres: value }
    : { kind: 'minutes', minutes: value };
}

function rankOptions({ values, words }: Given, language: Language): Omit<RankCommand, 'name' | 'json'> {
  const say = cliMessages[language];
  const [kind = '', extra] = words;
  if (kind !== 'colocation' && kind !== 'outreach') throw new UserError(say.unknownRanking(kind));
  if (extra !== undefined) throw new UserError(say.unexpected(extra));
  const project = values.get('project')?.[0];
  if (project === undefined) throw new UserError(say.missingOption('--project'));
  return {
    kind,
    project,
    of: values.get('of') ?? [],
    with: values.get('with') ?? [],
    service: values.get('service')?.[0] ?? null,
    cutoff: cutoffOf(values, language),
  };
}

/** Digits with an optional point: `50`, `2.5`. A comma could be a thousand, so it is refused. */
const decimal = (text: string) => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null);
