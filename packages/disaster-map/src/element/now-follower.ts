import { nothing, type TemplateResult } from 'lit';
import type { StateFeed } from '../document.ts';
import type { Entry } from '../state/entry.ts';
import type { StateSource } from '../state-source/state-source.ts';
import type { PageContext } from './context.ts';
import { nowDetail } from './now-detail.ts';
import { nowLine } from './now-line.ts';
import { nowNearest } from './now-nearest.ts';
import type { NowStartHost } from './now-start.ts';
import { nowSummary, nowUnplaced } from './now-summary.ts';
import { NowWatch } from './now-watch.ts';

type Written = TemplateResult | typeof nothing;

/** Asks the source of the places that are shown, begins anew where either changes, and writes what is known. */
export class NowFollower {
  readonly #host: NowStartHost;
  #wanted: StateSource | StateFeed | undefined;
  #entries: readonly Entry[] | undefined;
  #watch: NowWatch | undefined;

  constructor(host: NowStartHost) {
    this.#host = host;
  }

  /** Whether there is a source that is asked. */
  get isFollowing(): boolean {
    return this.#watch !== undefined;
  }

  /** Call after each drawing. */
  follow(): void {
    const { entries } = this.#host.model() ?? {};
    const wanted = this.#host.source();
    if (entries === this.#entries && wanted === this.#wanted) return;
    // What the last source said is not what this one says.
    if (this.#watch !== undefined) this.#host.openings(undefined);
    this.stop();
    this.#entries = entries;
    this.#wanted = wanted;
    if (wanted === undefined || entries === undefined) return;
    this.#watch = new NowWatch(entries, wanted, this.#host);
    this.#host.redraw();
  }

  stop(): void {
    this.#wanted = undefined;
    this.#entries = undefined;
    this.#watch?.stop();
    this.#watch = undefined;
  }

  /** Above the list: what is known on the whole, and the choice of what is open. */
  summary(context: PageContext): Written {
    return this.#of((watch) => nowSummary(watch, context));
  }

  /** Below the list: what is said about places that are not in it. */
  unplaced(context: PageContext): Written {
    return this.#of((watch) => nowUnplaced(watch, context));
  }

  /** In a list item. */
  line(entry: Entry, context: PageContext): Written {
    return this.#of((watch) => nowLine(watch, entry, context));
  }

  /** In the detail of a place. */
  detail(entry: Entry, context: PageContext): Written {
    return this.#of((watch) => nowDetail(watch, entry, context));
  }

  /** Where somebody looks for what is near: the nearest that is certainly open. */
  nearest(context: PageContext, walk: (metres: number) => string): Written {
    return this.#of((watch) => nowNearest(watch, context, walk));
  }

  #of(write: (watch: NowWatch) => Written): Written {
    return this.#watch === undefined ? nothing : write(this.#watch);
  }
}
