import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser } from '../../tools/src/page.ts';
import { buildSite, type Site } from './site.ts';

const ROWS = 1_000_000;

describe.skipIf(!canOpenPages)(`a file of ${ROWS} rows`, () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test(
    'never holds the page up, tells how far it is, and can be cancelled',
    { tags: ['ci'], timeout: 400_000 },
    async () => {
      await site.visit(async ({ page, complaints }) => {
        page.setDefaultTimeout(300_000);
        const give = async (rows: number): Promise<void> =>
          page.evaluate((count) => {
            const lines = Array.from({ length: count }, (_, at) => `M${at},みほん${at},35.6,139.3`);
            const transfer = new DataTransfer();
            transfer.items.add(new File([`ID,名称,緯度,経度\n${lines.join('\n')}\n`], '大.csv'));
            const dropped = new DragEvent('drop', { dataTransfer: transfer, bubbles: true });
            document.body.dispatchEvent(dropped);
            // The longest time between two frames from here on.
            let before = performance.now();
            const watch = (): void => {
              const now = performance.now();
              const worst = Number(Reflect.get(window, 'worst') ?? 0);
              Reflect.set(window, 'worst', Math.max(worst, now - before));
              before = now;
              requestAnimationFrame(watch);
            };
            requestAnimationFrame(watch);
          }, rows);
        await give(ROWS);
        await page.locator('.working progress').waitFor();
        await page.locator('report-view h2').first().waitFor();
        expect(await page.locator('.identity').innerText()).toContain(
          new Intl.NumberFormat('ja').format(ROWS),
        );
        await page.getByRole('tab', { name: '地図' }).click();
        await page.getByText('はじめの20,000か所を示しています。').waitFor();
        await page.getByRole('tab', { name: '報告書' }).click();

        expect(await page.evaluate(() => Number(Reflect.get(window, 'worst')))).toBeLessThan(1000);

        const readers = (): number =>
          page.workers().filter((worker) => worker.url().startsWith('blob:')).length;
        expect(readers()).toBe(1);
        await give(ROWS);
        await expect.poll(readers).toBe(2);
        await page.getByRole('button', { name: '中止する' }).click();
        await page.getByText('ファイルを閉じました。').waitFor({ state: 'attached' });
        // A browser gives a busy worker a few seconds to end by itself.
        await expect.poll(readers, { timeout: 10_000 }).toBe(1);
        expect(
          await page
            .getByRole('region', { name: 'ファイル', exact: true })
            .getByRole('listitem')
            .count(),
        ).toBe(1);
        expect(complaints).toEqual([]);
      });
    },
  );
});
