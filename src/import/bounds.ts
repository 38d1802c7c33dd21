import type { Project } from '../model/project.ts';
import type { ProjectTables } from '../model/tables.ts';

/** Canada, for a project in which nothing is located yet. */
const canada: Project['bounds'] = [-141, 41.7, -52.6, 83.1];

/** Degrees added on each side, so that points do not stand on the frame. */
const margin = 0.1;

/** [west, south, east, north] of the located points and demand areas. */
export function boundsOf({ service_point, area }: ProjectTables): Project['bounds'] {
  const places = [...service_point, ...area.filter(({ demand }) => demand)].flatMap(({ lon, lat }) =>
    lon === null || lat === null ? [] : [{ lon, lat }],
  );
  if (places.length === 0) return canada;
  const box = places.reduce(
    ([west, south, east, north], { lon, lat }) =>
      [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)] as const,
    [180, 90, -180, -90] as readonly [number, number, number, number],
  );
  return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
}
