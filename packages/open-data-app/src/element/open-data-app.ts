import { EVERYTHING } from '@yokoten/open-data/browse';
import { japanDate } from '@yokoten/standard';
import { languageChain, YokotenElement } from '@yokoten/ui';
import { type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { readAddress, writeAddress } from '../address.ts';
import type { AppDocument } from '../document.ts';
import { loadDocument } from '../load.ts';
import type { AppParts, MapTemplate } from '../parts.ts';
import { said } from '../record-view.ts';
import { ja, type AppStrings } from '../strings/ja.ts';
import { appStrings } from '../strings/strings.ts';
import { LIST_STEP, type PageContext, type PageState } from './context.ts';
import { contextOf, openDocument, type Opened } from './opened.ts';
import { failedView, loadingView, pageView } from './page-view.ts';
import type { Report } from './report.ts';

/**
 * One open data file as a list with search and filters, a map beside it where there are positions, and a page for each
 * record under an address of its own. It draws itself into the page, so that the page's own styles reach every part.
 *
 * @attr {string} src - address of the document, which lies in a folder of the site's base (`./assets/map-….json`)
 * @attr {string} language - BCP 47 tag; without it the nearest `lang` attribute counts
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble
 */
export class OpenDataApp extends YokotenElement {
  static override properties: PropertyDeclarations = {
    src: {},
    _opened: { state: true },
    _failure: { state: true },
    _state: { state: true },
    _spoken: { state: true },
    _map: { state: true },
    _report: { state: true },
    _isOnline: { state: true },
    _isPrinting: { state: true },
    _mapped: { state: true },
  };

  declare src: string | null | undefined;
  /** What is the app's own; set before the element is connected. */
  parts: AppParts = {};

  declare private _opened: Opened | undefined;
  declare private _failure: string | undefined;
  declare private _state: PageState;
  declare private _spoken: { readonly language: string; readonly strings: AppStrings };
  declare private _map: MapTemplate | 'failed' | undefined;
  declare private _report: Report;
  declare private _isOnline: boolean;
  declare private _isPrinting: boolean;
  /** What the map shows: the list, a moment later. */
  declare private _mapped: PageContext['listed'] | undefined;

  #address = new URL('http://localhost/');
  #leaving = new AbortController();
  #loading = new AbortController();
  #asked: string | undefined;
  /** Language that a person chose; what the page asks for is not written into the address. */
  #chosen: string | undefined;
  #focus: readonly string[] = [];
  #next: PageContext['listed'] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn: { readonly from: readonly unknown[]; readonly context: PageContext } | undefined;

  constructor() {
    super();
    this.src = undefined;
    this._opened = undefined;
    this._failure = undefined;
    this._state = { selection: EVERYTHING, order: 'file', record: undefined, listed: LIST_STEP };
    this._spoken = { language: 'ja', strings: ja };
    this._map = undefined;
    this._report = undefined;
    this._isOnline = true;
    this._isPrinting = false;
    this._mapped = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const on = (type: string, listener: () => void): void =>
      window.addEventListener(type, listener, { signal });
    const look = (): void => void (this._isOnline = navigator.onLine);
    look();
    on('online', look);
    on('offline', look);
    on('popstate', () => this.#follow());
    on('beforeprint', () => this.#print(true));
    on('afterprint', () => this.#print(false));
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#loading.abort();
  }

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    root.className = 'app';
    this.append(root);
    return root;
  }

  protected override languageChanged(wanted: string): void {
    void this.#speak(wanted);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('src') || !this.src) return;
    this.#address = new URL(this.src, document.baseURI);
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { strings, language } = this._spoken;
    const opened = this._opened;
    if (opened === undefined) {
      return this._failure === undefined
        ? loadingView(strings, language)
        : failedView(strings, language, this._failure, () => void this.#load());
    }
    const context = this.#context(opened);
    const { record } = this._state;
    return pageView(context, {
      parts: this.parts,
      home: this.#href(undefined),
      record: record === undefined ? undefined : opened.byId.get(record),
      map: opened.isMap ? this._map : 'failed',
      mapped: this._mapped ?? context.listed,
      isMap: opened.isMap,
      extent: opened.extent,
      isMapFailed: opened.isMap && this._map === 'failed',
      isOnline: this._isOnline,
      report: this._report,
      loadReport: () => void this.#loadReport(opened.document),
      mapFailed: (cause) => this.#mapFailed(cause),
      select: (id) => this.#go({ record: id }),
      skip: () => this.querySelector<HTMLElement>('#list-title, #detail-title')?.focus(),
    });
  }

  protected override updated(): void {
    if (this._opened === undefined) return;
    this.#mapLater();
    const { document: shown, byId } = this._opened;
    const { language } = this._spoken;
    const title = said(shown.title, language);
    const { record } = this._state;
    const name = record === undefined ? undefined : byId.get(record)?.name;
    document.documentElement.lang = language;
    document.title = name === undefined ? title : `${name} | ${title}`;
    const target = this.#focus
      .map((selector) => this.querySelector<HTMLElement>(selector))
      .find((found) => found !== null);
    this.#focus = [];
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** Thousands of marks take longer than the list, which follows every letter: they come when no more is typed. */
  #mapLater(): void {
    const listed = this.#drawn?.context.listed;
    if (listed === this.#next) return;
    this.#next = listed;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this._mapped = listed), this._mapped === undefined ? 0 : 250);
  }

  /** What is searched is made ready a little at a time, so that the first letter is answered at once. */
  async #foldAhead(opened: Opened): Promise<void> {
    for (const [at, record] of opened.table.records.entries()) {
      if (at % 500 === 499) await new Promise((resolve) => setTimeout(resolve));
      if (this._opened !== opened || !this.isConnected) return;
      opened.keyOf(record);
    }
  }

  /** The site's base: the document lies in a folder of it. */
  get #root(): URL {
    return new URL('..', this.#address);
  }

  /** Made anew only when something changed that it is made from. */
  #context(opened: Opened): PageContext {
    const { _state: state, _spoken: spoken, _isPrinting: isPrinting } = this;
    const from = [opened, state, spoken, isPrinting];
    if (this.#drawn?.from.every((one, at) => one === from[at])) return this.#drawn.context;
    const context = contextOf(opened, {
      state: isPrinting ? { ...state, listed: PRINTED } : state,
      ...spoken,
      today: japanDate(new Date()),
      href: ({ id }) => this.#href(id),
      before: this.#drawn?.context,
      change: (change) => this.#change(change),
      speak: (wanted) => {
        this.#chosen = wanted;
        void this.#speak(wanted);
      },
    });
    this.#drawn = { from, context };
    return context;
  }

  async #load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    this._failure = undefined;
    const { record } = readAddress(new URL(location.href), this.#root, []);
    const loaded = await loadDocument({
      src: this.#address.href,
      root: this.#root,
      record,
      signal,
      // The first part of the list stands here already: it can be read until all is here.
      waits: () => this.toggleAttribute('data-waiting', true),
    });
    if (signal.aborted) return;
    this.toggleAttribute('data-waiting', false);
    if (loaded.document === undefined) {
      const { problem } = loaded;
      this._failure = problem.code;
      // What stands here for a browser without scripts is better than nothing.
      this.toggleAttribute('data-failed', true);
      this.report(problem);
      return;
    }
    this.#open(loaded.document, loaded.isWhole);
  }

  #open(shown: AppDocument, isWhole: boolean): void {
    const opened = openDocument(shown, this.parts, isWhole);
    this._opened = opened;
    for (const problem of opened.problems) this.report(problem);
    this.toggleAttribute('data-failed', false);
    // What stood here for a browser without scripts says the same.
    for (const child of this.querySelectorAll(':scope > :not(.app)')) child.remove();
    this.#follow();
    void this.#speak(this.#chosen ?? this.currentLanguage);
    if (opened.isMap) void this.#loadMap();
    void this.#foldAhead(opened);
  }

  async #loadMap(): Promise<void> {
    try {
      this._map = (await this.parts.map?.())?.map ?? 'failed';
    } catch (cause) {
      this.#mapFailed(cause);
    }
  }

  #mapFailed(cause: unknown): void {
    this._map = 'failed';
    this.report({
      code: 'open-data-app/map-failed',
      message: {
        ja: '地図を表示できません。通信を確かめてください。',
        en: 'The map cannot be shown. Check the connection.',
      },
      cause,
    });
  }

  async #loadReport({ report }: AppDocument): Promise<void> {
    this._report = undefined;
    try {
      // Hardly anybody opens it: its lists are no part of the page until somebody does.
      const { loadReport } = await import('./report.ts');
      this._report = await loadReport(report, this.#root);
    } catch {
      // Said on the page, with a button to try again.
      this._report = 'failed';
    }
  }

  /** Takes over what the page's address says. */
  #follow(): void {
    const opened = this._opened;
    if (opened === undefined) return;
    const { facets, orders } = opened;
    const [usual = 'file'] = orders;
    const place = readAddress(new URL(location.href), this.#root, facets);
    const { record: before } = this._state;
    const { record } = place;
    // A link to a record says nothing of the list, which stays as it was.
    const selection = record === undefined ? place.selection : this._state.selection;
    const order = record === undefined ? (place.order ?? usual) : this._state.order;
    this._state = {
      selection,
      order: orders.includes(order) ? order : usual,
      record,
      listed: this._state.listed,
    };
    if (place.language !== undefined) {
      this.#chosen = place.language;
      void this.#speak(place.language);
    }
    if (this.hasUpdated && before !== record && this.#drawn !== undefined)
      this.#focusOn(before, record);
  }

  /** Whoever opens a page is led to its heading, and whoever comes back to the entry that was left. */
  #focusOn(before: string | undefined, now: string | undefined): void {
    if (now !== undefined) this.#focus = ['#detail-title'];
    else if (before !== undefined)
      this.#focus = [`[data-record="${CSS.escape(before)}"] a`, '#list-title'];
  }

  /** Goes to another place: a step that the back button undoes. */
  #go(change: Partial<PageState>): void {
    const before = this._state.record;
    this._state = { ...this._state, ...change };
    this.#focusOn(before, this._state.record);
    this.#write('pushState');
    if (this._state.record === undefined) return;
    // Beside a map the column moves, elsewhere the page.
    window.scrollTo(0, 0);
    this.querySelector('.column')?.scrollTo(0, 0);
  }

  #change(change: Partial<PageState>): void {
    this._state = { ...this._state, ...change };
    this.#write('replaceState');
  }

  #href(record: string | undefined): string {
    const opened = this._opened;
    const { selection, order } = this._state;
    const place = {
      selection,
      order: order === opened?.orders[0] ? undefined : order,
      record,
      language: this.#chosen,
    };
    return new URL(writeAddress(place, opened?.document.hasPages ?? false), this.#root).href;
  }

  #write(how: 'pushState' | 'replaceState'): void {
    const address = this.#href(this._state.record);
    if (address === location.href) return;
    try {
      history[how](null, '', address);
    } catch {
      // Refused in a page without an address of its own, or after too many changes in a short time; the page works without.
    }
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const opened = this._opened;
    if (link === null || opened === undefined || link.target === '_blank') return;
    // What is not here is on another page.
    if (!opened.isWhole) return;
    const address = new URL(link.href);
    if (address.origin !== location.origin) return;
    const { record } = readAddress(address, this.#root, []);
    if (record === undefined ? !link.hasAttribute('data-list') : !opened.byId.has(record)) return;
    event.preventDefault();
    this.#go({ record });
  }

  async #speak(wanted: string): Promise<void> {
    const languages = this._opened?.document.languages ?? appStrings.languages;
    const language =
      languageChain(wanted).find((tag) => languages.includes(tag)) ?? languages[0] ?? 'ja';
    if (this.#asked === language) return;
    this.#asked = language;
    try {
      const strings = appStrings.get(language) ?? (await appStrings.load(language));
      if (this.#asked !== language) return;
      this._spoken = { language, strings };
      if (this._opened !== undefined) this.#write('replaceState');
    } catch {
      // Without its texts the page stays in the language it speaks, and asks again when it is asked again.
      this.#asked = this._spoken.language;
    }
  }

  #print(isPrinting: boolean): void {
    this._isPrinting = isPrinting;
    // The page is printed as it is right after this event.
    this.performUpdate();
  }
}

/** Entries that are written out on paper: more than anybody prints by mistake. */
const PRINTED = 2000;
