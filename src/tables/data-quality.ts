import type { Query } from './connector.ts';

export interface DataQualityRow {
  points_without_location: number;
  approximate_points: number;
  doubtful_points: number;
  areas_without_location: number;
  people_without_location: number;
  illustrative_points: number;
  illustrative_tenures: number;
  illustrative_offerings: number;
  illustrative_indicators: number;
  tenures: number;
  indicators: number;
}

const count = (from: string) => `CAST((SELECT COUNT(*) FROM ${from}) AS DOUBLE)`;

/** What every result must say of the data it rests on: one row. */
export const dataQuality: Query = {
  sql: `SELECT
    ${count('service_point WHERE lon IS NULL OR lat IS NULL')} AS points_without_location,
    ${count("service_point WHERE location_method IN ('postal code', 'municipality') AND lon IS NOT NULL")} AS approximate_points,
    ${count('service_point WHERE location_doubt')} AS doubtful_points,
    ${count('area WHERE demand AND (lon IS NULL OR lat IS NULL)')} AS areas_without_location,
    (SELECT COALESCE(SUM(population), 0) FROM area WHERE demand AND (lon IS NULL OR lat IS NULL)) AS people_without_location,
    ${count('service_point WHERE illustrative')} AS illustrative_points,
    ${count('tenure WHERE illustrative')} AS illustrative_tenures,
    ${count('offering WHERE illustrative')} AS illustrative_offerings,
    ${count('indicator WHERE illustrative')} AS illustrative_indicators,
    ${count('tenure')} AS tenures,
    ${count('indicator')} AS indicators`,
  parameters: [],
};
