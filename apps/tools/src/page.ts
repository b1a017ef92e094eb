import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { browserArguments } from './browser-arguments.ts';

/** Whether tests in a real browser can run; in CI they must, so there this is always true and a missing one fails. */
export const canOpenPages: boolean =
  process.env.CHROME_PATH !== undefined || process.env.CI !== undefined;

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

export interface OpenedPage {
  readonly page: Page;
  /** What the page complained about: uncaught errors, console errors, refused by its content security policy. */
  readonly complaints: readonly string[];
  /** Addresses off this machine that the page asked for. None of them was contacted. */
  readonly foreign: readonly string[];
  readonly close: () => Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** How a background tile is answered: a plain picture made here (default), or not at all. */
  readonly tiles?: 'picture' | 'dead';
  /** What the page's clock says when it opens, in milliseconds since 1970 (UTC); it goes on from there. */
  readonly time?: number;
}

let browser: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  if (executablePath === undefined)
    throw new Error('CHROME_PATH is not set: no browser was found.');
  return chromium.launch({ executablePath, args: [...browserArguments] });
}

/**
 * Opens an address of this machine in a fresh context. Whatever the page asks of another host is answered here:
 * pictures by a plain tile, all else by an abort.
 */
export async function openPage(
  url: string,
  { tiles = 'picture', time, ...options }: OpenOptions = {},
): Promise<OpenedPage> {
  browser ??= launch();
  const context = await (
    await browser
  ).newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...desktop, ...options });
  const page = await context.newPage();
  if (time !== undefined) await page.clock.install({ time });
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isTile =
      /Failed to load resource/.test(message.text()) && !isLocal(message.location().url);
    if (message.type() === 'error' && !isTile) complaints.push(message.text());
  });
  await context.route(
    (address) => !isLocal(address.href),
    async (route) => {
      foreign.push(route.request().url());
      if (tiles === 'dead' || route.request().resourceType() !== 'image')
        await route.abort('failed');
      else await route.fulfill({ contentType: 'image/png', body: plainTile });
    },
  );
  await page.goto(url, { waitUntil: 'load' });
  // Without a Japanese font on the machine the page's own one comes late, and words are boxes until then.
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return { page, complaints, foreign, close: () => context.close() };
}

/** Call in `afterAll`: the browser is shared by the tests of one file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

function isLocal(address: string): boolean {
  return (
    /^(data|blob|about):/.test(address) ||
    /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(address)
  );
}

/** A 1 × 1 PNG, light grey, which the map stretches to a tile. */
const plainTile: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP48PEdAAWkAtBNlP5xAAAAAElFTkSuQmCC',
  'base64',
);
