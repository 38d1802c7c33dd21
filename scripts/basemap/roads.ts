import type { Feature, MultiLineString } from 'geojson';
import type { LonLat } from '../roads/lambert.ts';
import { readRoads, type Road } from '../roads/read-roads.ts';
import { roundLine } from './detail.ts';
import { simplifyLine } from './simplify.ts';

/** Degrees of latitude: 22 m. */
const tolerance = () => 0.0002;

/** The roads, one feature for each class and number; those without a number by square of half a degree. */
export function roads(): Feature<MultiLineString>[] {
  const groups = new Map<string, Road[]>();
  for (const road of readRoads()) {
    const key = `${road.class} ${road.name ?? squareOf(road.line[0])}`;
    groups.set(key, [...(groups.get(key) ?? []), road]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const coordinates = group.map(({ line }) => roundLine(simplifyLine(line, tolerance)));
    return [
      {
        type: 'Feature',
        properties: { class: first.class, name: first.name },
        geometry: { type: 'MultiLineString', coordinates: coordinates.filter((line) => line.length > 1) },
      },
    ];
  });
}

function squareOf([lon, lat]: LonLat = [0, 0]): string {
  return `at ${Math.floor(lon * 2)} ${Math.floor(lat * 2)}`;
}
