import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

/** Every layer of the map, from the ground up. A layer that is not in this list cannot be drawn. */
export const layerOrder = [
  'background',
  'neighbours',
  'land',
  'lakes',
  'rivers',
  'province-lines',
  'reach-fill',
  'roads-casing',
  'roads',
  'reach-line',
  'catchment-line',
  'catchment-selected',
  'area-fill',
  'area-ring',
  'area-unknown',
  'province-labels',
  'place-labels',
  'reach-label',
  'link-road',
  'link-estimated',
  'selection',
  'points',
  'answer-rows',
] as const;

/** Place of a layer from the ground up. Throws for a layer that the list does not name. */
export function layerRank(id: string): number {
  const rank = (layerOrder as readonly string[]).indexOf(id);
  if (rank < 0) throw new Error(`Map: layer "${id}" is not in layer-order.ts`);
  return rank;
}

/** The layer that a new one must be put under; undefined when it goes on top. */
export function layerAbove(id: string, present: readonly string[]): string | undefined {
  const rank = layerRank(id);
  return present
    .filter((other) => layerRank(other) > rank)
    .sort((a, b) => layerRank(a) - layerRank(b))
    .at(0);
}

/** Adds a layer at its place. Returns what takes it away again. */
export function addLayer(map: MapLibreMap, layer: LayerSpecification): () => void {
  map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
  return () => {
    if (map.getLayer(layer.id)) map.removeLayer(layer.id);
  };
}
