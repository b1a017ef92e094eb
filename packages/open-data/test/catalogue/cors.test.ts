import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFetcher } from '../../src/catalogue/index.ts';
import { browserFetch } from '../../src/catalogue/fetch/transport.ts';

/** A browser's `fetch` as a page sees it: failures without a reason, closed answers where no-cors is asked for. */
function browser(answers: (url: string, init: RequestInit) => Response | undefined): RequestInit[] {
  const asked: RequestInit[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit = {}) => {
    asked.push(init);
    const answer = answers(url.href, init);
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return await Promise.resolve(answer);
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

const fetcher = createFetcher({ transport: browserFetch, retries: 0, delay: 0 });

describe('a read in a browser', () => {
  test('that CORS blocks names the cause and the command that helps', async () => {
    const asked = browser((_, { mode }) => (mode === 'no-cors' ? new Response(null) : undefined));
    const url = 'https://example.jp/aed.csv';
    const refused = fetcher.read(url);
    await expect(refused).rejects.toMatchObject({
      code: 'open-data/blocked-by-cors',
      facts: { url },
    });
    await expect(refused).rejects.toThrow(`yokoten data pull ${url}`);
    expect(asked.map(({ method, mode }) => [method, mode])).toEqual([
      ['GET', undefined],
      ['HEAD', 'no-cors'],
    ]);
  });

  test('of a server that is not there is no matter of CORS', async () => {
    browser(() => undefined);
    await expect(fetcher.read('https://example.jp/')).rejects.toMatchObject({
      code: 'open-data/unreachable',
      facts: { value: 'Failed to fetch' },
    });
  });

  test('asks for no leave: no header beyond those that need none, no cookies', async () => {
    const asked = browser(() => new Response('ok'));
    await fetcher.read('https://example.jp/', {
      headers: () => ({ accept: 'application/json', 'if-none-match': '"a"' }),
    });
    expect(asked[0]?.headers).toEqual({ accept: 'application/json' });
    expect(asked[0]?.credentials).toBe('omit');
  });
});
