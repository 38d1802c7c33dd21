/** Units are in the name of every quantity; these are the few conversions, made once, at the door. */

/** A reach limit. `<=` is in: a point at exactly the cutoff is reached. */
export type Cutoff = { kind: 'kilometres'; kilometres: number } | { kind: 'minutes'; minutes: number };

/** IUGG mean radius of the Earth (Moritz 2000), kilometres. */
export const earthRadiusKilometres = 6371.0088;

/**
 * How much longer a road journey is than the straight line, where no road data is at hand. 1.3 is within the range
 * of 1.2 to 1.4 that studies of road networks report (Boscoe, Henry & Zdeb 2012, 10.1080/00330124.2011.583586: 1.417
 * on average for hospitals in the United States).
 */
export const defaultDetourFactor = 1.3;

/** Speed that turns an estimated road distance into an estimated time, km/h. */
export const defaultEstimateSpeed = 60;
