export { ageOf, nextStale, openingNow, type Age } from './age.ts';
export { readTime } from './japanese-time.ts';
export { feedSource } from './feed-source.ts';
export { matchStates, type Matched, type MatchResult } from './match.ts';
export type { Clock, Observed, ObservedKey, Opening, PlaceState } from './observed.ts';
export { pollSource, type PollSettings } from './poll-source.ts';
export { readStates, type StateReading } from './read-states.ts';
export {
  STALE_AFTER,
  type StateListener,
  type StateReport,
  type StateSource,
} from './state-source.ts';
export { streamSource } from './stream-source.ts';
export { StateTracker, steadyClock, type CurrentState, type TrackerSettings } from './tracker.ts';
