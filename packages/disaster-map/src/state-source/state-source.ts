import type { CodedError } from '../coded-error.ts';
import type { PlaceState } from './observed.ts';

/** What a source says at one moment. */
export interface StateReport {
  readonly states: readonly PlaceState[];
  /** Only what changed: what was said before of other places, and of other things about these, still holds. */
  readonly isPart?: boolean;
  /** When the answer was sent, by the clock of its server, where that is known. Milliseconds since 1970 (UTC). */
  readonly servedAt?: number;
}

/** Who listens to a source. */
export interface StateListener {
  readonly report: (report: StateReport) => void;
  /** The source could not be read this time. What it said before stays, and grows old. */
  readonly failed: (error: CodedError) => void;
}

/** Where the state of places comes from: an address that is asked again and again, a stream, a town's own system. */
export interface StateSource {
  /** Listens until the returned function is called. Never throws: what goes wrong is told to the listener. */
  subscribe(listener: StateListener): () => void;
  /** Milliseconds after which what it says is no longer said to be so; where it does not say, {@link STALE_AFTER}. */
  readonly staleAfter?: number;
}

/** Three hours, in milliseconds: for a source about which nobody says how long it can be trusted. */
export const STALE_AFTER: number = 3 * 3_600_000;
