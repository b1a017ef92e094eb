import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../tools/src/tier.ts';
import { canOpenPages, closeBrowser, phone } from '../../tools/src/page.ts';
import { HOSTILE_TEXTS } from '../../tools/src/hostile-texts.ts';
import { buildSite, drawn, listed, showAllLayers, type Site } from './site.ts';

if (!canOpenPages) console.log('SKIPPED: apps/hachioji in a browser. Set CHROME_PATH to one.');

const TILES = 'https://cyberjapandata.gsi.go.jp/';
/** Files 02, 03 and 04: what people flee to. The other five are a switch away. */
const SHOWN_AT_FIRST = 135 + 14 + 119;

describe.skipIf(!canOpenPages)('the published page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test('lists and draws every row of the eight files', async () => {
    await site.visit(async ({ page }) => {
      expect(await listed(page)).toHaveLength(SHOWN_AT_FIRST);
      await expect.poll(() => drawn(page)).toBe(SHOWN_AT_FIRST);
      await showAllLayers(page);
      expect((await listed(page)).sort()).toEqual(namesInFiles().sort());
      await expect.poll(() => drawn(page)).toBe(344);
      await page.getByRole('button', { name: 'データについて' }).click();
      await page.getByText('344行を読み、すべて表示しています。').waitFor();
    });
  });

  test('says that it is a sample and of which year', async () => {
    await site.visit(async ({ page }) => {
      const banner = page.getByRole('banner');
      await expect
        .poll(() => banner.textContent())
        .toMatch(/見本.*市のページではありません.*2022年/s);
    });
  });

  test('finds a place by a part of its name, in kana of either kind, or by its address', async () => {
    await site.visit(async ({ page }) => {
      const search = page.getByRole('searchbox');
      await search.fill('でじたる');
      expect(await listed(page)).toEqual(['デジタルハリウッド大学', 'デジタルハリウッド大学']);
      await expect.poll(() => drawn(page)).toBe(2);
      await search.fill('日野市');
      expect(await listed(page)).toEqual(['明星大学']);
      await search.fill('どこにもない名前');
      await page.getByText('あてはまる場所がありません').waitFor();
    });
  });

  test('lets no text become HTML or a script, but for what Leaflet writes when it is loaded', async () => {
    await site.visit(async ({ page, complaints }) => {
      const refused = await page.evaluate(() => {
        const attempts = [
          () => (document.createElement('div').innerHTML = '<svg/><img src=x onerror=alert(1)>'),
          () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
          () => (document.createElement('script').text = 'alert(1)'),
          () => (document.createElement('script').src = 'https://hostile.example/x.js'),
          () => new Worker('https://hostile.example/x.js'),
          () => new Worker('data:text/javascript,1'),
        ];
        return attempts.map((attempt) => {
          try {
            attempt();
            return 'done';
          } catch (error) {
            return error instanceof TypeError ? 'refused' : String(error);
          }
        });
      });
      expect(refused).toEqual(refused.map(() => 'refused'));
      const made = await page.evaluate(
        (texts) =>
          texts.filter((text) => {
            try {
              document.createElement('div').innerHTML = text;
              return true;
            } catch {
              return false;
            }
          }),
        HOSTILE_TEXTS,
      );
      expect(made).toEqual([]);
      expect(await page.evaluate(() => (document.createElement('i').innerHTML = '<svg/>'))).toBe(
        '<svg/>',
      );
      expect(complaints.filter((text) => !/Trusted/.test(text))).toEqual([]);
    });
  });

  test('leaves out a layer that is switched off, in list and map', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      await page.getByText('表示するもの').click();
      await page.getByLabel('指定避難所（屋内）').uncheck();
      expect(await listed(page)).toHaveLength(14 + 119);
      await expect.poll(() => drawn(page)).toBe(14 + 119);
    });
  });

  test('shows a place with its address, source, year, unstated licence and what was changed', async () => {
    await site.visit(async ({ page }) => {
      await page.getByRole('searchbox').fill('明星大学');
      await page.locator('[data-place]').click();
      const detail = page.getByRole('article', { name: '明星大学' });
      const text = await detail.innerText();
      expect(text).toContain('東京都日野市程久保2-1-1');
      expect(text).toContain('2022年');
      expect(text).toContain('利用条件（ライセンス）は明示されていません');
      expect(text).toContain('座標を小数6けたに丸め');
      expect(text).toMatch(/地震のとき\s*○\s*指定あり/);
      expect(await detail.getByRole('link', { name: '八王子市' }).getAttribute('href')).toBe(
        'https://github.com/hachioji-city/hazardmap',
      );
      await page.keyboard.press('Escape');
      await page.locator('[data-place="132012-03-013"]').waitFor();
    });
  });

  test('offers telephone numbers to call', { tags: ['ci'] }, async () => {
    await site.visit(
      async ({ page }) => {
        const link = page.getByRole('link', { name: '042-625-0119' });
        expect(await link.getAttribute('href')).toBe('tel:0426250119');
      },
      { hash: '#place=132012-08-001' },
    );
  });

  test('puts the places designated for the chosen hazard first', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      await page.getByRole('radio', { name: '地震' }).check({ force: true });
      await listed(page);
      const items = await page.locator('[data-place]').allTextContents();
      const fit = items.map((text) => text.includes('指定あり'));
      expect(fit.indexOf(false)).toBe(14 + 119);
      expect(fit.lastIndexOf(true)).toBe(14 + 119 - 1);
    });
  });

  test('speaks English, and says which words stay Japanese', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Hachioji disaster map sample' }).waitFor();
      await expect.poll(() => page.title()).toBe('Hachioji disaster map sample');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const place = page.locator('[data-place]').first();
      expect(await place.locator('.place-layer').textContent()).toBe(
        'Designated shelters (indoor)',
      );
      expect(await place.locator('.place-name [lang=ja]').textContent()).toBe('第一小学校');
    });
  });

  test('restores view, place, hazard and layers from the address', { tags: ['ci'] }, async () => {
    let hash = '';
    await site.visit(async ({ page }) => {
      const address = (): string => new URL(page.url()).hash;
      await page.getByRole('radio', { name: '地震' }).check({ force: true });
      await showAllLayers(page);
      await page.getByRole('searchbox').fill('鑓水給水所');
      await page.locator('[data-place]').click();
      await expect.poll(address).toMatch(/^#map=16\.00\/35\.6248/);
      await page.getByRole('button', { name: '地図を大きくする' }).click();
      await expect.poll(address).toMatch(/^#map=17\.00\/35\.6248/);
      hash = address();
    });
    await site.visit(
      async ({ page }) => {
        await page.getByRole('article', { name: '鑓水給水所' }).waitFor();
        expect(new URL(page.url()).hash).toBe(hash);
        await page.getByRole('button', { name: '一覧にもどる' }).click();
        expect(await page.getByRole('radio', { name: '地震' }).isChecked()).toBe(true);
        expect(await listed(page)).toHaveLength(344);
      },
      { hash },
    );
  });

  eachOf(['/a/b/', '/x/', '/'], 1)(
    'works at %s, asking no other host than the tiles’',
    async (base) => {
      await site.visit(
        async ({ page, complaints, foreign }) => {
          const asked: string[] = [];
          page.on('request', (request) => asked.push(request.url()));
          await page.reload();
          await page.locator('.mark').first().waitFor();
          await page.locator('[data-place]').first().click();
          await page.getByRole('article').waitFor();
          const own = asked.filter((url) => !url.startsWith(TILES) && !url.startsWith('blob:'));
          expect(
            own.map((url) => new URL(url).pathname).filter((path) => !path.startsWith(base)),
          ).toEqual([]);
          expect(foreign.length).toBeGreaterThan(0);
          expect(foreign.filter((url) => !url.startsWith(TILES))).toEqual([]);
          expect(complaints).toEqual([]);
        },
        { base, ...phone },
      );
    },
  );

  test('without a background still draws boundary and places, and says so', async () => {
    await site.visit(
      async ({ page, complaints }) => {
        await page.getByText('背景地図を表示できません。').waitFor();
        const outline = await page.locator('.boundary-line').getAttribute('d');
        expect(outline?.length).toBeGreaterThan(1000);
        await expect.poll(() => drawn(page)).toBe(SHOWN_AT_FIRST);
        expect(complaints).toEqual([]);
      },
      { tiles: 'dead' },
    );
  });

  test('without scripts is a table of all rows with their source', async () => {
    await site.visit(
      async ({ page }) => {
        expect(await page.locator('tbody tr').count()).toBe(344);
        expect(await page.locator('body').innerText()).toContain('出典: 八王子市');
      },
      { javaScriptEnabled: false },
    );
  });
});

function namesInFiles(): string[] {
  const data = fileURLToPath(new URL('../data/', import.meta.url));
  const csv = readdirSync(data).filter((name) => name.endsWith('.csv'));
  return csv.flatMap((name) => {
    const [head = '', ...rows] = readFileSync(data + name, 'utf8')
      .trimEnd()
      .split('\r\n');
    const column = head.split(',').indexOf('名称');
    return rows.map((row) => row.split(',')[column] ?? '');
  });
}
