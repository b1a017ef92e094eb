import { createDeferredRenderer, type LoadDrawing } from './deferred-renderer.ts';
import type { MapDocument, RendererChoice } from './document.ts';
import { loadLeaflet } from './leaflet-renderer.ts';
import { loadMapLibre } from './maplibre-renderer.ts';
import type { Renderer } from './renderer.ts';
import { hasFastWebGl } from './webgl.ts';

/** The renderer a document asks for. Where MapLibre GL cannot start or is lost, Leaflet draws. */
export function createDocumentRenderer({ renderer }: Pick<MapDocument, 'renderer'>): Renderer {
  return createDeferredRenderer(waysFor(renderer));
}

function waysFor(choice: RendererChoice = 'leaflet'): readonly LoadDrawing[] {
  const isGl = choice === 'maplibre' || (choice === 'auto' && hasFastWebGl());
  return isGl ? [loadMapLibre, loadLeaflet] : [loadLeaflet];
}
