import type { Geometry, Position } from 'geojson';
import { canadianSystem } from './canadian-systems.ts';

/** What a file says of the system its coordinates count by. */
export interface CoordinateSystem {
  /** A code (`EPSG:3347`, `urn:ogc:def:crs:EPSG::3347`), or a name in words. */
  name: string;
  /** The file's own definition: well-known text, or PROJJSON as an object. */
  definition?: unknown;
}

/** WGS 84 and NAD 83 (they differ by about a metre in Canada) by their usual names. */
export const isDegreesCrs = (name: string) =>
  /^(urn:ogc:def:crs:)?(OGC:[\d.]*:?CRS(84|83)h?|EPSG:[\d.]*:?(4326|4269|4617|4979|4955))$/i.test(name);

/** A position in a file's system to WGS 84 longitude and latitude in degrees; further numbers (heights) are left as they are. */
export type Reproject = (position: Position) => Position;

/**
 * The way from a projected system to WGS 84: by its code where that is one in use in Canada, else by the definition
 * that the file carries. Null for a system that neither tells.
 */
export async function reprojectFrom({ name, definition }: CoordinateSystem): Promise<Reproject | null> {
  const known = codeOf(name);
  const source = (known === null ? null : canadianSystem(known)) ?? carried(definition);
  if (source === null) return null;
  const { default: proj4 } = await import('proj4');
  try {
    const { forward } = proj4(source as string, 'WGS84');
    return ([x = NaN, y = NaN, ...heights]) => [...forward([x, y]).slice(0, 2), ...heights];
  } catch {
    // The library throws (also plain strings) on a definition that it does not understand: then nothing is known of the system.
    return null;
  }
}

function codeOf(name: string): number | null {
  const code =
    /^(?:urn:ogc:def:crs:|https?:\/\/www\.opengis\.net\/def\/crs\/)?(?:EPSG|ESRI)[:/](?:[\d.]*[:/])?(\d+)$/i.exec(
      name,
    )?.[1];
  return code === undefined ? null : Number(code);
}

/** Older datums need grids of shifts that are not at hand. */
const isOldDatum = (text: string) =>
  /North[_ ]American[_ ](Datum[_ ])?(of[_ ])?1927|NAD[_ ]?27|ATS[_ ]?(19)?77/i.test(text);

/** A definition that can be tried: text of a projected or geographic system, or an object of PROJJSON. */
function carried(definition: unknown): unknown {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition ?? '');
  if (isOldDatum(text)) return null;
  if (typeof definition === 'string')
    return /^\s*(PROJ|GEOG)(CS|CRS|EDCRS|RAPHICCRS)\s*\[/i.test(text) ? definition : null;
  return typeof definition === 'object' ? definition : null;
}

/** The geometry in WGS 84; null when a position of it has no place there. */
export function reprojected(geometry: Geometry, reproject: Reproject): Geometry | null {
  if (geometry.type === 'GeometryCollection') return null;
  let lost = false;
  const moved = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    if (typeof part[0] !== 'number') return part.map(moved);
    const position = reproject(part as Position);
    if (!position.every(Number.isFinite)) lost = true;
    return position;
  };
  const coordinates = moved(geometry.coordinates);
  return lost ? null : ({ ...geometry, coordinates } as Geometry);
}
