import type { ProjectTableName, ProjectTables, Travel } from '../model/tables.ts';

export type ColumnType = 'VARCHAR' | 'DOUBLE' | 'BOOLEAN' | 'INTEGER';

export interface TableSchema<Name extends string = string> {
  readonly name: Name;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** Each property of a row must be given a type, so a column added to the model cannot be forgotten here. */
function schema<Row, Name extends string = string>(
  name: Name,
  columns: Record<keyof Row & string, ColumnType>,
): TableSchema<Name> {
  return {
    name,
    columns: Object.entries<ColumnType>(columns).map(([column, type]) => ({ name: column, type })),
  };
}

/** Dates stay ISO text: they compare in order as text, and no engine needs a time zone for them. */
export const projectSchemas: { [Name in ProjectTableName]: TableSchema<Name> } = {
  source: schema<ProjectTables['source'][number], 'source'>('source', {
    id: 'VARCHAR',
    title_en: 'VARCHAR',
    title_fr: 'VARCHAR',
    publisher: 'VARCHAR',
    licence: 'VARCHAR',
    reference_date: 'VARCHAR',
    imported_at: 'VARCHAR',
    file_name: 'VARCHAR',
    checksum: 'VARCHAR',
    illustrative: 'BOOLEAN',
    note_en: 'VARCHAR',
    note_fr: 'VARCHAR',
  }),
  organization: schema<ProjectTables['organization'][number], 'organization'>('organization', {
    id: 'VARCHAR',
    name_en: 'VARCHAR',
    name_fr: 'VARCHAR',
    government: 'VARCHAR',
    illustrative: 'BOOLEAN',
  }),
  service: schema<ProjectTables['service'][number], 'service'>('service', {
    id: 'VARCHAR',
    name_en: 'VARCHAR',
    name_fr: 'VARCHAR',
  }),
  service_point: schema<ProjectTables['service_point'][number], 'service_point'>('service_point', {
    id: 'VARCHAR',
    organization_id: 'VARCHAR',
    name_en: 'VARCHAR',
    name_fr: 'VARCHAR',
    kind: 'VARCHAR',
    address: 'VARCHAR',
    municipality: 'VARCHAR',
    province: 'VARCHAR',
    postal_code: 'VARCHAR',
    lon: 'DOUBLE',
    lat: 'DOUBLE',
    location_method: 'VARCHAR',
    location_doubt: 'BOOLEAN',
    opening_hours: 'VARCHAR',
    days_per_month: 'DOUBLE',
    staff: 'DOUBLE',
    annual_visits: 'DOUBLE',
    languages: 'VARCHAR',
    floor_area_m2: 'DOUBLE',
    illustrative: 'BOOLEAN',
    source_id: 'VARCHAR',
  }),
  tenure: schema<ProjectTables['tenure'][number], 'tenure'>('tenure', {
    point_id: 'VARCHAR',
    kind: 'VARCHAR',
    start_date: 'VARCHAR',
    expiry_date: 'VARCHAR',
    break_date: 'VARCHAR',
    extension_months: 'DOUBLE',
    notice_months: 'DOUBLE',
    annual_cost: 'DOUBLE',
    illustrative: 'BOOLEAN',
    source_id: 'VARCHAR',
  }),
  offering: schema<ProjectTables['offering'][number], 'offering'>('offering', {
    point_id: 'VARCHAR',
    service_id: 'VARCHAR',
    mode: 'VARCHAR',
    days_per_month: 'DOUBLE',
    illustrative: 'BOOLEAN',
  }),
  area: schema<ProjectTables['area'][number], 'area'>('area', {
    code: 'VARCHAR',
    level: 'VARCHAR',
    name_en: 'VARCHAR',
    name_fr: 'VARCHAR',
    parent_code: 'VARCHAR',
    province: 'VARCHAR',
    lon: 'DOUBLE',
    lat: 'DOUBLE',
    population: 'DOUBLE',
    households: 'DOUBLE',
    access: 'VARCHAR',
    demand: 'BOOLEAN',
    apportioned: 'BOOLEAN',
    source_id: 'VARCHAR',
  }),
  indicator: schema<ProjectTables['indicator'][number], 'indicator'>('indicator', {
    area_code: 'VARCHAR',
    indicator: 'VARCHAR',
    value: 'DOUBLE',
    year: 'INTEGER',
    illustrative: 'BOOLEAN',
    source_id: 'VARCHAR',
  }),
  journey: schema<ProjectTables['journey'][number], 'journey'>('journey', {
    origin_id: 'VARCHAR',
    point_id: 'VARCHAR',
    minutes: 'DOUBLE',
    kilometres: 'DOUBLE',
    source_id: 'VARCHAR',
  }),
  waiting: schema<ProjectTables['waiting'][number], 'waiting'>('waiting', {
    becomes: 'VARCHAR',
    point: 'VARCHAR',
    organization: 'VARCHAR',
    tenure_kind: 'VARCHAR',
    start_date: 'VARCHAR',
    expiry_date: 'VARCHAR',
    break_date: 'VARCHAR',
    extension_months: 'DOUBLE',
    notice_months: 'DOUBLE',
    annual_cost: 'DOUBLE',
    service_id: 'VARCHAR',
    service_name: 'VARCHAR',
    mode: 'VARCHAR',
    days_per_month: 'DOUBLE',
    source_id: 'VARCHAR',
  }),
};

const travelColumns = {
  origin_id: 'VARCHAR',
  point_id: 'VARCHAR',
  minutes: 'DOUBLE',
  kilometres: 'DOUBLE',
  method: 'VARCHAR',
  state: 'VARCHAR',
} satisfies Record<keyof Travel, ColumnType>;

/** Journeys from demand areas to points: every pair within the travel limit, and each area's nearest points beyond it. */
export const travelSchema = schema<Travel, 'travel'>('travel', travelColumns);

/** Journeys between points of service, in the same shape; `origin_id` is a point. */
export const pointTravelSchema = schema<Travel, 'point_travel'>('point_travel', travelColumns);

/** Journeys the other way, from points out to demand areas: `origin_id` is the area and `point_id` the point all the same. */
export const travelBackSchema = schema<Travel, 'travel_back'>('travel_back', travelColumns);

/** The table of the journeys between areas and points. */
export const travelTables = { 'to point': 'travel', 'from point': 'travel_back' } as const;
export type TravelTable = (typeof travelTables)[keyof typeof travelTables];
