import { afterEach, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import {
  createFetcher,
  memoryCache,
  type FetcherOptions,
  type FetchProgress,
} from '../../src/catalogue/index.ts';
import type { Clock } from '../../src/catalogue/fetch/clock.ts';
import { readJson } from '../../src/catalogue/fetch/read-json.ts';
import { retryAfter } from '../../src/catalogue/fetch/retry.ts';
import { serve, type Served, type StandIn } from './stand-in/server.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
});

/** Time that passes only by waiting. */
function fakeClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = Date.UTC(2026, 10, 22);
  return {
    waits,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
  };
}

async function fetcherFor(part: StandIn, options: FetcherOptions = {}) {
  served = await serve(part);
  const clock = fakeClock();
  const fetcher = createFetcher({ allowPrivate: true, delay: 0, clock, ...options });
  return { fetcher, clock, url: served.url, requests: served.requests };
}

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string =>
  new TextDecoder().decode(bytes);

const refusesNameless: StandIn = ({ headers }) =>
  /node|undici|^$/.test(headers['user-agent'] ?? '') ? { status: 403 } : { body: 'ok' };

const to = (location: string, status = 302) => ({ status, headers: { location } });

describe('politeness', () => {
  test('one request at a time to a host, and a pause between', async () => {
    let open = 0;
    let most = 0;
    served = await serve(() => ({ body: 'ok' }));
    const { url } = served;
    const clock = fakeClock();
    const fetcher = createFetcher({
      allowPrivate: true,
      delay: 700,
      clock,
      transport: async ({ url: at, signal }) => {
        most = Math.max(most, ++open);
        const answer = await fetch(at, { signal });
        open--;
        return answer;
      },
    });
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.read(url + path)));
    expect(most).toBe(1);
    expect(clock.waits).toEqual([700, 700]);
  });

  test('hosts do not wait for each other, and each may have its own pause', async () => {
    const clock = fakeClock();
    const fetcher = createFetcher({
      clock,
      delays: { 'slow.example.jp': 5000 },
      transport: async () => await Promise.resolve(new Response('ok')),
    });
    for (const url of ['https://slow.example.jp/', 'https://example.jp/', 'https://example.com/'])
      await fetcher.read(url);
    expect(clock.waits).toEqual([]);
    await fetcher.read('https://slow.example.jp/2');
    expect(clock.waits).toEqual([5000]);
  });

  test('429 waits as long as it is told, and the whole host with it', async () => {
    const { fetcher, clock, url, requests } = await fetcherFor(({ times }) =>
      times === 1 ? { status: 429, headers: { 'retry-after': '7' } } : { body: 'ok' },
    );
    expect(textOf(await fetcher.read(`${url}/a`))).toBe('ok');
    expect(requests).toHaveLength(2);
    expect(clock.waits.reduce((sum, one) => sum + one, 0)).toBe(7000);
  });

  test('who asks for an hour is not waited for', async () => {
    const { fetcher, url, requests } = await fetcherFor(() => ({
      status: 503,
      headers: { 'retry-after': '3600' },
    }));
    await expect(fetcher.read(url)).rejects.toMatchObject({
      code: 'open-data/too-many-requests',
      facts: { seconds: 3600 },
    });
    expect(requests).toHaveLength(1);
  });

  test('5xx is tried again with longer and longer pauses, and not for ever', async () => {
    const { fetcher, clock, url, requests } = await fetcherFor(() => ({ status: 502 }));
    await expect(fetcher.read(url)).rejects.toMatchObject({
      code: 'open-data/http-error',
      facts: { value: '502' },
      passing: true,
    });
    expect(requests).toHaveLength(4);
    expect(clock.waits).toEqual([1000, 2000, 4000]);
  });

  test.each([400, 401, 403, 404, 410])('%i is an answer, and not asked again', async (status) => {
    const { fetcher, url, requests } = await fetcherFor(() => ({ status }));
    await expect(fetcher.read(url)).rejects.toMatchObject({ code: 'open-data/http-error' });
    expect(requests).toHaveLength(1);
  });

  test('names itself: some servers answer 403 to a program without a name', async () => {
    const { fetcher, url } = await fetcherFor(refusesNameless);
    expect(textOf(await fetcher.read(url))).toBe('ok');
  });

  test('Retry-After in seconds, as a date, and as nonsense', () => {
    const now = Date.UTC(2026, 10, 22, 12, 0, 0);
    expect(retryAfter('30', now)).toBe(30_000);
    expect(retryAfter('Sun, 22 Nov 2026 12:01:00 GMT', now)).toBe(60_000);
    expect(retryAfter('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(0);
    for (const nonsense of [null, '', '-1', 'soon', '1e9'])
      expect(retryAfter(nonsense, now)).toBeUndefined();
  });
});

describe('cache', () => {
  const etag = '"abc"';
  const part: StandIn = ({ headers }) =>
    headers['if-none-match'] === etag
      ? { status: 304, headers: { etag } }
      : { body: 'body', headers: { etag } };

  test('what has not changed is not sent twice', async () => {
    const { fetcher, url, requests } = await fetcherFor(part, { cache: memoryCache() });
    expect(textOf(await fetcher.read(url))).toBe('body');
    expect(textOf(await fetcher.read(url))).toBe('body');
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, etag]);
  });

  test('dates do as well', async () => {
    const date = 'Thu, 07 Sep 2023 12:00:16 GMT';
    const { fetcher, url } = await fetcherFor(
      ({ headers }) =>
        headers['if-modified-since'] === date
          ? { status: 304 }
          : { body: 'body', headers: { 'last-modified': date } },
      { cache: memoryCache() },
    );
    await fetcher.read(url);
    expect(textOf(await fetcher.read(url))).toBe('body');
  });

  test('304 to somebody who has nothing is an error', async () => {
    const { fetcher, url } = await fetcherFor(() => ({ status: 304 }), { cache: memoryCache() });
    await expect(fetcher.read(url)).rejects.toMatchObject({ code: 'open-data/http-error' });
  });

  test('memory holds only so much', async () => {
    const cache = memoryCache(10);
    for (const url of ['a', 'b', 'c']) await cache.set({ url, bytes: new Uint8Array(4) });
    expect(await cache.get('a')).toBeUndefined();
    expect(await cache.get('c')).toBeDefined();
  });
});

describe('limits', () => {
  test('too much is refused by its stated length, and by what comes', async () => {
    const { fetcher, url } = await fetcherFor(({ url: { pathname } }) => {
      const body = Buffer.alloc(200_000, 'x');
      return pathname === '/packed'
        ? { body: gzipSync(body), headers: { 'content-encoding': 'gzip' } }
        : { body };
    });
    for (const path of ['/stated', '/packed'])
      await expect(fetcher.read(url + path, { maxBytes: 100_000 })).rejects.toMatchObject({
        code: 'open-data/too-large',
        facts: { count: 100_000 },
      });
  });

  test('silence ends, is tried again, and says so', async () => {
    const { fetcher, url, requests } = await fetcherFor(() => ({ hang: true }), {
      timeout: 400,
      retries: 1,
    });
    await expect(fetcher.read(url)).rejects.toMatchObject({
      code: 'open-data/timed-out',
      facts: { seconds: 0.4 },
    });
    expect(requests).toHaveLength(2);
  });

  test('a line that breaks is picked up again', async () => {
    const { fetcher, url, requests } = await fetcherFor(({ times }) => ({
      body: 'x'.repeat(5000),
      ...(times < 3 && { breakAfter: 100 }),
    }));
    expect(textOf(await fetcher.read(url))).toHaveLength(5000);
    expect(requests).toHaveLength(3);
  });

  test('who gives up is told so at once, with the own reason', async () => {
    const { fetcher, url } = await fetcherFor(() => ({ hang: true }));
    const controller = new AbortController();
    const asked = fetcher.read(url, { signal: controller.signal });
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 20);
    await expect(asked).rejects.toBe(reason);
  });

  test('what goes wrong with what came is no matter of the line, and asked for once', async () => {
    const { fetcher, url, requests } = await fetcherFor(() => ({ body: 'x'.repeat(100_000) }));
    const full = Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    const before = fetcher.use(url, {}, async () => await Promise.reject(full));
    await expect(before).rejects.toBe(full);
    const amid = fetcher.use(url, {}, async ({ body }) => {
      for await (const bytes of body) if (bytes.length > 0) throw full;
    });
    await expect(amid).rejects.toBe(full);
    expect(requests).toHaveLength(2);
    expect(textOf(await fetcher.read(url))).toHaveLength(100_000);
  });

  test('nobody there', async () => {
    const { fetcher, url } = await fetcherFor(() => ({}), { retries: 0 });
    await served?.close();
    await expect(fetcher.read(url)).rejects.toMatchObject({
      code: 'open-data/unreachable',
      facts: { value: 'ECONNREFUSED' },
    });
  });
});

describe('redirects', () => {
  test.each([
    ['http://169.254.169.254/latest/meta-data/', 'open-data/private-address'],
    ['http://2130706433/', 'open-data/private-address'],
    ['http://[::ffff:7f00:1]/', 'open-data/private-address'],
    ['//localhost./', 'open-data/private-address'],
    ['file:///etc/passwd', 'open-data/bad-url'],
    ['http://user:word@example.jp/', 'open-data/bad-url'],
  ])('to %s is not followed', async (location, code) => {
    const asked: string[] = [];
    const fetcher = createFetcher({
      transport: async ({ url }) => {
        asked.push(url.href);
        return await Promise.resolve(new Response(null, to(location)));
      },
    });
    await expect(fetcher.read('https://example.jp/')).rejects.toMatchObject({ code });
    expect(asked).toEqual(['https://example.jp/']);
  });

  test('a first address on this machine is not even asked', async () => {
    served = await serve(() => ({ body: 'secret' }));
    await expect(createFetcher().read(served.url)).rejects.toMatchObject({
      code: 'open-data/private-address',
    });
    expect(served.requests).toEqual([]);
  });

  test('a transport that follows redirects itself is checked afterwards', async () => {
    const fetcher = createFetcher({
      transport: async () =>
        await Promise.resolve({
          status: 200,
          headers: new Headers(),
          body: new Response('secret').body,
          url: 'http://192.168.0.1/',
        }),
    });
    await expect(fetcher.read('https://example.jp/')).rejects.toMatchObject({
      code: 'open-data/private-address',
    });
  });

  test('others are, and the address at the end is known', async () => {
    const { fetcher, url } = await fetcherFor(({ url: { pathname } }) =>
      pathname === '/end' ? { body: 'ok' } : to(pathname === '/a' ? 'b' : '/end'),
    );
    const end = await fetcher.use(
      `${url}/a`,
      {},
      async (answer) => await Promise.resolve(answer.url),
    );
    expect(end).toBe(`${url}/end`);
  });

  test('an old portal that redirects to a page that is gone is not there', async () => {
    const { fetcher, url } = await fetcherFor(({ url: { pathname } }) =>
      pathname === '/' ? to('/gone', 301) : undefined,
    );
    await expect(fetcher.read(url)).rejects.toMatchObject({
      code: 'open-data/http-error',
      facts: { url: `${url}/gone`, value: '404' },
    });
  });

  test('in circles they end', async () => {
    const { fetcher, url, requests } = await fetcherFor(() => to('/'));
    await expect(fetcher.read(url)).rejects.toMatchObject({ code: 'open-data/too-many-redirects' });
    expect(requests).toHaveLength(6);
  });

  test.each([
    [303, 'GET', ''],
    [302, 'GET', ''],
    [307, 'POST', '{}'],
    [308, 'POST', '{}'],
  ])('%i goes on as %s', async (status, method, body) => {
    const { fetcher, url, requests } = await fetcherFor(({ url: { pathname } }) =>
      pathname === '/' ? to('/end', status) : { body: 'ok' },
    );
    await fetcher.read(url, { method: 'POST', body: '{}' });
    expect(requests.map((one) => one.method)).toEqual(['POST', method]);
    expect(requests[1]?.body).toBe(body);
  });
});

describe('JSON', () => {
  test('is read whatever its type, with a BOM too', async () => {
    const { fetcher, url } = await fetcherFor(() => ({ body: '\uFEFF{"a":1}' }));
    expect(await readJson(fetcher, url)).toEqual({ a: 1 });
  });

  test('a page with status 200 is none', async () => {
    const { fetcher, url } = await fetcherFor(() => ({
      body: '\n<!doctype html><h1>Error 500</h1>',
    }));
    await expect(readJson(fetcher, url)).rejects.toMatchObject({
      code: 'open-data/not-json',
      facts: { value: 'HTML' },
    });
  });
});

test('progress: bytes as they come, and waits', async () => {
  const seen: FetchProgress[] = [];
  const { fetcher, url } = await fetcherFor(
    ({ times }) => (times === 1 ? { status: 503 } : { body: 'x'.repeat(1000) }),
    { onProgress: (progress) => seen.push(progress) },
  );
  await fetcher.read(url);
  expect(seen[0]).toEqual({ url, kind: 'wait', amount: 1000 });
  expect(seen.at(-1)).toEqual({ url: `${url}/`, kind: 'bytes', amount: 1000, total: 1000 });
});
