import { codedError, type CodedError } from '../coded-error.ts';
import { ageOf, CLOCK_SLACK, nextStale, openingNow, type Age } from './age.ts';
import { matchStates, type Matched } from './match.ts';
import { mergeStates } from './merge.ts';
import {
  OBSERVED_KEYS,
  type Clock,
  type Observed,
  type ObservedKey,
  type Opening,
  type PlaceState,
} from './observed.ts';
import { STALE_AFTER, type StateSource } from './state-source.ts';

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

/** Settings of {@link StateTracker}. */
export interface TrackerSettings {
  /** Milliseconds after which an observation is stale; default: as the source says. */
  readonly staleAfter?: number;
  readonly places: readonly Matched[];
  /** Something is to be said differently: a report came, or an observation has just become stale. */
  readonly changed: () => void;
  /**
   * The source could not be read, or this device's clock turned out to be behind (`disaster-map/clock-behind`).
   * {@link StateTracker.problem} holds why it could not be read, until it can be again.
   */
  readonly failed?: (error: CodedError) => void;
  readonly clock?: Clock;
}

/** A clock that is ahead by more makes every age doubtful. */
const CLOCK_DOUBT = 10 * 60_000;

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
  readonly #staleAfter: number;
  readonly #leave: () => void;
  #reported: ReadonlyMap<string, PlaceState> = new Map();
  #states: ReadonlyMap<string, PlaceState> = new Map();
  #behind = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #staleAt = Infinity;
  /** States of the last report that are about no place of the map, or about several. */
  unplaced: readonly PlaceState[] = [];
  /** Why the source could not be read the last time it was asked. */
  problem: CodedError | undefined;
  /** Whether there was a report. */
  isHeard = false;
  /** Whether this device's clock is far ahead of that of the source's server, so that every age is said too high. */
  isClockAhead = false;

  constructor(source: StateSource, settings: TrackerSettings) {
    this.#settings = settings;
    this.#clock = settings.clock ?? steadyClock();
    this.#staleAfter = settings.staleAfter ?? source.staleAfter ?? STALE_AFTER;
    this.#leave = source.subscribe({
      report: ({ states, servedAt, isPart = false }) => {
        // A served time that lies back may be a cache's; one ahead proves that this clock is behind.
        if (servedAt !== undefined) this.#compareClocks(servedAt - this.#clock.now());
        this.problem = undefined;
        this.isHeard = true;
        this.#reported = mergeStates(isPart ? this.#reported : new Map(), states);
        const matched = matchStates([...this.#reported.values()], settings.places);
        this.#states = matched.states;
        this.unplaced = [...matched.unmatched, ...matched.ambiguous];
        this.#schedule();
        settings.changed();
      },
      failed: (error) => {
        this.problem = error;
        settings.failed?.(error);
      },
    });
  }

  /** What may be said about a place; `undefined` where the source says nothing about it. */
  stateOf(id: string): CurrentState | undefined {
    const state = this.#states.get(id);
    if (state === undefined) return undefined;
    const [now, staleAfter] = [this.now(), this.#staleAfter];
    const seen = OBSERVED_KEYS.flatMap((key) => {
      const observed = state[key];
      return observed === undefined
        ? []
        : [{ key, observed, age: ageOf(observed, now, staleAfter) }];
    });
    return { opening: openingNow(state.opening, now, staleAfter), seen };
  }

  /** What may be said now of each place about which the source says whether it is open: nothing of the others. */
  openings(): ReadonlyMap<string, Opening> {
    const now = this.now();
    const openings = new Map<string, Opening>();
    for (const [id, state] of this.#states) {
      const opening = openingNow(state.opening, now, this.#staleAfter);
      if (opening !== undefined) openings.set(id, opening);
    }
    return openings;
  }

  /** What may be said now of an observation, wherever it belongs. */
  openingOf(observed: Observed<Opening>): Opening | undefined {
    return openingNow(observed, this.now(), this.#staleAfter);
  }

  /** When the newest of what the source says was seen; `undefined` where it says no time. */
  latest(): number | undefined {
    let latest: number | undefined;
    for (const { at } of this.#observations())
      if (at !== undefined && (latest === undefined || at > latest)) latest = at;
    return latest;
  }

  /** The time by which ages are told, in milliseconds since 1970 (UTC). It never goes back. */
  now(): number {
    return this.#clock.now() + this.#behind;
  }

  stop(): void {
    this.#leave();
    clearTimeout(this.#timer);
  }

  #compareClocks(behind: number): void {
    const wasRight = this.#behind <= CLOCK_SLACK;
    this.#behind = Math.max(this.#behind, behind);
    this.isClockAhead = -behind > CLOCK_DOUBT;
    if (wasRight && behind > CLOCK_SLACK) this.#settings.failed?.(clockBehind(behind));
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const now = this.now();
    const next = nextStale(this.#observations(), now, this.#staleAfter);
    this.#staleAt = next === undefined ? Infinity : now + next;
    if (next !== undefined) this.#timer = setTimeout(() => this.#look(), Math.min(next, LOOK));
  }

  #look(): void {
    const isStale = this.now() >= this.#staleAt;
    this.#schedule();
    if (isStale) this.#settings.changed();
  }

  *#observations(): Iterable<Observed<unknown>> {
    for (const state of this.#states.values()) {
      for (const key of OBSERVED_KEYS) {
        const observed = state[key];
        if (observed !== undefined) yield observed;
      }
    }
  }
}
