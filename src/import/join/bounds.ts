import type { Project } from '../../model/project.ts';
import type { ProjectTables } from '../../model/tables.ts';

/** Canada, for a project in which nothing is located yet. */
const canada: Project['bounds'] = [-141, 41.7, -52.6, 83.1];

/** Degrees added on each side, so that points do not stand on the frame. */
const margin = 0.1;

/** [west, south, east, north] of the located points and demand areas. */
export function boundsOf({ service_point, area }: ProjectTables): Project['bounds'] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const take = ({ lon, lat }: { lon: number | null; lat: number | null }) => {
    if (lon === null || lat === null) return;
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  service_point.forEach(take);
  for (const one of area) if (one.demand) take(one);
  if (box[0] > box[2]) return canada;
  return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
}
