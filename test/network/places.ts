import type { Locations } from '../../src/network/travel-types.ts';

/** Places of a list, WGS 84 degrees. */
export const placesAt = (places: readonly { lon: number; lat: number }[]): Locations => ({
  lon: Float64Array.from(places, ({ lon }) => lon),
  lat: Float64Array.from(places, ({ lat }) => lat),
});

/** The same network, its nodes on a circle, so that no road passes over another's end. */
export const onCircle = <N extends { nodes: readonly unknown[] }>(network: N) => ({
  ...network,
  nodes: network.nodes.map((_, node) => ({
    lon: -75 + Math.cos((node / network.nodes.length) * 2 * Math.PI),
    lat: 45 + Math.sin((node / network.nodes.length) * 2 * Math.PI),
  })),
});
