import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { violations } from '../../../apps/tools/src/axe.ts';
import { HOSTILE_TEXTS } from '../../../apps/tools/src/hostile-texts.ts';
import { canOpenPages, closeBrowser, phone } from '../../../apps/tools/src/page.ts';
import { names, status, type TemplateSite, templateSite } from './template-site.ts';

afterAll(closeBrowser);

/** Builds the template with other data, and looks at its first page on a phone. */
async function withData(
  csv: string,
  look: (page: Page, site: TemplateSite) => Promise<void>,
): Promise<void> {
  const site = await templateSite({ 'data/x.csv': csv });
  try {
    // `bypassCSP` lets axe be put into the page.
    await site.visit('', ({ page }) => look(page, site), { ...phone, bypassCSP: true });
  } finally {
    await site.close();
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

describe.skipIf(!canOpenPages)('with other data', () => {
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
      await page.locator('.facet > summary').first().click();
      await page.getByLabel('いつから').fill('2999-02-01');
      await page.getByLabel('いつから').blur();
      expect(await names(page)).toEqual(['もっと先']);
    });
  });

  test('hostile texts stay texts: as header, cell, name and id, in list, page, title and filter', async () => {
    const rows = [0, 1].flatMap((round) =>
      HOSTILE_TEXTS.map((text, at) =>
        [text, text, text, text, String((at % 3) + round), 35.5, 139.5]
          .map((one) => quoted(String(one)))
          .join(','),
      ),
    );
    const header = ['ID', '名称', 'URL', HOSTILE_TEXTS[0] ?? '', '区', '緯度', '経度'].map(quoted);
    await withData([header.join(','), ...rows].join('\n'), async (page, site) => {
      await page.locator('.cards').waitFor();
      expect(await names(page)).toHaveLength(rows.length);
      await page.locator('.filters > summary').click();
      const links = await page
        .locator('.cards a')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      expect(links.every((link) => link.startsWith(`${site.url}records/`))).toBe(true);
      for (const [at, link] of links.slice(0, isQuick ? 8 : HOSTILE_TEXTS.length).entries()) {
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

  test('what was mended is told by column, with what stood there before', async () => {
    const csv = `施設名,電話番号,緯度,経度
本館,０４２－１２３－４５６７,32.54,141.07
別館,０４２－１２３－４５６８,141.08,32.55
※ 数は令和7年4月のものです,,,`;
    await withData(csv, async (page) => {
      await page.locator('place-map').first().waitFor();
      const footer = page.locator('footer');
      expect(await footer.innerText()).toContain('3行を読み、2件を表示しています。');
      const mended = page.locator('.report', { hasText: '直したところ' });
      await mended.locator('> summary').click();
      const phone = mended.locator('.ledger > li', { hasText: '電話番号' }).first();
      await phone.locator('summary').click();
      expect(await phone.locator('del').allInnerTexts()).toContain('０４２－１２３－４５６７');
      expect(await phone.locator('code').allInnerTexts()).toEqual(['B2', 'B3']);
      expect(await violations(page)).toEqual([]);
    });
  });

  test(
    'ten thousand records are searched while one types',
    { tags: ['ci'], timeout: 120_000 },
    async () => {
      const rows = Array.from(
        { length: 10_000 },
        (_, i) =>
          `${i},施設${i},${i % 30}丁目${i}番,${35 + (i % 100) / 1000},${139 + i / 1e5},${'あいうえお'[i % 5]}`,
      );
      await withData(`ID,名称,住所,緯度,経度,区\n${rows.join('\n')}`, async (page, site) => {
        await page.locator('.cards li').first().waitFor();
        expect(await status(page)).toBe('10,000件');
        await page.evaluate(async () => {
          const input = document.querySelector<HTMLInputElement>('input[type=search]');
          for (const query of ['施', '施設', '施設9', '施設99']) {
            if (input !== null) input.value = query;
            input?.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        });
        expect(await status(page)).toBe('10,000件のうち111件');
        await page.locator('.cards a').first().click();
        await page.getByRole('heading', { level: 1, name: '施設99' }).waitFor();
        expect(page.url()).toBe(`${site.url}records/?id=99`);
      });
    },
  );
});
