import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTable, type Table } from '@yokoten/open-data';
import { applyPatches, type Patch } from '@yokoten/open-data/repair';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../tools/src/tier.ts';
import { canOpenPages, closeBrowser, phone } from '../../tools/src/page.ts';
import { buildSite, examined, give, type GivenFile, type Site, taken } from './site.ts';

if (!canOpenPages) console.log('SKIPPED: apps/playground in a browser. Set CHROME_PATH to one.');

/** Ours, in Shift_JIS, with the dirt of real files. */
const sample = readFileSync(
  fileURLToPath(new URL('../sample/見本_指定緊急避難場所.csv', import.meta.url)),
);
const broken: GivenFile = { name: '避難場所.csv', mimeType: 'text/csv', buffer: sample };

function records({ header, rows }: Table): Readonly<Record<string, string>>[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((title, at) => [title, cells[at] ?? ''])),
  );
}

function csv(name: string, text: string): GivenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

describe.skipIf(!canOpenPages)('the published page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  eachOf(['/a/b/', '/x/', '/'], 1)(
    'at %s reports a problem with its cell and draws the places, and asks nobody for anything',
    async (base) => {
      await site.visit(
        async ({ page, complaints, foreign }) => {
          await give(page, broken);
          const report = page.locator('report-view');
          const problem = report.getByRole('row', { name: /ID「M010」が重なっています/u });
          expect(await problem.innerText()).toContain('B12');
          const change = report.getByRole('row', { name: /^K4 緯度/u });
          expect(await change.innerText()).toMatch(/139\.3102\s+35\.6598/u);
          expect(await page.locator('#result').innerText()).toBe('避難場所.csv');
          expect(await page.locator('.identity').innerText()).toContain('03 指定緊急避難場所一覧');
          await page.getByRole('tab', { name: '地図' }).click();
          await page.locator('disaster-map .mark').first().waitFor();
          expect(await page.locator('disaster-map [data-place]').count()).toBe(13);
          expect(foreign).toEqual([]);
          expect(complaints).toEqual([]);
        },
        { base, ...phone },
      );
    },
  );

  test('hands over a CSV that Excel opens, and the list of changes that leads from the one to the other', async () => {
    await site.visit(async ({ page }) => {
      await give(page, broken);
      const { name, bytes } = await taken(page, 'csv');
      expect(name).toBe('避難場所-修正版.csv');
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      await page.getByText('避難場所-修正版.csvを保存しました。').waitFor({ state: 'attached' });
      const corrected = readTable(bytes, { file: name });
      expect(corrected.encoding).toBe('utf-8');
      const row = (id: string): Readonly<Record<string, string>> | undefined =>
        records(corrected).find(({ ID }) => ID === id);
      expect(row('M002')).toMatchObject({ 電話番号: '042-000-0102', 想定収容人数: '1200' });
      expect(row('M003')).toMatchObject({ 緯度: '35.6598', 経度: '139.3102' });
      expect(row('M004')).toMatchObject({ 災害種別_地震: '1' });
      expect(row('M006')).toMatchObject({ 緯度: '35.670000', 経度: '139.325000' });
      expect(row('M008')?.備考).toBe(`'=HYPERLINK("https://www.example.jp","地図")`);
      expect(corrected.rows).toHaveLength(13);

      const list = await taken(page, 'patches');
      expect(list.name).toBe('避難場所-修正版.patch.json');
      const { patches } = JSON.parse(list.bytes.toString()) as { patches: Patch[] };
      const again = applyPatches(readTable(sample, { file: 'x.csv' }), patches);
      const written = Buffer.from(bytes).toString().replace(`"'=`, '"=');
      expect(records(again)).toEqual(records(readTable(Buffer.from(written), { file: name })));
    });
  });

  test(
    'hands over Excel, which it reads itself; GeoJSON; the report',
    { tags: ['ci'] },
    async () => {
      await site.visit(async ({ page }) => {
        await give(page, broken);
        const { name, bytes } = await taken(page, 'xlsx');
        const geojson = JSON.parse((await taken(page, 'geojson')).bytes.toString()) as {
          features: { geometry: { coordinates: number[] } | null }[];
        };
        expect(geojson.features[0]?.geometry?.coordinates).toEqual([139.3239, 35.6561]);
        const html = (await taken(page, 'html')).bytes.toString();
        expect(html).toMatch(/^<!doctype html>/iu);
        expect(html).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"));

        await page.reload();
        await give(page, { name, mimeType: 'application/zip', buffer: bytes });
        expect(await page.locator('.identity').innerText()).toContain('03 指定緊急避難場所一覧');
        await page.getByLabel('見る表').waitFor();
      });
    },
  );

  test('reads KML too', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      const placemark = `<Placemark><name>みほん公園</name><Point><coordinates>139.3,35.6</coordinates></Point></Placemark>`;
      const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>公園</name>${placemark}</Folder></Document></kml>`;
      await give(page, csv('公園.kml', kml));
      await page.getByRole('tab', { name: '地図' }).click();
      await page.locator('disaster-map .mark').first().waitFor();
    });
  });

  test('explains what it cannot read, with the code, in the language of the page', async () => {
    await site.visit(async ({ page }) => {
      const refused = page.locator('.refused');
      await give(page, csv('避難所.csv', '<!doctype html><html><body>404</body></html>'));
      expect(await refused.innerText()).toContain('open-data/html-instead-of-csv');
      await page.getByRole('button', { name: 'English' }).click();
      expect(await refused.innerText()).toMatch(/This file could not be read\s+.*web page/u);
      const ole = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');
      for (const [name, buffer, code] of [
        ['避難所.xls', ole, 'open-data/old-excel'],
        ['避難所.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'open-data/pdf-instead-of-csv'],
        ['避難所.csv', Buffer.from(''), 'open-data/empty-file'],
      ] as const) {
        await page.locator('input[type=file]').setInputFiles([{ name, mimeType: '', buffer }]);
        await refused.getByText(code).waitFor();
      }
    });
  });

  test(
    'examines several files and shows one at a time; closing one shows its neighbour',
    { tags: ['ci'] },
    async () => {
      await site.visit(async ({ page }) => {
        await give(
          page,
          broken,
          csv('二つ目.csv', '名称,緯度,経度\nみほん,35.6,139.3\n'),
          csv('空.csv', ''),
        );
        const files = page.getByRole('region', { name: 'ファイル', exact: true });
        await files.getByText('このファイルは読めませんでした').waitFor();
        await files.getByRole('button', { name: /^二つ目/u }).click();
        await page.getByRole('heading', { name: '二つ目.csv' }).waitFor();
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
        await files.getByRole('button', { name: '閉じる: 二つ目.csv' }).click();
        await page.getByRole('heading', { name: '空.csv' }).waitFor();
        expect(await files.getByRole('listitem').count()).toBe(2);
      });
    },
  );

  test('asks which municipality is meant, and checks against it', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      await give(page, broken);
      const field = page.getByLabel(/^自治体/u);
      await field.fill('ふちゅう');
      await page.getByRole('button', { name: '決める' }).click();
      await page.getByText('「ふちゅう」はいくつかあります。').waitFor();
      await page.getByRole('button', { name: '広島県府中市' }).click();
      await page.locator('report-view').getByText('open-data/outside-area').waitFor();
      await page.locator('report-view').getByText('open-data/other-municipality').waitFor();
      await page.getByRole('button', { name: 'やめる' }).click();
      await field.fill('ありえない名前');
      await page.keyboard.press('Enter');
      await page.getByText('「ありえない名前」は見つかりません。').waitFor();
    });
  });

  test('takes a person’s word for the dataset', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      await give(page, csv('一覧.csv', '名称,緯度,経度\nみほん,35.6,139.3\n'));
      expect(await page.locator('.identity').innerText()).toContain(
        '標準のどのデータセットでもありません',
      );
      await page.getByLabel('データセット').selectOption('aed');
      await expect
        .poll(() => page.locator('.identity').innerText())
        .toContain('08 AED設置箇所一覧');
    });
  });

  test('is used by keyboard alone, and tells a screen reader what happened', async () => {
    await site.visit(async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await examined(page);
      expect(await page.getByRole('status').first().textContent()).toMatch(
        /見本_指定緊急避難場所.csvを点検しました。エラー\d+件/u,
      );
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
      await page.getByRole('tab', { name: '報告書' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-map');
      await page.locator('disaster-map .mark').first().waitFor();
    });
  });

  test('takes what is dropped anywhere on it', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      const data = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['名称,緯度,経度\nみほん,35.6,139.3\n'], '落とした.csv'));
        return transfer;
      });
      await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
      await page.locator('.drop[data-dragging=true]').waitFor();
      await page.dispatchEvent('body', 'drop', { dataTransfer: data });
      await examined(page);
      expect(await page.locator('#result').innerText()).toBe('落とした.csv');
    });
  });

  test('prints what was found, without what is only for the screen', { tags: ['ci'] }, async () => {
    await site.visit(async ({ page }) => {
      await give(page, broken);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('report-view h2').first().isVisible()).toBe(true);
    });
  });
});
