import type { ElementProblem } from '@yokoten/ui';
import type { CodedError } from '../coded-error.ts';
import type { Credit, StateFeed } from '../document.ts';
import type { Entry } from '../state/entry.ts';
import type { MapState } from '../state/map-state.ts';
import { feedSource } from '../state-source/feed-source.ts';
import type { Opening } from '../state-source/observed.ts';
import type { StateSource } from '../state-source/state-source.ts';
import { StateTracker, type CurrentState } from '../state-source/tracker.ts';

/** What watching the state needs of the element. */
export interface NowHost {
  /** What is certain of who is let in changed. */
  readonly openings: (openings: MapState['openings']) => void;
  readonly redraw: () => void;
  readonly problem: (problem: ElementProblem) => void;
}

/** Asks one source about the places of one document, from its making until `stop`. */
export class NowWatch {
  readonly tracker: StateTracker;
  /** Whose words these are, where the document says so. */
  readonly credit: Credit | undefined;
  readonly #places: readonly Entry[];
  #openings: ReadonlyMap<string, Opening> | undefined;
  #isFailing = false;
  #isStopped = false;

  constructor(entries: readonly Entry[], wanted: StateSource | StateFeed, host: NowHost) {
    const feed = 'subscribe' in wanted ? undefined : wanted;
    const { layers } = feed ?? {};
    this.credit = feed?.credit;
    this.#places = layers ? entries.filter(({ layer }) => layers.includes(layer.id)) : entries;
    this.tracker = new StateTracker('subscribe' in wanted ? wanted : feedSource(wanted), {
      places: this.#places,
      // A source may answer while it is being asked: then there is no tracker yet.
      changed: () => queueMicrotask(() => this.#heard(host)),
      failed: (error) => queueMicrotask(() => this.#failed(error, host)),
    });
  }

  stateOf({ id }: Entry): CurrentState | undefined {
    return this.tracker.stateOf(id);
  }

  /** Whether the source speaks about this place at all. */
  concerns(entry: Entry): boolean {
    return this.#places.includes(entry);
  }

  stop(): void {
    this.#isStopped = true;
    this.tracker.stop();
  }

  #heard(host: NowHost): void {
    if (this.#isStopped) return;
    this.#isFailing = false;
    const openings = this.tracker.openings();
    if (this.#openings === undefined || !isSame(openings, this.#openings)) {
      this.#openings = openings;
      host.openings(openings);
    }
    host.redraw();
  }

  /** Told once, however often it goes on. That the clock is wrong is no failure: then the server's counts. */
  #failed(error: CodedError, host: NowHost): void {
    if (this.#isStopped) return;
    const isFailure = error.code !== 'disaster-map/clock-behind';
    if (!isFailure || !this.#isFailing) host.problem(problemOf(error));
    this.#isFailing ||= isFailure;
    host.redraw();
  }
}

function isSame(a: ReadonlyMap<string, Opening>, b: ReadonlyMap<string, Opening>): boolean {
  return a.size === b.size && [...a].every(([id, opening]) => b.get(id) === opening);
}

function problemOf(cause: CodedError): ElementProblem {
  const { code, message } = cause;
  const text =
    code === 'disaster-map/clock-behind'
      ? {
          ja: '端末の時計が遅れています。開設の状況は、サーバーの時刻で数えます。',
          en: 'The clock of this device is behind; the age of what is open is told by the clock of the server.',
        }
      : {
          ja: `開設などの状況を読み込めません（${message}）。前の情報を残し、自動でもう一度読みます。`,
          en: `What is open could not be loaded (${message}). What was known before stays, and it is tried again.`,
        };
  return { code, message: text, cause };
}
