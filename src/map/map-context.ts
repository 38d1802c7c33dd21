import { createContext } from 'svelte';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ThemeName } from '../ui/palette.ts';
import type { MapSelection } from './features.ts';

/** What a layer needs of the map it stands in. The style is loaded for as long as a layer lives. */
export interface MapContext {
  readonly map: MapLibreMap;
  readonly theme: ThemeName;
  /** Makes a layer's features clickable, as things of one kind. Returns what undoes it. */
  listen(layerId: string, kind: MapSelection['kind']): () => void;
}

export const [getMapContext, setMapContext] = createContext<MapContext>();
