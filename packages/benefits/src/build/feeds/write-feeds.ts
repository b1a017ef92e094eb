import type { Listing } from '../../listing/model.ts';
import { toAtom } from './atom.ts';
import { feedOf } from './entries.ts';
import { toJsonFeed } from './json-feed.ts';

/**
 * Feeds of every municipality, by file name: `131016.atom`, `131016.json`.
 * @param base https address of the folder that they are published in
 * @param now for what states no day of change, RFC 3339
 */
export function writeFeeds(
  listings: readonly Listing[],
  base: string,
  now: string,
): ReadonlyMap<string, string> {
  const places = new Map<string, Listing[]>();
  for (const listing of listings) {
    const { code } = listing.municipality;
    places.set(code, [...(places.get(code) ?? []), listing]);
  }
  return new Map(
    [...places].flatMap(([code, parts]): [string, string][] => {
      const feed = feedOf(parts, base, now);
      if (feed === undefined) return [];
      return [
        [`${code}.atom`, toAtom(feed)],
        [`${code}.json`, toJsonFeed(feed)],
      ];
    }),
  );
}
