import { codedError } from './coded-error.ts';
import type { Drawing } from './leaflet/drawing.ts';
import { createListeners } from './leaflet/listeners.ts';
import type { Renderer } from './renderer.ts';

/**
 * A map drawn by Leaflet with DOM marks: no WebGL needed. Leaflet itself is loaded by `mount`, so this module can be
 * imported where there is no `window`. What is set before `mount` has resolved is drawn then.
 * `getView` and `getBounds` throw `disaster-map/not-mounted` until then.
 */
export function createLeafletRenderer(): Renderer {
  const listeners = createListeners();
  const waiting: ((drawing: Drawing) => void)[] = [];
  let drawing: Drawing | undefined;
  let destroyed = false;

  function whenDrawn(task: (drawing: Drawing) => void): void {
    if (drawing !== undefined) task(drawing);
    else if (!destroyed) waiting.push(task);
  }

  function drawn(): Drawing {
    if (drawing !== undefined) return drawing;
    throw codedError(
      'disaster-map/not-mounted',
      'the map is not drawn; await mount() before asking where it looks, and do not ask after destroy()',
    );
  }

  return {
    async mount(container, options) {
      const { createDrawing } = await import('./leaflet/drawing.ts');
      if (destroyed) return;
      drawing = createDrawing(container, options, listeners.emit);
      for (const task of waiting.splice(0)) task(drawing);
    },
    getView: () => drawn().getView(),
    getBounds: () => drawn().getBounds(),
    setView: (view) => whenDrawn((map) => map.setView(view)),
    fitBounds: (bounds, padding) => whenDrawn((map) => map.fitBounds(bounds, padding)),
    setBackground: (background) => whenDrawn((map) => map.setBackground(background)),
    setBoundary: (boundary) => whenDrawn((map) => map.setBoundary(boundary)),
    setOverlays: (overlays) => whenDrawn((map) => map.setOverlays(overlays)),
    setShapes: (shapes) => whenDrawn((map) => map.setShapes(shapes)),
    setMarks: (marks) => whenDrawn((map) => map.setMarks(marks)),
    setSelected: (id) => whenDrawn((map) => map.setSelected(id)),
    setLabels: (labels) => whenDrawn((map) => map.setLabels(labels)),
    resize: () => whenDrawn((map) => map.resize()),
    on: listeners.on,
    destroy() {
      destroyed = true;
      listeners.clear();
      waiting.length = 0;
      drawing?.destroy();
      drawing = undefined;
    },
  };
}
