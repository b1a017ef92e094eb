import { afterAll, beforeAll, describe, expect } from 'vitest';
import { eachOf } from '../../tools/src/tier.ts';
import { LOOKS, violations } from '../../tools/src/axe.ts';
import { canOpenPages, closeBrowser } from '../../tools/src/page.ts';
import { buildSite, type Site } from './site.ts';

describe.skipIf(!canOpenPages)('axe finds nothing', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  eachOf(LOOKS, 1)(
    'on %s: list with a hazard raster, a point, nearest, detail and about',
    async (_, options) => {
      await site.visit(async ({ page }) => {
        await page.getByRole('radio', { name: '洪水' }).check({ force: true });
        await page.locator('.legend').waitFor();
        await page.getByText('表示するもの').click();
        const list = await violations(page);
        await page.getByRole('button', { name: '地図の中央を調べる' }).click();
        await page.locator('.readings li').first().waitFor();
        const point = await violations(page);
        await page.getByRole('button', { name: '一覧にもどる' }).click();
        await page.getByRole('button', { name: '住所や地図から探す' }).click();
        await page.getByRole('button', { name: '地図の中心から探す' }).click();
        await page.locator('.place-walk').first().waitFor();
        const nearest = await violations(page);
        await page.locator('[data-place]').first().click();
        await page.getByRole('article').waitFor();
        const detail = await violations(page);
        await page.getByRole('button', { name: 'データについて' }).click();
        await page.getByRole('heading', { name: 'データについて' }).waitFor();
        const about = await violations(page);
        expect({ list, point, nearest, detail, about }).toEqual({
          list: [],
          point: [],
          nearest: [],
          detail: [],
          about: [],
        });
      }, options);
    },
  );
});
