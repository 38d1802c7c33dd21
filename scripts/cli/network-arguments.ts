import { UserError } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import type { Direction } from '../../src/network/edge-ways.ts';
import { objectives, type Objective, type Place } from '../../src/network/route.ts';
import { cliMessages } from './messages.ts';
import { networkCliMessages } from './network-messages.ts';
import { decimal, positive, required, valueOf, type Given } from './options.ts';

interface Command<Task extends 'build' | 'route' | 'matrix' | 'isochrone'> {
  name: 'network';
  task: Task;
  json: boolean;
}

/** Files to a road graph. Paths; `profile` and `mapping` are null for the usual. */
export interface BuildCommand extends Command<'build'> {
  files: string[];
  output: string;
  profile: string | null;
  mapping: string | null;
}

/** The way between two places; `graph` is a path. */
export interface RouteCommand extends Command<'route'> {
  graph: string;
  from: Place;
  to: Place;
  objective: Objective;
}

/** Journeys from the places of one file to those of another. */
export interface MatrixCommand extends Command<'matrix'> {
  graph: string;
  from: string;
  to: string;
  /** Only the nearest so many; null for all. */
  k: number | null;
  cutoffMinutes: number | null;
  output: string;
}

/** The land within some minutes of a place, the least first; `graph` and `output` are paths. */
export interface IsochroneCommand extends Command<'isochrone'> {
  graph: string;
  place: Place;
  minutes: number[];
  direction: Direction;
  output: string;
}

/** What is asked of `network`. */
export type NetworkCommand = BuildCommand | RouteCommand | MatrixCommand | IsochroneCommand;

/** Options of the network commands, for the parser. */
export const networkOptions = Object.fromEntries(
  [
    'output',
    'profile',
    'mapping',
    'graph',
    'from',
    'to',
    'at',
    'objective',
    'k',
    'cutoff-min',
    'minutes',
    'direction',
  ].map((name) => [name, 'string' as const]),
);

/** @throws UserError for anything that is not understood */
export function networkCommand(given: Given, language: Language): NetworkCommand {
  const [task = '', ...files] = given.words;
  const own = networkCliMessages[language];
  const json = given.values.has('json');
  const value = (name: string) => valueOf(given, name);
  const mustHave = (name: string) => required(given, name, language);
  if (task !== 'build' && files[0] !== undefined)
    throw new UserError(cliMessages[language].unexpected(files[0]));
  switch (task) {
    case 'build': {
      if (files.length === 0) throw new UserError(own.oneFile);
      const paths = { profile: value('profile'), mapping: value('mapping') };
      return { name: 'network', task, json, files, output: mustHave('output'), ...paths };
    }
    case 'route': {
      const objective = objectives.find((one) => one === (value('objective') ?? 'time'));
      if (!objective) throw new UserError(own.notObjective(value('objective') ?? ''));
      const places = {
        from: placeIn('--from', mustHave('from'), language),
        to: placeIn('--to', mustHave('to'), language),
      };
      return { name: 'network', task, json, graph: mustHave('graph'), ...places, objective };
    }
    case 'matrix': {
      const output = mustHave('output');
      if (!/\.(csv|parquet)$/i.test(output)) throw new UserError(own.notTable(output));
      const limits = {
        k: wholeIn('--k', value('k'), language),
        cutoffMinutes: positive(given, 'cutoff-min', language),
      };
      const files = { from: mustHave('from'), to: mustHave('to') };
      return { name: 'network', task, json, graph: mustHave('graph'), ...files, ...limits, output };
    }
    case 'isochrone': {
      const output = mustHave('output');
      if (!/\.(geojson|json)$/i.test(output)) throw new UserError(own.notLand(output));
      const direction = value('direction') ?? 'to';
      if (direction !== 'from' && direction !== 'to') throw new UserError(own.notDirection(direction));
      return {
        name: 'network',
        task,
        json,
        graph: mustHave('graph'),
        place: placeIn('--at', mustHave('at'), language),
        minutes: minutesIn(mustHave('minutes'), language),
        direction: direction === 'from' ? 'from point' : 'to point',
        output,
      };
    }
    default:
      throw new UserError(own.unknownTask(task));
  }
}

function placeIn(name: string, text: string, language: Language): Place {
  const [, lat, lon] = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const place = { lat: Number(lat ?? NaN), lon: Number(lon ?? NaN) };
  if (!(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180))
    throw new UserError(networkCliMessages[language].notPlace(name, text));
  return place;
}

function wholeIn(name: string, text: string | null, language: Language): number | null {
  if (text === null) return null;
  if (!/^[1-9]\d*$/.test(text)) throw new UserError(networkCliMessages[language].notWhole(name, text));
  return Number(text);
}

function minutesIn(text: string, language: Language): number[] {
  const minutes = text.split(',').map((part) => decimal(part) ?? 0);
  if (!minutes.every((value) => value > 0))
    throw new UserError(networkCliMessages[language].notMinutes(text));
  return [...new Set(minutes)].sort((a, b) => a - b);
}
