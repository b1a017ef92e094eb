// Loaded when somebody looks for where to go, or before that when there is time.
import type { Nearest } from '../nearest/nearest.ts';
import type { Origin } from '../nearest/origin.ts';
import { nearestPlaces, rankingFrom, type Ranking } from '../nearest/ranking.ts';
import type { Entry } from '../state/entry.ts';
import type { MapModel } from '../state/model.ts';

export { currentOrigin } from '../nearest/geolocation.ts';
export { nearView } from './near-view.ts';

/** One tree for a document, however often somebody looks. */
const trees = new WeakMap<readonly Entry[], Nearest<Entry>>();

/** All places of a model by their distance from `origin`; what was needed before is needed still. */
export function rankingOf(origin: Origin, { entries, state }: MapModel): Ranking {
  const tree = trees.get(entries) ?? nearestPlaces(entries);
  trees.set(entries, tree);
  return rankingFrom(origin, tree, state.near?.needs);
}
