import { readReport, unreadable } from './read-report.ts';
import type { StateReading } from './read-states.ts';
import type { StateReport, StateSource } from './state-source.ts';

/** Settings of {@link pollSource}. */
export interface PollSettings extends StateReading {
  /** Milliseconds between two questions; default: a minute, at least a second. */
  readonly every?: number;
  readonly fetch?: typeof fetch;
}

/** An answer takes no longer than this. */
const PATIENCE = 20_000;

/**
 * A source at an address that is asked again and again: any file the reader of `@yokoten/open-data` knows, also NGSI
 * entities of a context broker. After a failure the time to the next question doubles, up to sixteen times.
 *
 * Failures: `disaster-map/state-unreadable`.
 */
export function pollSource(url: string, settings: PollSettings = {}): StateSource {
  const every = Math.max(1000, settings.every ?? 60_000);
  return {
    subscribe({ report, failed }) {
      let isEnded = false;
      let failures = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let asking = new AbortController();
      const ask = async (): Promise<void> => {
        asking = new AbortController();
        const limit = setTimeout(() => asking.abort(), PATIENCE);
        try {
          const said = await askOnce(url, settings, asking.signal);
          if (isEnded) return;
          failures = 0;
          report(said);
        } catch (cause) {
          if (isEnded) return;
          failures += 1;
          failed(unreadable(url, cause));
        } finally {
          clearTimeout(limit);
        }
        timer = setTimeout(() => void ask(), every * 2 ** Math.min(failures, 4));
      };
      void ask();
      return () => {
        isEnded = true;
        asking.abort();
        clearTimeout(timer);
      };
    },
  };
}

async function askOnce(
  url: string,
  settings: PollSettings,
  signal: AbortSignal,
): Promise<StateReport> {
  const { fetch: fetched = fetch } = settings;
  const response = await fetched(url, { signal, cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const servedAt = Date.parse(response.headers.get('date') ?? '');
  const states = await readReport(new Uint8Array(await response.arrayBuffer()), url, settings);
  return { states, ...(Number.isFinite(servedAt) && { servedAt }) };
}
