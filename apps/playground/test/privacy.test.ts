import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../tools/src/hostile-texts.ts';
import { canOpenPages, closeBrowser } from '../../tools/src/page.ts';
import { buildSite, examined, give, type Site, taken } from './site.ts';

describe.skipIf(!canOpenPages)('what a person gives', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test('is never run: hostile names, headers and cells, in report, map and every download', async () => {
    await site.visit(async ({ page, complaints, foreign }) => {
      const header = ['名称', '緯度', '経度', ...HOSTILE_TEXTS.map(cell), '備考', 'URL'];
      const rows = HOSTILE_TEXTS.map((payload, at) => [
        cell(payload),
        `35.6${at}`,
        `139.3${at}`,
        ...HOSTILE_TEXTS.map(cell),
        cell(payload),
        cell(payload),
      ]);
      const text = [header, ...rows].map((row) => row.join(',')).join('\r\n');
      const names = HOSTILE_TEXTS.slice(0, 5).map(
        (payload) => `${payload.replaceAll('/', '')}.csv`,
      );
      await give(
        page,
        ...names.map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
      );
      await page.getByRole('tab', { name: '地図' }).click();
      await page.locator('disaster-map .mark').first().waitFor();
      await page.locator('disaster-map [data-place]').first().click();
      await page.locator('disaster-map').getByRole('article').waitFor();
      await page.getByRole('tab', { name: '報告書' }).click();
      await examined(page);
      for (const product of ['csv', 'xlsx', 'geojson', 'patches', 'html'])
        await taken(page, product);
      await page.getByLabel('データセット').selectOption('evacuation-space');
      await examined(page);
      expect(await page.evaluate(() => Reflect.get(window, 'hit'))).toBeUndefined();
      expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
      expect(await page.locator('report-view :is(img, script, form, base, link)').count()).toBe(0);
      expect(foreign).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  test('cannot be sent: neither the page nor the worker that holds the file may open a connection', async () => {
    await site.visit(async ({ page, foreign }) => {
      await page.getByText('見本のファイルで試す').click();
      await examined(page);
      expect(await page.evaluate(attempt)).toEqual(['refused', 'refused']);
      const readers = page.workers().filter((worker) => worker.url().startsWith('blob:'));
      expect(readers.length).toBeGreaterThan(0);
      for (const worker of readers) {
        expect(await worker.evaluate(attempt)).toEqual(['refused', 'refused']);
      }
      expect(foreign).toEqual([]);
    });
  });

  test('is examined and drawn without the network, once the page has come', async () => {
    await site.visit(async ({ page, complaints }) => {
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.getByText('見本のファイルで試す').click();
      await examined(page);
      await page.getByRole('tab', { name: '地図' }).click();
      await page.locator('disaster-map .mark').first().waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('tab', { name: 'Report' }).click();
      await page.locator('report-view').getByRole('heading', { name: 'What to do next' }).waitFor();
      expect(complaints).toEqual([]);
    });
  });
});

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Runs in the page and in its worker: what becomes of a request to another host, and of one to its own. */
async function attempt(): Promise<string[]> {
  return Promise.all(
    ['https://hostile.example/', `${globalThis.origin}/`].map(async (address) => {
      try {
        await fetch(address, { mode: 'no-cors' });
        return 'sent';
      } catch {
        return 'refused';
      }
    }),
  );
}
