import { readReport, unreadable } from './read-report.ts';
import type { StateReading } from './read-states.ts';
import type { StateReport, StateSource } from './state-source.ts';

/** Settings of {@link pollSource}. */
export interface PollSettings extends StateReading {
  /** Milliseconds between two questions; default: a minute, at least a second. */
  readonly every?: number;
  /** Sent with each question, such as the tenant of a context broker (`Fiware-Service`). */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

/** Ten thousand places with all that can be said of them are a tenth of this. */
const MOST_BYTES = 16 * 2 ** 20;

/** An answer takes no longer than this. */
const PATIENCE = 20_000;

/**
 * A source at an address that is asked again and again: any file the reader of `@yokoten/open-data` knows, also NGSI
 * entities of a context broker. After a failure the time to the next question doubles, up to sixteen times. A page that
 * nobody sees asks nothing; it asks as soon as it is seen again.
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
        timer = setTimeout(() => whenSeen(next), every * 2 ** Math.min(failures, 4));
      };
      const next = (): void => {
        if (!isEnded) void ask();
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

/** At once where there is no page, or where it is seen. */
function whenSeen(task: () => void): void {
  if (typeof document === 'undefined' || !document.hidden) task();
  else document.addEventListener('visibilitychange', () => whenSeen(task), { once: true });
}

async function askOnce(
  url: string,
  settings: PollSettings,
  signal: AbortSignal,
): Promise<StateReport> {
  const { fetch: fetched = fetch, headers = {} } = settings;
  const response = await fetched(url, { signal, cache: 'no-cache', headers });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const states = await readReport(await bytesOf(response), url, settings);
  const servedAt = servedTime(response.headers);
  return { states, ...(servedAt !== undefined && { servedAt }) };
}

/** `Date` is when the answer was made, `Age` how many seconds a cache has kept it since (RFC 9111, 5.1). */
function servedTime(headers: Headers): number | undefined {
  const made = Date.parse(headers.get('date') ?? '');
  const age = Number(headers.get('age') ?? 0);
  return Number.isFinite(made) ? made + (age > 0 ? age * 1000 : 0) : undefined;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      throw new Error(`more than ${MOST_BYTES} bytes`);
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
