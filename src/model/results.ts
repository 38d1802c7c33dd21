import type { Caveat } from './caveats.ts';
import type { Direction } from './direction.ts';
import type { AccessMode, OrderOfGovernment, TravelMethod, TravelState } from './tables.ts';
import type { Cutoff } from './units.ts';

/** Whose points count. Empty lists and null mean "any". */
export interface PointFilter {
  organizationIds: readonly string[];
  governments: readonly OrderOfGovernment[];
  serviceId: string | null;
}

/** A journey as the results quote it. */
export interface Journey {
  pointId: string;
  minutes: number | null;
  kilometres: number | null;
  method: TravelMethod;
  state: TravelState;
}

// ---- Coverage -------------------------------------------------------------------------------------------------

/** "Who lives within [cutoff] of a point of [organizations] offering [service]?" */
export interface CoverageQuestion {
  points: PointFilter;
  cutoff: Cutoff;
}

/** covered + gap = total; overlap (two or more points in reach) is part of covered. */
export interface CoverageCount {
  total: number;
  covered: number;
  gap: number;
  overlap: number;
}

export interface CoverageGroup<Key extends string = string> {
  key: Key;
  people: CoverageCount;
  communities: CoverageCount;
  /** Located points of this group that the question counts. */
  points: number;
}

export interface AreaCoverage {
  code: string;
  name_en: string;
  name_fr: string | null;
  province: string | null;
  lon: number;
  lat: number;
  /** Null when the count is not known: the area is counted as a community, not in people. */
  population: number | null;
  access: AccessMode | null;
  status: 'gap' | 'covered' | 'overlap';
  pointsInReach: number;
  /** Not every journey within the limit was looked for: there may be more points in reach. */
  isAtLeast: boolean;
  /** The nearest counted point by the cutoff's measure, reached or not; null when no journey to any is known. */
  nearest: Journey | null;
}

export interface CoverageResult {
  question: CoverageQuestion;
  people: CoverageCount;
  communities: CoverageCount;
  byProvince: CoverageGroup[];
  /** The same question asked of each order of government's points alone. */
  byGovernment: CoverageGroup<OrderOfGovernment>[];
  /** By people not covered first, then by code: a total order. */
  areas: AreaCoverage[];
  caveats: Caveat[];
}

// ---- Distances ------------------------------------------------------------------------------------------------

/** "How far is it from each point of [from] to its [nearest] nearest points of [to]?" */
export interface DistancesQuestion {
  from: PointFilter;
  to: PointFilter;
  /** How many a point, 1 or more. */
  nearest: number;
}

/** A way from one point to another, and the way back. */
export interface PointDistance {
  /** `${fromId}~${journey.pointId}`. */
  id: string;
  fromId: string;
  /** 1 is the nearest by time. */
  place: number;
  journey: Journey;
  /** To `fromId`; null where no such journey was looked for. */
  back: Journey | null;
}

export interface DistancesResult {
  question: DistancesQuestion;
  /** Located points that the question begins at, and those of them that no way leads from. */
  points: { total: number; withoutWay: number };
  /** Of the ways to the nearest: the middle one by each measure; null without any. */
  median: { minutes: number; kilometres: number } | null;
  /** By the point they begin at, then from the nearest. */
  distances: PointDistance[];
  caveats: Caveat[];
}

// ---- Reach ----------------------------------------------------------------------------------------------------

/** "Which land and whom do points of [points] reach within [minutes], [direction]?" */
export interface ReachQuestion {
  points: PointFilter;
  /** One or more, each once, the least first; `<=` is within. */
  minutes: readonly number[];
  direction: Direction;
}

export interface HeadCount {
  people: number;
  communities: number;
}

/** Those whose nearest point is at most so many minutes away; longer bands hold the shorter ones. */
export interface ReachBand extends HeadCount {
  minutes: number;
}

/** What one point does in the network: whom it is nearest to within the greatest limit, and what they lose without it. */
export interface PointReach extends HeadCount {
  pointId: string;
  /** Of its people, to this point or from it; null without people. */
  meanMinutes: number | null;
  ifClosed: {
    /** Of those, who would have no point within the greatest limit. */
    lost: HeadCount;
    /** How much longer the others' way would be, the mean of their people; null without any. */
    extraMinutes: number | null;
  };
}

export interface ReachResult {
  question: ReachQuestion;
  total: HeadCount;
  bands: ReachBand[];
  /** Every counted point: by people lost if it closed, then by people served, the most first. */
  points: PointReach[];
  caveats: Caveat[];
}

// ---- Scores ---------------------------------------------------------------------------------------------------

/** Weights by criterion, each 0 or more; they need not sum to 1. */
export type Weights<Criterion extends string> = Record<Criterion, number>;

export interface ScorePart<Criterion extends string> {
  criterion: Criterion;
  weight: number;
  /** 0 to 1, or null when what it needs is not known. */
  score: number | null;
}

/**
 * A weighted mean of the parts that are known. `low` and `high` are what it would be if every unknown part were 0
 * or 1; `known` is the share of the weight that is known.
 */
export interface Score<Criterion extends string> {
  value: number | null;
  low: number;
  high: number;
  known: number;
  parts: ScorePart<Criterion>[];
}

// ---- Co-location ----------------------------------------------------------------------------------------------

export type ColocationCriterion = 'proximity' | 'lease' | 'volume' | 'staff' | 'services';

/** "Which points of [organizations] could share a site with a point of [partners] within [cutoff]?" */
export interface ColocationQuestion {
  ours: PointFilter;
  partners: PointFilter;
  cutoff: Cutoff;
}

/** Months in which both parties can move: from the later earliest exit to the earlier latest stay. */
export interface LeaseWindow {
  /** ISO dates. `end` is null when neither tenure ends (both owned). */
  start: string;
  end: string | null;
  /** Months of the window inside the planning horizon; 0 when the tenures never allow both to move. */
  months: number;
  /** Months between the earlier latest stay and the later earliest exit when they miss each other, else 0. */
  gapMonths: number;
  /** Last day to decide: window start less the longer notice. */
  decideBy: string;
}

/** What is known of a pair before weights: the facts that every part of its score is computed from. */
export interface ColocationPair {
  /** `${a.pointId}~${b.pointId}`, ids in order. */
  id: string;
  a: ColocationParty;
  b: ColocationParty;
  journey: Journey;
  window: LeaseWindow | null;
  sharedServices: string[];
  /** Services that only one of the two offers. */
  otherServices: number;
}

export interface ColocationParty {
  pointId: string;
  organizationId: string;
  government: OrderOfGovernment;
  expiryDate: string | null;
  tenure: 'lease' | 'licence' | 'owned' | null;
  annualVisits: number | null;
  staff: number | null;
  annualCost: number | null;
}

export interface ColocationOpportunity extends ColocationPair {
  score: Score<ColocationCriterion>;
  /** 1 is best; null when less than half of the weight is known, so it is listed but not ranked. */
  rank: number | null;
}

export interface ColocationResult {
  question: ColocationQuestion;
  opportunities: ColocationOpportunity[];
  caveats: Caveat[];
}

// ---- Outreach -------------------------------------------------------------------------------------------------

export type OutreachCriterion = 'people' | 'need' | 'distance';

/** "Which communities beyond [cutoff] of a point of [organizations] offering [service] are owed outreach?" */
export interface OutreachQuestion extends CoverageQuestion {
  /** Whose points may host a visit. */
  partners: PointFilter;
}

export type OutreachKind = 'scheduled' | 'virtual' | 'mobile';

/** Why a kind is suggested; the words are in the dictionary, the numbers in the evidence. */
export type OutreachReason =
  | { kind: 'partner-host'; kilometres: number }
  | { kind: 'unreliable-travel'; access: AccessMode }
  | { kind: 'few-people'; people: number }
  | { kind: 'no-host' };

export interface OutreachOpportunity {
  areaCode: string;
  name_en: string;
  name_fr: string | null;
  province: string | null;
  lon: number;
  lat: number;
  population: number | null;
  access: AccessMode | null;
  /** The nearest point of ours, which is beyond the cutoff; null when no journey to any is known. */
  nearest: Journey | null;
  /** The partner's point closest to the community, inside the host limit; null when there is none. */
  host: Journey | null;
  /** One-way kilometres a resident is saved per visit when served at the host; null when not known. */
  kilometresSaved: number | null;
  /** Indicator values (0 to 1) that `need` is the mean of; empty when none is known. */
  need: { indicator: string; value: number }[];
  suggestion: { kind: OutreachKind; reasons: OutreachReason[] };
  score: Score<OutreachCriterion>;
  rank: number | null;
}

export interface OutreachResult {
  question: OutreachQuestion;
  opportunities: OutreachOpportunity[];
  caveats: Caveat[];
}
