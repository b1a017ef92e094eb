import type { CheckState } from '../ask/state.ts';
import type { Model } from './model.ts';
import type { Screen } from './screen.ts';

/** A screen as it was last seen. */
export interface Seen {
  /** Id of the question set. */
  readonly set: string;
  readonly state: CheckState;
  readonly screen: Screen;
}

const KEY = 'benefits';

/**
 * The screens that were shown, so that the browser's own way back leads to the one before instead of out of the page. An entry
 * of the browser's history holds numbers alone; what was answered stays in memory.
 */
export class ScreenHistory {
  /** Entries of an earlier visit, which a reload leaves behind, lead nowhere. */
  readonly #visit = Math.random();
  #seen: Seen[] = [];
  #now: Seen | undefined;
  #at = -1;
  #name = '';
  #isBack = false;

  /** Notes what is shown. A screen with another name than before is a new one, unless the browser led to it. */
  note(name: string, { check, state }: Pick<Model, 'check' | 'state'>, screen: Screen): void {
    const now: Seen = { set: check.set.id, state, screen };
    const isNew = name !== this.#name && !this.#isBack;
    if (isNew) {
      const { history } = window;
      const entry = { ...(history.state as object | null), [KEY]: [this.#visit, ++this.#at] };
      if (this.#at === 0) history.replaceState(entry, '');
      else history.pushState(entry, '');
    }
    // What lay ahead was worked out from other answers.
    if (isNew || state !== this.#seen[this.#at]?.state) this.#seen.length = this.#at;
    this.#seen[this.#at] = now;
    this.#now = now;
    this.#name = name;
    this.#isBack = false;
  }

  /** The screen of an entry that the browser went to; nothing for an entry that is none of ours. */
  back(entry: unknown): Seen | undefined {
    const [visit, at] = (entry as Readonly<Record<string, readonly number[]>> | null)?.[KEY] ?? [];
    if (visit !== this.#visit || at === undefined) return undefined;
    this.#at = at;
    this.#isBack = true;
    return this.#seen[at] ?? this.#now;
  }

  /** Nothing that was answered can be come back to. */
  forget(): void {
    this.#seen = [];
    this.#now = undefined;
  }
}
