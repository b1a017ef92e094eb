import { adoptStyles, YokotenElement } from '@yokoten/ui';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { MapDocument } from '../document.ts';
import { jaFirst, type FirstStrings } from '../strings/ja-first.ts';
import { mapStrings } from '../strings/strings.ts';
import type { LazyViews } from './context.ts';
import { loadDocument, readDocument, type Loaded } from './load-document.ts';
import type { DisasterMapEvents } from './map-events.ts';
import { documentSlow, partMissing } from './problems.ts';

/** What takes longer than this is said to take long; it is still waited for. */
const PATIENCE_MS = 10_000;
/** A page that never comes to rest, as on an old phone, gets the rest all the same. */
const IDLE_MS = 5000;

/** The language the page is written in, and its texts. They change together. */
export interface Spoken {
  readonly language: string;
  readonly strings: FirstStrings;
}

/** What reaches `<disaster-map>` over the network: its document, the texts of a language, the parts not needed at once. */
export abstract class LoadingElement extends YokotenElement<DisasterMapEvents> {
  static override properties: PropertyDeclarations = {
    src: {},
    document: { attribute: false },
    _shown: { state: true },
    _failure: { state: true },
    _spoken: { state: true },
    _lazy: { state: true },
    _isPartMissing: { state: true },
  };

  declare src: string | null | undefined;
  declare document: MapDocument | undefined;

  /** The last document that was one. */
  declare protected _shown: MapDocument | undefined;
  /** Code of the problem, while there is nothing to show. */
  declare protected _failure: string | undefined;
  declare protected _spoken: Spoken;
  declare protected _lazy: LazyViews | undefined;
  /** A text table or part was asked for and did not arrive. */
  declare protected _isPartMissing: boolean;

  #loading: AbortController | undefined;
  #asked = 'ja';
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.src = undefined;
    this.document = undefined;
    this._shown = undefined;
    this._failure = undefined;
    this._spoken = { language: 'ja', strings: jaFirst };
    this._lazy = undefined;
    this._isPartMissing = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('document') && this.document !== this._shown) {
      this.#loading?.abort();
      if (this.document !== undefined) {
        this.#take(readDocument(this.document, 'document'));
        return;
      }
      this._shown = undefined;
    }
    if (changed.has('src') && this.src) void this.load();
  }

  /** Loads `src`, also when it was loaded before. What is shown stays until another document is here. */
  protected async load(): Promise<void> {
    if (!this.src) return;
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this._failure = undefined;
    const { src } = this;
    const { signal } = loading;
    const patience = setTimeout(() => {
      if (!signal.aborted) this.#take({ problem: documentSlow(src) });
    }, PATIENCE_MS);
    const loaded = await loadDocument(src, signal);
    clearTimeout(patience);
    if (!signal.aborted) this.#take(loaded);
  }

  #take({ document, problem }: Loaded): void {
    if (document !== undefined) this._shown = document;
    this.document = this._shown;
    this._failure = problem?.code;
    if (problem !== undefined) this.report(problem);
  }

  /**
   * Writes the page in another language as soon as its texts are here.
   *
   * @returns whether it could: without its texts the page stays as it is
   */
  protected async speak(language: string): Promise<boolean> {
    if (this.#asked === language) return true;
    this.#asked = language;
    try {
      const strings = mapStrings.get(language) ?? (await mapStrings.load(language));
      if (this.#asked === language) this._spoken = { language, strings };
      return true;
    } catch (cause) {
      this.#asked = this._spoken.language;
      this.#miss(cause);
      return false;
    }
  }

  /** Loads what is shown only when a person asks for it. */
  protected async loadViews(): Promise<void> {
    if (this._lazy !== undefined || this._isPartMissing) return;
    this.#patience ??= setTimeout(() => this.#miss(new Error('no answer yet')), PATIENCE_MS);
    try {
      this.#receive(await import('./lazy-views.ts'));
    } catch (cause) {
      this.#miss(cause);
    }
  }

  /** Gets the rest when there is time, so that a place opens at once, and without a connection. */
  protected fetchRest(languages: readonly string[]): void {
    const fetchAll = async (): Promise<void> => {
      const [views] = await Promise.allSettled([
        import('./lazy-views.ts'),
        ...languages.map((language) => mapStrings.load(language)),
        this.prefetch(),
      ]);
      // What does not arrive now is asked for again when it is needed.
      if (views.status === 'fulfilled') this.#receive(views.value);
    };
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => void fetchAll(), { timeout: IDLE_MS });
    else setTimeout(() => void fetchAll(), 2000);
  }

  #receive(views: LazyViews): void {
    adoptStyles(this.renderRoot, views.lateStyles);
    this.#endPatience();
    this._lazy = views;
    this._isPartMissing = false;
  }

  #endPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  /** What else is to be there before it is needed. */
  protected abstract prefetch(): Promise<unknown>;

  #miss(cause: unknown): void {
    this.#endPatience();
    if (this._isPartMissing) return;
    this._isPartMissing = true;
    this.report(partMissing(cause));
  }
}
