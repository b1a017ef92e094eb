import type { Clock } from './clock.ts';

/** Lets one request at a time through to each host. */
export interface Throttle {
  /** Waits for the host's turn, works, and frees the host when the work is done or has failed. */
  readonly turn: <T>(host: string, work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
  /** Nobody's turn at this host begins before so many milliseconds have passed. */
  readonly hold: (host: string, milliseconds: number) => void;
}

/** A promise that somebody else fulfils. */
function settleable(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  const parts: { resolve?: () => void } = {};
  const promise = new Promise<void>((resolve) => {
    parts.resolve = resolve;
  });
  return { promise, resolve: () => parts.resolve?.() };
}

/**
 * One request at a time per host, and a pause between the end of one and the start of the next: catalogues block
 * addresses that ask faster.
 * @param delayOf milliseconds of pause for a host.
 */
export function createThrottle(clock: Clock, delayOf: (host: string) => number): Throttle {
  const lines = new Map<string, Promise<void>>();
  const freeAt = new Map<string, number>();
  const later = (host: string, milliseconds: number): void => {
    freeAt.set(host, Math.max(freeAt.get(host) ?? 0, clock.now() + milliseconds));
  };
  return {
    hold: later,
    turn: async (host, work, signal) => {
      const before = lines.get(host);
      const { promise: mine, resolve: free } = settleable();
      lines.set(host, mine);
      let asked = false;
      try {
        await before;
        signal?.throwIfAborted();
        const wait = (freeAt.get(host) ?? 0) - clock.now();
        if (wait > 0) await clock.sleep(wait, signal);
        asked = true;
        return await work();
      } finally {
        if (asked) later(host, delayOf(host));
        if (lines.get(host) === mine) lines.delete(host);
        free();
      }
    },
  };
}
