import { codedError } from './coded-error.ts';
import { createListeners } from './drawing/listeners.ts';
import type { CreateDrawing, Drawing } from './drawing/map-frame.ts';
import type { Background, Boundary, VectorBackground } from './document.ts';
import type {
  GroundShape,
  Mark,
  Overlay,
  Renderer,
  RendererLabels,
  RendererOptions,
} from './renderer.ts';

/** Loads the code of a map; rejects where it does not arrive or cannot run here. */
export type LoadDrawing = () => Promise<CreateDrawing>;

/** All that was last set; a map that is drawn anew shows it again. */
interface Scene {
  background?: readonly [Background | undefined, VectorBackground | undefined];
  boundary?: Boundary | undefined;
  overlays?: readonly Overlay[];
  shapes?: readonly GroundShape[];
  marks?: readonly Mark[];
  selected?: string | undefined;
  labels?: RendererLabels;
}

/**
 * A renderer whose code is loaded by `mount`, so that it can be imported where there is no `window`. The ways to draw
 * are tried in order: one that cannot start, or that is lost later, is told as a `problem` and the next one goes on
 * where it was; `mount` rejects when the last one fails. What is set before `mount` has resolved is drawn then.
 * `getView` and `getBounds` throw `disaster-map/not-mounted` until then.
 */
export function createDeferredRenderer(ways: readonly LoadDrawing[]): Renderer {
  const listeners = createListeners();
  const untried = [...ways];
  const scene: Scene = {};
  const moves: ((drawing: Drawing) => void)[] = [];
  let drawing: Drawing | undefined;
  let isDestroyed = false;

  function whenDrawn(task: (drawing: Drawing) => void): void {
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
        const { labels = options.labels } = scene;
        const view = drawing?.getView() ?? options.view;
        drawing?.destroy();
        drawing = undefined;
        drawing = create(
          container,
          { ...options, labels, view },
          listeners.emit,
          (cause) => void lose(cause, container, options),
        );
        replay(scene, drawing);
        for (const move of moves.splice(0)) move(drawing);
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
    setBackground(background, vector) {
      scene.background = [background, vector];
      drawing?.setBackground(background, vector);
    },
    setBoundary(boundary) {
      scene.boundary = boundary;
      drawing?.setBoundary(boundary);
    },
    setOverlays(overlays) {
      scene.overlays = overlays;
      drawing?.setOverlays(overlays);
    },
    setShapes(shapes) {
      scene.shapes = shapes;
      drawing?.setShapes(shapes);
    },
    setMarks(marks) {
      scene.marks = marks;
      drawing?.setMarks(marks);
    },
    setSelected(id) {
      scene.selected = id;
      drawing?.setSelected(id);
    },
    setLabels(labels) {
      scene.labels = labels;
      drawing?.setLabels(labels);
    },
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

function replay(
  { background, boundary, overlays, shapes, marks, selected }: Scene,
  drawing: Drawing,
): void {
  if (background !== undefined) drawing.setBackground(...background);
  if (boundary !== undefined) drawing.setBoundary(boundary);
  if (overlays !== undefined) drawing.setOverlays(overlays);
  if (shapes !== undefined) drawing.setShapes(shapes);
  if (marks !== undefined) drawing.setMarks(marks);
  if (selected !== undefined) drawing.setSelected(selected);
}
