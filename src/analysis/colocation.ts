import type { Caveat } from '../model/caveats.ts';
import type {
  ColocationCriterion,
  ColocationPair,
  ColocationParty,
  ColocationQuestion,
  ColocationResult,
  Weights,
} from '../model/results.ts';
import type { Cutoff } from '../model/units.ts';
import { closePairs, parties, servicesOffered, type PairRow, type PartyRow } from '../tables/colocation.ts';
import type { Connector } from '../tables/connector.ts';
import {
  illustrativeCaveat,
  locationCaveats,
  readDataQuality,
  travelCaveats,
  type AnalysisFacts,
} from './data-caveats.ts';
import { leaseWindow } from './lease-window.ts';
import { rank, score } from './score.ts';

/** Every close pair with what is known of it; weights have no part in it, so moving one asks no query. */
export interface ColocationFacts {
  question: ColocationQuestion;
  pairs: ColocationPair[];
  caveats: Caveat[];
}

/** The Playbook names coinciding leases as the best occasion; nearness makes sharing possible at all. */
export const defaultColocationWeights: Weights<ColocationCriterion> = {
  proximity: 3,
  lease: 3,
  volume: 2,
  staff: 2,
  services: 1,
};

/** Months of common window that count in full: time enough to plan and fit out a move. */
const fullWindowMonths = 12;
/** Yearly visits at which the quieter point no longer counts as low-volume: about 40 a working day. */
const busyVisits = 10_000;
/** Staff at the smaller point that count in full (the Playbook's one or two officers), and that no longer count. */
const smallStaff = 2;
const largeStaff = 10;

/** Finds the pairs of points of different organizations within the cutoff, and the facts that score them. */
export async function colocationFacts(
  connector: Connector,
  question: ColocationQuestion,
  facts: AnalysisFacts,
  signal?: AbortSignal,
): Promise<ColocationFacts> {
  const close = await connector.query<PairRow>(
    closePairs(question.ours, question.partners, question.cutoff),
    signal,
  );
  const party = byId(await connector.query<PartyRow>(parties, signal), ({ id }) => id);
  const services = await connector.query<{ point_id: string; service_id: string }>(servicesOffered, signal);
  const offered = new Map<string, string[]>();
  for (const { point_id, service_id } of services)
    offered.set(point_id, [...(offered.get(point_id) ?? []), service_id]);
  const quality = await readDataQuality(connector, signal);
  const closest = onePerPair(close, question.cutoff);
  const pairs = closest.flatMap((row) => {
    const [a, b] = [party.get(row.a_id), party.get(row.b_id)];
    return a && b ? [pairOf(row, a, b, offered, facts.asOf)] : [];
  });
  return {
    question,
    pairs,
    caveats: [
      ...illustrativeCaveat(quality, ['service_point', 'tenure', 'offering']),
      ...travelCaveats(facts, closest, question.cutoff.kind === 'minutes'),
      ...locationCaveats(quality).filter(({ kind }) => kind !== 'areas-without-location'),
      ...(quality.tenures === 0 ? [{ kind: 'no-leases' } as const] : []),
    ],
  };
}

/** Scores and ranks; pure, so that a moved weight shows at once. */
export function rankColocation(
  { question, pairs, caveats }: ColocationFacts,
  weights: Weights<ColocationCriterion>,
): ColocationResult {
  const scored = pairs.map((pair) => ({ ...pair, score: score(partsOf(pair, question.cutoff), weights) }));
  return { question, opportunities: rank(scored, ({ id }) => id), caveats };
}

/**
 * The parts of a pair's score, each 0 to 1, null when what it needs is missing:
 * - proximity: 1 at the same place, falling evenly to 0 at the cutoff;
 * - lease: months in which both can move, 1 from 12 on, 0 when the leases miss each other;
 * - volume: yearly visits of the quieter point, 1 at none, falling evenly to 0 at 10,000;
 * - staff: of the smaller point, 1 up to two, falling evenly to 0 at ten;
 * - services: those that both offer over those that either offers (Jaccard 1912, 10.1111/j.1469-8137.1912.tb05611.x).
 */
export function partsOf(pair: ColocationPair, cutoff: Cutoff): Record<ColocationCriterion, number | null> {
  const visits = lesser(pair.a.annualVisits, pair.b.annualVisits);
  const staff = lesser(pair.a.staff, pair.b.staff);
  const either = pair.sharedServices.length + pair.otherServices;
  return {
    proximity: proximity(pair, cutoff),
    lease: pair.window && unit(pair.window.months / fullWindowMonths),
    volume: visits === null ? null : unit(1 - visits / busyVisits),
    staff: staff === null ? null : unit((largeStaff - staff) / (largeStaff - smallStaff)),
    services: either === 0 ? null : pair.sharedServices.length / either,
  };
}

function proximity({ journey }: ColocationPair, cutoff: Cutoff): number | null {
  const [value, limit] =
    cutoff.kind === 'kilometres'
      ? [journey.kilometres, cutoff.kilometres]
      : [journey.minutes, cutoff.minutes];
  if (value === null) return null;
  return limit === 0 ? 1 : unit(1 - value / limit);
}

const unit = (value: number) => Math.min(1, Math.max(0, value));

/** The lesser of two numbers; null unless both are known, since the unknown one might be less. */
const lesser = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.min(a, b));

const byId = <T>(rows: readonly T[], id: (row: T) => string) => new Map(rows.map((row) => [id(row), row]));

const pairId = (a: string, b: string) => (a < b ? `${a}~${b}` : `${b}~${a}`);

/** Where both directions were found, the shorter one by the cutoff's measure stands for the pair. */
function onePerPair(rows: readonly PairRow[], cutoff: Cutoff): PairRow[] {
  const measure = (row: PairRow) => (cutoff.kind === 'kilometres' ? row.kilometres : row.minutes) ?? Infinity;
  const best = new Map<string, PairRow>();
  for (const row of rows) {
    const id = pairId(row.a_id, row.b_id);
    const known = best.get(id);
    if (!known || measure(row) < measure(known)) best.set(id, row);
  }
  return [...best.values()];
}

function pairOf(
  row: PairRow,
  a: PartyRow,
  b: PartyRow,
  offered: ReadonlyMap<string, readonly string[]>,
  asOf: string,
): ColocationPair {
  const [mine, theirs] = [offered.get(a.id) ?? [], offered.get(b.id) ?? []];
  const shared = mine.filter((service) => theirs.includes(service));
  const { minutes, kilometres, method, state } = row;
  return {
    id: pairId(a.id, b.id),
    a: partyOf(a),
    b: partyOf(b),
    journey: { pointId: b.id, minutes, kilometres, method, state },
    window: leaseWindow(tenureOf(a), tenureOf(b), asOf),
    sharedServices: shared,
    otherServices: mine.length + theirs.length - 2 * shared.length,
  };
}

function partyOf(row: PartyRow): ColocationParty {
  return {
    pointId: row.id,
    organizationId: row.organization_id,
    government: row.government,
    expiryDate: row.expiry_date,
    tenure: row.tenure,
    annualVisits: row.annual_visits,
    staff: row.staff,
    annualCost: row.annual_cost,
  };
}

const tenureOf = ({ tenure, ...terms }: PartyRow) => (tenure === null ? null : { ...terms, kind: tenure });
