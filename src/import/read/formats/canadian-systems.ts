/** Of the Geodetic Reference System 1980, by which NAD 83 counts; WGS 84 is within about two metres of it in Canada. */
const nad83 = '+ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs';

const lambert = (lat1: number, lat2: number, lat0: number, lon0: number, x0 = 0, y0 = 0) =>
  `+proj=lcc +lat_1=${lat1} +lat_2=${lat2} +lat_0=${lat0} +lon_0=${lon0} +x_0=${x0} +y_0=${y0} ${nad83}`;
const albers = (lat1: number, lat2: number, lat0: number, lon0: number, x0 = 0, y0 = 0) =>
  `+proj=aea +lat_1=${lat1} +lat_2=${lat2} +lat_0=${lat0} +lon_0=${lon0} +x_0=${x0} +y_0=${y0} ${nad83}`;
const mercator = (lon0: number, scale: number, x0: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${lon0} +k=${scale} +x_0=${x0} +y_0=0 ${nad83}`;
const stereographic = (lat0: number, lon0: number, x0: number, y0: number) =>
  `+proj=sterea +lat_0=${lat0} +lon_0=${lon0} +k=0.999912 +x_0=${x0} +y_0=${y0} ${nad83}`;

/** Systems of one country or province, each with the EPSG codes it has in NAD 83 and NAD 83(CSRS). */
const single: readonly (readonly [codes: readonly number[], definition: string])[] = [
  // Statistics Canada's, whose unrounded origin is 63°23′26.43″ N, 91°52′ W.
  [[3347, 3348], lambert(49, 77, 63.390675, -91.86666666666666, 6_200_000, 3_000_000)],
  [[3978, 3979], lambert(49, 77, 49, -95)],
  [[102002], lambert(50, 70, 40, -96)],
  [[102001], albers(50, 70, 40, -96)],
  [[3005, 3153], albers(50, 58.5, 45, -126, 1_000_000)],
  [[3400, 3402], mercator(-115, 0.9992, 500_000)],
  [[3401, 3403], mercator(-115, 0.9992, 0)],
  [[3161, 3162], lambert(44.5, 53.5, 0, -85, 930_000, 6_430_000)],
  [[32198, 6622], lambert(60, 46, 44, -68.5)],
  [[6623, 6624], albers(60, 46, 44, -68.5)],
  [[2953], stereographic(46.5, -66.5, 2_500_000, 7_500_000)],
  [[2954], stereographic(47.25, -63, 400_000, 800_000)],
  [[3578, 3579], albers(61.66666666666666, 68, 59, -132.5, 500_000, 500_000)],
  [[3580, 3581], lambert(62, 70, 0, -112)],
  [
    [3857, 900_913, 102_100],
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  ],
];

/** Codes of UTM's zones 7 to 22 in NAD 83(CSRS), which are in no order. */
const utmOfCsrs: Readonly<Record<number, number>> = {
  3154: 7,
  3155: 8,
  3156: 9,
  3157: 10,
  2955: 11,
  2956: 12,
  2957: 13,
  3158: 14,
  3159: 15,
  3160: 16,
  2958: 17,
  2959: 18,
  2960: 19,
  2961: 20,
  2962: 21,
  3761: 22,
};

/** Central meridians of the modified transverse Mercator's zones 1 to 17, degrees east. */
const mtmMeridians = [
  -53, -56, -58.5, -61.5, -64.5, -67.5, -70.5, -73.5, -76.5, -79.5, -82.5, -81, -84, -87, -90, -93, -96,
];

function utmZone(code: number): number | null {
  const zone =
    code > 32_600 ? code - 32_600 : code > 26_900 && code < 26_924 ? code - 26_900 : utmOfCsrs[code];
  return zone !== undefined && zone >= 1 && zone <= 60 ? zone : null;
}

/** NAD 83 from 32181 on; zones 3 to 10 in NAD 83(CSRS) from 2945 on. */
const mtmMeridian = (code: number): number | null =>
  mtmMeridians[code >= 2945 && code <= 2952 ? code - 2943 : code - 32_181] ?? null;

/**
 * The definition in PROJ's words of a projected system in use in Canada, by its code in the EPSG register (or Esri's);
 * null for another. NAD 27 is left out on purpose: without its grids of shifts places would be some 100 metres off.
 */
export function canadianSystem(code: number): string | null {
  const found = single.find(([codes]) => codes.includes(code));
  if (found) return found[1];
  const meridian = mtmMeridian(code);
  if (meridian !== null) return mercator(meridian, 0.9999, 304_800);
  const zone = utmZone(code);
  return zone === null ? null : `+proj=utm +zone=${zone} ${nad83}`;
}
