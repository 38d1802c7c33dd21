/** The one function used of a package without types: shapes to GeoJSON geometries, reprojected to WGS 84 by the .prj text. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson';
  export type ParseShapes = (shp: DataView, prj?: string) => (Geometry | null)[];
  export const parseShp: ParseShapes;
}
