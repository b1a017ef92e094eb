import { nothing, type CSSResult } from 'lit';
import type { StateFeed } from '../document.ts';
import type { MapModel } from '../state/model.ts';
import type { StateSource } from '../state-source/state-source.ts';
import type { NowFollower } from './now-follower.ts';
import type { NowHost } from './now-watch.ts';

/** What the beginning of it needs of the element. */
export interface NowStartHost extends NowHost {
  readonly model: () => MapModel | undefined;
  /** What is asked what is open, if anything is. */
  readonly source: () => StateSource | StateFeed | undefined;
  readonly arrived: (look: CSSResult) => void;
  readonly missed: (cause: unknown) => void;
}

/** Milliseconds after which a part that did not arrive is asked for again. */
const AGAIN = 30_000;

/** Where the page begins to ask what is open now. Without a source it does nothing and loads nothing. */
export class NowStart {
  readonly #host: NowStartHost;
  #follower: NowFollower | undefined;
  #isAsked = false;

  constructor(host: NowStartHost) {
    this.#host = host;
  }

  /** Call after each drawing. */
  follow(): void {
    if (this.#follower !== undefined) this.#follower.follow();
    else if (!this.#isAsked && this.#host.source() !== undefined) void this.#load();
  }

  stop(): void {
    this.#follower?.stop();
  }

  /** What is written of it, once there is anything to write. */
  write<T>(view: (now: NowFollower) => T): T | typeof nothing {
    return this.#follower?.isFollowing === true ? view(this.#follower) : nothing;
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    try {
      const part = await import('./now-part.ts');
      this.#host.arrived(part.nowStyle);
      this.#follower = new part.NowFollower(this.#host);
    } catch (cause) {
      setTimeout(() => {
        this.#isAsked = false;
        this.#host.redraw();
      }, AGAIN);
      this.#host.missed(cause);
    }
    this.#host.redraw();
  }
}
