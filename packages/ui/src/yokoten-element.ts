import { LitElement, type PropertyDeclarations } from 'lit';
import { languageAround, watchLanguage, type Language } from './language.ts';

/** What went wrong in an element, for code (`code`) and for people. */
export interface ElementProblem {
  /** `package/kebab-name`; has a page in docs/errors. */
  readonly code: string;
  /** What was got, what was expected, what to do next. */
  readonly message: { readonly ja: string; readonly en: string };
  /** What was thrown, where something was. */
  readonly cause?: unknown;
}

/** The events all elements have. */
export interface ElementEventMap {
  error: CustomEvent<ElementProblem>;
}

/**
 * Base of Yokoten's elements. An element never throws when it is used in HTML: it keeps its last good state, tells the
 * developer on the console and fires `error`. Properties may be set in any order and before the element is registered.
 * Its look comes from the tokens of `@yokoten/ui/tokens.css`, which the page loads.
 *
 * @typeParam Events the element's events by name, for `addEventListener`
 * @attr {string} language - BCP 47 tag; without it the nearest `lang` attribute counts
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble
 */
export class YokotenElement<Events extends ElementEventMap = ElementEventMap> extends LitElement {
  static override properties: PropertyDeclarations = { language: {} };

  /** BCP 47 tag; unset, the nearest `lang` attribute counts. */
  declare language: Language | null | undefined;

  #unwatch: (() => void) | undefined;
  #languageBefore: Language | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchLanguage(() => this.#compareLanguage());
    this.#compareLanguage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /** The language the page asks this element for: `language`, else the nearest `lang`, else `ja`. */
  get currentLanguage(): Language {
    return this.language || languageAround(this);
  }

  /** Called when `currentLanguage` has become another one, and once when the element is connected. */
  protected languageChanged(_language: Language): void {}

  #compareLanguage(): void {
    const language = this.currentLanguage;
    if (language === this.#languageBefore) return;
    this.#languageBefore = language;
    this.languageChanged(language);
  }

  /** Reports a problem without throwing. */
  protected report(problem: ElementProblem): void {
    const { code, message, cause } = problem;
    console.warn(
      `<${this.localName}> ${code}: ${message.en}`,
      ...(cause === undefined ? [] : [cause]),
    );
    this.dispatchEvent(new CustomEvent<ElementProblem>('error', { detail: problem }));
  }

  protected override performUpdate(): void {
    try {
      this.#compareLanguage();
      super.performUpdate();
    } catch (cause) {
      this.report({
        code: 'ui/not-drawn',
        message: {
          ja: `表示を新しくできません（${String(cause)}）。前の表示を残します。渡したデータを確かめてください。`,
          en: `The element could not be drawn (${String(cause)}). What was shown before stays; check the data it was given.`,
        },
        cause,
      });
    }
  }

  override addEventListener<K extends keyof Events & string>(
    type: K,
    listener: (event: Events[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(...listening: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...listening);
  }

  override removeEventListener<K extends keyof Events & string>(
    type: K,
    listener: (event: Events[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(...listening: Parameters<HTMLElement['removeEventListener']>): void {
    super.removeEventListener(...listening);
  }
}
