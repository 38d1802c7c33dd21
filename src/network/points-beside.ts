import { PointIndex } from '../geo/point-index.ts';
import { addTo } from '../model/grouped.ts';
import { offRoad, type Snapped } from './snap.ts';
import type { Locations } from './travel-types.ts';

/** Points no farther from their road than this are looked for together, so that one far off does not widen every search. */
const besideRoadKilometres = 0.2;

/**
 * Points that a place may be joined to without passing the ends of its road: those on the same road, and those that are no
 * farther from it as the crow flies than the two are from their roads, and than a limit.
 */
export function pointsBeside(
  { places, points, limitKilometres }: { places: Locations; points: Locations; limitKilometres: number },
  from: Snapped,
  to: Snapped,
): (place: number) => Set<number> {
  const onEdge = pointsByEdge(to);
  const isBesideRoad = (point: number) => (to.kilometres[point] ?? Infinity) <= besideRoadKilometres;
  const all = [...to.edge.keys()];
  const groups = [all.filter(isBesideRoad), all.filter((point) => !isBesideRoad(point))].map((members) => ({
    members,
    furthest: members.reduce((most, point) => Math.max(most, to.kilometres[point] ?? Infinity), 0),
    index: new PointIndex(
      members.map((point) => points.lon[point] ?? NaN),
      members.map((point) => points.lat[point] ?? NaN),
    ),
  }));
  return (place) => {
    const walk = from.kilometres[place] ?? Infinity;
    const edge = from.edge[place] ?? offRoad;
    const beside = new Set(edge === offRoad ? [] : onEdge.get(edge));
    for (const { members, furthest, index } of groups) {
      const reach = Math.min(walk + furthest, limitKilometres);
      for (const near of index.within(places.lon[place] ?? NaN, places.lat[place] ?? NaN, reach)) {
        const point = members[near.index] ?? 0;
        if (near.kilometres <= walk + (to.kilometres[point] ?? Infinity)) beside.add(point);
      }
    }
    return beside;
  };
}

function pointsByEdge({ edge }: Snapped): Map<number, number[]> {
  const byEdge = new Map<number, number[]>();
  edge.forEach((road, point) => addTo(byEdge, road, point));
  return byEdge;
}
