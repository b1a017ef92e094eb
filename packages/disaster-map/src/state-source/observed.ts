/** A value somebody saw at a time. What is shown of it always carries its age. */
export interface Observed<T> {
  readonly value: T;
  /** When it was seen, in milliseconds since 1970 (UTC). `undefined`: the source does not say, so it is never fresh. */
  readonly at: number | undefined;
  /** When the source itself says it ends, in milliseconds since 1970 (UTC): stale from then on, however new it is. */
  readonly until?: number;
}

/** 開設: whether people are let in. `closed` only where a source says so, never because a place is not in a list. */
export type Opening = 'open' | 'full' | 'closed';

/** What a source says about one place. */
export interface PlaceState {
  readonly id?: string;
  readonly name?: string;
  readonly opening?: Observed<Opening>;
  /** How crowded, in the source's own words. */
  readonly crowding?: Observed<string>;
  /** People who are there. */
  readonly people?: Observed<number>;
  /** People who can be there. */
  readonly capacity?: Observed<number>;
}

/** The parts of a state that are seen, in the order in which they are told. */
export const OBSERVED_KEYS = ['opening', 'crowding', 'people', 'capacity'] as const;
export type ObservedKey = (typeof OBSERVED_KEYS)[number];

/** Reads the time. Injectable, so that a test and a page with a wrong clock can have another. */
export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): number;
}
