import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../tools/src/tier.ts';
import { tilePng } from '../../../packages/disaster-map/test/tile-png.ts';
import { canOpenPages, closeBrowser, desktop, phone } from '../../tools/src/page.ts';
import { buildSite, type Site } from './site.ts';

const PORTAL = 'https://disaportaldata.gsi.go.jp/raster/';

/** Answers for the portal: floods are 3 to 5 m deep everywhere, of debris flows there is no data. */
async function standIn(page: Page): Promise<string[]> {
  const asked: string[] = [];
  const flood = Buffer.from(await tilePng(256, () => '#ffb7b7'));
  const clear = Buffer.from(await tilePng(256, () => '#00000000'));
  await page.route(`${PORTAL}**`, async (route) => {
    const url = route.request().url();
    asked.push(url);
    const headers = { 'Access-Control-Allow-Origin': '*' };
    if (url.includes('dosekiryu')) await route.fulfill({ status: 404, headers });
    else {
      const body = url.includes('flood_l2_shinsuishin') ? flood : clear;
      await route.fulfill({ contentType: 'image/png', body, headers });
    }
  });
  return asked;
}

describe.skipIf(!canOpenPages)('hazard rasters on the published page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  eachOf(
    [
      ['phone', phone],
      ['desktop', desktop],
    ],
    1,
  )('lie over the map and are read at its middle, under the page’s policy: %s', async (_, size) => {
    await site.visit(async ({ page, complaints }) => {
      const asked = await standIn(page);
      await page.getByRole('radio', { name: '洪水', exact: true }).check();
      await page.locator('.legend').waitFor();
      await expect.poll(() => asked.length).toBeGreaterThan(0);
      expect(asked.filter((url) => !url.includes('/01_flood_l2_shinsuishin_data/'))).toEqual([]);
      await page.getByRole('button', { name: '地図の中央を調べる' }).click();
      const answers = page.locator('.readings li');
      await answers.first().waitFor();
      expect(await answers.count()).toBe(8);
      expect(await answers.nth(0).innerText()).toContain('3m以上5m未満');
      expect(await answers.nth(2).innerText()).toContain('安全という意味ではありません');
      expect(await page.locator('[data-raster=debris-flow]').innerText()).toContain(
        'データは公開されていません',
      );
      expect(complaints).toEqual([]);
    }, size);
  });

  test('a portal that does not answer leaves list and map as they are', async () => {
    await site.visit(async ({ page, complaints }) => {
      await page.route(`${PORTAL}**`, (route) => route.abort('failed'));
      await page.getByRole('button', { name: '地図の中央を調べる' }).click();
      await page.getByText('通信できず、読めません。').first().waitFor();
      await page.getByRole('button', { name: '一覧にもどる' }).click();
      expect(await page.locator('[data-place]').count()).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    });
  });
});
