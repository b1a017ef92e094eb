import { codedError, type CodedError } from '../coded-error.ts';
import { ageOf, CLOCK_SLACK, nextStale, openingNow, type Age } from './age.ts';
import { matchStates, type Matched } from './match.ts';
import type { Clock, Observed, Opening, PlaceState } from './observed.ts';
import type { StateSource } from './state-source.ts';

/** What may be said of a place at this moment. */
export interface CurrentState {
  /** `undefined` as soon as it is not certain any more. */
  readonly opening: Opening | undefined;
  /** What was seen, each with how old it is: shown together, always. */
  readonly seen: readonly {
    readonly key: ObservedKey;
    readonly observed: Observed<unknown>;
    readonly age: Age;
  }[];
}

/** The parts of a state. */
export type ObservedKey = 'opening' | 'crowding' | 'people' | 'capacity';

/** Settings of {@link StateTracker}. */
export interface TrackerSettings {
  /** Milliseconds after which an observation is stale. */
  readonly staleAfter: number;
  readonly places: readonly Matched[];
  /** Something is to be said differently: a report came, or an observation has just become stale. */
  readonly changed: () => void;
  /** The source could not be read, or this device's clock turned out to be behind (`disaster-map/clock-behind`). */
  readonly failed?: (error: CodedError) => void;
  readonly clock?: Clock;
}

const KEYS: readonly ObservedKey[] = ['opening', 'crowding', 'people', 'capacity'];

/** Looks at least this often, since a device that slept or set its clock does not keep to a timer. */
const LOOK = 500;

/** A clock that never goes back, so that setting a device's clock back makes nothing fresh again. */
export function steadyClock(wall: Clock = Date, ticks: Clock = performance): Clock {
  const [wallStart, ticksStart] = [wall.now(), ticks.now()];
  let latest = -Infinity;
  return {
    now: () => (latest = Math.max(latest, wall.now(), wallStart + ticks.now() - ticksStart)),
  };
}

function clockBehind(milliseconds: number): CodedError {
  return codedError(
    'disaster-map/clock-behind',
    `the clock of this device is ${Math.round(milliseconds / 60_000)} min behind that of the server; the server's time is used. Set the device's clock`,
  );
}

/** Keeps what a source last said about the places of a map, and says at each moment what of it still holds. */
export class StateTracker {
  readonly #settings: TrackerSettings;
  readonly #clock: Clock;
  readonly #leave: () => void;
  #states: ReadonlyMap<string, PlaceState> = new Map();
  #behind = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #staleAt = Infinity;
  /** States of the last report that are about no place of the map, or about several. */
  unplaced: readonly PlaceState[] = [];

  constructor(source: StateSource, settings: TrackerSettings) {
    this.#settings = settings;
    this.#clock = settings.clock ?? steadyClock();
    this.#leave = source.subscribe({
      report: ({ states, servedAt }) => {
        // A served time that lies back may be a cache's; one ahead proves that this clock is behind.
        if (servedAt !== undefined) this.#compareClocks(servedAt - this.#clock.now());
        const matched = matchStates(states, settings.places);
        this.#states = matched.states;
        this.unplaced = [...matched.unmatched, ...matched.ambiguous];
        this.#schedule();
        settings.changed();
      },
      failed: (error) => settings.failed?.(error),
    });
  }

  /** What may be said about a place; `undefined` where the source says nothing about it. */
  stateOf(id: string): CurrentState | undefined {
    const state = this.#states.get(id);
    if (state === undefined) return undefined;
    const [now, { staleAfter }] = [this.#now(), this.#settings];
    const seen = KEYS.flatMap((key) => {
      const observed = state[key];
      return observed === undefined
        ? []
        : [{ key, observed, age: ageOf(observed, now, staleAfter) }];
    });
    return { opening: openingNow(state.opening, now, staleAfter), seen };
  }

  stop(): void {
    this.#leave();
    clearTimeout(this.#timer);
  }

  #compareClocks(behind: number): void {
    const wasRight = this.#behind <= CLOCK_SLACK;
    this.#behind = Math.max(this.#behind, behind);
    if (wasRight && behind > CLOCK_SLACK) this.#settings.failed?.(clockBehind(behind));
  }

  #now(): number {
    return this.#clock.now() + this.#behind;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const now = this.#now();
    const next = nextStale(this.#observations(), now, this.#settings.staleAfter);
    this.#staleAt = next === undefined ? Infinity : now + next;
    if (next !== undefined) this.#timer = setTimeout(() => this.#look(), Math.min(next, LOOK));
  }

  #look(): void {
    const isStale = this.#now() >= this.#staleAt;
    this.#schedule();
    if (isStale) this.#settings.changed();
  }

  *#observations(): Iterable<Observed<unknown>> {
    for (const state of this.#states.values()) {
      for (const key of KEYS) {
        const observed = state[key];
        if (observed !== undefined) yield observed;
      }
    }
  }
}
