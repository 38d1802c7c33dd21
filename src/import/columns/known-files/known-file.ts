import type { Organization } from '../../../model/tables.ts';
import type { Field } from '../fields.ts';

/**
 * What a file holds: points of service (with their tenures and offerings), leases (each the tenure of a point), counts by
 * area, areas with both a count and a place, places of areas alone, values by area, a service inventory, services by
 * point, journeys that another tool computed, events with the people they touched.
 */
export const fileKinds = [
  'points',
  'leases',
  'counts',
  'areas',
  'boundaries',
  'indicators',
  'services',
  'offerings',
  'travel',
  'events',
  'unknown',
] as const;
/** One of these kinds. */
export type FileKind = (typeof fileKinds)[number];

/** A published file that is recognised by its header alone. */
export interface KnownFile {
  title: { en: string; fr: string };
  publisher: string | null;
  licence: string | null;
  /** ISO date or year that the data describes, where the file itself does not say it. */
  referenceDate?: string;
  kind: FileKind;
  spatial: boolean;
  /** Original column names that must all be there. */
  columns: readonly string[];
  /** Meanings that are certain; the rest is matched as in any file. */
  fields: Readonly<Record<string, Field>>;
  /** Whose points they are, where the file does not say. */
  organization: Organization | null;
  /** The publisher writes people in thousands. */
  inThousands?: true;
  /** Digits of the file's postal codes, which a spreadsheet took for numbers: a shorter one lost its leading zeros. */
  postalDigits?: number;
}
