import type { ProjectTableName, SeasonalWay } from './tables.ts';

/** What a file of roads may not say: which way they may be driven, and how fast. */
export type AssumedOfRoads = 'directions' | 'speeds';

/**
 * What a reader must know beside a number. Every result carries its caveats and every panel shows them; a quiet
 * number misleads a planner. `count` is rows, `people` the people they concern, where known.
 */
export type Caveat =
  | { kind: 'illustrative-data'; tables: ProjectTableName[] }
  | { kind: 'straight-line-estimate'; detourFactor: number; pairs: number }
  | { kind: 'straight-line'; pairs: number }
  | { kind: 'imported-journeys'; pairs: number }
  | { kind: 'closed-ways'; ways: SeasonalWay[] }
  | { kind: 'roads-assumed'; what: AssumedOfRoads[] }
  | { kind: 'journeys-thinned'; minutes: number; nearest: number; groupedBy: 'organization' | 'government' }
  | { kind: 'assumed-speed'; kilometresPerHour: number }
  | { kind: 'points-without-location'; count: number }
  | { kind: 'areas-without-location'; count: number; people: number }
  | { kind: 'areas-without-population'; count: number }
  | { kind: 'areas-off-the-road'; count: number; people: number }
  | { kind: 'points-off-the-road'; count: number }
  | { kind: 'access-unknown'; count: number; people: number }
  | { kind: 'winter-road'; count: number; people: number }
  | { kind: 'ferry'; count: number; people: number }
  | { kind: 'apportioned-population'; count: number; people: number }
  | { kind: 'approximate-locations'; count: number }
  | { kind: 'doubtful-locations'; count: number }
  | { kind: 'no-partner-points' }
  | { kind: 'no-leases' }
  | { kind: 'no-indicators' };
export type CaveatKind = Caveat['kind'];
