import type { Bbox, LngLat } from '@yokoten/standard';
import type {
  Background,
  Boundary,
  Fit,
  LayerKind,
  MarkShape,
  Shape,
  VectorBackground,
} from './document.ts';

/** Where the map looks. `zoom` is a Web Mercator zoom level, 256-pixel tiles. */
export interface View {
  readonly center: LngLat;
  readonly zoom: number;
}

/** One place drawn alone. */
export interface PlaceMark {
  readonly type: 'place';
  readonly id: string;
  readonly at: LngLat;
  /** As `Layer.drawing`. */
  readonly drawing?: string;
  readonly kind: LayerKind;
  readonly shape?: MarkShape;
  readonly color: string;
  /** The place's name: text, never HTML. */
  readonly label: string;
  /** ○ × – ? for the chosen hazard; absent when none is chosen. */
  readonly fit?: Fit;
  /** Where several places share the spot `at`: this one's stand among them. */
  readonly slot?: Slot;
}

/** Marks at one spot stand side by side, so that each is seen and can be pressed. */
export interface Slot {
  /** From 0. */
  readonly index: number;
  readonly of: number;
  /** `false` where a mark of the same spot has the same name, which then is written there alone. */
  readonly named: boolean;
}

/** Several places that would overlap at this zoom. */
export interface ClusterMark {
  readonly type: 'cluster';
  readonly id: string;
  readonly at: LngLat;
  readonly count: number;
}

/** Where a person starts from. It takes no presses: what lies below it can still be chosen. */
export interface StartMark {
  readonly type: 'start';
  readonly id: string;
  readonly at: LngLat;
  /** Written beside it: text, never HTML. */
  readonly label: string;
}

export type Mark = PlaceMark | ClusterMark | StartMark;

/** A line or area of a place, drawn on the ground. The place has a mark besides, which is what can be pressed. */
export interface GroundShape {
  /** That of the place. */
  readonly id: string;
  readonly shape: Shape;
  /** `#rrggbb`. */
  readonly color: string;
}

/** A raster laid over the background, in the `{z}/{x}/{y}` scheme (Web Mercator, 256-pixel tiles). */
export interface Overlay {
  readonly id: string;
  readonly url: string;
  /** Further out it is not drawn. */
  readonly minZoom: number;
  /** Further in, the tiles of this zoom are stretched. */
  readonly maxZoom: number;
  /** From 0, not to be seen, to 1. */
  readonly opacity: number;
}

/** `raster`: `Background`, `vector`: `VectorBackground`. */
export type DrawnBackground = 'raster' | 'vector';

export interface RendererEvents {
  /** The view came to rest after a pan or zoom, by a person or by code. */
  'view-change': { readonly view: View; readonly bounds: Bbox };
  'mark-select': { readonly mark: Mark };
  /** A point of the ground was chosen that holds no mark: pressed once, since twice comes closer. */
  'ground-select': { readonly at: LngLat };
  /** `missing` when the background's tiles do not arrive, `shown` when one does again. */
  'background-change': {
    readonly state: 'shown' | 'missing';
    /** Which of the two backgrounds that is; without it, nobody knows. */
    readonly drawn?: DrawnBackground;
  };
  /**
   * `missing` when the server of an overlay's tiles cannot be reached, or fails; `shown` when a tile of it arrives
   * again. A tile that its server says it does not have is no failure.
   */
  'overlay-change': { readonly id: string; readonly state: 'shown' | 'missing' };
  /** Something went wrong that the map got over, e.g. by drawing itself another way. */
  problem: RendererProblem;
}

/**
 * `webgl-failed`: drawn by Leaflet instead. `vector-failed`: drawn without the vector tiles.
 * `too-many-positions`: drawn without some lines and areas; `cause` is how many positions there are. `map-failed`: after one of
 * these nothing else could draw either.
 */
export interface RendererProblem {
  readonly code:
    | 'disaster-map/webgl-failed'
    | 'disaster-map/vector-failed'
    | 'disaster-map/too-many-positions'
    | 'disaster-map/map-failed';
  readonly cause: unknown;
}

/**
 * What a map must be able to do. There are two implementations (Leaflet and MapLibre GL, both with DOM marks);
 * `test/contract` holds what both must pass. Clustering happens before this border, so a renderer
 * only draws what it is given.
 */
export interface Renderer {
  /** Draws into `container`, which must have a size. Resolves when the first view is set. */
  mount(container: HTMLElement, options: RendererOptions): Promise<void>;
  getView(): View;
  getBounds(): Bbox;
  /** While a movement is under way, the new one follows it. */
  setView(view: View): void;
  /** Shows all of `bounds` as large as it goes, keeping `padding` pixels free on each side. The zoom may be a fraction. */
  fitBounds(bounds: Bbox, padding?: number): void;
  /** `vector` takes the place of `background` where the renderer can draw it. */
  setBackground(background: Background | undefined, vector?: VectorBackground): void;
  setBoundary(boundary: Boundary | undefined): void;
  /**
   * Replaces all overlays; the first lies lowest. They are above the background, below the boundary and the marks, and
   * take no clicks. One whose id and address stay keeps its tiles: a change of opacity alone loads nothing. Missing
   * tiles are no failure, since such data has no tile where it says nothing.
   */
  setOverlays(overlays: readonly Overlay[]): void;
  /**
   * Replaces all lines and areas; the first lies lowest. They are above the overlays, below the boundary and the marks,
   * and take no clicks: the ground below an area can still be chosen.
   */
  setShapes(shapes: readonly GroundShape[]): void;
  /** Replaces all marks. A mark whose id stays keeps its element, so that nothing flickers. */
  setMarks(marks: readonly Mark[]): void;
  /** Emphasises mark and shape of the place with this id, if they are drawn; `undefined` clears. */
  setSelected(id: string | undefined): void;
  /** Says the same in another language. */
  setLabels(labels: RendererLabels): void;
  /** Call after the container's size changed. */
  resize(): void;
  on<K extends keyof RendererEvents>(
    type: K,
    listener: (detail: RendererEvents[K]) => void,
  ): () => void;
  /** Removes everything it added; the instance is not used again. */
  destroy(): void;
}

/** Accessible names of the map itself and of its two buttons. */
export interface RendererLabels {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly map: string;
  /** Language of the page (BCP 47), for the names on vector tiles; default: `ja`. */
  readonly lang?: string;
}

export interface RendererOptions {
  readonly view: View;
  /** Panning stops a little outside of this. */
  readonly maxBounds?: Bbox;
  readonly labels: RendererLabels;
  readonly reducedMotion: boolean;
}
