import { once } from 'node:events';
import type { Response } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../../../apps/tools/src/axe.ts';
import { canOpenPages, closeBrowser, openPage, phone } from '../../../apps/tools/src/page.ts';
import { names, status, type TemplateSite, templateSite } from './template-site.ts';

const COUNT = 12_000;
const rows = Array.from(
  { length: COUNT },
  (_, i) => `${i},施設${i},${i % 30}丁目${i}番,${32.5 + (i % 100) / 1000},${141 + i / 1e5},話${i}`,
);

afterAll(closeBrowser);

describe.skipIf(!canOpenPages)('with more records than can have a page each', () => {
  let site: TemplateSite;
  beforeAll(async () => {
    const csv = `ID,名称,住所,緯度,経度,説明\n${rows.join('\n')}`;
    site = await templateSite({ 'data/x.csv': csv });
  }, 60_000);
  afterAll(async () => {
    await site.close();
  });

  /** Opens a page of the site, and gives the JSON that it fetched: how many files, how many bytes. */
  async function fetched(path: string, done: string): Promise<{ files: number; bytes: number }> {
    const opened = await openPage('about:blank', phone);
    const answers: Response[] = [];
    opened.page.on('response', (answer) => {
      if (answer.url().endsWith('.json')) answers.push(answer);
    });
    await opened.page.goto(site.url + path);
    await opened.page.locator(done).first().waitFor();
    const bodies = await Promise.all(answers.map((answer) => answer.body()));
    await opened.close();
    return { files: bodies.length, bytes: bodies.reduce((sum, { length }) => sum + length, 0) };
  }

  test('an address of one record fetches what is about the table and one part, the list all parts', async () => {
    const one = await fetched('records/?id=9999', '#detail-title');
    const all = await fetched('', '.cards');
    expect([one.files, all.files]).toEqual([2, 13]);
    expect(one.bytes).toBeLessThan(all.bytes / 8);
  });

  test('it opens the record, and leads to the list', async () => {
    await site.visit(
      'records/?id=9999',
      async ({ page }) => {
        await page.getByRole('heading', { level: 1, name: '施設9999' }).waitFor();
        expect(await page.title()).toContain('施設9999');
        expect(await page.locator('dd').allInnerTexts()).toContain('話9999');
        await page.locator('place-map .mark').first().waitFor();
        expect(await page.locator('footer').innerText()).toContain('12,000行を読み');
        expect(await violations(page)).toEqual([]);
        await page.getByRole('combobox').selectOption('en');
        await page.waitForURL(/lang=en/);
        await page.getByRole('link', { name: 'Back to the list' }).click();
        await page.locator('.cards').waitFor();
        await expect.poll(() => status(page)).toBe('12,000 entries');
        expect(await names(page)).toContain('施設0');
      },
      { ...phone, bypassCSP: true },
    );
  });

  test('of a record that is not there any more it says so', async () => {
    for (const id of ['nobody', '__proto__', '%3Cimg%20src=x%3E']) {
      await site.visit(`records/?id=${id}`, async ({ page }) => {
        await page.getByRole('heading', { level: 1, name: '今の一覧にありません' }).waitFor();
        await page.getByRole('link', { name: '一覧にもどる' }).click();
        expect(await status(page)).toBe('12,000件');
      });
    }
  });

  test('the list opens records without another request, also without a connection', async () => {
    await site.visit('?q=施設11999', async ({ page }) => {
      await page.locator('place-map .mark').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.locator('.cards a').first().click();
      await page.getByRole('heading', { level: 1, name: '施設11999' }).waitFor();
      expect(page.url()).toBe(`${site.url}records/?id=11999`);
      await page.context().setOffline(false);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: '施設11999' }).waitFor();
    });
  });

  test('until all parts are here, the first rows can be read', async () => {
    const opened = await openPage('about:blank', phone);
    const { page } = opened;
    const hold = new AbortController();
    await page.route('**/assets/records/3-*.json', async (route) => {
      await once(hold.signal, 'abort');
      await route.continue();
    });
    await page.goto(site.url);
    await expect
      .poll(() => page.locator('.yokoten-fallback tbody tr').first().isVisible())
      .toBe(true);
    hold.abort();
    await page.locator('.cards').waitFor();
    expect(await page.locator('.yokoten-fallback').count()).toBe(0);
    await opened.close();
  });

  test('a part that does not arrive is told, and can be asked for again', async () => {
    const opened = await openPage('about:blank');
    const { page } = opened;
    await page.route('**/assets/records/3-*.json', (route) => route.abort());
    await page.goto(site.url);
    await page.getByRole('alert').waitFor();
    await page.unroute('**/assets/records/3-*.json');
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await page.locator('.cards').waitFor();
    await opened.close();
  });

  test('without scripts each row stands in a table with all it says', async () => {
    await site.visit(
      'records/?id=300',
      async ({ page }) => {
        await page.getByRole('link', { name: '2', exact: true }).click();
        expect(await page.locator('tbody tr').count()).toBe(250);
        expect(await page.locator('tr', { hasText: '施設300' }).innerText()).toContain('話300');
      },
      { javaScriptEnabled: false },
    );
  });
});
