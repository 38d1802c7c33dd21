/**
 * The rows of a project's tables. Property names are the SQL column names, so a row means the same in a
 * project file, in a query and on the screen. `null` is "not known"; it is never zero.
 */

export const ordersOfGovernment = [
  'federal',
  'provincial',
  'territorial',
  'municipal',
  'indigenous',
  'community',
] as const;
export type OrderOfGovernment = (typeof ordersOfGovernment)[number];

export interface Organization {
  id: string;
  name_en: string;
  name_fr: string | null;
  government: OrderOfGovernment;
  illustrative: boolean;
}

/** Playbook's kinds of point: a full-service centre, a hosted visit, a workstation, a vehicle, another government's agent. */
export const pointKinds = ['full-service', 'scheduled-outreach', 'virtual', 'mobile', 'agent'] as const;
export type PointKind = (typeof pointKinds)[number];

/** How a coordinate was obtained, from the surest to the least sure. */
export const locationMethods = ['address', 'place', 'postal code', 'municipality', 'unknown'] as const;
export type LocationMethod = (typeof locationMethods)[number];

export interface ServicePoint {
  id: string;
  organization_id: string;
  name_en: string;
  name_fr: string | null;
  kind: PointKind;
  address: string | null;
  municipality: string | null;
  /** Two-letter postal abbreviation of the province or territory. */
  province: string | null;
  postal_code: string | null;
  /** WGS 84 decimal degrees; both null when the row could not be located. */
  lon: number | null;
  lat: number | null;
  location_method: LocationMethod;
  /** The coordinates contradict the municipality, postal code or province that the point's row states. */
  location_doubt: boolean;
  /** OSM opening_hours syntax. */
  opening_hours: string | null;
  days_per_month: number | null;
  /** Full-time equivalents at the counter. */
  staff: number | null;
  annual_visits: number | null;
  /** ISO 639 codes joined by `|`, as in `en|fr`. */
  languages: string | null;
  floor_area_m2: number | null;
  illustrative: boolean;
  source_id: string;
}

export interface Tenure {
  point_id: string;
  kind: 'lease' | 'licence' | 'owned';
  /** ISO dates. */
  start_date: string | null;
  expiry_date: string | null;
  /** A date before expiry from which the tenant may leave. */
  break_date: string | null;
  /** Months by which renewal options allow the tenure to be extended. */
  extension_months: number | null;
  notice_months: number | null;
  annual_cost: number | null;
  illustrative: boolean;
  source_id: string;
}

export interface Service {
  id: string;
  name_en: string;
  name_fr: string | null;
}

export interface Offering {
  point_id: string;
  service_id: string;
  mode: 'in person' | 'virtual' | 'appointment';
  days_per_month: number | null;
  illustrative: boolean;
}

/** `region`: any boundary that is none of the census, whose people are those of the smaller areas in it. */
export const areaLevels = [
  'country',
  'province',
  'region',
  'CD',
  'CSD',
  'FSA',
  'ADA',
  'CT',
  'DA',
  'block',
  'community',
  'neighbourhood',
] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** How a community is reached from the rest of the country. */
export const accessModes = ['all-season road', 'winter road', 'ferry', 'air'] as const;
export type AccessMode = (typeof accessModes)[number];

export interface Area {
  /** Code of the area (DGUID, FSA, GeoNames id, ...): text, leading zeros kept. */
  code: string;
  level: AreaLevel;
  name_en: string;
  name_fr: string | null;
  parent_code: string | null;
  province: string | null;
  /** Representative point, WGS 84. Null when only a count was imported. */
  lon: number | null;
  lat: number | null;
  /** Usual residents; null when suppressed or not published. */
  population: number | null;
  households: number | null;
  access: AccessMode | null;
  /**
   * True for the areas that people are counted in. A project's demand areas never overlap: a city that is
   * split into neighbourhoods is not one itself, so nobody is counted twice.
   */
  demand: boolean;
  /** Not counted there: a share of a larger count, or the sum of smaller areas that lie in it, by a rule. */
  apportioned: boolean;
  source_id: string;
}

export const indicatorIds = [
  'age_65_plus',
  'low_income',
  'indigenous_identity',
  'newcomers',
  'no_official_language',
  'no_broadband',
  'no_vehicle',
  'unemployment',
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

export interface Indicator {
  area_code: string;
  indicator: string;
  /** Share of people or households, 0 to 1, for the ids above; for any other series the unit of its source. */
  value: number | null;
  year: number | null;
  illustrative: boolean;
  source_id: string;
}

/** The outcome of a journey. Never an infinite or zero number in place of one of these. */
export type TravelState =
  'reached' | 'beyond cutoff' | 'no road' | 'ferry' | 'winter road' | 'fly-in' | 'unknown';

/** Ways that are closed for a part of the year: winter roads from thaw on, ferries from freeze-up to break-up. */
export const seasonalWays = ['winter road', 'ferry'] as const;
export type SeasonalWay = (typeof seasonalWays)[number];

/** `imported`: another tool found it, and a person brought its table. */
export type TravelMethod = 'road' | 'straight line' | 'imported';

/** One journey from a demand area (or a service point) to a service point. */
export interface Travel {
  origin_id: string;
  point_id: string;
  /** Null unless a journey was found: `reached`, `ferry` and `winter road` have both numbers. */
  minutes: number | null;
  kilometres: number | null;
  method: TravelMethod;
  state: TravelState;
}

/** A journey as another tool found it; it counts in place of our own. Without either number that tool found no way. */
export interface ImportedJourney {
  /** Code of an area, or id of a point. */
  origin_id: string;
  point_id: string;
  minutes: number | null;
  kilometres: number | null;
  source_id: string;
}

/** Which table a row that waits will be a row of. */
export const waitingKinds = ['tenure', 'offering'] as const;

/**
 * A tenure or an offering of a point that no file has brought yet. It takes its place in its table by itself when the point
 * comes. What the other table alone has is null.
 */
export interface Waiting {
  becomes: (typeof waitingKinds)[number];
  /** The point, by its id or name, and the organization, as their file writes them. */
  point: string;
  organization: string | null;
  tenure_kind: Tenure['kind'] | null;
  start_date: string | null;
  expiry_date: string | null;
  break_date: string | null;
  extension_months: number | null;
  notice_months: number | null;
  annual_cost: number | null;
  service_id: string | null;
  service_name: string | null;
  mode: Offering['mode'] | null;
  days_per_month: number | null;
  source_id: string;
}

/** Where a table's rows come from; it travels into every result and export. */
export interface Source {
  id: string;
  title_en: string;
  title_fr: string | null;
  publisher: string | null;
  licence: string | null;
  /** ISO date or year that the data describes. */
  reference_date: string | null;
  imported_at: string | null;
  file_name: string | null;
  /** SHA-256 of the file, hexadecimal. */
  checksum: string | null;
  /** True when the rows were generated for a sample rather than observed. */
  illustrative: boolean;
  note_en: string | null;
  note_fr: string | null;
}

/** The tables a person's data fills, in dependency order. `travel` is computed, with the journeys of `journey` in it. */
export interface ProjectTables {
  source: Source[];
  organization: Organization[];
  service: Service[];
  service_point: ServicePoint[];
  tenure: Tenure[];
  offering: Offering[];
  area: Area[];
  indicator: Indicator[];
  journey: ImportedJourney[];
  waiting: Waiting[];
}
export type ProjectTableName = keyof ProjectTables;

export const projectTableNames = [
  'organization',
  'service',
  'service_point',
  'tenure',
  'offering',
  'area',
  'indicator',
  'journey',
  'waiting',
  'source',
] as const satisfies readonly ProjectTableName[];
