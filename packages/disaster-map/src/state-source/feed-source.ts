import type { StateFeed } from '../document.ts';
import { pollSource } from './poll-source.ts';
import type { StateSource } from './state-source.ts';
import { streamSource } from './stream-source.ts';

/** The source that a map document names. */
export function feedSource(feed: StateFeed): StateSource {
  const { url, kind, everySeconds, staleAfterMinutes, listsOpen = false, headers } = feed;
  const source =
    kind === 'stream'
      ? streamSource(url, { listsOpen })
      : pollSource(url, {
          listsOpen,
          ...(everySeconds !== undefined && { every: everySeconds * 1000 }),
          ...(headers && { headers }),
        });
  return { ...source, staleAfter: staleAfterMinutes * 60_000 };
}
