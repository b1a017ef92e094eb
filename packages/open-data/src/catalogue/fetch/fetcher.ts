import { CatalogueError, failure } from '../catalogue-error.ts';
import { joined, patience, pieces } from './body.ts';
import type { Cache, CachedAnswer } from './cache.ts';
import { systemClock, type Clock } from './clock.ts';
import { publicUrl } from './public-url.ts';
import { backoff, passes, retryAfter } from './retry.ts';
import { createThrottle } from './throttle.ts';
import { fetchTransport, type Transport, type TransportAnswer } from './transport.ts';

/** How far a request is. */
export interface FetchProgress {
  readonly url: string;
  /** `wait`: before it is tried again. `bytes`: while the body comes. */
  readonly kind: 'wait' | 'bytes';
  /** Milliseconds to wait, or bytes received so far. */
  readonly amount: number;
  /** Bytes to come in all, where the server says. */
  readonly total?: number;
}

/** How politely and how long is asked. */
export interface FetcherOptions {
  /**
   * Default: the platform's `fetch`, which hides what a name resolves to: in Node, `nodeTransport` of
   * `@yokoten/open-data/pull` refuses names that lead to inner addresses.
   */
  readonly transport?: Transport;
  /** Where answers with an ETag or a date are kept. Default: nowhere. */
  readonly cache?: Cache;
  /** Sent outside browsers, where it names the page. Some catalogues answer 403 to a program's default name. */
  readonly userAgent?: string;
  /** Pause between two requests to one host in milliseconds, default 1000. */
  readonly delay?: number;
  /** Pauses of single hosts, e.g. `{ 'data.bodik.jp': 2000 }`. */
  readonly delays?: Readonly<Record<string, number>>;
  /** How often a passing failure (429, 5xx, silence, a broken line) is tried again, default 3. */
  readonly retries?: number;
  /** Milliseconds of silence that are borne, default 30,000. */
  readonly timeout?: number;
  /** The longest `Retry-After` that is waited for in milliseconds, default 120,000. */
  readonly maxWait?: number;
  /** The largest answer in bytes, default 50 MB. */
  readonly maxBytes?: number;
  /** How many redirects are followed, default 5. */
  readonly maxRedirects?: number;
  /** Also loopback and inner addresses, for tests against a server on this machine. */
  readonly allowPrivate?: boolean;
  readonly clock?: Clock;
  readonly onProgress?: (progress: FetchProgress) => void;
}

/** One request. */
export interface FetchRequest {
  readonly method?: 'GET' | 'POST';
  /** Asked for before every attempt, so that a download can go on where it broke off. */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Statuses beside 200–299 that are no error. */
  readonly accepts?: readonly number[];
  readonly maxBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The answer to a request, while its body still comes. */
export interface OpenAnswer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Asks politely. */
export interface Fetcher {
  /** Hands the answer to `consume`, which may be called again when the line breaks. */
  readonly use: <T>(
    address: string,
    request: FetchRequest,
    consume: (answer: OpenAnswer) => Promise<T>,
  ) => Promise<T>;
  /** The whole answer, from the cache where the server says that it still holds. */
  readonly read: (address: string, request?: FetchRequest) => Promise<CachedAnswer>;
}

/**
 * A fetcher with its own queue per host: one request at a time, a pause between them, `Retry-After` kept, limits on
 * size and silence, and no redirect to an inner address.
 */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { transport = fetchTransport, cache, clock = systemClock, allowPrivate = false } = options;
  const { retries = 3, timeout = 30_000, maxWait = 120_000, maxRedirects = 5 } = options;
  const {
    delay = 1000,
    onProgress,
    userAgent = 'yokoten (+https://github.com/yokoten/yokoten)',
  } = options;
  const delays = new Map(Object.entries(options.delays ?? {}));
  const throttle = createThrottle(clock, (host) => delays.get(host) ?? delay);

  /** One request to one host: the answer used, or the address it redirects to. */
  async function hop<T>(
    url: URL,
    request: FetchRequest & { readonly method: 'GET' | 'POST' },
    consume: (answer: OpenAnswer) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly location: string; readonly status: number }> {
    const idle = patience(timeout);
    const signal =
      request.signal === undefined ? idle.signal : AbortSignal.any([request.signal, idle.signal]);
    /** What broke on the line; what goes wrong in `consume` is the caller's own and passes as it is. */
    const broken = async (cause: unknown): Promise<unknown> => {
      if (request.signal?.aborted) return request.signal.reason;
      if (cause instanceof CatalogueError) return cause;
      const facts = { url: url.href, seconds: timeout / 1000, value: reasonOf(cause) };
      const code = idle.signal.aborted ? 'open-data/timed-out' : 'open-data/unreachable';
      return await failure(code, facts, { passing: true, cause });
    };
    let answer: TransportAnswer | undefined;
    try {
      const { method, body } = request;
      const headers = { 'user-agent': userAgent, ...request.headers?.() };
      answer = await transport({ url, method, headers, body, signal, allowPrivate }).catch(
        async (cause: unknown) => {
          throw await broken(cause);
        },
      );
      const { status } = answer;
      const location = redirectOf(answer);
      if (location !== undefined) return { location, status };
      const at = answer.url ? await publicUrl(answer.url, allowPrivate) : url;
      await checkStatus(answer, at, request.accepts ?? []);
      const parts = pieces(answer.body, {
        url: at.href,
        headers: answer.headers,
        maxBytes: request.maxBytes ?? options.maxBytes ?? 50_000_000,
        broken,
        onBytes: (amount, total) => {
          idle.restart();
          const progress = { url: at.href, kind: 'bytes', amount } as const;
          onProgress?.({ ...progress, ...(total !== undefined && { total }) });
        },
      });
      return {
        value: await consume({ url: at.href, status, headers: answer.headers, body: parts }),
      };
    } finally {
      idle.stop();
      // A body that nobody began to read would keep its connection.
      if (answer?.body?.locked === false) await answer.body.cancel().catch(() => undefined);
    }
  }

  async function checkStatus(
    answer: TransportAnswer,
    url: URL,
    accepts: readonly number[],
  ): Promise<void> {
    const { status, headers } = answer;
    if ((status >= 200 && status < 300) || accepts.includes(status)) return;
    const wait = passes(status) ? retryAfter(headers.get('retry-after'), clock.now()) : undefined;
    if (wait !== undefined && wait > maxWait) {
      const facts = { url: url.href, seconds: Math.ceil(wait / 1000) };
      throw await failure('open-data/too-many-requests', facts);
    }
    if (wait !== undefined) throttle.hold(url.host, wait);
    const facts = { url: url.href, value: String(status), expected: '200' };
    throw await failure('open-data/http-error', facts, { passing: passes(status) });
  }

  async function once<T>(
    address: string,
    request: FetchRequest,
    consume: (answer: OpenAnswer) => Promise<T>,
  ): Promise<T> {
    let url = await publicUrl(address, allowPrivate);
    let { method = 'GET', body } = request;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const ask = { ...request, method, body };
      const at = url;
      const outcome = await throttle.turn(at.host, () => hop(at, ask, consume), request.signal);
      if ('value' in outcome) return outcome.value;
      url = await publicUrl(outcome.location, allowPrivate, at);
      if (outcome.status < 307) [method, body] = ['GET', undefined];
    }
    throw await failure('open-data/too-many-redirects', { url: address, count: maxRedirects });
  }

  async function use<T>(
    address: string,
    request: FetchRequest,
    consume: (answer: OpenAnswer) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await once(address, request, consume);
      } catch (error) {
        if (!(error instanceof CatalogueError && error.passing) || attempt >= retries) throw error;
        onProgress?.({ url: address, kind: 'wait', amount: backoff(attempt) });
        await clock.sleep(backoff(attempt), request.signal);
      }
    }
  }

  async function read(address: string, request: FetchRequest = {}): Promise<CachedAnswer> {
    const keeps = request.method === 'POST' ? undefined : cache;
    const known = await keeps?.get(address);
    const headers = (): Record<string, string> => ({
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
      ...request.headers?.(),
    });
    const accepts = [...(request.accepts ?? []), ...(known === undefined ? [] : [304])];
    return await use(address, { ...request, headers, accepts }, async (answer) => {
      if (answer.status === 304 && known !== undefined) return known;
      const bytes = await joined(answer.body);
      const fresh = cachedAnswer(address, answer.headers, bytes);
      if (answer.status === 200 && (fresh.etag ?? fresh.lastModified) !== undefined)
        await keeps?.set(fresh);
      return fresh;
    });
  }

  return { use, read };
}

function cachedAnswer(url: string, headers: Headers, bytes: Uint8Array<ArrayBuffer>): CachedAnswer {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  const contentType = headers.get('content-type');
  return {
    url,
    bytes,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(contentType && { contentType }),
  };
}

function redirectOf({ status, headers }: TransportAnswer): string | undefined {
  const location = headers.get('location');
  return [301, 302, 303, 307, 308].includes(status) && location !== null ? location : undefined;
}

/** The word of the system, e.g. `ENOTFOUND`, which `fetch` hides one level down. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(inner instanceof Error)) return String(inner);
  return 'code' in inner ? String(inner.code) : inner.message;
}
