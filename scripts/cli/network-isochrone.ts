import area from '@turf/area';
import { createFormat } from '../../src/model/format.ts';
import type { Language } from '../../src/model/text.ts';
import { defaultEstimateSpeed } from '../../src/model/units.ts';
import { isochronesOf } from '../../src/network/reach.ts';
import { defaultSnapKilometres } from '../../src/network/travel-types.ts';
import { networkCliMessages } from './network-messages.ts';
import type { IsochroneCommand } from './network-arguments.ts';
import { readGraph } from './read-files.ts';
import { writeOutput } from './write-output.ts';
import type { CommandResult } from './run.ts';

/** `network isochrone`: the land within minutes of a place, as GeoJSON. */
export async function networkIsochrone(
  command: IsochroneCommand,
  language: Language,
): Promise<CommandResult> {
  const say = networkCliMessages[language];
  const { decimal } = createFormat(language);
  const { place, minutes, direction, output } = command;
  const graph = await readGraph(command.graph, language);
  const options = { snapLimitKilometres: defaultSnapKilometres, estimateSpeed: defaultEstimateSpeed };
  const points = { lon: Float64Array.of(place.lon), lat: Float64Array.of(place.lat) };
  const reach = isochronesOf({ graph, points, minutes, direction, options });
  // The largest first, so that a map draws the smaller ones over it.
  const features = reach.areas.toReversed().map(({ minutes: limit, polygons }) => ({
    type: 'Feature' as const,
    properties: {
      minutes: limit,
      direction: direction === 'to point' ? 'to' : 'from',
      profile: graph.about.profile,
    },
    geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
  }));
  const collection = { type: 'FeatureCollection', features };
  await writeOutput(output, new TextEncoder().encode(JSON.stringify(collection)), language);
  const areas = features
    .map(({ properties, geometry }) => ({
      minutes: properties.minutes,
      squareKilometres: Math.round(area(geometry) / 1e4) / 100,
    }))
    .toReversed();
  const snapKilometres = reach.snapKilometres[0] ?? Infinity;
  const onRoad = reach.pointsOffRoad.length === 0;
  const list = areas.map((one) => say.area(decimal(one.minutes), decimal(one.squareKilometres))).join('; ');
  return {
    json: {
      output,
      snap: { metres: Number.isFinite(snapKilometres) ? Math.round(snapKilometres * 1000) : null, onRoad },
      areas,
    },
    text: `${onRoad ? say.areas(output, list) : say.placeOffRoad(decimal(snapKilometres))}\n`,
  };
}
