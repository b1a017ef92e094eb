import { writeFileSync, readdirSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createFetcher } from '../../src/catalogue/index.ts';
import { fileCache, nodeTransport } from '../../src/pull/index.ts';
import { serve, type Served } from '../catalogue/stand-in/server.ts';
import { emptyProject } from './project.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

/** A resolver that answers each question with the next list of addresses, and the last one for ever. */
function resolver(
  ...answers: readonly (readonly string[])[]
): LookupFunction & { asked: string[] } {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, { all }, done) => {
    const list = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    const found = list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (all) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family);
  };
  return Object.assign(lookup, { asked });
}

const fetcherWith = (lookup: LookupFunction, allowPrivate = false) =>
  createFetcher({
    transport: nodeTransport({ lookup }),
    allowPrivate,
    delay: 0,
    retries: 0,
    timeout: 500,
  });

describe('names', () => {
  test.each([
    [['127.0.0.1']],
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['::1']],
    [['fd00:ec2::254']],
    [['::ffff:127.0.0.1']],
    [['0.0.0.0']],
    [['8.8.8.8', '127.0.0.1']],
    [['2606:4700:4700::1111', 'fe80::1']],
    [[]],
  ])('that lead to %j are refused', async (addresses) => {
    const fetcher = fetcherWith(resolver(addresses));
    await expect(fetcher.read('http://example.jp/')).rejects.toMatchObject({
      code: 'open-data/private-address',
    });
  });

  test('that are public when asked and private when connected reach nothing: they are asked once', async () => {
    served = await serve(() => ({ body: 'secret' }));
    const { port } = new URL(served.url);
    const lookup = resolver(['192.0.43.10'], ['127.0.0.1']);
    // The address looked at is the one connected to. Here no packet gets there, so the wait ends in silence.
    await expect(fetcherWith(lookup).read(`http://example.jp:${port}/`)).rejects.toMatchObject({
      code: expect.stringMatching(/unreachable|timed-out/) as string,
    });
    expect(lookup.asked).toEqual(['example.jp']);
    expect(served.requests).toEqual([]);
  });

  test('are refused on the second hop too', async () => {
    served = await serve(({ url }) => ({
      status: 302,
      headers: { location: `http://inner.example.jp:${url.port}/` },
    }));
    const { port } = new URL(served.url);
    const asked: string[] = [];
    const transport = nodeTransport({ lookup: resolver(['127.0.0.1']) });
    const fetcher = createFetcher({
      delay: 0,
      transport: async (request) => {
        asked.push(request.url.hostname);
        return await transport({ ...request, allowPrivate: request.url.hostname === 'example.jp' });
      },
    });
    await expect(fetcher.read(`http://example.jp:${port}/`)).rejects.toMatchObject({
      code: 'open-data/private-address',
      facts: { value: 'inner.example.jp → 127.0.0.1' },
    });
    expect(asked).toEqual(['example.jp', 'inner.example.jp']);
    expect(served.requests).toHaveLength(1);
  });

  test('an open connection is not shared with a request that has no leave', async () => {
    served = await serve(() => ({ body: 'secret' }));
    const { port } = new URL(served.url);
    const transport = nodeTransport({ lookup: resolver(['127.0.0.1']) });
    const options = { transport, delay: 0, retries: 0 };
    const url = `http://example.jp:${port}/`;
    await createFetcher({ ...options, allowPrivate: true }).read(url);
    await expect(createFetcher(options).read(url)).rejects.toMatchObject({
      code: 'open-data/private-address',
    });
    expect(served.requests).toHaveLength(1);
  });
});

describe('bodies', () => {
  test('packed ones are unpacked, and broken ones complained about', async () => {
    const packed = gzipSync('x'.repeat(1000));
    served = await serve(({ url, headers }) => ({
      body: url.pathname === '/broken' ? packed.subarray(0, 20) : packed,
      headers: { 'content-encoding': headers['accept-encoding'] ?? '' },
    }));
    const fetcher = fetcherWith(resolver(['127.0.0.1']), true);
    const { bytes } = await fetcher.read(`${served.url}/`);
    expect(new TextDecoder().decode(bytes)).toBe('x'.repeat(1000));
    await expect(fetcher.read(`${served.url}/broken`)).rejects.toMatchObject({
      code: 'open-data/unreachable',
    });
  });

  test('a little that unpacks to a lot is cut off', async () => {
    const body = gzipSync(Buffer.alloc(50_000_000));
    served = await serve(() => ({ body, headers: { 'content-encoding': 'gzip' } }));
    const fetcher = fetcherWith(resolver(['127.0.0.1']), true);
    await expect(fetcher.read(served.url, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'open-data/too-large',
    });
  });

  test('a line that breaks in the middle, and giving up', async () => {
    served = await serve(({ url }) =>
      url.pathname === '/hang' ? { hang: true } : { body: 'x'.repeat(5000), breakAfter: 10 },
    );
    const fetcher = fetcherWith(resolver(['127.0.0.1']), true);
    await expect(fetcher.read(`${served.url}/`)).rejects.toMatchObject({
      code: 'open-data/unreachable',
    });
    const controller = new AbortController();
    const asked = fetcher.read(`${served.url}/hang`, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(asked).rejects.toThrow('enough');
  });
});

describe('a cache of files', () => {
  test('keeps answers between runs, and forgets damaged ones', async () => {
    const project = emptyProject();
    const folder = join(project.folder, 'cache');
    served = await serve(({ headers }) =>
      headers['if-none-match'] === '"1"'
        ? { status: 304 }
        : { body: '本文', headers: { etag: '"1"' } },
    );
    const read = async (): Promise<string> => {
      const fetcher = createFetcher({ allowPrivate: true, delay: 0, cache: fileCache(folder) });
      return new TextDecoder().decode((await fetcher.read(served?.url ?? '')).bytes);
    };
    expect([await read(), await read()]).toEqual(['本文', '本文']);
    expect(served.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
    ]);
    const [name = ''] = readdirSync(folder);
    for (const damage of [
      '',
      'not json\nx',
      '{"url":1}\nx',
      `{"url":"${served.url}","sha256":"0","etag":"x"}\nx`,
    ]) {
      writeFileSync(join(folder, name), damage);
      expect(await read()).toBe('本文');
      expect(served.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
    }
    project.remove();
  });
});
