import type { Renderer } from './renderer.ts';

/** A map drawn by Leaflet with DOM marks: no WebGL needed. Leaflet itself is loaded by `mount`. */
export function createLeafletRenderer(): Renderer {
  throw new Error('not written yet');
}
