import { nothing, type CSSResult, type TemplateResult } from 'lit';
import type { StateFeed } from '../document.ts';
import type { Entry } from '../state/entry.ts';
import type { MapModel } from '../state/model.ts';
import type { StateSource } from '../state-source/state-source.ts';
import type { PageContext } from './context.ts';
import type { NowHost, NowWatch } from './now-watch.ts';

/** What only a map that asks what is open loads. */
type NowPart = typeof import('./now-part.ts');

/** What the beginning of it needs of the element. */
export interface NowStartHost extends NowHost {
  readonly model: () => MapModel | undefined;
  /** Instead of what the document names. */
  readonly source: () => StateSource | undefined;
  readonly arrived: (look: CSSResult) => void;
  readonly missed: (cause: unknown) => void;
}

/** Milliseconds after which a part that did not arrive is asked for again. */
const AGAIN = 30_000;

/** Where the page begins to ask what is open now. Without a source it does nothing and loads nothing. */
export class NowStart {
  readonly #host: NowStartHost;
  #wanted: StateSource | StateFeed | undefined;
  #entries: readonly Entry[] | undefined;
  #part: NowPart | undefined;
  #watch: NowWatch | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(host: NowStartHost) {
    this.#host = host;
  }

  /** Call after each drawing: begins anew where the places or the source are others. */
  follow(): void {
    const { document, entries } = this.#host.model() ?? {};
    const wanted = this.#host.source() ?? document?.state;
    if (entries === this.#entries && wanted === this.#wanted) return;
    // What the last source said is not what this one says.
    if (this.#watch !== undefined) this.#host.openings(undefined);
    this.stop();
    this.#entries = entries;
    this.#wanted = wanted;
    if (wanted !== undefined && entries !== undefined) void this.#begin(entries, wanted);
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.#wanted = undefined;
    this.#entries = undefined;
    this.#watch?.stop();
    this.#watch = undefined;
  }

  /** Above the list: what is known on the whole, and the choice of what is open. */
  summary(context: PageContext): TemplateResult | typeof nothing {
    return this.#of((part, watch) => part.nowSummary(watch, context));
  }

  /** In a list item. */
  line(entry: Entry, context: PageContext): TemplateResult | typeof nothing {
    return this.#of((part, watch) => part.nowLine(watch, entry, context));
  }

  /** In the detail of a place. */
  detail(entry: Entry, context: PageContext): TemplateResult | typeof nothing {
    return this.#of((part, watch) => part.nowDetail(watch, entry, context));
  }

  /** Where somebody looks for what is near: the nearest that is certainly open. */
  nearest(context: PageContext, walk: (metres: number) => string): TemplateResult | typeof nothing {
    return this.#of((part, watch) => part.nowNearest(watch, context, walk));
  }

  #of<T>(write: (part: NowPart, watch: NowWatch) => T): T | typeof nothing {
    return this.#part === undefined || this.#watch === undefined
      ? nothing
      : write(this.#part, this.#watch);
  }

  async #begin(entries: readonly Entry[], wanted: StateSource | StateFeed): Promise<void> {
    try {
      this.#part ??= await import('./now-part.ts');
    } catch (cause) {
      if (entries !== this.#entries || wanted !== this.#wanted) return;
      this.#retry = setTimeout(() => void this.#begin(entries, wanted), AGAIN);
      this.#host.missed(cause);
      return;
    }
    if (entries !== this.#entries || wanted !== this.#wanted) return;
    this.#host.arrived(this.#part.nowStyle);
    this.#watch = new this.#part.NowWatch(entries, wanted, this.#host);
    this.#host.redraw();
  }
}
