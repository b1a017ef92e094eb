import type { Bbox } from '@yokoten/standard';
import { CLUSTER_MAX_ZOOM, type Clusterer, type ClusterResult } from '../clusterer.ts';
import type { HazardId, MapDocument } from '../document.ts';
import type { Mark, PlaceMark, Renderer, RendererOptions, View } from '../renderer.ts';
import { fitOf, type Entry } from '../state/entry.ts';

/** What the stage tells the element. */
export interface StageEvents {
  readonly viewChanged: (view: View, bounds: Bbox) => void;
  readonly placeChosen: (id: string) => void;
  /** Several places at one spot that no zoom separates. */
  readonly spotChosen: (ids: readonly string[]) => void;
  readonly backgroundChanged: (state: 'shown' | 'missing') => void;
}

/** What is to be drawn. */
export interface StageScene {
  readonly entries: readonly Entry[];
  readonly hazard: HazardId | undefined;
  readonly selected: Entry | undefined;
}

/** A place that is looked at is shown at least this close. */
const CLOSE = 16;

/** Keeps the drawn map in step with what the element shows: asks the clusterer, hands marks to the renderer. */
export class MapStage {
  readonly #renderer: Renderer;
  readonly #clusterer: Clusterer;
  readonly #events: StageEvents;
  #scene: StageScene = { entries: [], hazard: undefined, selected: undefined };
  #byId: ReadonlyMap<string, Entry> = new Map();
  #asked = 0;
  #mounted = false;
  #alive = true;

  constructor(renderer: Renderer, clusterer: Clusterer, events: StageEvents) {
    this.#renderer = renderer;
    this.#clusterer = clusterer;
    this.#events = events;
  }

  async mount(
    container: HTMLElement,
    document: MapDocument,
    options: RendererOptions,
    framed: boolean,
  ): Promise<void> {
    await this.#renderer.mount(container, options);
    if (!this.#alive) return;
    this.#mounted = true;
    this.#renderer.on('view-change', ({ view, bounds }) => {
      this.#events.viewChanged(view, bounds);
      void this.#draw();
    });
    this.#renderer.on('mark-select', ({ mark }) => void this.#choose(mark));
    this.#renderer.on('background-change', ({ state }) => this.#events.backgroundChanged(state));
    this.#renderer.setBackground(document.background);
    this.#renderer.setBoundary(document.boundary);
    if (!framed) this.#renderer.fitBounds(document.municipality.bbox, 16);
    await this.#draw();
  }

  /** Shows other places; a change of hazard or selection alone does not group them anew. */
  async show(scene: StageScene): Promise<void> {
    const regroup = scene.entries !== this.#scene.entries;
    this.#scene = scene;
    if (regroup) {
      this.#byId = new Map(scene.entries.map((entry) => [entry.id, entry]));
      await this.#clusterer.load(
        scene.entries.map(({ id, place: [lng, lat] }) => ({ id, at: [lng, lat] })),
      );
    }
    await this.#draw();
  }

  /** Brings a place into the middle, close enough to see where it is. */
  lookAt({ place: [lng, lat] }: Entry): void {
    this.#renderer.setView({
      center: [lng, lat],
      zoom: Math.max(CLOSE, this.#renderer.getView().zoom),
    });
  }

  setView(view: View): void {
    this.#renderer.setView(view);
  }

  resize(): void {
    this.#renderer.resize();
  }

  /** Emphasises a mark while its list item is pointed at. */
  emphasise(id: string | undefined): void {
    this.#renderer.setSelected(id ?? this.#scene.selected?.id);
  }

  destroy(): void {
    this.#alive = false;
    this.#renderer.destroy();
    this.#clusterer.destroy();
  }

  async #draw(): Promise<void> {
    if (!this.#mounted || !this.#alive) return;
    this.#asked += 1;
    const ask = this.#asked;
    const results = await this.#clusterer.query({
      bounds: widened(this.#renderer.getBounds()),
      zoom: this.#renderer.getView().zoom,
    });
    if (ask !== this.#asked || !this.#alive) return;
    const { selected } = this.#scene;
    const marks = results.flatMap((result) => this.#marksOf(result));
    // The chosen place always has a mark of its own, also where it is part of a cluster.
    const isDrawn = marks.some(({ type, id }) => type === 'place' && id === selected?.id);
    if (selected !== undefined && !isDrawn) marks.push(this.#markOf(selected));
    this.#renderer.setMarks(marks);
    this.#renderer.setSelected(selected?.id);
  }

  #marksOf(result: ClusterResult): Mark[] {
    if (result.type === 'cluster') return [result];
    const ids = result.type === 'spot' ? result.ids : [result.id];
    const entries = ids.flatMap((id) => this.#byId.get(id) ?? []);
    if (result.type === 'place') return entries.map((entry) => this.#markOf(entry));
    const chosen = this.#scene.selected?.id;
    return entries.map((entry, index) => {
      const { id, name } = entry;
      // A school that is shelter and evacuation site at once: its name is written once, at the chosen one or the last.
      const named = !entries.some(
        (other, at) => other.name === name && id !== chosen && (other.id === chosen || at > index),
      );
      const mark = this.#markOf(entry);
      return Object.assign(mark, { at: result.at, slot: { index, of: entries.length, named } });
    });
  }

  #markOf(entry: Entry): PlaceMark {
    const { id, name, layer, place } = entry;
    const { hazard } = this.#scene;
    const fit = hazard === undefined ? undefined : fitOf(entry, hazard);
    const { icon, kind, color } = layer;
    return {
      type: 'place',
      id,
      at: [place[0], place[1]],
      icon,
      kind,
      color,
      label: name,
      ...(fit && { fit }),
    };
  }

  async #choose(mark: Mark): Promise<void> {
    if (mark.type === 'place') {
      this.#events.placeChosen(mark.id);
      return;
    }
    const zoom = await this.#clusterer.expansionZoom(mark.id);
    if (zoom <= CLUSTER_MAX_ZOOM) this.#renderer.setView({ center: mark.at, zoom });
    else this.#events.spotChosen(await this.#clusterer.members(mark.id));
  }
}

/** A tenth more on each side, so that marks at the edge are there before they are panned in. */
function widened([west, south, east, north]: Bbox): Bbox {
  const [dx, dy] = [(east - west) / 10, (north - south) / 10];
  return [west - dx, south - dy, east + dx, north + dy];
}
