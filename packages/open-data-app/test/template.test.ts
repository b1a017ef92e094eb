import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { LOOKS, violations } from '../../../apps/tools/src/axe.ts';
import { canOpenPages, closeBrowser, openPage } from '../../../apps/tools/src/page.ts';
import { names, status, type TemplateSite, templateSite } from './template-site.ts';

afterAll(closeBrowser);

describe.skipIf(!canOpenPages)('the template as it is published', () => {
  let site: TemplateSite;
  beforeAll(async () => {
    site = await templateSite();
  });
  afterAll(async () => {
    await site.close();
  });

  test('lists every row, with a map beside it, and finds by words in any writing', async () => {
    await site.visit('', async ({ page }) => {
      await page.locator('place-map .mark').first().waitFor();
      expect(await status(page)).toBe('12件');
      await page.getByRole('searchbox').fill('ﾄｼｮｶﾝ');
      await expect.poll(() => names(page)).toEqual(['見本中央図書館', '移動図書館しおかぜ号']);
      expect(page.url()).toContain('?q=');
      await expect.poll(() => page.locator('place-map .mark').count()).toBe(1);
      await page.reload();
      expect(await names(page)).toHaveLength(2);
      await page.getByRole('button', { name: '絞り込みをやめる' }).click();
      expect(await status(page)).toBe('12件');
    });
  });

  test('narrows by facets, says how many each leaves, and keeps it in the address', async () => {
    await site.visit('', async ({ page }) => {
      await page.locator('.filters > summary').click();
      await page.locator('.facet > summary', { hasText: '種別' }).click();
      await page.getByRole('checkbox', { name: '体育施設' }).check();
      expect(await names(page)).toEqual(['見本市民体育館', '温水プールみほん']);
      await page.locator('.facet > summary', { hasText: '設備' }).click();
      await page.getByRole('checkbox', { name: '車椅子貸出' }).check();
      expect(await names(page)).toEqual(['見本市民体育館']);
      await page.reload();
      expect(await names(page)).toEqual(['見本市民体育館']);
      await expect(page.getByText('絞り込み（2個）').isVisible()).resolves.toBe(true);
    });
  });

  test('opens the page of a record, which has an address of its own, and goes back to where it was', async () => {
    await site.visit('?q=公民館', async ({ page }) => {
      await page.locator('.cards a').first().click();
      await page.getByRole('heading', { level: 1, name: '港町公民館' }).waitFor();
      expect(page.url()).toBe(`${site.url}records/f002.html`);
      expect(await page.title()).toBe('港町公民館 | 見本市のデータ一覧');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('detail-title');
      await page.reload();
      await page.getByRole('heading', { level: 1, name: '港町公民館' }).waitFor();
      await page.goBack();
      await page.locator('.cards').waitFor();
      expect(await names(page)).toEqual(['港町公民館']);
      expect(new URL(page.url()).searchParams.get('q')).toBe('公民館');
    });
  });

  test('goes back to the card that was opened, by keyboard alone', async () => {
    await site.visit('', async ({ page }) => {
      await page.locator('.cards a').nth(3).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: '温水プールみほん' }).waitFor();
      await page.getByRole('link', { name: '一覧にもどる' }).focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('温水プールみほん');
    });
  });

  test('the map is passed by one key, and a mark opens its record', async () => {
    await site.visit('', async ({ page }) => {
      await page.locator('place-map .mark').first().waitFor();
      await page.locator('.skip').focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('list-title');
      await page.getByRole('searchbox').fill('郷土');
      // Marks are for pointers: everybody else has the list, which says the same.
      await page.locator('place-map .mark', { hasText: '郷土資料館' }).click();
      await page.getByRole('heading', { level: 1, name: '郷土資料館' }).waitFor();
      expect(page.url()).toBe(`${site.url}records/f009.html`);
    });
  });

  test('speaks English and plain Japanese, and says so in the address', async () => {
    await site.visit('records/f001.html', async ({ page }) => {
      await page.getByRole('combobox').selectOption('en');
      await page.getByRole('heading', { level: 1, name: 'Mihon Central Library' }).waitFor();
      expect(await page.locator('dt').allInnerTexts()).toContain('Address');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(page.url()).toContain('lang=en');
      await page.getByRole('combobox').selectOption('ja-simple');
      await page.getByText('一覧（いちらん）に もどる').waitFor();
    });
  });

  test('without scripts the list and each page are there, and lead to each other', async () => {
    await site.visit(
      '',
      async ({ page }) => {
        expect(await page.locator('tbody tr').count()).toBe(12);
        await page.getByRole('link', { name: '見本市役所' }).click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('見本市役所');
        await page.getByRole('link', { name: '見本市のデータ一覧' }).click();
        expect(await page.locator('tbody tr').count()).toBe(12);
      },
      { javaScriptEnabled: false },
    );
  });

  test('when its data does not arrive, says so, shows the plain list, and can try again', async () => {
    const opened = await openPage('about:blank');
    const { page } = opened;
    await page.route('**/assets/map-*.json', (route) => route.abort());
    await page.goto(site.url);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(12);
    await expect(page.locator('.yokoten-fallback').isVisible()).resolves.toBe(true);
    await page.unroute('**/assets/map-*.json');
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await page.locator('.cards').waitFor();
    expect(await page.locator('.yokoten-fallback').count()).toBe(0);
    await opened.close();
  });

  test(
    'when its map does not arrive, says so and goes on as a list',
    { tags: ['ci'] },
    async () => {
      const opened = await openPage('about:blank');
      const { page } = opened;
      await page.route('**/assets/map-*.js', (route) => route.abort());
      await page.goto(site.url);
      await page.getByText('地図を表示できません。').waitFor();
      expect(await names(page)).toHaveLength(12);
      await opened.close();
    },
  );

  test(
    'goes on without a connection, pages of records too, and says that there is none',
    { tags: ['ci'] },
    async () => {
      await site.visit('', async ({ page }) => {
        await page.locator('place-map .mark').first().waitFor();
        await page.context().setOffline(true);
        await page.getByText('通信していません').waitFor();
        await page.locator('.cards a').first().click();
        await page.getByRole('heading', { level: 1, name: '見本中央図書館' }).waitFor();
        await page.context().setOffline(false);
      });
    },
  );

  test('on paper stands everything that was found, and no control', { tags: ['ci'] }, async () => {
    await site.visit('', async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.cards li').count()).toBe(12);
      for (const hidden of ['.map', 'search', '.order'])
        expect(await page.locator(hidden).isVisible()).toBe(false);
      expect(await page.locator('footer').innerText()).toContain('CC0-1.0');
    });
  });

  test('fits 320 pixels, at twice the size of text too', async () => {
    for (const path of ['', 'records/f001.html']) {
      await site.visit(
        path,
        async ({ page }) => {
          await page.locator('footer').waitFor();
          if (path === '')
            for (const summary of await page.locator('search summary').all()) await summary.click();
          const tooWide = (): Promise<number> =>
            page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(await tooWide()).toBeLessThanOrEqual(0);
          await page.evaluate(() =>
            document.documentElement.style.setProperty('font-size', '200%'),
          );
          expect(await tooWide()).toBeLessThanOrEqual(0);
        },
        { viewport: { width: 320, height: 640 } },
      );
    }
  });

  eachOf(LOOKS, 1)('axe finds nothing on %s', async (_, options) => {
    await site.visit(
      '',
      async ({ page }) => {
        await page.locator('place-map .mark').first().waitFor();
        for (const summary of await page.locator('search summary').all()) await summary.click();
        const list = await violations(page);
        await page.getByRole('searchbox').fill('ない言葉');
        await page.getByText('あてはまるものがありません。').waitFor();
        const nothing = await violations(page);
        await page.getByRole('button', { name: '絞り込みをやめる' }).click();
        await page.locator('.report summary').click();
        await page.locator('.findings li').first().waitFor();
        const report = await violations(page);
        await page.locator('.cards a').first().click();
        await page.locator('.minor summary').click();
        const detail = await violations(page);
        expect({ list, nothing, report, detail }).toEqual({
          list: [],
          nothing: [],
          report: [],
          detail: [],
        });
      },
      options,
    );
  });
});
