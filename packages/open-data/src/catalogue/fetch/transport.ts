import { failure } from '../catalogue-error.ts';

/** One request as it goes out. Redirects are followed by the fetcher, where the transport can leave that to it. */
export interface TransportRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
  /** Loopback and inner addresses are fine, for tests. */
  readonly allowPrivate: boolean;
}

/** What came back: the head, and a body that is still to be read. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Where the answer came from, if the transport itself followed redirects. */
  readonly url?: string;
}

/** How requests leave: `fetch` by default; `nodeTransport` of `@yokoten/open-data/pull` looks at resolved addresses too. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

const inNode: boolean = typeof process !== 'undefined' && process.versions?.node !== undefined;

/** Requests by the platform's `fetch`: of the page in a browser, of Node elsewhere. */
export const fetchTransport: Transport = inNode ? plainFetch : browserFetch;

async function plainFetch({
  url,
  method,
  headers,
  body,
  signal,
}: TransportRequest): Promise<TransportAnswer> {
  return await fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
}

/** Beyond these a browser first asks for leave, which catalogues do not give. */
const SAFE_HEADERS = ['accept', 'content-type'];

/**
 * A browser shows a page no redirect before it is followed, and hides why a read failed. Whether the server is there
 * but does not let the page read is found out by one more request whose answer stays closed.
 */
export async function browserFetch(request: TransportRequest): Promise<TransportAnswer> {
  const { url, method, signal, body } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => SAFE_HEADERS.includes(name)),
  );
  try {
    const answer = await fetch(url, {
      method,
      headers,
      signal,
      credentials: 'omit',
      ...(body !== undefined && { body }),
    });
    return { status: answer.status, headers: answer.headers, body: answer.body, url: answer.url };
  } catch (cause) {
    if (signal.aborted || !(await isThere(url, signal))) throw cause;
    throw await failure('open-data/blocked-by-cors', { url: url.href }, { cause });
  }
}

async function isThere(url: URL, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', signal });
    return true;
  } catch {
    // Not reachable at all: the first error tells more.
    return false;
  }
}
