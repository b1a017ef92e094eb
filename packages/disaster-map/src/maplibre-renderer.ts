import { codedError } from './coded-error.ts';
import { createDeferredRenderer, type LoadDrawing } from './deferred-renderer.ts';
import type { Renderer } from './renderer.ts';
import { hasWebGl } from './webgl.ts';

/**
 * MapLibre GL and what draws with it: a part of the program of its own, asked for only where WebGL starts.
 * Rejects with `disaster-map/webgl-missing`.
 */
export const loadMapLibre: LoadDrawing = async () => {
  if (!hasWebGl()) {
    throw codedError(
      'disaster-map/webgl-missing',
      'this browser starts no WebGL 2; allow graphics acceleration in its settings, or set "renderer": "leaflet"',
    );
  }
  const { createGlDrawing } = await import('./maplibre/gl-drawing.ts');
  return createGlDrawing;
};

/** A map whose ground is drawn by MapLibre GL, under the same DOM marks. See `createDeferredRenderer`. */
export function createMapLibreRenderer(): Renderer {
  return createDeferredRenderer([loadMapLibre]);
}
