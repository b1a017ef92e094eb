import type { Bbox, LngLat } from '@yokoten/standard';
import { createClusterer } from '../clusterer.ts';
import type { MapDocument } from '../document.ts';
import type { Renderer, View } from '../renderer.ts';
import { boundsOf } from '../state/bounds.ts';
import type { Entry } from '../state/entry.ts';
import { extentOf, framed, isSameView, type Insets } from '../state/frame.ts';
import type { MapModel } from '../state/model.ts';
import { closeTo, MapStage, type StageEvents, type StageLabels } from './stage.ts';

/** What the area tells the element. */
export interface MapAreaEvents extends Omit<StageEvents, 'viewChanged'> {
  /** The worker that groups places died; the page does its work now. */
  readonly workerLost: () => void;
  /** The map came to rest; `isHome` while it shows the whole municipality as it did at first. */
  readonly viewChanged: (view: View, isHome: boolean) => void;
}

/** Marks are seen whole, and what stands at the lower edge of the map (button, scale, credit) hides none of them. */
function clearOf(height: number): Insets {
  return { top: 40, bottom: Math.min(110, height / 2), side: 56 };
}

/** Makes the renderer for a document. */
type CreateRenderer = (document: MapDocument) => Renderer;

/** What a map is drawn from; all of it may change before it is drawn. */
interface Wanted {
  readonly model: MapModel;
  readonly labels: StageLabels;
  readonly createRenderer: CreateRenderer;
}

/**
 * The map's part of the page: begins to draw as soon as its container has a size, follows that size, and ends as a
 * whole when drawing fails. The list does not wait for any of it.
 */
export class MapArea {
  readonly #events: MapAreaEvents;
  #stage: MapStage | undefined;
  #sizes: ResizeObserver | undefined;
  #wanted: Wanted | undefined;
  #home: View | undefined;
  #canvas: HTMLElement | undefined;

  constructor(events: MapAreaEvents) {
    this.#events = events;
  }

  start(
    canvas: HTMLElement,
    model: MapModel,
    createRenderer: CreateRenderer,
    labels: StageLabels,
  ): void {
    this.stop();
    this.#canvas = canvas;
    this.#wanted = { model, createRenderer, labels };
    this.#sizes = new ResizeObserver(() => {
      if (canvas.clientWidth === 0 || canvas.clientHeight === 0) return;
      if (this.#stage === undefined) void this.#mount(canvas);
      else this.#stage.resize();
    });
    this.#sizes.observe(canvas);
  }

  stop(): void {
    this.#sizes?.disconnect();
    this.#sizes = undefined;
    this.#canvas = undefined;
    this.#wanted = undefined;
    const stage = this.#stage;
    this.#stage = undefined;
    stage?.destroy();
  }

  show(model: MapModel): void {
    if (this.#wanted !== undefined) this.#wanted = { ...this.#wanted, model };
    void this.#stage?.show(model);
  }

  setLabels(labels: StageLabels): void {
    if (this.#wanted !== undefined) this.#wanted = { ...this.#wanted, labels };
    this.#stage?.setLabels(labels);
  }

  setView(view: View): void {
    this.#stage?.setView(view);
  }

  center(): LngLat | undefined {
    return this.#stage?.center();
  }

  /** Shows all of `bounds` as large as it goes. */
  frame(bounds: Bbox): void {
    const { clientWidth = 0, clientHeight = 0 } = this.#canvas ?? {};
    if (clientWidth > 0 && clientHeight > 0)
      this.setView(framed(bounds, clientWidth, clientHeight, clearOf(clientHeight)));
  }

  lookAt(entry: Entry): void {
    this.#stage?.lookAt(entry);
  }

  emphasise(id: string | undefined): void {
    this.#stage?.emphasise(id);
  }

  async #mount(canvas: HTMLElement): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === undefined) return;
    const { document, state, selected } = wanted.model;
    const begin = document.view ?? document.municipality.bbox;
    const whole = framed(begin, canvas.clientWidth, canvas.clientHeight);
    const chosen =
      selected?.place[6] === undefined
        ? selected && closeTo(selected)
        : framed(boundsOf(selected.place), canvas.clientWidth, canvas.clientHeight);
    const view = state.view ?? chosen;
    let stage: MapStage | undefined;
    try {
      stage = this.#createStage(wanted.createRenderer(document));
      const drawn = stage.show(wanted.model);
      const seen = await stage.mount(canvas, document, {
        view: view ?? whole,
        maxBounds: extentOf(document),
        labels: wanted.labels,
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      });
      this.#home = view === undefined ? seen : whole;
      await drawn;
      if (this.#stage === stage && this.#wanted !== undefined) stage.setLabels(this.#wanted.labels);
    } catch (error) {
      if (this.#stage === stage) this.#fail(error);
    }
  }

  #createStage(renderer: Renderer): MapStage {
    const stage: MapStage = new MapStage(renderer, createClusterer(this.#events.workerLost), {
      ...this.#events,
      viewChanged: (view) =>
        this.#events.viewChanged(view, this.#home !== undefined && isSameView(view, this.#home)),
      failed: (error) => {
        if (this.#stage === stage) this.#fail(error);
      },
    });
    this.#stage = stage;
    return stage;
  }

  #fail(error: unknown): void {
    this.stop();
    this.#events.failed(error);
  }
}
