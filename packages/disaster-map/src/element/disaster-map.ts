import type { LngLat } from '@yokoten/standard';
import { adoptStyles } from '@yokoten/ui';
import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { MapDocument } from '../document.ts';
import { createDocumentRenderer } from '../document-renderer.ts';
import type { Geocoder } from '../nearest/geocoder.ts';
import type { Ranking } from '../nearest/ranking.ts';
import type { DrawnBackground, Renderer, View } from '../renderer.ts';
import type { StateSource } from '../state-source/state-source.ts';
import { offeredLanguage, type MapAction } from '../state/map-state.ts';
import { applied, openModel, type MapModel } from '../state/model.ts';
import { parsePermalink } from '../state/permalink.ts';
import { mapStrings } from '../strings/strings.ts';
import { LoadingElement } from './loading-element.ts';
import { MapArea } from './map-area.ts';
import { eventsBetween, mapEvent } from './map-events.ts';
import { NearStart } from './near-start.ts';
import { NowStart } from './now-start.ts';
import { failedView, loadingView } from './notices.ts';
import type { StageLabels } from './stage.ts';
import { namePage, writeAddress } from './page-address.ts';
import { drawnPanel, pageView, wantedPanel, type Panel } from './page-view.ts';
import { PanelFocus } from './panel-focus.ts';
import { mapFailed, mapMended, partMissing, tilesMissing, workerLost } from './problems.ts';
import { styles } from './styles.ts';

/**
 * A town's places as a map and an equal, searchable list.
 *
 * The list works before, without and after the map. The element never throws: it keeps its last good state.
 *
 * @tag disaster-map
 * @summary Shelters, evacuation sites and facilities of a municipality
 * @attr {string} src - address of a `MapDocument` (JSON), made by `@yokoten/disaster-map/build`
 * @attr {boolean} permalink - keeps view, place, hazard, layers and language in the location hash, and the page's language and title in step
 * @attr {string} language - BCP 47 tag; without it the nearest `lang` attribute counts
 * @prop {MapDocument} document - the document itself, instead of `src`; of the two, what was set last counts
 * @prop {(document: MapDocument) => Renderer} createRenderer - how the map is drawn; default: as `document.renderer` says
 * @fires select - `CustomEvent<SelectDetail>`: a person opened or closed a place
 * @prop {Geocoder} geocoder - finds addresses for people who look for what is near; default: the town's own table, if there is one
 * @prop {StateSource} stateSource - says what is open, how crowded it is; default: what `document.state` names
 * @fires locate - `CustomEvent<LocateDetail>`: a person looked for where to go
 * @fires filter-change - `CustomEvent<FilterChangeDetail>`: a person searched, chose a hazard or switched a layer
 * @fires view-change - `CustomEvent<View>`: the map came to rest, `center` is `[lng, lat]`
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble
 * @slot header - above the title
 * @slot empty - instead of the hint which file to add, when there is no data yet
 * @slot legend - above the list: what a site adds to the legend
 * @slot error - instead of what to do, when the document did not arrive
 * @csspart header - title and language
 * @csspart map - the map's area
 * @csspart list - the column or sheet with the list
 * @csspart banner - the sentence on the map that says what is missing there
 * @cssprop --yokoten-accent - the one colour a municipality changes: 4.5 : 1 on white
 * @cssprop --yokoten-action - links, buttons, what is chosen
 * @cssprop --yokoten-action-soft - ground of what is chosen
 * @cssprop --yokoten-on-action - text on the colour of actions
 * @cssprop --yokoten-text - text
 * @cssprop --yokoten-text-muted - text that says less
 * @cssprop --yokoten-surface - ground
 * @cssprop --yokoten-surface-sunken - ground of what lies lower
 * @cssprop --yokoten-border - lines between things
 * @cssprop --yokoten-border-strong - lines around what can be pressed: 3 : 1
 * @cssprop --yokoten-focus - ring around what has the focus
 * @cssprop --yokoten-focus-halo - second colour of that ring
 * @cssprop --yokoten-success - designated for the hazard
 * @cssprop --yokoten-success-soft - ground of the same
 * @cssprop --yokoten-error - unsuitable for the hazard
 * @cssprop --yokoten-error-soft - ground of the same
 * @cssprop --yokoten-warning - sample, or what is not known
 * @cssprop --yokoten-warning-soft - ground of the same
 * @cssprop --yokoten-font - fonts, as `font-family` takes them
 * @cssprop --yokoten-font-size-s - smallest text, 14 px
 * @cssprop --yokoten-font-size-m - text, 16 px
 * @cssprop --yokoten-line-height - line height without unit, 1.7
 * @cssprop --yokoten-radius-s - corners of small things
 * @cssprop --yokoten-radius-m - corners of buttons and fields
 * @cssprop --yokoten-target - least size of what can be pressed, 44 px
 */
export class DisasterMap extends LoadingElement {
  static override properties: PropertyDeclarations = {
    permalink: { type: Boolean },
    createRenderer: { attribute: false },
    geocoder: { attribute: false },
    stateSource: { attribute: false },
    _model: { state: true },
    _map: { state: true },
    _drawn: { state: true },
    _missingRaster: { state: true },
    _isOnline: { state: true },
    _isPrinting: { state: true },
  };
  static override styles: CSSResultGroup = styles;

  declare permalink: boolean;
  declare createRenderer: (document: MapDocument) => Renderer;
  declare geocoder: Geocoder | undefined;
  declare stateSource: StateSource | undefined;

  declare private _model: MapModel | undefined;
  declare private _map: 'shown' | 'bare' | 'failed';
  declare private _drawn: DrawnBackground | undefined;
  /** Id of the raster whose server cannot be reached. */
  declare private _missingRaster: string | undefined;
  declare private _isOnline: boolean;
  declare private _isPrinting: boolean;

  readonly #focus = new PanelFocus();
  readonly #area = new MapArea({
    viewChanged: (view, isHome) => this.#viewChanged(view, isHome),
    placeChosen: (id) => this.#dispatch({ type: 'select', id }),
    spotChosen: (ids) => this.#dispatch({ type: 'here', ids }),
    groundChosen: (at) => this.#ask(at),
    backgroundChanged: ({ state, drawn }) => {
      this._drawn = drawn;
      this._map = state === 'shown' ? 'shown' : 'bare';
      if (state === 'missing')
        this.report(tilesMissing('disaster-map/background-missing', 'background'));
    },
    rasterChanged: (id, state) => {
      this._missingRaster = state === 'missing' ? id : undefined;
      if (state === 'missing') this.report(tilesMissing('disaster-map/raster-missing', id));
    },
    workerLost: () => this.report(workerLost()),
    problem: (problem) => this.report(mapMended(problem)),
    failed: (error) => {
      this._map = 'failed';
      this.report(mapFailed(error));
    },
  });
  readonly #near = new NearStart({
    model: () => this._model,
    center: () => this.#area.center(),
    geocoder: () => this.geocoder,
    rank: (near) => this.#rank(near),
    redraw: () => this.requestUpdate(),
    arrived: (look) => adoptStyles(this.renderRoot, [look]),
    missed: (cause) => {
      this._isPartMissing = true;
      this.report(partMissing(cause));
    },
  });
  readonly #now = new NowStart({
    model: () => this._model,
    source: () => this.stateSource ?? this._model?.document.state,
    openings: (openings) => this.#change({ type: 'openings', openings }),
    redraw: () => this.requestUpdate(),
    problem: (problem) => this.report(problem),
    arrived: (look) => adoptStyles(this.renderRoot, [look]),
    missed: (cause) => {
      this._isPartMissing = true;
      this.report(partMissing(cause));
    },
  });
  #leaving = new AbortController();
  /** Opening a place is a step that a phone's back button undoes. */
  #isStep = false;

  constructor() {
    super();
    this.permalink = false;
    this.createRenderer = createDocumentRenderer;
    this.geocoder = undefined;
    this.stateSource = undefined;
    this._model = undefined;
    this._map = 'shown';
    this._drawn = undefined;
    this._missingRaster = undefined;
    this._isOnline = true;
    this._isPrinting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    const on = (type: string, listener: () => void): void =>
      window.addEventListener(type, listener, { signal: this.#leaving.signal });
    const lookOnline = (): void => void (this._isOnline = navigator.onLine);
    lookOnline();
    on('online', lookOnline);
    on('offline', lookOnline);
    on('hashchange', () => this.#followHash());
    on('beforeprint', () => this.#print(true));
    on('afterprint', () => this.#print(false));
    if (!this.hasUpdated) return;
    this.#startMap();
    this.#now.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#area.stop();
    this.#now.stop();
  }

  protected override languageChanged(wanted: string): void {
    const { languages } = this._model?.document ?? mapStrings;
    const language = offeredLanguage(languages, wanted);
    if (this._model === undefined) void this.speak(language);
    else this.#change({ type: 'language', language });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const shown = this._shown;
    if (shown !== this._model?.document) {
      const language = this._model?.state.language ?? this.currentLanguage;
      this._model = shown && openModel(shown, language, this.permalink ? location.hash : undefined);
    }
    const model = this._model;
    if (model === undefined) return;
    void this.#translate(model.state.language);
    if (wantedPanel(model) !== 'list' || model.raster !== undefined) void this.loadViews();
    this.#focus.leave(this.renderRoot, this.#panel(model));
  }

  protected override render(): TemplateResult {
    const { _model: model, _failure: failure, permalink } = this;
    const { strings, language } = this._spoken;
    const isEmbedded = this.closest('main, [role=main]') !== null;
    if (model === undefined) {
      const retry = (): void => void this.load();
      return html`<div class="page" lang=${language} role=${isEmbedded ? 'region' : 'main'}>
        ${failure === undefined ? loadingView(strings) : failedView(strings, failure, retry)}
      </div>`;
    }
    const state = this._isPrinting ? { ...model.state, listed: Infinity } : model.state;
    const dispatch = (action: MapAction): void => this.#act(action);
    const redraw = (): void => this.requestUpdate();
    return pageView(
      { ...model, state, strings, language, permalink, dispatch, redraw, now: this.#now },
      {
        panel: this.#panel(model),
        lazy: this._lazy,
        isPartMissing: this._isPartMissing,
        map: this._map,
        drawn: this._drawn,
        isRasterMissing: model.raster !== undefined && model.raster.id === this._missingRaster,
        isOnline: this._isOnline,
        isStale: failure !== undefined,
        isPrinting: this._isPrinting,
        isEmbedded,
        near: this.#near,
        reload: () => (this._isPartMissing = false),
        point: (id) => this.#area.emphasise(id),
        skip: () => this.#focus.jump(this.renderRoot),
        escape: () => this.#escape(),
        ask: () => this.#ask(this.#area.center()),
      },
    );
  }

  protected override updated(changed: PropertyValues): void {
    const model = this._model;
    this.#now.follow();
    if (model === undefined) {
      this.#area.stop();
      return;
    }
    const before = changed.get('_model') as MapModel | undefined;
    const isOther = changed.has('_model') && before?.document !== model.document;
    if (isOther) this.fetchRest(model.document.languages);
    if (isOther || changed.has('createRenderer')) this.#startMap();
    else this.#area.show(model);
    if (changed.has('_spoken')) this.#area.setLabels(this.#labels());
    if (this.permalink) {
      writeAddress(model.state, model.document, this.#isStep);
      namePage(this.ownerDocument, model.document, this._spoken.language);
    }
    this.#isStep = false;
    this.#focus.arrive(this.renderRoot, this.#panel(model), model);
  }

  protected override prefetch(): Promise<void> {
    return this.#near.prefetch();
  }

  #labels(): StageLabels {
    const { strings, language } = this._spoken;
    return { ...strings, lang: language };
  }

  #startMap(): void {
    const canvas = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (this._model === undefined || canvas === null || !this.isConnected) return;
    this._map = 'shown';
    this._missingRaster = undefined;
    this.#area.start(canvas, this._model, this.createRenderer, this.#labels());
  }

  async #translate(language: string): Promise<void> {
    if (await this.speak(language)) return;
    this.#change({ type: 'language', language: this._spoken.language });
  }

  #panel(model: MapModel): Panel {
    return drawnPanel(model, this._lazy, this._isPartMissing);
  }

  #change(action: MapAction): MapModel | undefined {
    return (this._model &&= applied(this._model, action));
  }

  /** What a person does: the focus follows, the page around is told. */
  #dispatch(action: MapAction): void {
    const before = this._model;
    if (before === undefined) return;
    this._isPartMissing = false;
    this.#focus.prepare(action, before);
    const now = applied(before, action);
    this._model = now;
    this.#isStep ||= before.selected === undefined && now.selected !== undefined;
    for (const event of eventsBetween(before, now)) this.dispatchEvent(event);
  }

  /** What a person does beside the map: the map looks at what is opened there. */
  #act(action: MapAction): void {
    this.#dispatch(action);
    const selected = this._model?.selected;
    if (action.type === 'select' && selected !== undefined) this.#area.lookAt(selected);
  }

  #ask(at: LngLat | undefined): void {
    if (at === undefined || !this._model?.document.layers.length) return;
    // Whoever goes once around the world is where they were.
    const [lng, lat] = at;
    const turns = Math.floor((lng + 180) / 360);
    this.#dispatch({ type: 'point', at: [lng - 360 * turns, lat] });
  }

  /** Sorts by distance; the map shows where the person starts with what is nearest. */
  #rank(near: Ranking | undefined): void {
    this.#dispatch({ type: 'near', near });
    const model = this._model;
    const extent = near && model && this.#near.extent(near, model);
    if (extent !== undefined) this.#area.frame(extent);
  }

  #escape(): void {
    const { selected, state } = this._model ?? {};
    if (selected !== undefined) this.#dispatch({ type: 'select', id: undefined });
    else if (state?.point !== undefined) this.#dispatch({ type: 'point', at: undefined });
    else if (state?.panel === 'about') this.#dispatch({ type: 'panel', panel: 'list' });
    else if (state?.here !== undefined) this.#dispatch({ type: 'here', ids: undefined });
  }

  #viewChanged(view: View, isHome: boolean): void {
    this.#change({ type: 'view', view: isHome ? undefined : view });
    this.dispatchEvent(mapEvent('view-change', view));
  }

  #followHash(): void {
    const model = this._model;
    if (!this.permalink || model === undefined) return;
    const remembered = parsePermalink(location.hash, model.document);
    const { selected: id } = remembered;
    if (id !== model.selected?.id && this.matches(':focus-within'))
      this.#focus.prepare({ type: 'select', id }, model);
    this.#change({ type: 'restore', state: remembered });
    if (remembered.view !== undefined) this.#area.setView(remembered.view);
  }

  /** On paper there is no button for more: the whole list is written out before the page is copied. */
  #print(isPrinting: boolean): void {
    this._isPrinting = isPrinting;
    this.performUpdate();
  }
}
