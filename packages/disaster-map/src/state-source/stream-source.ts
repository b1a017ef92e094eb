import { readReport, unreadable } from './read-report.ts';
import type { StateReading } from './read-states.ts';
import type { StateSource } from './state-source.ts';

/**
 * A source that sends states as they change: server-sent events whose data is what the reader of `@yokoten/open-data`
 * knows (JSON records, GeoJSON, NGSI entities). A message says what changed; only with `listsOpen` it is the whole list.
 * The browser connects again by itself.
 *
 * Failures: `disaster-map/state-unreadable`.
 */
export function streamSource(url: string, reading: StateReading = {}): StateSource {
  return {
    subscribe({ report, failed }) {
      const stream = new EventSource(url);
      // One after the other, so that an older message never comes last.
      let last: Promise<void> = Promise.resolve();
      const take = async (data: unknown): Promise<void> => {
        try {
          const states = await readReport(new TextEncoder().encode(String(data)), url, reading);
          if (stream.readyState !== EventSource.CLOSED)
            report({ states, isPart: reading.listsOpen !== true });
        } catch (cause) {
          failed(unreadable(url, cause));
        }
      };
      stream.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        last = last.then(() => take(data));
      });
      stream.addEventListener('error', () => failed(unreadable(url, 'the stream broke')));
      return () => stream.close();
    },
  };
}
