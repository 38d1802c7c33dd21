import { defaultColocationWeights } from '../analysis/colocation.ts';
import { defaultOutreachWeights } from '../analysis/outreach.ts';
import type { Direction } from '../model/direction.ts';
import type { ColocationCriterion, OutreachCriterion, PointFilter, Weights } from '../model/results.ts';
import {
  ordersOfGovernment,
  seasonalWays,
  type OrderOfGovernment,
  type SeasonalWay,
} from '../model/tables.ts';
import { languages, type Language } from '../model/text.ts';
import type { Cutoff } from '../model/units.ts';

export const tasks = [
  'coverage',
  'colocation',
  'outreach',
  'distances',
  'reach',
  'data',
  'sql',
  'about',
] as const;
export type Task = (typeof tasks)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Something chosen on the map, in a list or in a table; the same thing everywhere. */
export type Selection =
  { kind: 'point'; id: string } | { kind: 'area'; id: string } | { kind: 'pair'; id: string };

/** What is looked at and asked, never what is known: all of it fits in the address and can be sent to a colleague. */
export interface View {
  language: Language;
  theme: Theme;
  task: Task;
  /** Id of a sample or of a project kept here; `own` is the last one saved. */
  project: string;
  /** Whose points: `gov:federal` for an order of government, `org:ID` for an organization; empty is any. */
  ours: string[];
  partners: string[];
  service: string | null;
  /** Reach for coverage and outreach. */
  cutoff: Cutoff;
  /** Ways that count as closed. */
  closed: SeasonalWay[];
  /** Reach for two points to share a site. */
  shareCutoff: Cutoff;
  /** How many of the nearest points distances are listed to. */
  nearest: number;
  /** Limits of the land that is drawn, of `reachLimits`, the least first. */
  reachMinutes: number[];
  /** Who travels: people to the points, or staff out from them. */
  reachDirection: Direction;
  /** How much each criterion of a ranking counts, 0 to `heaviest`. */
  colocationWeights: Weights<ColocationCriterion>;
  outreachWeights: Weights<OutreachCriterion>;
  selection: Selection | null;
}

/** Choices of `nearest`. */
export const nearestChoices = [1, 2, 3, 5, 10, 25] as const;

/** Minutes that can be drawn. */
export const reachLimits = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180] as const;

/** The most that a criterion can count. */
export const heaviest = 5;

export const defaultView: View = {
  language: 'en',
  theme: 'system',
  task: 'coverage',
  project: 'corridor',
  ours: ['gov:federal'],
  partners: [],
  service: null,
  cutoff: { kind: 'kilometres', kilometres: 25 },
  closed: [],
  shareCutoff: { kind: 'kilometres', kilometres: 5 },
  nearest: 3,
  reachMinutes: [15, 30, 60],
  reachDirection: 'to point',
  colocationWeights: defaultColocationWeights,
  outreachWeights: defaultOutreachWeights,
  selection: null,
};

const cutoffText = (cutoff: Cutoff) =>
  cutoff.kind === 'kilometres' ? `${cutoff.kilometres}km` : `${cutoff.minutes}min`;

function readCutoff(text: string | null, fallback: Cutoff): Cutoff {
  const match = /^(\d+(?:\.\d+)?)(km|min)$/.exec(text ?? '');
  if (!match) return fallback;
  const value = Number(match[1]);
  return match[2] === 'km' ? { kind: 'kilometres', kilometres: value } : { kind: 'minutes', minutes: value };
}

/** `proximity:3,lease:0.5`, of the weights that differ from the usual ones; null when none does. */
function weightsText<Criterion extends string>(
  weights: Weights<Criterion>,
  usual: Weights<Criterion>,
): string | null {
  const changed = (Object.keys(usual) as Criterion[]).filter((one) => weights[one] !== usual[one]);
  return changed.length === 0 ? null : changed.map((one) => `${one}:${weights[one]}`).join(',');
}

function readWeights<Criterion extends string>(
  text: string | null,
  usual: Weights<Criterion>,
): Weights<Criterion> {
  const said = new Map(
    (text ?? '').split(',').map((part): [string, string] => {
      const [criterion = '', weight = ''] = part.split(':', 2);
      return [criterion, weight];
    }),
  );
  const criteria = Object.keys(usual) as Criterion[];
  const read = criteria.map((one): [Criterion, number] => {
    const weight = Number(said.get(one) || NaN);
    return [one, weight >= 0 && weight <= heaviest ? weight : usual[one]];
  });
  return Object.fromEntries(read) as Weights<Criterion>;
}

/** Those of the list that can be drawn; the fallback where none can. */
function readLimits(text: string | null, fallback: number[]): number[] {
  const asked = (text ?? '').split(',');
  const read = reachLimits.filter((limit) => asked.includes(String(limit)));
  return read.length > 0 ? read : fallback;
}

const oneOf = <T extends string>(text: string | null, values: readonly T[], fallback: T): T =>
  values.find((value) => value === text) ?? fallback;

function readSelection(text: string | null): Selection | null {
  const match = /^(point|area|pair):(.+)$/s.exec(text ?? '');
  return match ? { kind: match[1] as Selection['kind'], id: match[2] ?? '' } : null;
}

/** The address of a view; what equals the default is left out, so that addresses stay short. */
export function encodeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  params.set('lang', view.language);
  params.set('task', view.task);
  params.set('project', view.project);
  for (const who of view.ours.length ? view.ours : ['any']) params.append('of', who);
  for (const who of view.partners) params.append('with', who);
  if (view.service !== null) params.set('service', view.service);
  params.set('within', cutoffText(view.cutoff));
  for (const way of view.closed) params.append('closed', way);
  params.set('apart', cutoffText(view.shareCutoff));
  if (view.nearest !== defaultView.nearest) params.set('nearest', String(view.nearest));
  const minutes = view.reachMinutes.join();
  if (minutes !== defaultView.reachMinutes.join()) params.set('minutes', minutes);
  if (view.reachDirection === 'from point') params.set('travel', 'out');
  const colocation = weightsText(view.colocationWeights, defaultColocationWeights);
  if (colocation !== null) params.set('colocation-weights', colocation);
  const outreach = weightsText(view.outreachWeights, defaultOutreachWeights);
  if (outreach !== null) params.set('outreach-weights', outreach);
  if (view.theme !== 'system') params.set('theme', view.theme);
  if (view.selection) params.set('selected', `${view.selection.kind}:${view.selection.id}`);
  return params;
}

/** The view of an address. Anything missing or not understood keeps the fallback's value. */
export function decodeView(params: URLSearchParams, fallback: View): View {
  const ours = params.getAll('of');
  return {
    language: oneOf(params.get('lang'), languages, fallback.language),
    theme: oneOf(params.get('theme'), themes, fallback.theme),
    task: oneOf(params.get('task'), tasks, fallback.task),
    project: params.get('project') ?? fallback.project,
    ours: ours.length ? ours.filter((who) => who !== 'any') : fallback.ours,
    partners: params.has('with') ? params.getAll('with') : fallback.partners,
    service: params.get('service') ?? fallback.service,
    cutoff: readCutoff(params.get('within'), fallback.cutoff),
    closed: seasonalWays.filter((way) => params.getAll('closed').includes(way)),
    shareCutoff: readCutoff(params.get('apart'), fallback.shareCutoff),
    nearest: nearestChoices.find((one) => String(one) === params.get('nearest')) ?? fallback.nearest,
    reachDirection: params.get('travel') === 'out' ? 'from point' : 'to point',
    reachMinutes: readLimits(params.get('minutes'), fallback.reachMinutes),
    colocationWeights: readWeights(params.get('colocation-weights'), fallback.colocationWeights),
    outreachWeights: readWeights(params.get('outreach-weights'), fallback.outreachWeights),
    selection: readSelection(params.get('selected')),
  };
}

/** The filter that `gov:` and `org:` choices stand for. */
export function filterOf(who: readonly string[], serviceId: string | null): PointFilter {
  const isGovernment = (text: string): text is OrderOfGovernment =>
    (ordersOfGovernment as readonly string[]).includes(text);
  return {
    governments: who
      .filter((id) => id.startsWith('gov:'))
      .map((id) => id.slice(4))
      .filter(isGovernment),
    organizationIds: who.filter((id) => id.startsWith('org:')).map((id) => id.slice(4)),
    serviceId,
  };
}
