import { codedError } from './coded-error.ts';
import { createListeners } from './drawing/listeners.ts';
import type { CreateDrawing, Drawing } from './drawing/map-frame.ts';
import type { Renderer, RendererOptions } from './renderer.ts';

/** Loads the code of a map; rejects where it does not arrive or cannot run here. */
export type LoadDrawing = () => Promise<CreateDrawing>;

type Task = (drawing: Drawing) => void;

/**
 * A renderer whose code is loaded by `mount`, so that it can be imported where there is no `window`. The ways to draw
 * are tried in order: one that cannot start, or that is lost later, is told as a `problem` and the next one goes on
 * where it was; `mount` rejects when the last one fails. What is set before `mount` has resolved is drawn then.
 * `getView` and `getBounds` throw `disaster-map/not-mounted` until then.
 */
export function createDeferredRenderer(ways: readonly LoadDrawing[]): Renderer {
  const listeners = createListeners();
  const untried = [...ways];
  /** All that was last set, by what it is: a map that is drawn anew shows it again. */
  const scene = new Map<string, Task>();
  const moves: Task[] = [];
  let drawing: Drawing | undefined;
  let isDestroyed = false;

  function keep(what: string, task: Task): void {
    scene.set(what, task);
    if (drawing !== undefined) task(drawing);
  }

  function whenDrawn(task: Task): void {
    if (drawing !== undefined) task(drawing);
    else if (!isDestroyed) moves.push(task);
  }

  function drawn(): Drawing {
    if (drawing !== undefined) return drawing;
    throw codedError(
      'disaster-map/not-mounted',
      'the map is not drawn; await mount() before asking where it looks, and do not ask after destroy()',
    );
  }

  async function open(container: HTMLElement, options: RendererOptions): Promise<void> {
    for (let load = untried.shift(); load !== undefined; load = untried.shift()) {
      try {
        const create = await load();
        if (isDestroyed) return;
        // One that is lost still knows where it looked, and is asked until the next one is there.
        const view = drawing?.getView() ?? options.view;
        drawing?.destroy();
        drawing = undefined;
        drawing = create(
          container,
          { ...options, view },
          listeners.emit,
          (cause) => void lose(cause, container, options),
        );
        for (const task of [...scene.values(), ...moves.splice(0)]) task(drawing);
        return;
      } catch (cause) {
        if (isDestroyed) return;
        if (untried.length === 0) throw cause;
        listeners.emit('problem', { code: 'disaster-map/webgl-failed', cause });
      }
    }
  }

  async function lose(
    cause: unknown,
    container: HTMLElement,
    options: RendererOptions,
  ): Promise<void> {
    // Without another way, a map that stands still is more than none.
    if (untried.length === 0) return;
    listeners.emit('problem', { code: 'disaster-map/webgl-failed', cause });
    try {
      await open(container, options);
    } catch (error) {
      listeners.emit('problem', { code: 'disaster-map/map-failed', cause: error });
    }
  }

  return {
    mount: open,
    getView: () => drawn().getView(),
    getBounds: () => drawn().getBounds(),
    setView: (view) => whenDrawn((map) => map.setView(view)),
    fitBounds: (bounds, padding) => whenDrawn((map) => map.fitBounds(bounds, padding)),
    setBackground: (...given) => keep('background', (map) => map.setBackground(...given)),
    setBoundary: (boundary) => keep('boundary', (map) => map.setBoundary(boundary)),
    setOverlays: (overlays) => keep('overlays', (map) => map.setOverlays(overlays)),
    setShapes: (shapes) => keep('shapes', (map) => map.setShapes(shapes)),
    setMarks: (marks) => keep('marks', (map) => map.setMarks(marks)),
    setSelected: (id) => keep('selected', (map) => map.setSelected(id)),
    setLabels: (labels) => keep('labels', (map) => map.setLabels(labels)),
    resize: () => drawing?.resize(),
    on: listeners.on,
    destroy() {
      isDestroyed = true;
      listeners.clear();
      moves.length = 0;
      drawing?.destroy();
      drawing = undefined;
    },
  };
}
