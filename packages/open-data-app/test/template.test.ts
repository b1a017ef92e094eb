import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, violations } from '../../../apps/tools/src/axe.ts';
import { HOSTILE_TEXTS } from '../../../apps/tools/src/hostile-texts.ts';
import { canOpenPages, closeBrowser, phone } from '../../../apps/tools/src/page.ts';
import { type TemplateSite, templateSite } from './template-site.ts';

const names = (page: Page): Promise<string[]> => page.locator('.cards h3').allInnerTexts();
const status = (page: Page): Promise<string> =>
  page.locator('.list-head [role=status]').innerText();

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
      expect(await page.locator('place-map .mark').count()).toBe(1);
      await page.reload();
      expect(await names(page)).toHaveLength(2);
      await page.getByRole('button', { name: '絞り込みをやめる' }).click();
      expect(await status(page)).toBe('12件');
    });
  });

  test('narrows by facets, says how many each leaves, and keeps it in the address', async () => {
    await site.visit('', async ({ page }) => {
      await page.locator('.filters > summary').click();
      await page.getByRole('checkbox', { name: '体育施設' }).check();
      expect(await names(page)).toEqual(['見本市民体育館', '温水プールみほん']);
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

  test('an address of a record that is not there any more says so', async () => {
    await site.visit('?record=r9', async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: '今の一覧にありません' }).waitFor();
      await page.getByRole('link', { name: '一覧にもどる' }).click();
      expect(await status(page)).toBe('12件');
    });
  });

  test('goes on without a connection, pages of records too, and says that there is none', async () => {
    await site.visit('', async ({ page }) => {
      await page.locator('place-map .mark').first().waitFor();
      await page.context().setOffline(true);
      await page.getByText('通信していません').waitFor();
      await page.locator('.cards a').first().click();
      await page.getByRole('heading', { level: 1, name: '見本中央図書館' }).waitFor();
      await page.context().setOffline(false);
    });
  });

  test('on paper stands everything that was found, and no control', async () => {
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
          if (path === '') await page.locator('.filters > summary').click();
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

  test.each(LOOKS)('axe finds nothing on %s', async (_, options) => {
    await site.visit(
      '',
      async ({ page }) => {
        await page.locator('place-map .mark').first().waitFor();
        await page.locator('.filters > summary').click();
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

describe.skipIf(!canOpenPages)('with other data', () => {
  async function withData(csv: string, look: (page: Page, site: TemplateSite) => Promise<void>) {
    const site = await templateSite({ 'data/x.csv': csv });
    try {
      await site.visit('', ({ page }) => look(page, site), { ...phone, bypassCSP: false });
    } finally {
      await site.close();
    }
  }

  test('without positions there is no map, nor a part of its program asked for', async () => {
    await withData('名称,区\n本館,北\n別館,南\n新館,北\n', async (page, site) => {
      await page.locator('.cards').waitFor();
      expect(await names(page)).toEqual(['本館', '別館', '新館']);
      expect(await page.locator('place-map, .map').count()).toBe(0);
      expect(await readFile(join(site.folder, 'index.html'), 'utf8')).not.toContain(
        'modulepreload',
      );
    });
  });

  test('events stand in the order of days, what is over last, in any year', async () => {
    const csv = `イベント名,開始日,終了日,場所名称,料金(基本)
春の市,2020-04-01,2020-04-02,広場,無料
ずっと先,2999-01-01,2999-01-02,公園,500円
もっと先,2999-05-01,2999-05-02,公園,無料`;
    await withData(csv, async (page) => {
      await page.locator('.cards').waitFor();
      expect(await names(page)).toEqual(['ずっと先', 'もっと先', '春の市']);
      expect(await page.locator('.over .badge').allInnerTexts()).toEqual(['終わりました']);
      await page.locator('.filters > summary').click();
      await page.getByLabel('いつから').fill('2999-02-01');
      await page.getByLabel('いつから').blur();
      expect(await names(page)).toEqual(['もっと先']);
    });
  });

  test('hostile texts stay texts: as header, cell, name and id, in list, page, title and filter', async () => {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = [0, 1].flatMap((round) =>
      HOSTILE_TEXTS.map((text, at) =>
        [text, text, text, text, String((at % 3) + round), 35.5, 139.5]
          .map((one) => cell(String(one)))
          .join(','),
      ),
    );
    const header = ['ID', '名称', 'URL', HOSTILE_TEXTS[0] ?? '', '区', '緯度', '経度'].map(cell);
    await withData([header.join(','), ...rows].join('\n'), async (page, site) => {
      await page.locator('.cards').waitFor();
      expect(await names(page)).toHaveLength(rows.length);
      await page.locator('.filters > summary').click();
      const links = await page
        .locator('.cards a')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      expect(links.every((link) => link.startsWith(`${site.url}records/`))).toBe(true);
      for (const [at, link] of links.slice(0, HOSTILE_TEXTS.length).entries()) {
        // Each is opened by a link to it, or within the page.
        if (at % 6 === 0) await page.goto(link);
        else await page.locator('.cards a').nth(at).click();
        await page.locator('#detail-title').waitFor();
        const protocols = await page
          .locator('dl a')
          .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
        expect(protocols.filter((one) => !/^(https|mailto|tel):$/.test(one))).toEqual([]);
        expect(await page.evaluate(() => 'hit' in window)).toBe(false);
        const made = 'open-data-app :is(script, iframe, base, form[action], svg[onload])';
        expect(await page.locator(made).count()).toBe(0);
        await page.locator('.back a').click();
      }
    });
  }, 120_000);

  test('ten thousand records are searched while one types', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) =>
        `${i},施設${i},${i % 30}丁目${i}番,${35 + (i % 100) / 1000},${139 + i / 1e5},${'あいうえお'[i % 5]}`,
    );
    await withData(`ID,名称,住所,緯度,経度,区\n${rows.join('\n')}`, async (page) => {
      await page.locator('.cards li').first().waitFor();
      expect(await status(page)).toBe('10,000件');
      const typed = await page.evaluate(async () => {
        const input = document.querySelector<HTMLInputElement>('input[type=search]');
        const began = performance.now();
        for (const query of ['施', '施設', '施設9', '施設99']) {
          if (input !== null) input.value = query;
          input?.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now() - began;
      });
      expect(typed).toBeLessThan(3000);
      expect(await status(page)).toBe('10,000件のうち111件');
      await page.locator('.cards a').first().click();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: '施設99' }).waitFor();
      expect(page.url()).toContain('?record=99');
    });
  }, 120_000);
});
