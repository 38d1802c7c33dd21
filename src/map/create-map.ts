import { Map as MapLibreMap, ScaleControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

setWorkerUrl(new URL(workerUrl, document.baseURI).href);

/**
 * A map in an element, north up and flat, with a scale.
 * @param bounds [west, south, east, north] to begin with
 * @throws Error without WebGL
 */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  [west, south, east, north]: readonly [number, number, number, number],
): MapLibreMap {
  const created = new MapLibreMap({
    container,
    style,
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 32 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    maxZoom: 16,
    // A page is printed from the last frame, which WebGL otherwise throws away.
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  created.touchZoomRotate.disableRotation();
  created.keyboard.disableRotation();
  created.addControl(new ScaleControl({ maxWidth: 96, unit: 'metric' }), 'bottom-left');
  return created;
}
