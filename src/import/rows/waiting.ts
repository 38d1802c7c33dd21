import type { Waiting } from '../../model/tables.ts';
import type { OfferingDraft, PointDrafts, TenureDraft } from './point-drafts.ts';

const nothing: Omit<Waiting, 'becomes' | 'point' | 'organization' | 'source_id'> = {
  tenure_kind: null,
  start_date: null,
  expiry_date: null,
  break_date: null,
  extension_months: null,
  notice_months: null,
  annual_cost: null,
  service_id: null,
  service_name: null,
  mode: null,
  days_per_month: null,
};

/**
 * The rows that wait, with those of a file that wait too (by their rows in it). A row of the file takes the place of what
 * waited before about the same point, and for an offering the same service and mode.
 */
export function waitingWith(
  before: readonly Waiting[],
  { tenures, offerings, services }: PointDrafts,
  rows: ReadonlySet<number>,
): Waiting[] {
  const names = new Map(services.map(({ id, name_en }) => [id, name_en]));
  const told = [
    ...tenures.map((draft) => ({ row: draft.point.row, waiting: waitingTenure(draft) })),
    ...offerings.map((draft) => ({
      row: draft.point.row,
      waiting: waitingOffering(draft, names.get(draft.record.service_id) ?? null),
    })),
  ];
  const replaced = new Set(told.map(({ waiting }) => keyOf(waiting)));
  return [
    ...before.filter((one) => !replaced.has(keyOf(one))),
    ...lastOfEach(told.flatMap(({ row, waiting }) => (rows.has(row) ? [waiting] : []))),
  ];
}

/** Every tenure, and of offerings of one point, service and mode the last. */
function lastOfEach(waiting: readonly Waiting[]): Waiting[] {
  const last = new Map(waiting.map((one) => [keyOf(one), one]));
  return waiting.filter((one) => one.becomes === 'tenure' || last.get(keyOf(one)) === one);
}

/** Rows that wait with an offering which an earlier of them has, and its service. */
export function repeatedOfferings(
  { offerings }: PointDrafts,
  rows: ReadonlySet<number>,
): { row: number; found: string }[] {
  const seen = new Set<string>();
  return offerings.flatMap((draft) => {
    if (!rows.has(draft.point.row)) return [];
    const key = keyOf(waitingOffering(draft, null));
    const found = draft.record.service_id;
    if (seen.has(key)) return [{ row: draft.point.row, found }];
    seen.add(key);
    return [];
  });
}

const keyOf = ({ becomes, point, organization, service_id, mode }: Waiting) =>
  JSON.stringify([becomes, point, organization, service_id, mode]);

function waitingTenure({ point, sourceId, record }: TenureDraft): Waiting {
  const { kind, start_date, expiry_date, break_date, extension_months, notice_months, annual_cost } = record;
  const terms = { start_date, expiry_date, break_date, extension_months, notice_months, annual_cost };
  const { text, organization } = point;
  return {
    ...nothing,
    becomes: 'tenure',
    point: text,
    organization,
    tenure_kind: kind,
    ...terms,
    source_id: sourceId,
  };
}

function waitingOffering({ point, sourceId, record }: OfferingDraft, service_name: string | null): Waiting {
  const { service_id, mode, days_per_month } = record;
  const { text, organization } = point;
  const offered = { service_id, service_name, mode, days_per_month };
  return { ...nothing, becomes: 'offering', point: text, organization, ...offered, source_id: sourceId };
}

/** What waited, as its own file once gave it; it has no row in the file at hand. */
export function draftsOf(waiting: readonly Waiting[]): PointDrafts {
  const drafts: PointDrafts = { services: [], offerings: [], tenures: [] };
  for (const one of waiting) {
    const { point: text, organization, source_id: sourceId, start_date, expiry_date, break_date } = one;
    const { extension_months, notice_months, annual_cost, service_id, mode, days_per_month } = one;
    const point = { row: 0, column: null, text, organization };
    const terms = { start_date, expiry_date, break_date, extension_months, notice_months, annual_cost };
    if (one.becomes === 'tenure') {
      const [kind, illustrative] = [one.tenure_kind ?? 'lease', false] as const;
      const record = { point_id: '', kind, ...terms, illustrative, source_id: sourceId };
      drafts.tenures.push({ point, sourceId, record });
    } else if (service_id !== null) {
      const offered = { service_id, mode: mode ?? 'in person', days_per_month } as const;
      drafts.services.push({ id: service_id, name_en: one.service_name ?? service_id, name_fr: null });
      drafts.offerings.push({ point, sourceId, record: { point_id: '', ...offered, illustrative: false } });
    }
  }
  return drafts;
}
