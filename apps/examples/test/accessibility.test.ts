import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, violations } from '../../tools/src/axe.ts';
import { canOpenPages, closeBrowser, openPage } from '../../tools/src/page.ts';
import { readQr } from '../../tools/src/read-qr.ts';
import { serveFolder, type FolderServer } from '../../tools/src/serve.ts';
import { buildExample, exampleIds } from '../src/build-example.ts';

/** What a person may have in front of them, one after the other; each is looked at as it then is. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: async (page) => {
    await page.locator('.mark').first().waitFor();
    await page.getByText('表示するもの').click();
  },
  filtered: async (page) => {
    const filters = await page.locator('select[data-filter]').all();
    for (const filter of filters) await filter.selectOption({ index: 1 });
  },
  'no result': async (page) => {
    await page.getByRole('searchbox').fill('どこにもない名前');
    await page.getByText('あてはまる場所がありません').waitFor();
    await page.getByRole('searchbox').fill('');
  },
  nearest: async (page) => {
    await page.getByRole('button', { name: '住所や地図から探す' }).click();
    await page.getByRole('button', { name: '地図の中心から探す' }).click();
    await page.locator('.place-walk').first().waitFor();
  },
  detail: async (page) => {
    await page.locator('[data-place]').first().click();
    await page.getByRole('article').waitFor();
  },
  'code of the link': async (page) => {
    await page.locator('[data-qr]').click();
    await page.locator('.qr svg').waitFor();
    // In every colour it can be shown in, a phone reads the address of this place from it.
    const [read = ''] = await readQr(await page.locator('.qr').screenshot());
    const place = /place=[^&]+/.exec(page.url())?.[0] ?? 'no place';
    expect(read).toContain(place);
    expect(new URL(read).origin).toBe(new URL(page.url()).origin);
  },
  about: async (page) => {
    await page.getByRole('button', { name: 'データについて' }).click();
    await page.getByRole('heading', { name: 'データについて' }).waitFor();
  },
  'without tiles or a document': async (page) => {
    await page.route('**/assets/map-*.json', (route) => route.fulfill({ status: 500 }));
    await page.reload();
    await page.getByRole('alert').waitFor();
  },
};

// One page of the same parts is looked at in the quick tier: apps/hachioji.
describe.skipIf(!canOpenPages).each(exampleIds())(
  'axe finds nothing in the example %s',
  { tags: ['ci'] },
  (id) => {
    const folder = mkdtempSync(join(tmpdir(), `example-${id}-`));
    let server: FolderServer;
    beforeAll(async () => {
      await buildExample(id, folder);
      server = await serveFolder(folder);
    });
    afterAll(async () => {
      await closeBrowser();
      await server.close();
      rmSync(folder, { recursive: true });
    });

    test.each(LOOKS)('on %s', async (_, options) => {
      const { page, complaints, foreign, close } = await openPage(server.url, options);
      try {
        const found: Record<string, readonly string[]> = {};
        for (const [name, reach] of Object.entries(STATES)) {
          await reach(page);
          found[name] = await violations(page);
        }
        expect(found).toEqual(Object.fromEntries(Object.keys(STATES).map((name) => [name, []])));
        expect(complaints.filter((text) => !text.includes('500'))).toEqual([]);
        expect(foreign).toEqual([]);
        await page.evaluate(() => document.body.append(document.createElement('img')));
        expect((await violations(page)).join()).toContain('image-alt');
      } finally {
        await close();
      }
    });
  },
);
