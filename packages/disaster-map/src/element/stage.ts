import type { Bbox, LngLat } from '@yokoten/standard';
import { CLUSTER_MAX_ZOOM, type Clusterer, type ClusterResult } from '../clusterer.ts';
import type { MapDocument } from '../document.ts';
import type {
  GroundShape,
  Mark,
  Overlay,
  PlaceMark,
  Renderer,
  RendererEvents,
  RendererLabels,
  RendererOptions,
  RendererProblem,
  View,
} from '../renderer.ts';
import { boundsOf } from '../state/bounds.ts';
import { fitOf, type Entry } from '../state/entry.ts';
import type { MapState } from '../state/map-state.ts';
import type { MapModel } from '../state/model.ts';

/** What is written on the map. */
export interface StageLabels extends RendererLabels {
  /** Name of the mark at the point whose hazards are shown. */
  readonly pointMark: string;
  /** Name of the mark where a person starts from. */
  readonly startMark: string;
}

/** What the stage tells the element. */
export interface StageEvents {
  readonly viewChanged: (view: View) => void;
  readonly placeChosen: (id: string) => void;
  /** Several places at one spot that no zoom separates. */
  readonly spotChosen: (ids: readonly string[]) => void;
  /** A point of the ground without a mark. */
  readonly groundChosen: (at: LngLat) => void;
  readonly backgroundChanged: (change: RendererEvents['background-change']) => void;
  /** The server of the raster with this id cannot be reached, or can again. */
  readonly rasterChanged: (id: string, state: 'shown' | 'missing') => void;
  /** Something went wrong that the map got over. */
  readonly problem: (problem: RendererProblem) => void;
  /** Drawing went wrong after it had begun. */
  readonly failed: (error: unknown) => void;
}

/** A place that is looked at is shown at least this close. */
const CLOSE = 16;

/** Pixels kept free around a line or area that is looked at. */
const SHAPE_PADDING = 48;

/** Mark of the point whose hazards are shown; no place has such an id. */
const POINT_ID = '\0point';
/** Mark of where a person starts from. */
const START_ID = '\0start';

/** A view of a place and its neighbourhood. */
export function closeTo({ place: [lng, lat] }: Entry, zoom: number = CLOSE): View {
  return { center: [lng, lat], zoom: Math.max(CLOSE, zoom) };
}

/** The part of a model that is drawn. */
type Scene = Pick<MapModel, 'found' | 'selected'> & {
  readonly state: Pick<MapState, 'hazard'> & Partial<Pick<MapState, 'point' | 'near'>>;
  readonly raster?: Overlay | undefined;
};

/** Keeps the drawn map in step with what the element shows: asks the clusterer, hands marks to the renderer. */
export class MapStage {
  readonly #renderer: Renderer;
  readonly #clusterer: Clusterer<Entry>;
  readonly #events: StageEvents;
  #scene: Scene = { found: [], selected: undefined, state: { hazard: undefined } };
  #labels: StageLabels | undefined;
  #asked = 0;
  #mounted = false;
  #hasShapes = false;
  #alive = true;

  constructor(renderer: Renderer, clusterer: Clusterer<Entry>, events: StageEvents) {
    this.#renderer = renderer;
    this.#clusterer = clusterer;
    this.#events = events;
  }

  /** Resolves when the map is drawn with what it was last told to show. Where it looks then is the answer. */
  async mount(
    container: HTMLElement,
    { background, vector, boundary }: MapDocument,
    options: RendererOptions & { readonly labels: StageLabels },
  ): Promise<View> {
    const renderer = this.#renderer;
    this.#labels = options.labels;
    renderer.on('problem', (problem) => this.#tellProblem(problem));
    await renderer.mount(container, options);
    if (!this.#alive) return options.view;
    this.#mounted = true;
    renderer.on('view-change', ({ view }) => {
      this.#events.viewChanged(view);
      void this.#attempt(this.#draw());
    });
    renderer.on('mark-select', ({ mark }) => void this.#attempt(this.#choose(mark)));
    renderer.on('ground-select', ({ at }) => this.#events.groundChosen(at));
    renderer.on('background-change', (change) => this.#events.backgroundChanged(change));
    renderer.on('overlay-change', ({ id, state }) => this.#events.rasterChanged(id, state));
    renderer.setBackground(background, vector);
    renderer.setBoundary(boundary);
    this.#lay();
    this.#outline();
    const view = renderer.getView();
    await this.#draw();
    return view;
  }

  /** Shows other places; a change of hazard or selection alone does not group them anew. */
  show(scene: Scene): Promise<void> {
    const { found, selected, state, raster } = this.#scene;
    this.#scene = scene;
    if (scene.raster !== raster) this.#lay();
    if (scene.found !== found || scene.selected !== selected) this.#outline();
    if (scene.found !== found) return this.#attempt(this.#group(scene.found));
    const isSame =
      scene.selected === selected &&
      scene.state.hazard === state.hazard &&
      scene.state.point === state.point &&
      scene.state.near?.origin === state.near?.origin;
    return isSame ? Promise.resolve() : this.#attempt(this.#draw());
  }

  /** Brings a place into the middle, close enough to see where it is; a line or area is shown as a whole. */
  lookAt(entry: Entry): void {
    if (!this.#mounted) return;
    if (entry.place[6] === undefined)
      this.#renderer.setView(closeTo(entry, this.#renderer.getView().zoom));
    else this.#renderer.fitBounds(boundsOf(entry.place), SHAPE_PADDING);
  }

  /** Where the middle of the map is; `undefined` before it is drawn. */
  center(): LngLat | undefined {
    return this.#mounted ? this.#renderer.getView().center : undefined;
  }

  setView(view: View): void {
    if (this.#mounted) this.#renderer.setView(view);
  }

  setLabels(labels: StageLabels): void {
    this.#labels = labels;
    if (!this.#mounted) return;
    this.#renderer.setLabels(labels);
    const { point, near } = this.#scene.state;
    if (point !== undefined || near !== undefined) void this.#attempt(this.#draw());
  }

  resize(): void {
    if (this.#mounted) this.#renderer.resize();
  }

  /** Emphasises a mark while its list item is pointed at. */
  emphasise(id: string | undefined): void {
    if (this.#mounted) this.#renderer.setSelected(id ?? this.#emphasised);
  }

  destroy(): void {
    this.#alive = false;
    this.#mounted = false;
    this.#renderer.destroy();
    this.#clusterer.destroy();
  }

  #lay(): void {
    const { raster } = this.#scene;
    this.#tell(() => this.#renderer.setOverlays(raster === undefined ? [] : [raster]));
  }

  /** Lines and areas are drawn whole, however their marks are grouped; that of the chosen place always. */
  #outline(): void {
    const { found, selected } = this.#scene;
    const isFound = selected === undefined || found.includes(selected);
    const shapes: GroundShape[] = [];
    for (const entry of isFound ? found : [...found, selected]) {
      const shape = groundShape(entry);
      if (shape !== undefined) shapes.push(shape);
    }
    if (!this.#mounted || (shapes.length === 0 && !this.#hasShapes)) return;
    this.#hasShapes = shapes.length > 0;
    this.#tell(() => this.#renderer.setShapes(shapes));
  }

  #tell(task: () => void): void {
    if (!this.#mounted) return;
    try {
      task();
    } catch (error) {
      this.#events.failed(error);
    }
  }

  #tellProblem(problem: RendererProblem): void {
    if (problem.code === 'disaster-map/map-failed') this.#events.failed(problem.cause);
    else this.#events.problem(problem);
  }

  async #attempt(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (this.#alive) this.#events.failed(error);
    }
  }

  async #group(entries: readonly Entry[]): Promise<void> {
    await this.#clusterer.load(entries);
    await this.#draw();
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
    const { point, near } = this.#scene.state;
    if (near !== undefined) {
      const { at, label = this.#labels?.startMark ?? '' } = near.origin;
      marks.unshift({ type: 'start', id: START_ID, at, label });
    }
    if (point !== undefined) marks.push(pointMark(point, this.#labels?.pointMark ?? ''));
    this.#renderer.setMarks(marks);
    this.#renderer.setSelected(this.#emphasised);
  }

  get #emphasised(): string | undefined {
    const { selected, state } = this.#scene;
    return selected?.id ?? (state.point === undefined ? undefined : POINT_ID);
  }

  #marksOf(result: ClusterResult<Entry>): Mark[] {
    if (result.type === 'cluster') return [result];
    if (result.type === 'place') return [this.#markOf(result.point)];
    const { points: entries } = result;
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
    const { hazard } = this.#scene.state;
    const fit = hazard === undefined ? undefined : fitOf(entry, hazard);
    const { drawing, kind, shape, color } = layer;
    return {
      type: 'place',
      id,
      at: [place[0], place[1]],
      kind,
      color,
      ...(drawing !== undefined && { drawing }),
      ...(shape && { shape }),
      label: name,
      ...(fit && { fit }),
    };
  }

  async #choose(mark: Mark): Promise<void> {
    if (mark.type === 'start' || mark.id === POINT_ID) return;
    if (mark.type === 'place') {
      this.#events.placeChosen(mark.id);
      return;
    }
    try {
      const zoom = await this.#clusterer.expansionZoom(mark.id);
      if (zoom <= CLUSTER_MAX_ZOOM) {
        this.#renderer.setView({ center: mark.at, zoom });
        return;
      }
      const ids = await this.#clusterer.members(mark.id);
      if (this.#alive) this.#events.spotChosen(ids);
    } catch {
      // The cluster was replaced while it was pressed: show what there is now.
      await this.#draw();
    }
  }
}

function groundShape({
  id,
  place: { 6: shape },
  layer: { color },
}: Entry): GroundShape | undefined {
  return shape && { id, shape, color };
}

function pointMark(at: LngLat, label: string): PlaceMark {
  const look = { kind: 'facility', color: '#1a1a1a' } as const;
  return { type: 'place', id: POINT_ID, at, label, ...look };
}

/** A tenth more on each side, so that marks at the edge are there before they are panned in. */
function widened([west, south, east, north]: Bbox): Bbox {
  const [dx, dy] = [(east - west) / 10, (north - south) / 10];
  return [west - dx, south - dy, east + dx, north + dy];
}
