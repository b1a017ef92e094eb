import { languageAround, YokotenElement } from '@yokoten/ui';
import {
  html,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { createClusterer } from '../clusterer.ts';
import type { MapDocument } from '../document.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';
import type { Renderer, View } from '../renderer.ts';
import { entriesOf, shownEntries, type Entry } from '../state/entry.ts';
import { initialState, reduce, type MapAction, type MapState } from '../state/map-state.ts';
import { formatPermalink, parsePermalink } from '../state/permalink.ts';
import { mapStrings, type MapStrings } from '../strings/strings.ts';
import type { DetailContext, PageContext } from './context.ts';
import { controls } from './controls.ts';
import { loadDocument } from './load-document.ts';
import { pageHeader } from './header.ts';
import { listView } from './list-view.ts';
import { emptyView, failedView, loadingView } from './notices.ts';
import { mapCredits } from './map-credits.ts';
import { MapStage } from './stage.ts';
import { styles } from './styles.ts';

type LazyViews = typeof import('./lazy-views.ts');

/**
 * A town's places as a map and an equal, searchable list.
 *
 * The list works before, without and after the map. The element never throws: it keeps its last good state.
 *
 * @summary Shelters, evacuation sites and facilities of a municipality
 * @attr {string} src - address of a `MapDocument` (JSON), made by `@yokoten/disaster-map/build`
 * @attr {boolean} permalink - keeps view, place, hazard and language in the location hash, and the page's language and title in step
 * @prop {MapDocument} document - the document itself, instead of `src`
 * @fires select - `CustomEvent<{ id: string | undefined, layer: string | undefined }>`: a place was opened or closed
 * @fires filter-change - `CustomEvent<{ query: string, hazard: HazardId | undefined, layers: string[] }>`
 * @fires view-change - `CustomEvent<View>`: the map came to rest, `center` is `[lng, lat]`
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble
 * @slot header - above the title
 * @slot empty - instead of the hint which file to add, when there is no data yet
 * @csspart map - the map's area
 * @csspart list - the column or sheet with the list
 */
export class DisasterMap extends YokotenElement {
  static override properties: PropertyDeclarations = {
    src: {},
    permalink: { type: Boolean },
    document: { attribute: false },
    createRenderer: { attribute: false },
    _state: { state: true },
    _strings: { state: true },
    _failure: { state: true },
    _lazy: { state: true },
    _background: { state: true },
    _online: { state: true },
    _mapFailed: { state: true },
  };
  static override styles: CSSResult = styles;

  declare src: string | undefined;
  declare permalink: boolean;
  declare document: MapDocument | undefined;
  /** How the map is drawn; another `Renderer` can stand in. Default: Leaflet with DOM marks. */
  declare createRenderer: () => Renderer;

  declare private _state: MapState;
  declare private _strings: MapStrings;
  declare private _failure: string | undefined;
  declare private _lazy: LazyViews | undefined;
  declare private _background: 'shown' | 'missing';
  declare private _online: boolean;
  declare private _mapFailed: boolean;

  #entries: readonly Entry[] = [];
  #shown: readonly Entry[] = [];
  #stage: MapStage | undefined;
  #ended = new AbortController();
  #focusNext: string | undefined;

  constructor() {
    super();
    this.src = undefined;
    this.permalink = false;
    this.document = undefined;
    this.createRenderer = createLeafletRenderer;
    this._state = initialState(undefined, 'ja');
    this._strings = mapStrings.get('ja') as MapStrings;
    this._failure = undefined;
    this._lazy = undefined;
    this._background = 'shown';
    this._online = true;
    this._mapFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this._online = navigator.onLine;
    for (const type of ['online', 'offline']) {
      window.addEventListener(type, () => (this._online = navigator.onLine), { signal });
    }
    window.addEventListener('hashchange', () => this.#followHash(), { signal });
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    if (this.hasUpdated && this.document !== undefined) void this.#startMap(this.document);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ended.abort();
    this.#stage?.destroy();
    this.#stage = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src !== undefined) void this.#load(this.src);
    if (changed.has('document') && this.document !== undefined) this.#adopt(this.document);
    if (changed.has('_state' as keyof DisasterMap)) {
      const before = changed.get('_state' as keyof DisasterMap) as MapState | undefined;
      this.#afterStateChange(before);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('document') && this.document !== undefined) void this.#startMap(this.document);
    if (changed.has('_state' as keyof DisasterMap)) {
      const before = changed.get('_state' as keyof DisasterMap) as MapState | undefined;
      if (before?.sheet !== this._state.sheet) this.#stage?.resize();
    }
    this.#moveFocus();
  }

  protected override render(): TemplateResult {
    const strings = this._strings;
    if (this.document === undefined) {
      const retry = (): void => void (this.src !== undefined && this.#load(this.src));
      return html`<div class="page" lang=${this._state.language}>
        ${this._failure === undefined ? loadingView(strings) : failedView(strings, this._failure, retry)}
      </div>`;
    }
    const context = this.#context(this.document);
    return html`<div class="page" lang=${this._state.language} data-sheet=${this._state.sheet}>
      ${pageHeader(context)}
      <a class="skip" href="#list" @click=${(event: Event) => this.#skip(event)}
        >${strings.skipMap}</a
      >
      ${this.#mapArea(context)} ${this.#sheet(context)}
    </div>`;
  }

  #mapArea(context: PageContext): TemplateResult {
    const { strings, document } = context;
    const notice = this._mapFailed
      ? strings.noMap
      : !this._online
        ? strings.offline
        : this._background === 'missing'
          ? strings.backgroundMissing
          : undefined;
    return html`<section class="map" part="map">
      <div class="canvas"></div>
      <p class="banner" role="status" ?hidden=${notice === undefined}>${notice ?? nothing}</p>
      ${mapCredits(document, context)}
    </section>`;
  }

  #sheet(context: PageContext): TemplateResult {
    const { state, strings, document } = context;
    const detail = this.#detailContext(context);
    const lazy = this._lazy;
    const content =
      detail !== undefined && lazy !== undefined
        ? lazy.detailView(detail)
        : state.panel === 'about' && lazy !== undefined
          ? lazy.aboutView(context)
          : document.layers.length === 0
            ? emptyView(strings)
            : html`${controls(context)} ${listView(context, this.#shown, this.#entries.length)}`;
    return html`<main
      class="sheet"
      part="list"
      @pointerover=${(event: Event) => this.#point(event)}
      @focusin=${(event: Event) => this.#point(event)}
    >
      <div class="handle">
        <button
          aria-label=${strings.grow}
          ?disabled=${state.sheet === 'full'}
          @click=${() => this.#dispatch({ type: 'sheet', by: 1 })}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 15l7-7 7 7"></path></svg>
        </button>
        <button
          aria-label=${strings.shrink}
          ?disabled=${state.sheet === 'low'}
          @click=${() => this.#dispatch({ type: 'sheet', by: -1 })}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 9l7 7 7-7"></path></svg>
        </button>
      </div>
      <div class="scroll">
        ${content}
        ${
          state.panel === 'about'
            ? nothing
            : html`<button
                class="wide quiet"
                @click=${() => this.#dispatch({ type: 'panel', panel: 'about' })}
              >
                ${strings.about}
              </button>`
        }
      </div>
    </main>`;
  }

  #context(document: MapDocument): PageContext {
    return {
      document,
      state: this._state,
      strings: this._strings,
      dispatch: (action) => this.#dispatch(action),
    };
  }

  #detailContext(context: PageContext): DetailContext | undefined {
    const entry = this.#selected();
    return entry === undefined ? undefined : { ...context, entry };
  }

  #selected(): Entry | undefined {
    const { selected } = this._state;
    return selected === undefined ? undefined : this.#entries.find(({ id }) => id === selected);
  }

  #dispatch(action: MapAction): void {
    if (action.type === 'select')
      this.#focusNext =
        action.id === undefined
          ? `[data-place="${CSS.escape(this._state.selected ?? '')}"]`
          : '#detail-name';
    if (action.type === 'panel')
      this.#focusNext = action.panel === 'about' ? '#about-title' : '#list';
    if (action.type === 'here') this.#focusNext = '#list';
    this._state = reduce(this._state, action);
    if (action.type === 'select' && action.id !== undefined) {
      const entry = this.#selected();
      if (entry !== undefined) this.#stage?.lookAt(entry);
    }
  }

  /** Everything that follows from a change of state, in one place. */
  #afterStateChange(before: MapState | undefined): void {
    const { document } = this;
    const now = this._state;
    if (document === undefined) return;
    if (before?.language !== now.language) void this.#translate(now.language);
    if (now.selected !== undefined || now.panel === 'about') void this.#loadViews();
    const filtered =
      before?.query !== now.query ||
      before.layers !== now.layers ||
      before.hazard !== now.hazard ||
      before.here !== now.here;
    if (filtered) {
      const shown = shownEntries(this.#entries, now);
      // The same places in another order need not be grouped anew.
      this.#shown = shown;
      this.#tell('filter-change', {
        query: now.query,
        hazard: now.hazard,
        layers: [...now.layers],
      });
    }
    if (before?.selected !== now.selected) {
      this.#tell('select', { id: now.selected, layer: this.#selected()?.layer.id });
    }
    if (filtered || before?.selected !== now.selected) void this.#showOnMap();
    if (this.permalink) this.#writeHash(document);
  }

  async #showOnMap(): Promise<void> {
    const { hazard } = this._state;
    await this.#stage?.show({ entries: this.#shown, hazard, selected: this.#selected() });
  }

  async #load(src: string): Promise<void> {
    this._failure = undefined;
    const result = await loadDocument(src);
    if (src !== this.src) return;
    if (result.document !== undefined) {
      this.document = result.document;
      return;
    }
    this._failure = result.problem.code;
    this.report(result.problem);
  }

  #adopt(document: MapDocument): void {
    this._failure = undefined;
    this.#entries = entriesOf(document);
    const start = initialState(document, languageAround(this));
    const remembered = this.permalink ? parsePermalink(location.hash, document) : {};
    this._state = reduce(start, { type: 'restore', state: remembered });
  }

  async #startMap(document: MapDocument): Promise<void> {
    this.#stage?.destroy();
    const canvas = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (canvas === null) return;
    canvas.replaceChildren();
    const stage = new MapStage(this.createRenderer(), createClusterer(), {
      viewChanged: (view) => this.#viewChanged(view),
      placeChosen: (id) => this.#dispatch({ type: 'select', id }),
      spotChosen: (ids) => this.#dispatch({ type: 'here', ids }),
      backgroundChanged: (state) => (this._background = state),
    });
    this.#stage = stage;
    const { bbox } = document.municipality;
    const { map, zoomIn, zoomOut } = this._strings;
    const { view } = this._state;
    const middle: View = { center: [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2], zoom: 11 };
    const options = {
      view: view ?? middle,
      labels: { map, zoomIn, zoomOut },
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    };
    try {
      const scene = this.#showOnMap();
      await stage.mount(canvas, document, options, view !== undefined);
      await scene;
      const selected = this.#selected();
      if (selected !== undefined && view === undefined) stage.lookAt(selected);
      const observer = new ResizeObserver(() => stage.resize());
      observer.observe(canvas);
      this.#ended.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    } catch (error) {
      if (this.#stage !== stage) return; // replaced or removed meanwhile
      this._mapFailed = true;
      this.report({
        code: 'disaster-map/map-failed',
        message: {
          ja: `地図を表示できません（${String(error)}）。一覧をお使いください。`,
          en: `The map could not be drawn (${String(error)}); the list still works. Reload the page to try again.`,
        },
      });
    }
  }

  #viewChanged(view: View): void {
    this._state = reduce(this._state, { type: 'view', view });
    this.#tell('view-change', view);
  }

  async #translate(language: string): Promise<void> {
    const strings = await mapStrings.load(language);
    if (this._state.language !== language) return;
    this._strings = strings;
    if (this.permalink && this.document !== undefined) {
      const page = this.ownerDocument;
      page.documentElement.lang = language;
      page.title = this.document.title[language] ?? this.document.title.ja;
    }
  }

  async #loadViews(): Promise<void> {
    this._lazy ??= await import('./lazy-views.ts');
  }

  #followHash(): void {
    if (!this.permalink || this.document === undefined) return;
    const remembered = parsePermalink(location.hash, this.document);
    this._state = reduce(this._state, {
      type: 'restore',
      state: { selected: undefined, hazard: undefined, ...remembered },
    });
    if (remembered.view !== undefined) this.#stage?.setView(remembered.view);
  }

  #writeHash(document: MapDocument): void {
    const hash = formatPermalink(this._state, document);
    if (hash !== location.hash)
      history.replaceState(
        history.state,
        '',
        hash === '' ? location.pathname + location.search : hash,
      );
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this._state.selected !== undefined) this.#dispatch({ type: 'select', id: undefined });
    else if (this._state.panel === 'about') this.#dispatch({ type: 'panel', panel: 'list' });
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('.scroll :is(h2, input, button)')?.focus();
  }

  /** The list item under pointer or focus stands out on the map. */
  #point(event: Event): void {
    const item = (event.target as Element).closest<HTMLElement>('[data-place]');
    this.#stage?.emphasise(item?.dataset['place']);
  }

  #moveFocus(): void {
    if (this.#focusNext === undefined) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (target === null) return; // its part is still loading, or the place is not listed any more
    this.#focusNext = undefined;
    target.focus();
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
