import { answerOf } from '../nearest/needs.ts';
import type { Ranking } from '../nearest/ranking.ts';
import type { Entry } from './entry.ts';

/** The places that are looked for, without those known to lack what is needed. */
export function reachable(
  entries: readonly Entry[],
  ranking: Ranking | undefined,
): readonly Entry[] {
  if (ranking === undefined) return entries;
  const { metres, needs } = ranking;
  return entries.filter(
    (entry) => metres.has(entry.id) && [...needs].every((need) => answerOf(entry, need) !== 'no'),
  );
}

/** Nearest first; those that certainly have what is needed before those of which it is unknown. */
export function byDistance(
  entries: readonly Entry[],
  ranking: Ranking | undefined,
): readonly Entry[] {
  if (ranking === undefined) return entries;
  const needs = [...ranking.needs];
  const ranks = entries.map((entry) => ({
    entry,
    unknown: needs.filter((need) => answerOf(entry, need) === 'unknown').length,
    metres: ranking.metres.get(entry.id) ?? Infinity,
  }));
  return ranks
    .toSorted((a, b) => a.unknown - b.unknown || a.metres - b.metres)
    .map(({ entry }) => entry);
}
