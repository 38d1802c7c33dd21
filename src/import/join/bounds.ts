import { boundsOf } from '../../geo/bounds.ts';
import type { Project } from '../../model/project.ts';
import type { ProjectTables } from '../../model/tables.ts';

/** Canada, for a project in which nothing is located yet. */
const canada: Project['bounds'] = [-141, 41.7, -52.6, 83.1];

/** Degrees added on each side, so that points do not stand on the frame. */
const margin = 0.1;

/** Where a project's map opens: on its located points and demand areas. */
export function openingBounds(tables: ProjectTables): Project['bounds'] {
  const bounds = boundsOf(located(tables));
  if (!bounds) return canada;
  const [west, south, east, north] = bounds;
  return [west - margin, south - margin, east + margin, north + margin];
}

function* located({ service_point, area }: ProjectTables): Generator<readonly number[]> {
  for (const { lon, lat } of service_point) if (lon !== null && lat !== null) yield [lon, lat];
  for (const { lon, lat, demand } of area) if (demand && lon !== null && lat !== null) yield [lon, lat];
}
