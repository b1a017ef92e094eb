import { adoptStyles, languageChain, YokotenElement } from '@yokoten/ui';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { BenefitPack } from '../model/pack.ts';
import { BenefitsError } from '../error.ts';
import type { PackTexts } from '../model/texts.ts';
import type { FirstStrings } from '../strings/first-strings.ts';
import { jaFirst } from '../strings/ja-first.ts';
import { benefitStrings } from '../strings/strings.ts';
import type { AskPart, LazyViews } from './context.ts';
import type { BenefitNavigatorEvents } from './navigator-events.ts';
import { problemOf } from './problems.ts';
import { loadPack, readPack } from './read-pack.ts';

/** The language that is shown, with the element's texts in it. They change together. */
export interface Spoken {
  readonly language: string;
  readonly strings: FirstStrings;
}

/**
 * What reaches `<benefit-navigator>` over the network: the pack, the texts of the chosen language, the parts that are not needed
 * at once. All of it is asked for as soon as pack and language are known, and nothing because of an answer.
 */
export abstract class LoadingElement extends YokotenElement<BenefitNavigatorEvents> {
  static override properties: PropertyDeclarations = {
    src: {},
    pack: { attribute: false },
    languages: { attribute: false },
    _failure: { state: true },
    _spoken: { state: true },
    _texts: { state: true },
    _ask: { state: true },
    _lazy: { state: true },
    _isPartMissing: { state: true },
  };

  declare src: string | null | undefined;
  declare pack: BenefitPack | undefined;
  declare languages: readonly string[];

  /** Code of the problem, while there is nothing to show, or the new pack did not arrive. */
  declare protected _failure: string | undefined;
  declare protected _spoken: Spoken;
  declare protected _texts: PackTexts | undefined;
  declare protected _ask: AskPart | undefined;
  declare protected _lazy: LazyViews | undefined;
  declare protected _isPartMissing: boolean;

  /** The last pack that was one. */
  #good: BenefitPack | undefined;
  #wanted = 'ja';
  #loading = 0;
  #arriving: Promise<void> | undefined;

  constructor() {
    super();
    this.languages = benefitStrings.languages;
    this._spoken = { language: 'ja', strings: jaFirst };
    this._isPartMissing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.loadParts();
  }

  protected override languageChanged(wanted: string): void {
    void this.speak(this.#offered(wanted));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('pack') && this.pack !== this.#good) this.#take(this.pack);
    else if (changed.has('src') && this.src) void this.load();
  }

  /** Loads `src`, also when it was loaded before. What is shown stays until another pack is here. */
  protected async load(): Promise<void> {
    const { src } = this;
    if (!src) return;
    const loading = ++this.#loading;
    this._failure = undefined;
    try {
      const loaded = await loadPack(src);
      if (loading === this.#loading) this.#take(loaded);
    } catch (cause) {
      if (loading !== this.#loading) return;
      this.fail(new BenefitsError('benefits/pack-not-loaded', [src, String(cause)], { cause }));
    }
  }

  #take(value: unknown): void {
    if (value === undefined && this.#good === undefined) return;
    const read = readPack(value);
    if ('got' in read) {
      this.pack = this.#good;
      this.fail(new BenefitsError('benefits/bad-pack', [read.got]));
      return;
    }
    this._failure = undefined;
    this.#good = read.pack;
    this.pack = read.pack;
    void this.#fetchTexts(read.pack, this.#wanted);
    this.opened(read.pack);
  }

  /** Says what failed; what is shown stays. */
  protected fail(cause: unknown): void {
    this._failure = problemOf(cause).code;
    void this.tell(cause);
  }

  /** Tells what went wrong; at the beginning, that waits for the sentences, which come with the parts. */
  protected async tell(cause: unknown): Promise<void> {
    await this.#arriving;
    this.report(problemOf(cause));
  }

  /** Called with each new pack. */
  protected abstract opened(pack: BenefitPack): void;

  /** Writes the page in another language as soon as its texts are here; without them it stays as it is. */
  protected async speak(language: string): Promise<void> {
    if (this.#wanted === language && this._spoken.language === language) return;
    this.#wanted = language;
    try {
      const pack = this.#good;
      const [strings, texts] = await Promise.all([
        benefitStrings.get(language) ?? benefitStrings.load(language),
        pack && textsOf(pack, language),
      ]);
      if (this.#wanted !== language) return;
      this._spoken = { language, strings };
      if (texts !== undefined && pack === this.#good) this._texts = texts;
      this._isPartMissing = false;
    } catch (cause) {
      this.#wanted = this._spoken.language;
      this.#miss(cause);
    }
  }

  async #fetchTexts(pack: BenefitPack, language: string): Promise<void> {
    try {
      const texts = await textsOf(pack, language);
      if (pack === this.#good && language === this.#wanted) this._texts = texts;
    } catch (cause) {
      this.#miss(cause);
    }
  }

  /** Loads what the first question does not need: at once, whatever is answered. */
  protected loadParts(): void {
    this.#arriving = this.#fetchParts();
  }

  async #fetchParts(): Promise<void> {
    try {
      const ask = this._ask ?? (await import('./ask-part.ts'));
      adoptStyles(this.renderRoot, [ask.askStyles]);
      this._ask = ask;
      const lazy = this._lazy ?? (await ask.loadViews());
      adoptStyles(this.renderRoot, lazy.lateStyles);
      this._lazy = lazy;
      this._isPartMissing = false;
    } catch (cause) {
      this.#miss(cause);
    }
  }

  #miss(cause: unknown): void {
    this._isPartMissing = true;
    this.report(problemOf(new BenefitsError('benefits/part-missing', [String(cause)], { cause })));
  }

  #offered(wanted: string): string {
    const { languages } = this;
    const [first = 'ja'] = languages;
    return languageChain(wanted).find((tag) => languages.includes(tag)) ?? first;
  }
}

/** The pack's texts in the language, in the one it is a variety of, or else in Japanese. */
function textsOf(pack: BenefitPack, language: string): Promise<PackTexts> {
  return pack.texts(languageChain(language).find((tag) => pack.languages.includes(tag)) ?? 'ja');
}
