import type { AskKind, TravelAsks } from './travel-asks.ts';

/** What the page sends to the travel-time worker. A graph goes once, as the bytes of its file, and stays there. */
export type ToTravelTime =
  | { kind: 'graph'; bytes: Uint8Array | null }
  | { kind: 'ask'; request: number; what: AskKind; ask: TravelAsks[AskKind]['ask'] }
  | { kind: 'cancel'; request: number };

/** What the worker answers. */
export type FromTravelTime =
  | { kind: 'progress'; request: number; done: number; total: number }
  | { kind: 'answer'; request: number; answer: TravelAsks[AskKind]['answer'] }
  | { kind: 'failed'; request: number; message: string; isUserError: boolean };
