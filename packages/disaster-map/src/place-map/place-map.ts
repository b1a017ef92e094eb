import type { Bbox, LngLat } from '@yokoten/standard';
import { YokotenElement, type ElementEventMap } from '@yokoten/ui';
import {
  css,
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Background, Layer, MapDocument } from '../document.ts';

import { MapArea } from '../element/map-area.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';
import { mapFailed, mapMended, tilesMissing, workerLost } from '../element/problems.ts';
import { openModel, type MapModel } from '../state/model.ts';
import { mapStrings } from '../strings/strings.ts';
import { jaFirst, type FirstStrings } from '../strings/ja-first.ts';

/** One place on the map. */
export interface MapPlace {
  /** Unique among the places. */
  readonly id: string;
  /** Text, never HTML. */
  readonly name: string;
  /** `[lng, lat]` in degrees, WGS84. */
  readonly at: LngLat;
}

/** A place was pressed; several, where no zoom separates them. */
export interface PlaceSelectDetail {
  readonly id: string;
  /** All that stand at that spot, `id` first. */
  readonly ids: readonly string[];
}

/** The events of `<place-map>`, by name. */
export interface PlaceMapEvents extends ElementEventMap {
  'place-select': CustomEvent<PlaceSelectDetail>;
}

/** Digital Agency's blue 900; on a map it must not change with the reader's theme. */
const MARK_COLOR = '#0017c1';

/**
 * Nothing but a map with marks, for a page that has its own list of the same places: it groups them, is moved by pointer
 * and keyboard, and tells which one was pressed.
 *
 * @prop {MapPlace[]} places - what is shown; a new array shows other places
 * @prop {string} selected - id of the place that is emphasised and brought into view
 * @prop {Bbox} bbox - what to show at first and how far one may go: west, south, east, north
 * @prop {Background} background - tiles below the marks; without them the ground is plain
 * @prop {string} color - colour of the marks, `#rrggbb`
 * @attr {string} language - BCP 47 tag; without it the nearest `lang` attribute counts
 * @fires place-select - `CustomEvent<PlaceSelectDetail>`, bubbles
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble; `disaster-map/map-failed` says that there is no map
 */
export class PlaceMap extends YokotenElement<PlaceMapEvents> {
  static override properties: PropertyDeclarations = {
    places: { attribute: false },
    selected: {},
    bbox: { attribute: false },
    background: { attribute: false },
    color: {},
  };
  static override styles: CSSResultGroup = css`
    :host {
      display: block;
      position: relative;
      isolation: isolate;
      min-height: 10rem;
    }
    :host([hidden]) {
      display: none;
    }
    .canvas {
      position: absolute;
      inset: 0;
    }
    .canvas,
    .canvas * {
      box-sizing: border-box;
    }
    :focus-visible {
      outline: 3px solid var(--yokoten-focus, #000);
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--yokoten-focus-halo, #ffd43d);
    }
  `;

  declare places: readonly MapPlace[];
  declare selected: string | null | undefined;
  declare bbox: Bbox | undefined;
  declare background: Background | undefined;
  declare color: string;

  #strings: FirstStrings = jaFirst;
  #model: MapModel | undefined;
  readonly #area = new MapArea({
    viewChanged: () => {},
    placeChosen: (id) => this.#tell([id]),
    spotChosen: (ids) => this.#tell(ids),
    groundChosen: () => {},
    backgroundChanged: ({ state }) => {
      if (state === 'missing')
        this.report(tilesMissing('disaster-map/background-missing', 'background'));
    },
    rasterChanged: () => {},
    workerLost: () => this.report(workerLost()),
    problem: (problem) => this.report(mapMended(problem)),
    failed: (error) => this.report(mapFailed(error)),
  });

  constructor() {
    super();
    this.places = [];
    this.selected = undefined;
    this.bbox = undefined;
    this.background = undefined;
    this.color = MARK_COLOR;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#area.stop();
  }

  protected override languageChanged(language: string): void {
    void this.#speak(language);
  }

  protected override render(): TemplateResult {
    return html`<div class="canvas"></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isOther = ['places', 'bbox', 'background', 'color'].some((name) =>
      changed.has(name as 'places'),
    );
    if (isOther) this.#model = this.#makeModel();
    if (this.#model === undefined) return;
    const isNewGround = ['bbox', 'background'].some((name) => changed.has(name as 'bbox'));
    if (isNewGround) {
      this.#start();
      return;
    }
    const model = this.#withSelected(this.#model);
    this.#area.show(model);
    if (changed.has('selected') && model.selected !== undefined) this.#area.lookAt(model.selected);
  }

  #start(): void {
    const canvas = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (canvas === null || this.#model === undefined) return;
    this.#area.start(canvas, this.#withSelected(this.#model), createLeafletRenderer, this.#labels);
  }

  get #labels(): Parameters<MapArea['setLabels']>[0] {
    const { zoomIn, zoomOut, map, pointMark, startMark } = this.#strings;
    return { zoomIn, zoomOut, map, pointMark, startMark, lang: this.currentLanguage };
  }

  async #speak(language: string): Promise<void> {
    try {
      this.#strings = await mapStrings.load(language);
      this.#area.setLabels(this.#labels);
    } catch {
      // The map keeps the words it has; the page around it says what is missing.
    }
  }

  #tell(ids: readonly string[]): void {
    const [id] = ids;
    if (id === undefined) return;
    const detail: PlaceSelectDetail = { id, ids };
    this.dispatchEvent(new CustomEvent('place-select', { detail, bubbles: true, composed: true }));
  }

  /** The emphasised place need not be among those that are shown: its mark is drawn all the same. */
  #withSelected(model: MapModel): MapModel {
    const selected = model.entries.find(({ id }) => id === this.selected);
    return selected === undefined ? model : { ...model, selected };
  }

  #makeModel(): MapModel | undefined {
    const { bbox, places, background, color } = this;
    if (bbox === undefined) return undefined;
    const layer: Layer = {
      id: 'places',
      title: { ja: '' },
      kind: 'facility',
      icon: 'place',
      color,
      visible: true,
      fields: [],
      credit: { source: { ja: '' }, licence: null },
      places: places.map(({ id, name, at: [lng, lat] }) => [lng, lat, id, name, [], '']),
    };
    const document: MapDocument = {
      schemaVersion: 1,
      municipality: { name: { ja: '' }, bbox },
      title: { ja: '' },
      languages: ['ja'],
      ...(background && { background }),
      layers: [layer],
      hazards: [],
      report: { rows: places.length, shown: places.length, leftOut: 0 },
    };
    return openModel(document, 'ja', undefined);
  }
}
