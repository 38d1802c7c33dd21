import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { simplifyLine } from '../basemap/simplify.ts';
import { ringOf, topologyOf, type Arc } from '../basemap/topology.ts';
import type { LonLat } from '../roads/lambert.ts';

/** About 1.7 km: a place within 5 km of a border or shore is never said to be beyond it. */
const toleranceDegrees = 0.015;

export interface ProvinceLand {
  province: string;
  /** Closed rings, outer ones and holes alike, as longitude, latitude, longitude, ... */
  rings: number[][];
}

/**
 * The provinces and territories of the basemap, coarser still. A small island may end as a line to and fro: it holds
 * no place, but places lie near it.
 */
export function provinceLand(): ProvinceLand[] {
  const text = readFileSync(join(import.meta.dirname, '../../public/basemap/land.json'), 'utf8');
  const { features } = JSON.parse(text) as FeatureCollection<MultiPolygon, { code: string }>;
  const polygons = features.map(({ geometry }) => geometry.coordinates as LonLat[][][]);
  const lines = new Map<Arc, LonLat[]>();
  const { areas } = topologyOf(polygons);
  const lineOf = (arc: Arc) => {
    const known = lines.get(arc) ?? simplifyLine(arc.points, () => toleranceDegrees);
    lines.set(arc, known);
    return known;
  };
  return areas
    .map((shapes, index) => ({
      province: features[index]?.properties.code ?? '',
      rings: shapes.flat().map((uses) => ringOf(uses, lineOf).flat().map(hundredths)),
    }))
    .sort((a, b) => (a.province < b.province ? -1 : 1));
}

const hundredths = (degrees: number) => Math.round(degrees * 100) / 100;
