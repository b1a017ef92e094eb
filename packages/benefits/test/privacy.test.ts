import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf, isQuick } from '../../../apps/tools/src/tier.ts';
import { canOpenPages, closeBrowser, openPage, phone } from '../../../apps/tools/src/page.ts';
import { answerAll, type Household, type TemplateSite, templateSite } from './template-site.ts';

const FAMILIES: readonly Household[] = [
  { children: ['2016-04-01'], numbers: '1234567', choice: 0 },
  {
    children: ['2024-08-08', '2010-10-10', '2006-05-05'],
    partner: true,
    numbers: '7654321',
    choice: -2,
  },
  { children: [], numbers: '0', choice: -1 },
];

/** What they typed, in any writing. */
const TYPED = /1,?234,?567|7,?654,?321|2016|2024-08|2010|2006|1985/;

describe.skipIf(!canOpenPages)('a published benefit check', () => {
  let site: TemplateSite;
  beforeAll(async () => {
    site = await templateSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test('forbids itself every request', async () => {
    const html = await readFile(join(site.folder, 'index.html'), 'utf8');
    expect(html).toContain("connect-src 'none'");
    expect(html).toContain("form-action 'none'");
    expect(html).not.toContain('rel="preload"');
  });

  /** Everything the page asked for, of every kind; what its policy stopped is among the complaints. */
  async function open(language: string) {
    const opened = await openPage('about:blank', phone);
    const asked: string[] = [];
    const { page } = opened;
    page
      .context()
      .on('request', (request) =>
        asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`),
      );
    page.on('websocket', (socket) => asked.push(`websocket ${socket.url()}`));
    page.on('worker', (worker) => asked.push(`worker ${worker.url()}`));
    page.on('popup', (popup) => asked.push(`popup ${popup.url()}`));
    await page.goto(site.url);
    await page.locator('benefit-navigator .language').selectOption(language);
    await page.locator(`benefit-navigator .page[lang="${language}"]`).waitFor();
    await page.waitForLoadState('networkidle');
    return { ...opened, asked };
  }

  eachOf(['vi', 'ja'], 1)(
    'asks for nothing after the language %s is chosen and logs nothing, whatever is answered, tried, saved and printed',
    async (language) => {
      const loaded: string[][] = [];
      for (const family of isQuick ? FAMILIES.slice(0, 2) : FAMILIES) {
        const { page, asked, complaints, foreign, close } = await open(language);
        const logged: string[] = [];
        page.on('console', (message) => logged.push(message.text()));
        loaded.push(asked.toSorted());
        const before = asked.length;
        await answerAll(page, family);
        await useEverything(page);
        expect(asked.slice(before)).toEqual([]);
        expect(foreign).toEqual([]);
        expect(complaints).toEqual([]);
        expect(logged.filter((text) => TYPED.test(text))).toEqual([]);
        expect(await kept(page)).toEqual({ local: 0, session: 0, cookie: '', databases: 0 });
        expect(new URL(page.url()).hash + new URL(page.url()).search).toBe('');
        await close();
      }
      // Which files are loaded depends on pack and language only.
      for (const files of loaded) expect(files).toEqual(loaded[0]);
    },
    60_000,
  );

  test('a request that a script tries all the same is stopped by the page’s policy', async () => {
    const { page, asked, close } = await open('ja');
    const before = asked.length;
    const result = await page.evaluate(async () => {
      const fetched = await fetch('./yokoten.json').then(
        () => 'arrived',
        () => 'stopped',
      );
      return [fetched, navigator.sendBeacon('/beacon', 'x')];
    });
    expect(result[0]).toBe('stopped');
    await page.waitForTimeout(200);
    expect(asked.slice(before).filter((one) => !/^(fetch|ping)/.test(one))).toEqual([]);
    await close();
  });
});

async function useEverything(page: Page): Promise<void> {
  const check = page.locator('benefit-navigator');
  await check.locator('[data-details]').first().click();
  await check.locator('.whole > summary').click();
  await check.locator('[data-to-results]').click();
  await check.locator('[data-what-if]').click();
  await check.locator('[data-to-results]').click();
  await check.locator('[data-save]').click();
  await check.locator('[data-make]').click();
  await check.locator('#link').waitFor();
  await check.locator('[data-about]').click();
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await page.emulateMedia({ media: null });
  await check.locator('[data-close]').click();
  await page.waitForTimeout(100);
}

/** What is left in the browser. */
async function kept(page: Page): Promise<object> {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
}
