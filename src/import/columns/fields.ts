import { indicatorIds } from '../../model/tables.ts';

/** Hours of one day of the week each, Monday first. */
export const dayFields = [
  'hours_monday',
  'hours_tuesday',
  'hours_wednesday',
  'hours_thursday',
  'hours_friday',
  'hours_saturday',
  'hours_sunday',
] as const;

/** How a point works, how it is held and what it offers. */
const officeFields = [
  'languages',
  'weekly_hours',
  'lunch',
  'dated_visits',
  'opening_hours',
  ...dayFields,
  'days_per_month',
  'staff',
  'annual_visits',
  'floor_area_m2',
  'floor_area_ft2',
  'floor_area',
  'tenure',
  'start_date',
  'expiry_date',
  'break_date',
  'notice_months',
  'extension_months',
  'annual_cost',
  'lease_number',
  'service_id',
  'service',
  'services',
  'mode',
  'passport',
  'biometrics',
] as const;

/** What a column can mean. */
export const fields = [
  'id',
  'code',
  'name_en',
  'name_fr',
  'organization',
  'government',
  'kind',
  'address',
  'municipality',
  'province',
  'postal_code',
  'lat',
  'lon',
  'location_method',
  ...officeFields,
  'population',
  'population_symbol',
  'households',
  ...indicatorIds,
  'event',
  'people_affected',
  'characteristic',
  'characteristic_count',
  'characteristic_rate',
  'series',
  'origin',
  'destination',
  'minutes',
  'kilometres',
  'distance',
  'reference_date',
] as const;
/** A meaning of a column. */
export type Field = (typeof fields)[number];

/** Meanings that only areas have. */
export const areaFields: readonly Field[] = [
  'code',
  'population',
  'population_symbol',
  'households',
  ...indicatorIds,
];
/** Meanings that only points have. */
export const pointFields: readonly Field[] = [
  'organization',
  'government',
  'kind',
  'address',
  'postal_code',
  'location_method',
  ...officeFields,
];
