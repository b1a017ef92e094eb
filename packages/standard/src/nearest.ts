import { editDistance } from './internal/edit-distance.ts';

/**
 * The candidate that was probably meant: the fewest letters inserted, dropped, changed or swapped, at most a third of the
 * word's; upper and lower case count the same. `undefined` where nothing is that near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let most = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (distance > most) continue;
    [best, most] = [candidate, distance - 1];
  }
  return best;
}
