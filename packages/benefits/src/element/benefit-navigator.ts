import { japanDate } from '@yokoten/standard';
import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { startState } from '../ask/household.ts';
import type { Action } from '../ask/reduce.ts';
import { type Answer, answerKey, type CheckState } from '../ask/state.ts';
import type { Prefill } from '../exchange/prefill.ts';
import type { BenefitPack } from '../model/pack.ts';
import type { Contact } from '../model/programme.ts';
import { choose, type Chosen } from '../open/chosen.ts';
import type { Questions } from '../open/questions.ts';
import type { PageContext } from './context.ts';
import { LoadingElement } from './loading-element.ts';
import { acted, isOpened, type Model, modelOf, type Parts, scaleOf } from './model.ts';
import { navigatorEvent } from './navigator-events.ts';
import { keepInStep } from './keep-in-step.ts';
import { failedView, loadingView } from './notices.ts';
import { pageView } from './page-view.ts';
import { headingOf, type Screen } from './screen.ts';
import { screenHistory } from './screen-history.ts';
import { styles } from './styles.ts';

/**
 * Asks little, works out in the browser which benefits a household may have, and gives the reason for every yen.
 *
 * Nothing that is answered leaves the page: no request is made because of an answer, and nothing is kept.
 * The element never throws: it keeps its last good state.
 *
 * @tag benefit-navigator
 * @summary A benefit check: few questions, results with reasons, what-if
 * @attr {string} src - address of a module whose default export, or export `pack`, is a `BenefitPack`
 * @attr {string} date - day that is worked out for, `YYYY-MM-DD`; default: today in Japan
 * @attr {string} set - id of the question set that is chosen first; `disaster` is for people hit by a disaster
 * @attr {string} municipality - local government code: of the counters, its own are shown, and those for everybody
 * @attr {boolean} share - answers may be saved in a link to this page, which the element then opens; the page's language and title are kept in step, and the browser's way back leads to the screen before
 * @attr {string} language - BCP 47 tag; without it the nearest `lang` attribute counts
 * @prop {BenefitPack} pack - the pack itself, instead of `src`; of the two, what was set last counts
 * @prop {string[]} languages - languages to choose from; default: all there are
 * @prop {Contact[]} contacts - counters beside those of the pack
 * @prop {Prefill} prefill - what the page knows already about the household; a new one starts the check anew
 * @fires result-change - `CustomEvent<ResultDetail>`: an answer changed what is known; holds results, never answers
 * @fires check-complete - `CustomEvent<ResultDetail>`: no further answer can change a result
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble
 * @slot header - above the title
 * @slot footer - at the end of the page
 * @slot error - instead of what to do, when the pack did not arrive
 * @csspart header - title and language
 * @csspart money - between what the money still lies
 * @csspart answers - all answers
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
 * @cssprop --yokoten-success - what may be had
 * @cssprop --yokoten-error - what was entered wrongly
 * @cssprop --yokoten-warning - sample, or what is not known
 * @cssprop --yokoten-warning-soft - ground of the same
 * @cssprop --yokoten-font - fonts, as `font-family` takes them
 * @cssprop --yokoten-font-size-s - smallest text, 14 px
 * @cssprop --yokoten-font-size-m - text, 16 px
 * @cssprop --yokoten-line-height - line height without unit, 1.7
 * @cssprop --yokoten-radius-m - corners of buttons and fields
 * @cssprop --yokoten-target - least size of what can be pressed, 44 px
 */
export class BenefitNavigator extends LoadingElement {
  static override properties: PropertyDeclarations = {
    date: {},
    set: {},
    municipality: {},
    share: { type: Boolean },
    contacts: { attribute: false },
    prefill: { attribute: false },
    _model: { state: true },
    _screen: { state: true },
    _mistake: { state: true },
    _query: { state: true },
    _isPrinting: { state: true },
  };
  static override styles: CSSResultGroup = styles;

  declare date: string | null | undefined;
  declare set: string | null | undefined;
  declare municipality: string | null | undefined;
  declare share: boolean;
  declare contacts: readonly Contact[];
  declare prefill: Prefill | undefined;

  declare private _model: Model | undefined;
  declare private _screen: Screen;
  /** What is wrong with what was just entered. */
  declare private _mistake: string | undefined;
  declare private _query: string;
  declare private _isPrinting: boolean;

  #announcement = '';
  #remembered: ReadonlyMap<string, Answer> = new Map();
  #scale: ReadonlyMap<string, number> = new Map();
  /** What the focus was last moved to. */
  #heading = '';
  #opening = 0;
  /** What was there before anybody did anything. */
  #begun: CheckState | undefined;
  #leaving = new AbortController();
  readonly #screens = screenHistory();

  constructor() {
    super();
    this.share = false;
    this.contacts = [];
    this._screen = { name: 'start' };
    this._query = '';
    this._isPrinting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
    window.addEventListener('hashchange', () => this.#readAddress(), { signal });
    window.addEventListener('popstate', ({ state }) => this.#return(state), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { pack, _model: model } = this;
    if (changed.has('_ask') && this._ask !== undefined && pack !== undefined)
      void this.#open(pack, model?.check.set.id ?? this.set ?? undefined);
    if (model === undefined) return;
    if (changed.has('_lazy')) this.#show(model.check, model.state);
    if (changed.has('date') || changed.has('set'))
      void this.#open(model.check.pack, this.set ?? undefined);
    if (!changed.has('prefill')) return;
    if (isOpened(model.check)) this.#begin(model.check);
    else this._model = undefined;
  }

  protected override opened(pack: BenefitPack): void {
    void this.#open(pack, this.set ?? undefined);
  }

  /** Opens the pack for the day and a question set. What was answered is kept where it still means something. */
  async #open(pack: BenefitPack, set: string | undefined): Promise<void> {
    const opening = ++this.#opening;
    const date = this.date || japanDate(new Date());
    try {
      const chosen = choose(pack, { date, ...(set !== undefined && { set }) });
      this.#showFirst(chosen);
      const check = await this._ask?.openQuestions(chosen);
      if (check === undefined || opening !== this.#opening) return;
      const { _model: model } = this;
      if (model?.check.pack === pack) this.#show(check, model.state);
      else this.#begin(check);
    } catch (cause) {
      if (opening !== this.#opening) return;
      if (this._model && !isOpened(this._model.check)) this._model = undefined;
      this.fail(cause);
    }
  }

  /** The first question needs no more than what was chosen; what is open already stays until the rest is here. */
  #showFirst(chosen: Chosen): void {
    const { _model: model } = this;
    if (model !== undefined && isOpened(model.check)) return;
    if (model?.check.pack === chosen.pack) this.#show(chosen, model.state);
    else if (this.prefill === undefined) this.#begin(chosen);
  }

  /** Starts anew with what the page around knows. What of it does not fit is told, the rest is taken. */
  #begin(check: Chosen | Questions): void {
    const { _ask: ask, prefill: known } = this;
    const { state, refused } =
      known === undefined || ask === undefined || !isOpened(check)
        ? { state: startState(check), refused: [] }
        : ask.prefill(check, known);
    for (const problem of refused) void this.tell(problem);
    this.#forget();
    this.#begun = state;
    this.#show(check, state);
    this._screen = { name: 'start' };
  }

  get #parts(): Parts {
    return { ask: this._ask, lazy: this._lazy };
  }

  #show(check: Chosen | Questions, state: CheckState): void {
    const model = modelOf(this.#parts, check, state);
    const before = this._model;
    this._model = model;
    this.#scale = scaleOf(this.#scale, model.told);
    this.#announce(before, model);
  }

  /** Tells the page around what an answer changed. */
  #announce(before: Model | undefined, { state, asked, told }: Model): void {
    const { _lazy: lazy } = this;
    if (!lazy || !told || !state.complete || state === this.#begun) return;
    const detail = lazy.resultDetail(told.check, told.standing.results);
    const earlier =
      before?.told && lazy.resultDetail(before.told.check, before.told.standing.results);
    if (JSON.stringify(detail) !== JSON.stringify(earlier))
      this.dispatchEvent(navigatorEvent('result-change', detail));
    const { next } = before?.asked?.asking ?? {};
    if (asked?.asking.next === undefined && (next !== undefined || !before?.told))
      this.dispatchEvent(navigatorEvent('check-complete', detail));
  }

  protected override render(): TemplateResult {
    const { _model: model, _failure: failure, _texts: texts } = this;
    const { strings, language } = this._spoken;
    const isEmbedded = this.closest('main, [role=main]') !== null;
    if (model === undefined || texts === undefined) {
      const retry = (): void => void this.load();
      return html`<div class="page" lang=${language} role=${isEmbedded ? 'region' : 'main'}>
        ${failure === undefined ? loadingView(strings) : failedView(strings, failure, retry)}
      </div>`;
    }
    return pageView(
      { ...this.#context(model), strings, language, texts },
      {
        ...this.#parts,
        isPartMissing: this._isPartMissing,
        isStale: failure !== undefined,
        isPrinting: this._isPrinting,
        isEmbedded,
        languages: this.languages,
        speak: (chosen) => void this.speak(chosen),
        choose: (set) => void this.#open(model.check.pack, set),
        retry: () => this.loadParts(),
      },
    );
  }

  #context(model: Model): Omit<PageContext, 'strings' | 'language' | 'texts'> {
    return {
      ...model,
      screen: this._screen,
      remembered: this.#remembered,
      mistake: this._mistake,
      announcement: this.#announcement,
      contacts: this.contacts,
      municipality: this.municipality ?? undefined,
      scale: this.#scale,
      share: this.share,
      query: this._query,
      act: (action, said) => this.#act(action, said),
      go: (screen) => this.#go(screen),
      fault: (mistake) => this.#fault(mistake),
      search: (query) => (this._query = query),
      restore: (shared, passphrase) => void this.#restore(shared, passphrase),
      fail: (cause) => void this.tell(cause),
    };
  }

  /** What a person does. What cannot be worked out changes nothing, and is told. */
  #act(action: Action, said = ''): void {
    const model = this._model;
    if (model === undefined) return;
    try {
      this.#show(model.check, acted(this.#parts, model, action));
    } catch (cause) {
      void this.tell(cause);
      return;
    }
    this.#announcement = said;
    this.#remember(action, model.state);
    this.#move(action);
  }

  /** An answer that is taken back is there again when its question comes back. */
  #remember(action: Action, { answers }: CheckState): void {
    const given = action.do === 'answer' ? [action.answer] : [];
    if (action.do === 'start-over') return this.#forget();
    const all = [...answers, ...given].map((one): [string, Answer] => [answerKey(one), one]);
    this.#remembered = new Map([...this.#remembered, ...all]);
  }

  #forget(): void {
    this.#remembered = new Map();
    this.#scale = new Map();
    this.#screens.forget();
  }

  #move(action: Action): void {
    if (action.do === 'add-member' || action.do === 'remove-member') return;
    if (action.do === 'start-over') this.#go({ name: 'start' });
    else if (this.#isAllAsked() && action.do !== 'back') this.#go({ name: 'results' });
    else this.#go({ name: 'ask' });
  }

  #isAllAsked(): boolean {
    const { asked } = this._model ?? {};
    return asked !== undefined && asked.asking.next === undefined;
  }

  #go(screen: Screen): void {
    this._mistake = undefined;
    this._query = '';
    this._screen = screen;
  }

  #fault(mistake: string | undefined): void {
    this._mistake = mistake;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.screen :is(input, select)')?.focus(),
    );
  }

  protected override updated(changed: PropertyValues): void {
    this.#followHeading();
    const before = changed.get('_model') as Model | undefined;
    if (changed.has('_model') && before?.told === undefined) this.#readAddress();
    if (!this.share || this._texts === undefined) return;
    keepInStep(this.ownerDocument, this._spoken.language, this._texts.title);
  }

  /** Takes saved answers out of the address as soon as they can be read. */
  #readAddress(): void {
    const { _lazy: lazy, _model: model } = this;
    if (!this.share || lazy === undefined || model?.told === undefined) return;
    const shared = lazy.takeShared(window);
    if (shared === undefined) return;
    if (lazy.needsPassphrase(shared)) this.#go({ name: 'unlock', fragment: shared });
    else void this.#restore(shared);
  }

  async #restore(shared: string, passphrase?: string): Promise<void> {
    const { _lazy: lazy, _model: model } = this;
    if (lazy === undefined || model?.told === undefined) return;
    try {
      const { check, state } = await lazy.openShared(model.told.check, shared, passphrase);
      this.#remembered = new Map(state.answers.map((one) => [answerKey(one), one]));
      this.#show(check, state);
      this.#go({ name: this.#isAllAsked() ? 'results' : 'ask' });
    } catch (cause) {
      void this.tell(cause);
      if (passphrase !== undefined) this.#go({ name: 'unlock', fragment: shared, failed: true });
      else this._mistake = this._spoken.strings.notOpened;
    }
  }

  /** A new screen begins at its heading; the first one leaves the focus where the page has it. */
  #followHeading(): void {
    const shown = this.renderRoot.querySelector<HTMLElement>('[data-screen]');
    const heading = shown?.querySelector<HTMLElement>('#title');
    if (!shown || !heading) return;
    const { screen = '', key = '' } = shown.dataset;
    const name = `${screen} ${key} ${headingOf(this._screen)}`;
    if (this.share && this._model) this.#screens.note(name, this._model, this._screen);
    if (name === this.#heading) return;
    const isFirst = this.#heading === '';
    this.#heading = name;
    if (isFirst) return;
    heading.focus({ preventScroll: true });
    if (shown.getBoundingClientRect().top < 0) shown.scrollIntoView({ block: 'start' });
  }

  /** Shows what was there before, where the browser went back. */
  #return(entry: unknown): void {
    const { _model: model } = this;
    const seen = model && this.#screens.back(entry);
    if (!seen) return;
    this.#show(model.check, seen.state);
    this.#go(seen.screen);
    if (seen.set !== model.check.set.id) void this.#open(model.check.pack, seen.set);
  }

  /** On paper there is every result in full, whatever is on the screen. */
  #print(isPrinting: boolean): void {
    this._isPrinting = isPrinting;
    this.performUpdate();
  }
}
