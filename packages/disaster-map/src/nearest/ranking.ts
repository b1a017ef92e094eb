import type { HazardId } from '../document.ts';
import { fitOf, type Entry } from '../state/entry.ts';
import { answerOf, type Need } from './needs.ts';
import type { Nearest } from './nearest.ts';
import { createNearest } from './nearest.ts';
import type { Origin } from './origin.ts';

/** How far places are from where a person starts. */
export interface Ranking {
  readonly origin: Origin;
  /** Metres in a straight line by id of the place, nearest first; places that are not looked for are not in it. */
  readonly metres: ReadonlyMap<string, number>;
  /** Places known to lack one of these are left out; places of which it is unknown stand behind those that have it. */
  readonly needs: ReadonlySet<Need>;
}

/** Where to go: shelters and emergency sites. On a map without any (AED, toilets), every place. */
function destinations(entries: readonly Entry[]): readonly Entry[] {
  const shelters = entries.filter(({ layer }) => layer.kind !== 'facility');
  return shelters.length === 0 ? entries : shelters;
}

/** A tree over the places a person may go to. */
export function nearestPlaces(entries: readonly Entry[]): Nearest<Entry> {
  return createNearest(destinations(entries), ({ place: [lng, lat] }) => [lng, lat]);
}

/** All places by their distance from `origin`. */
export function rankingFrom(
  origin: Origin,
  places: Nearest<Entry>,
  needs: ReadonlySet<Need> = new Set(),
): Ranking {
  const metres = new Map(places.find(origin.at).map(({ item, metres: far }) => [item.id, far]));
  return { origin, metres, needs };
}

/** Whether a place may be the answer to where to go: designated for the hazard. Blank and unknown never count. */
function isFitting(entry: Entry, hazard: HazardId | undefined): boolean {
  return hazard === undefined || fitOf(entry, hazard) === 'o';
}

/** What to look for among {@link nearestPlaces}. */
export interface Wanted {
  readonly hazard?: HazardId;
  readonly needs?: Iterable<Need>;
  /** Whether the place is open now; without it nothing is known, and every place counts. */
  readonly isOpen?: (entry: Entry) => boolean;
  readonly limit?: number;
}

/**
 * The nearest places that are certainly what is wanted, nearest first: designated for the hazard, with all that is
 * needed, open where that is known. A place of which one of these is not known is not among them.
 */
export function nearestFitting(
  places: Nearest<Entry>,
  origin: Origin,
  { hazard, needs = [], isOpen = () => true, limit = 5 }: Wanted,
): { readonly entry: Entry; readonly metres: number }[] {
  const wanted = [...needs];
  const accepts = (entry: Entry): boolean =>
    isFitting(entry, hazard) &&
    isOpen(entry) &&
    wanted.every((need) => answerOf(entry, need) === 'yes');
  return places
    .find(origin.at, { limit, accepts })
    .map(({ item, metres }) => ({ entry: item, metres }));
}
