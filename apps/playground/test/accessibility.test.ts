import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../tools/src/tier.ts';
import { LOOKS, violations } from '../../tools/src/axe.ts';
import { canOpenPages, closeBrowser, phone } from '../../tools/src/page.ts';
import { buildSite, examined, give, type Site } from './site.ts';

describe.skipIf(!canOpenPages)('axe finds nothing', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  eachOf(LOOKS, 1)('on %s: start, report, map, a refused file, a question', async (_, options) => {
    await site.visit(async ({ page }) => {
      const start = await violations(page);
      await page.getByText('見本のファイルで試す').click();
      await examined(page);
      const report = await violations(page);
      await page.getByRole('tab', { name: '地図' }).click();
      await page.locator('disaster-map .mark').first().waitFor();
      const map = await violations(page);
      await page.getByLabel(/^自治体/u).fill('府中市');
      await page.keyboard.press('Enter');
      await page.getByText('いくつかあります').waitFor();
      await page
        .locator('input[type=file]')
        .setInputFiles([{ name: '空.csv', mimeType: 'text/csv', buffer: Buffer.from('') }]);
      await page.locator('.refused').waitFor();
      const refused = await violations(page);
      expect({ start, report, map, refused }).toEqual({
        start: [],
        report: [],
        map: [],
        refused: [],
      });
    }, options);
  });

  test('and nothing sticks out to the side of a narrow phone, in either language', async () => {
    await site.visit(
      async ({ page }) => {
        const overhang = async (): Promise<number> =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        const widths = [await overhang()];
        await give(page, {
          name: `${'とても長い名前の'.repeat(8)}避難場所.csv`,
          mimeType: 'text/csv',
          buffer: Buffer.from('名称,緯度,経度\nみほん,35.6,139.3\nみほん,139.3,35.6\n'),
        });
        widths.push(await overhang());
        await page.getByRole('button', { name: 'English' }).click();
        await examined(page);
        widths.push(await overhang());
        expect(widths).toEqual([0, 0, 0]);
      },
      { ...phone, viewport: { width: 320, height: 640 } },
    );
  });
});
