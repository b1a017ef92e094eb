import type { Bbox, LngLat } from '@yokoten/standard';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Ranking } from '../nearest/ranking.ts';
import type { Entry } from '../state/entry.ts';
import type { MapModel } from '../state/model.ts';
import type { PageContext } from './context.ts';
import type { NearFinder, NearHost } from './near-finder.ts';

/** What is loaded when somebody looks for where to go. */
type NearPart = typeof import('./near-part.ts');

/** What the beginning of the search needs of the element. */
export interface NearStartHost extends NearHost {
  /** The part that is loaded on demand brings its look. */
  readonly arrived: (look: CSSResult) => void;
  /** The part that is loaded on demand did not arrive. */
  readonly missed: (cause: unknown) => void;
}

/** Where the search for somewhere to go begins; what follows is loaded when it is asked for. */
export class NearStart {
  readonly #host: NearStartHost;
  #part: NearPart | undefined;
  #finder: NearFinder | undefined;

  constructor(host: NearStartHost) {
    this.#host = host;
  }

  /** Gets what is loaded on demand ahead of its need; rejects when it does not arrive, and then is asked for again. */
  async prefetch(): Promise<void> {
    const part = this.#part ?? (await import('./near-part.ts'));
    if (this.#part !== undefined) return;
    this.#part = part;
    this.#finder = new part.NearFinder(this.#host);
    this.#host.arrived(part.nearStyle);
  }

  /** Above the list: two buttons, and what follows once one of them was pressed. */
  view(context: PageContext): TemplateResult {
    if (this.#finder?.isOpen && this.#part !== undefined)
      return this.#part.nearView(context, this.#finder);
    const { strings, document } = context;
    const hasShelters = document.layers.some(({ kind }) => kind !== 'facility');
    const begin = (how: 'usePosition' | 'open'): void => void this.#begin(how);
    return html`<div class="near">
      <button class="wide primary" data-near @click=${() => begin('usePosition')}>
        ${hasShelters ? strings.nearFind : strings.nearFindPlace}
      </button>
      <button class="plain" data-near-other @click=${() => begin('open')}>
        ${strings.nearOther}
      </button>
    </div>`;
  }

  /** Starts from a point that was chosen on the map. */
  async from(at: LngLat): Promise<void> {
    if (await this.#arrive()) this.#finder?.usePoint(at);
  }

  /** In a list item: how far it is; nothing as long as nobody asked. */
  line(entry: Entry, context: PageContext): TemplateResult | typeof nothing {
    return this.#part?.nearLine(entry, context) ?? nothing;
  }

  /** What the map shows of a ranking, `[west, south, east, north]`; `undefined` before there can be any. */
  extent(ranking: Ranking, model: MapModel): Bbox | undefined {
    return this.#part?.nearestExtent(ranking, model);
  }

  async #begin(how: 'usePosition' | 'open'): Promise<void> {
    if (await this.#arrive()) await this.#finder?.[how]();
  }

  async #arrive(): Promise<boolean> {
    try {
      await this.prefetch();
      return true;
    } catch (cause) {
      this.#host.missed(cause);
      return false;
    }
  }
}
