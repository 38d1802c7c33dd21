import type { Caveat } from '../model/caveats.ts';
import { grouped } from '../model/grouped.ts';
import type {
  Journey,
  OutreachCriterion,
  OutreachOpportunity,
  OutreachQuestion,
  OutreachReason,
  OutreachResult,
  Weights,
} from '../model/results.ts';
import type { AccessMode, IndicatorId } from '../model/tables.ts';
import type { Cutoff } from '../model/units.ts';
import type { Connector } from '../tables/connector.ts';
import { areaReach, type AreaReachRow } from '../tables/coverage.ts';
import { nearestHosts, newestIndicators, type HostRow, type IndicatorRow } from '../tables/outreach.ts';
import { areaCaveats, journeyOf } from './coverage.ts';
import {
  illustrativeCaveat,
  locationCaveats,
  readDataQuality,
  travelCaveats,
  type AnalysisFacts,
} from './data-caveats.ts';
import { rank, score } from './score.ts';

/** A community beyond the cutoff with what is known of it, before weights. */
export type OutreachCommunity = Omit<OutreachOpportunity, 'score' | 'rank'>;

/** What a ranking of communities is made of, before it is weighed. */
export interface OutreachFacts {
  question: OutreachQuestion;
  communities: OutreachCommunity[];
  caveats: Caveat[];
}

/** How much each criterion counts unless somebody moves it. */
export const defaultOutreachWeights: Weights<OutreachCriterion> = { people: 3, need: 2, distance: 2 };

/** A partner's point within this many kilometres of a community can host a visit for it. */
const hostLimitKilometres = 15;
/** Fewer people than this do not fill regular visits: Grand Manan's 2,500 gave 110 clients a year (Playbook). */
const fewPeople = 500;
/** People that count in full on the logarithmic scale. */
const manyPeople = 50_000;
/** The distance part counts in full at this many times the cutoff. */
const farTimes = 5;

/**
 * The share of people at which an indicator counts in full. Round figures above what most communities reach; a
 * convention of this tool, shown with every score, not a published standard.
 */
const highShare: Record<IndicatorId, number> = {
  age_65_plus: 0.35,
  low_income: 0.25,
  indigenous_identity: 1,
  newcomers: 0.2,
  no_official_language: 0.1,
  no_broadband: 0.5,
  no_vehicle: 0.25,
  unemployment: 0.2,
};

/** Finds the communities that no counted point reaches, with their best host among the partners' points. */
export async function outreachFacts(
  connector: Connector,
  question: OutreachQuestion,
  facts: AnalysisFacts,
  signal?: AbortSignal,
): Promise<OutreachFacts> {
  const reach = await connector.query<AreaReachRow>(areaReach(question.points, question.cutoff), signal);
  const gap = reach.filter(({ points_in_reach }) => points_in_reach === 0);
  const hosts = await connector.query<HostRow>(
    nearestHosts(question.points, question.partners, hostLimitKilometres),
    signal,
  );
  const indicators = await connector.query<IndicatorRow>(newestIndicators, signal);
  const quality = await readDataQuality(connector, signal);
  const hostOf = new Map(hosts.map((host) => [host.code, host]));
  const needOf = grouped(indicators, ({ area_code }) => [area_code]);
  const communities = gap.map((row) => communityOf(row, hostOf.get(row.code), needOf.get(row.code) ?? []));
  return {
    question,
    communities,
    caveats: [
      ...illustrativeCaveat(quality, ['service_point', 'indicator']),
      ...travelCaveats(facts, gap, question.cutoff.kind === 'minutes'),
      ...locationCaveats(quality),
      ...areaCaveats(gap, facts),
      ...(hosts.length === 0 ? [{ kind: 'no-partner-points' } as const] : []),
      ...(quality.indicators === 0 ? [{ kind: 'no-indicators' } as const] : []),
    ],
  };
}

/** Scores and ranks; pure, so that a moved weight shows at once. */
export function rankOutreach(
  { question, communities, caveats }: OutreachFacts,
  weights: Weights<OutreachCriterion>,
): OutreachResult {
  const scored = communities.map((community) => ({
    ...community,
    score: score(outreachPartsOf(community, question.cutoff), weights),
  }));
  return { question, opportunities: rank(scored, ({ areaCode }) => areaCode), caveats };
}

/**
 * The parts of a community's score, each 0 to 1, null when what it needs is missing:
 * - people: log10(1 + people) over log10(1 + 50,000), so the scale does not move with the list;
 * - need: mean over the known indicators of share / `highShare`, each at most 1;
 * - distance: 0 at the cutoff, 1 at five times the cutoff and where no way by land is known.
 */
function outreachPartsOf(
  { population, need, nearest }: OutreachCommunity,
  cutoff: Cutoff,
): Record<OutreachCriterion, number | null> {
  return {
    people: population === null ? null : unit(Math.log10(1 + population) / Math.log10(1 + manyPeople)),
    need: need.length === 0 ? null : mean(need.map(({ indicator, value }) => relativeNeed(indicator, value))),
    distance: distancePart(nearest, cutoff),
  };
}

function distancePart(nearest: Journey | null, cutoff: Cutoff): number | null {
  if (!nearest) return null;
  if (nearest.state === 'fly-in' || nearest.state === 'no road') return 1;
  const [value, limit] =
    cutoff.kind === 'kilometres'
      ? [nearest.kilometres, cutoff.kilometres]
      : [nearest.minutes, cutoff.minutes];
  if (value === null) return null;
  return limit === 0 ? 1 : unit((value - limit) / (limit * (farTimes - 1)));
}

const unit = (value: number) => Math.min(1, Math.max(0, value));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Need knows these indicators only; others are kept and shown but have no scale. */
const isScaled = (indicator: string): indicator is IndicatorId => indicator in highShare;
const relativeNeed = (indicator: string, value: number) =>
  isScaled(indicator) ? unit(value / highShare[indicator]) : 0;

function communityOf(
  row: AreaReachRow,
  hostRow: HostRow | undefined,
  indicators: readonly IndicatorRow[],
): OutreachCommunity {
  const { code, name_en, name_fr, province, lon, lat, population, access } = row;
  const nearest = journeyOf(row);
  const host = hostRow ? journeyOf(hostRow) : null;
  return {
    areaCode: code,
    name_en,
    name_fr,
    province,
    lon,
    lat,
    population,
    access,
    nearest,
    host,
    kilometresSaved: kilometresSaved(nearest, host),
    need: indicators.flatMap(({ indicator, value }) => (isScaled(indicator) ? [{ indicator, value }] : [])),
    suggestion: suggest(access, nearest, host, population),
  };
}

/** One way: today's distance to the nearest of ours less the distance to the host, never below 0. */
function kilometresSaved(nearest: Journey | null, host: Journey | null): number | null {
  const today = nearest?.kilometres ?? null;
  const hosted = host?.kilometres ?? null;
  return today === null || hosted === null ? null : Math.max(0, today - hosted);
}

/**
 * The Playbook's kinds of outreach: scheduled visits where a partner can host; virtual where a host is at hand but
 * travel is unreliable or people are few; where nobody can host, mobile by a road that is there all year, else virtual.
 */
function suggest(
  access: AccessMode | null,
  nearest: Journey | null,
  host: Journey | null,
  population: number | null,
): OutreachOpportunity['suggestion'] {
  const unreliable = unreliableAccess(access, nearest);
  if (!host && unreliable)
    return {
      kind: 'virtual',
      reasons: [{ kind: 'no-host' }, { kind: 'unreliable-travel', access: unreliable }],
    };
  if (!host) return { kind: 'mobile', reasons: [{ kind: 'no-host' }] };
  const reasons: OutreachReason[] = [{ kind: 'partner-host', kilometres: host.kilometres ?? 0 }];
  if (unreliable) reasons.push({ kind: 'unreliable-travel', access: unreliable });
  if (population !== null && population < fewPeople) reasons.push({ kind: 'few-people', people: population });
  return { kind: reasons.length > 1 ? 'virtual' : 'scheduled', reasons };
}

/** The weakest link known of the way in: the community's own access, else what the journey uses. */
function unreliableAccess(access: AccessMode | null, nearest: Journey | null): AccessMode | null {
  if (access !== null && access !== 'all-season road') return access;
  if (nearest?.state === 'fly-in') return 'air';
  if (nearest?.state === 'ferry') return 'ferry';
  return nearest?.state === 'winter road' ? 'winter road' : null;
}
