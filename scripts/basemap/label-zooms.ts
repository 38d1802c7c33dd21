interface Labelled {
  lon: number;
  lat: number;
  population: number | null;
}

/** Pixels that a label asks for itself before the next one, across and down. */
const room = { across: 90, down: 45 };

/** From this zoom on every place may show. */
const last = 10;

/**
 * The smallest zoom, from 2 to 10 by halves, at which each place is far enough from the more important ones shown;
 * so remote communities show early and suburbs late. Cities of 800,000 show at 2, of 500,000 at 3.5, of 100,000 at 7
 * and towns of 20,000 at 8.5 at the latest. Places come most important first.
 */
export function smallestZooms(places: readonly Labelled[]): number[] {
  const zooms = places.map(({ population }) => latest(population ?? 0));
  for (let zoom = 2; zoom < last; zoom += 0.5) {
    const shown: [x: number, y: number][] = [];
    for (const [index, place] of places.entries()) {
      const here = pixels(place, zoom);
      const isFree = shown.every(
        ([x, y]) => Math.abs(x - here[0]) >= room.across || Math.abs(y - here[1]) >= room.down,
      );
      if (!isFree && (zooms[index] ?? last) > zoom) continue;
      shown.push(here);
      zooms[index] = Math.min(zooms[index] ?? last, zoom);
    }
  }
  return zooms;
}

function latest(population: number): number {
  if (population >= 800_000) return 2;
  if (population >= 500_000) return 3.5;
  if (population >= 100_000) return 7;
  return population >= 20_000 ? 8.5 : last;
}

/** Web Mercator on a world of 512 pixels at zoom 0. */
function pixels({ lon, lat }: Labelled, zoom: number): [x: number, y: number] {
  const world = 512 * 2 ** zoom;
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180));
  return [(lon / 360) * world, (-y / (2 * Math.PI)) * world];
}
