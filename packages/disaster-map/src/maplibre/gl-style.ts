import type { StyleSpecification } from 'maplibre-gl';
import type { GlMap } from './library.ts';

/** Which style the map has. MapLibre takes changes of a style only once it is loaded, which is a frame later. */
export interface GlStyle {
  readonly set: (style: StyleSpecification) => void;
  readonly isLoaded: () => boolean;
}

/** `loaded`: called whenever a style is there that holds nothing but what it was made of. */
export function createGlStyle(map: GlMap, loaded: () => void): GlStyle {
  let isLoaded = false;
  map.on('style.load', () => {
    isLoaded = true;
    loaded();
  });
  map.on('webglcontextlost', () => (isLoaded = false));
  return {
    set(style) {
      isLoaded = false;
      map.setStyle(style, { diff: false, validate: false });
    },
    isLoaded: () => isLoaded,
  };
}
