import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  MapMouseEvent,
  PointLike,
  StyleSpecification,
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { addLayer, layerRank } from './layer-order.ts';

/** Adds an empty source of features. Returns what takes it away again, with the layers that draw it. */
export function addSource(map: MapLibreMap, id: string): () => void {
  map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  return () => {
    const drawn = map.getLayersOrder().filter((layer) => map.getLayer(layer)?.source === id);
    drawn.forEach((layer) => map.removeLayer(layer));
    if (map.getSource(id)) map.removeSource(id);
  };
}

/** Shows these features in place of those before. */
export function setFeatures(map: MapLibreMap, id: string, features: FeatureCollection): void {
  map.getSource<GeoJSONSource>(id)?.setData(features);
}

/** Adds layers at their places. Returns what takes them away again. */
export function addLayers(map: MapLibreMap, layers: readonly LayerSpecification[]): () => void {
  const removals = layers.map((layer) => addLayer(map, layer));
  return () => removals.forEach((remove) => remove());
}

/** A new basemap under what is drawn over the present one: for another theme or language. */
export function keepOverlays(
  previous: StyleSpecification | undefined,
  next: StyleSpecification,
): StyleSpecification {
  if (!previous) return next;
  const replaced = new Set(next.layers.map(({ id }) => id));
  const overlays = previous.layers.filter(({ id }) => !replaced.has(id));
  return {
    ...next,
    sources: { ...previous.sources, ...next.sources },
    layers: [...next.layers, ...overlays].sort((a, b) => layerRank(a.id) - layerRank(b.id)),
  };
}

/** Pixels round the pointer in which a feature counts as meant: fingers and small circles. */
const tolerance = 4;

/** The topmost feature of the given layers under the pointer, or null. */
export function featureAt(map: MapLibreMap, event: MapMouseEvent, layers: readonly string[]) {
  const { x, y } = event.point;
  const box: [PointLike, PointLike] = [
    [x - tolerance, y - tolerance],
    [x + tolerance, y + tolerance],
  ];
  const present = layers.filter((id) => map.getLayer(id));
  if (present.length === 0) return null;
  const exact = map.queryRenderedFeatures([x, y], { layers: present })[0];
  return exact ?? map.queryRenderedFeatures(box, { layers: present })[0] ?? null;
}
