import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesStandIn } from './stand-in/files.ts';
import { serve, type Served, type StandIn } from './stand-in/server.ts';

/** Built packages, as a page without a bundler loads them. */
const packages = fileURLToPath(new URL('../../../', import.meta.url));
const page: StandIn = ({ url: { pathname } }) => {
  if (pathname === '/')
    return {
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><script type="importmap">{"imports":{
        "@yokoten/standard":"/standard/dist/index.js","@yokoten/standard/":"/standard/dist/"}}</script>`,
    };
  const path = /^\/(standard|open-data)\/dist\/[\w/-]+\.js$/.test(pathname) ? pathname : undefined;
  if (path === undefined) return undefined;
  return { headers: { 'content-type': 'text/javascript' }, body: readFileSync(packages + path) };
};

const withoutCors: StandIn = ({ url: { pathname } }) =>
  pathname === '/without.csv' ? { body: 'a,b' } : undefined;

const executablePath = process.env['CHROME_PATH'];
const withoutBrowser = executablePath === undefined && process.env['CI'] === undefined;
if (withoutBrowser) console.log('SKIPPED: reads in a real browser. CHROME_PATH names none.');

describe.skipIf(withoutBrowser)('in a real browser, from a page of another site', () => {
  let browser: Browser;
  let site: Served;
  let host: Served;

  beforeAll(async () => {
    [site, host] = await Promise.all([
      serve(page),
      serve(withoutCors, filesStandIn({ '/with.csv': { content: 'a,b' } })),
    ]);
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await host?.close();
  });

  async function read(address: string): Promise<string> {
    const tab = await browser.newPage();
    await tab.goto(site.url);
    // As text: what runs in the page must not be rewritten for the test.
    const answer = await tab.evaluate<string>(`
      import('/open-data/dist/catalogue/index.js')
        .then(({ createFetcher }) => createFetcher({ allowPrivate: true, retries: 0 }))
        .then((fetcher) => fetcher.read(${JSON.stringify(address)}))
        .then(({ bytes }) => new TextDecoder().decode(bytes), String)`);
    await tab.close();
    return answer;
  }

  test('a file with CORS is read, without asking for leave first', async () => {
    expect(await read(`${host.url}/with.csv`)).toBe('a,b');
    expect(host.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('one without says what blocks it and which command helps', async () => {
    const url = `${host.url}/without.csv`;
    const answer = await read(url);
    expect(answer).toContain('open-data/blocked-by-cors');
    expect(answer).toContain(`yokoten data pull ${url}`);
  });

  test('a server that is not there is no matter of CORS', async () => {
    const gone = await serve();
    await gone.close();
    expect(await read(`${gone.url}/aed.csv`)).toContain('open-data/unreachable');
  });
});
