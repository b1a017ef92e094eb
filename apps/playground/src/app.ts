import { html, render } from 'lit';
import { Desk, Refused } from './desk.ts';
import { Files } from './files.ts';
import { type Late, Shelf } from './late.ts';
import type { Errands, Product, Town } from './protocol.ts';
import { save } from './save.ts';
import { type Action, type Item, reduce, startState, type State } from './state.ts';
import { wordsOf } from './strings/strings.ts';
import type { Acts } from './view/context.ts';
import { page } from './view/page.ts';

/** What the page needs from around it. */
export interface Surroundings {
  readonly root: HTMLElement;
  readonly startWorker: () => Promise<Worker>;
  /** Our made-up file. */
  readonly sample: () => Promise<File>;
}

type Made<E extends keyof Errands> = Errands[E]['answer'];

/** Holds the state, draws the page, and lets the workers do what a person asks for. */
export class App {
  #state: State = startState(/^ja\b/u.test(navigator.language) ? 'ja' : 'en');
  readonly #surroundings: Surroundings;
  readonly #files: Files;
  readonly #shelf = new Shelf(() => this.draw());
  #gazetteer: Desk | undefined;
  /** The file that was given last: when it is done, the focus goes to it. */
  #awaited: number | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#files = new Files(surroundings.startWorker, (id, status) => {
      this.dispatch({ type: 'status', id, status });
      if (status.kind === 'done' || status.kind === 'refused') this.#arrive(id);
    });
    this.draw();
  }

  /** State in, state out, and the page follows. */
  dispatch(action: Action): void {
    this.#state = reduce(this.#state, action);
    this.draw();
  }

  /** Draws the page as the state is. */
  draw(): void {
    const { language } = this.#state;
    const words = wordsOf(language);
    document.documentElement.lang = language;
    document.title = `${words.title} – Yokoten`;
    render(html`${page({ state: this.#state, words, acts: this.acts })}`, this.#surroundings.root);
  }

  /** What a person can do. */
  readonly acts: Acts = {
    give: (files) => this.#give([...files].map((file) => ({ file, isSample: false }))),
    giveSample: () => void this.#giveSample(),
    select: (id) => {
      this.dispatch({ type: 'select', id });
      focusResult();
    },
    remove: (id) => this.#remove(id),
    again: (id) => this.#examine(id),
    setDataset: (id, as) => {
      this.dispatch({ type: 'dataset', id, as });
      this.#examine(id);
    },
    setPart: (id, part) => {
      this.dispatch({ type: 'part', id, part });
      this.#examine(id);
    },
    askTown: (text) => void this.#askTown(text.trim()),
    setTown: (town) => this.#setTown(town),
    speak: (language) => this.dispatch({ type: 'language', language }),
    look: (pane) => this.dispatch({ type: 'pane', pane }),
    take: (item, product) => void this.#take(item, product),
    print: () => window.print(),
    reportOf: (item) => this.#once(item, 'report'),
    mapOf: (item) => this.#once(item, 'map'),
  };

  #give(files: readonly { readonly file: File; readonly isSample: boolean }[]): void {
    const items = files.map(({ file, isSample }) => ({
      id: this.#files.add(file.name, file),
      name: file.name,
      isSample,
    }));
    this.dispatch({ type: 'given', items });
    this.#awaited = items[0]?.id;
    for (const { id } of items) this.#examine(id);
  }

  async #giveSample(): Promise<void> {
    this.#give([{ file: await this.#surroundings.sample(), isSample: true }]);
  }

  #examine(id: number): void {
    const { items, town: chosen } = this.#state;
    const { as, part } = items.find((item) => item.id === id) ?? {};
    const town = chosen.kind === 'chosen' ? chosen.town : undefined;
    void this.#files.examine(id, { as, part, town });
  }

  #remove(id: number): void {
    this.#files.remove(id);
    this.dispatch({ type: 'removed', id });
    if (this.#state.items.length > 0) focusResult();
    else document.querySelector<HTMLElement>('input[type=file]')?.focus();
  }

  async #askTown(asked: string): Promise<void> {
    if (asked === '') return;
    this.#gazetteer ??= new Desk(await this.#surroundings.startWorker());
    const { found, near } = await this.#gazetteer.ask('town', asked);
    const [only] = found;
    if (only !== undefined && found.length === 1) this.#setTown(only);
    else if (only === undefined)
      this.dispatch({ type: 'town', town: { kind: 'unknown', asked, near } });
    else this.dispatch({ type: 'town', town: { kind: 'several', asked, which: found } });
  }

  #setTown(town: Town | undefined): void {
    this.dispatch({ type: 'town', town: town ? { kind: 'chosen', town } : { kind: 'none' } });
    document.querySelector<HTMLElement>('.town button, .town input')?.focus();
    for (const { id } of this.#state.items) this.#examine(id);
  }

  async #take(item: Item, product: Product): Promise<void> {
    const { language } = this.#state;
    this.dispatch({ type: 'said', said: { kind: 'making', id: item.id } });
    try {
      const made = await this.#files.ask(item.id, 'make', { product, language });
      save(made.name, made.type, made.bytes);
      this.dispatch({ type: 'said', said: { kind: 'made', name: made.name } });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.dispatch({ type: 'said', said: { kind: 'failed', id: item.id } });
    }
  }

  /** Once per examination and language: the page draws itself more often than that. */
  #once<E extends 'report' | 'map'>({ id, status }: Item, errand: E): Late<Made<E>> {
    const { language } = this.#state;
    if (status.kind !== 'done') return { kind: 'pending' };
    const make = (): Promise<Made<E>> => this.#files.ask(id, errand, { language });
    return this.#shelf.look(status.summary, `${errand} ${language}`, make);
  }

  /** Who waits for the result is taken there; who went on to something else is not disturbed. */
  #arrive(id: number): void {
    if (this.#awaited !== id || this.#state.selected !== id) return;
    this.#awaited = undefined;
    const at = document.activeElement;
    const isBusy = at instanceof HTMLInputElement && at.type !== 'file' && at.value !== '';
    if (!isBusy) focusResult();
  }
}

/** The heading of the file in view; the browser scrolls there, which on a phone is below the list. */
function focusResult(): void {
  document.querySelector<HTMLElement>('#result')?.focus();
}
