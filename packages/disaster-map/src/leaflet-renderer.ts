import { createDeferredRenderer, type LoadDrawing } from './deferred-renderer.ts';
import type { Renderer } from './renderer.ts';

/** Leaflet and what draws with it: a part of the program of its own. */
export const loadLeaflet: LoadDrawing = async () => {
  const { createDrawing } = await import('./leaflet/drawing.ts');
  return createDrawing;
};

/** A map drawn by Leaflet with DOM marks: no WebGL needed. See `createDeferredRenderer`. */
export function createLeafletRenderer(): Renderer {
  return createDeferredRenderer([loadLeaflet]);
}
