import type { Nearest } from '../nearest/nearest.ts';
import type { Origin } from '../nearest/origin.ts';
import type { Geocoder } from '../nearest/geocoder.ts';
import { tableGeocoder } from '../nearest/table-geocoder.ts';
import { nearestPlaces, rankingFrom, type Ranking } from '../nearest/ranking.ts';
import type { Entry } from '../state/entry.ts';
import type { MapModel } from '../state/model.ts';

/** One tree for a document, however often somebody looks. */
const trees = new WeakMap<readonly Entry[], Nearest<Entry>>();

/** All places of a model by their distance from `origin`; what was needed before is needed still. */
export function rankingOf(origin: Origin, { entries, state }: MapModel): Ranking {
  const tree = trees.get(entries) ?? nearestPlaces(entries);
  trees.set(entries, tree);
  return rankingFrom(origin, tree, state.near?.needs);
}

const geocoders = new Map<string, Geocoder>();

/** The geocoder for a table of addresses; the table is loaded once. */
export function townGeocoder(url: string): Geocoder {
  const geocoder = geocoders.get(url) ?? tableGeocoder(url);
  geocoders.set(url, geocoder);
  return geocoder;
}
