import { haversineKilometres } from '../../geo/distance.ts';
import type { RowEdit } from '../../model/decisions.ts';
import type { Issue } from '../../model/issues.ts';
import { issue } from '../read/findings.ts';
import type { PlaceLookup } from './gazetteer.ts';
import { bestPlace, labelOf, type StatedPlace } from './locate.ts';
import type { RowReader } from '../columns/row-reader.ts';

/** A coordinate as its row gives it. */
export interface Whereabouts {
  row: number;
  lon: number;
  lat: number;
}

/** Nearer than this to a border nothing is said: the gazetteer's lines are off by up to 2 km. */
const borderKilometres = 5;
/** Nearer than this to a shore nothing is said: small islands that people live on, such as Entry Island, are not in it. */
const shoreKilometres = 8;

/** A municipality reaches this far from its centre: most are smaller, and a few of the north are larger. */
const municipalReachKilometres = 40;

/** Canada's waters and neighbours: farther than 8 km from all of its land. */
export function isOutsideLand(
  { lon, lat }: { lon: number | null; lat: number | null },
  lookup: PlaceLookup,
): boolean {
  return lon !== null && lat !== null && !lookup.isNear(lon, lat, shoreKilometres, null);
}

/** On Canada's land, farther than 5 km from the province that the row states. The issue names the one it lies in. */
export function checkProvince(
  place: Whereabouts,
  stated: string | null,
  column: string | null,
  lookup: PlaceLookup,
): Issue | null {
  const { row, lon, lat } = place;
  if (stated === null || lookup.isNear(lon, lat, borderKilometres, stated)) return null;
  const found = lookup.provinceAt(lon, lat);
  if (found === null) return null;
  return issue('outside-province', 'warning', { row, column, found, expected: stated });
}

/** A postal code of another province than the one that the row states. */
export function checkPostalCode(
  row: number,
  { contradicting, province, columns }: StatedPlace,
): Issue | null {
  if (!contradicting) return null;
  const found = `${contradicting.code} (${contradicting.province})`;
  return issue('postal-code-elsewhere', 'warning', { row, column: columns.area, found, expected: province });
}

/** A place that the row refers to, and how far off the coordinates are. */
interface Reference {
  label: string;
  kilometres: number;
}

/**
 * Far from all that the row states: beyond the reach of its postal code's area and more than 40 km from its municipality.
 * The vast area of a rural postal code is asked only where the municipality is not one known place; otherwise it decides
 * whether the municipality is meant at all: not when its centroid is nearer to the coordinates than to that place; alone it says nothing. The issue gives whole
 * kilometres to the nearest of them.
 */
export function checkDistance({ row, lon, lat }: Whereabouts, stated: StatedPlace): Issue | null {
  const { area, columns } = stated;
  const from = (place: { lon: number; lat: number }) => haversineKilometres(lon, lat, place.lon, place.lat);
  if (stated.places.some((place) => from(place) <= municipalReachKilometres)) return null;
  const toArea = area ? from(area) : 0;
  const meant = stated.places.filter(
    (place) => !area?.rural || toArea > haversineKilometres(area.lon, area.lat, place.lon, place.lat),
  );
  // A rural code's region may be a thousand kilometres across: by itself it places nobody.
  if (area?.rural && meant.length === 0) return null;
  if (area && (!area.rural || meant.length !== 1) && toArea <= area.reachKilometres) return null;
  const references: Reference[] = meant.map((place) => ({ label: labelOf(place), kilometres: from(place) }));
  if (area && !area.rural) references.push({ label: area.code, kilometres: toArea });
  const nearest = references.sort((a, b) => a.kilometres - b.kilometres)[0];
  if (!nearest) return null;
  const column = nearest.label === area?.code ? columns.area : columns.place;
  const found = `${Math.round(nearest.kilometres)}`;
  return issue('misplaced', 'warning', { row, column, found, expected: nearest.label });
}

/**
 * An urban postal code whose area is far from every place of the municipality's name: beyond the area's reach and more than
 * 40 km. One of the two is wrong. The issue gives whole kilometres to the nearest of the places.
 */
export function checkStated(row: number, { area, places, columns }: StatedPlace): Issue | null {
  if (!area || area.rural) return null;
  const reach = Math.max(area.reachKilometres, municipalReachKilometres);
  const [nearest] = places
    .map((place) => ({ place, kilometres: haversineKilometres(area.lon, area.lat, place.lon, place.lat) }))
    .sort((a, b) => a.kilometres - b.kilometres);
  if (!nearest || nearest.kilometres <= reach) return null;
  const found = `${Math.round(nearest.kilometres)}`;
  return issue('misplaced', 'warning', {
    row,
    column: columns.area,
    found,
    expected: labelOf(nearest.place),
  });
}

/**
 * The row moved to the best place for what it states, with how that was found where the file has a column for it. Null
 * when nothing certain is stated, the file has no columns of coordinates, or the place is not in the stated province either.
 */
export function moveToStated(
  row: number,
  stated: StatedPlace,
  reader: RowReader,
  lookup: PlaceLookup,
): RowEdit | null {
  const best = bestPlace(stated);
  const [lon, lat] = [reader.column('lon'), reader.column('lat')];
  if (!best || lon === null || lat === null) return null;
  if (!lookup.isNear(best.lon, best.lat, borderKilometres, stated.province)) return null;
  const method = reader.column('location_method');
  const coordinates = { [lat]: `${best.lat}`, [lon]: `${best.lon}` };
  const cells = method === null ? coordinates : { ...coordinates, [method]: best.method };
  return { kind: 'set-cells', row, cells };
}
