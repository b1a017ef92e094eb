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

/** What `screenHistory` gives. */
export interface ScreenHistory {
  /** Notes what is shown. A screen with another name than before is a new one, unless the browser led to it. */
  readonly note: (name: string, shown: Pick<Model, 'check' | 'state'>, screen: Screen) => void;
  /** The screen of an entry that the browser went to; nothing for an entry that is none of ours. */
  readonly back: (entry: unknown) => Seen | undefined;
  /** Nothing that was answered can be come back to. */
  readonly forget: () => void;
}

/**
 * The screens that were shown, so that the browser's own way back leads to the one before instead of out of the page. An entry
 * of the browser's history holds numbers alone; what was answered stays in memory.
 */
export function screenHistory(): ScreenHistory {
  // Entries of an earlier visit, which a reload leaves behind, lead nowhere.
  const visit = Math.random();
  let seen: Seen[] = [];
  let now: Seen | undefined;
  let at = -1;
  /** Nothing while the next one is that to which the browser led. */
  let last: string | undefined = '';
  return {
    note(name, { check, state }, screen) {
      const isNew = last !== undefined && name !== last;
      if (isNew) {
        const entry = { ...(history.state as object | null), [KEY]: [visit, ++at] };
        if (at > 0) history.pushState(entry, '');
        else history.replaceState(entry, '');
      }
      // What lay ahead was worked out from other answers.
      if (isNew || state !== seen[at]?.state) seen.length = at;
      seen[at] = now = { set: check.set.id, state, screen };
      last = name;
    },
    back(entry) {
      const [of, place] =
        (entry as Readonly<Record<string, readonly number[]>> | null)?.[KEY] ?? [];
      if (of !== visit || place === undefined) return undefined;
      at = place;
      last = undefined;
      return seen[at] ?? now;
    },
    forget() {
      seen = [];
      now = undefined;
    },
  };
}
