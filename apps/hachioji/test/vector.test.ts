import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../tools/src/tier.ts';
import { tinyArchive } from '../../../packages/disaster-map/test/tiny-archive.ts';
import { canOpenPages, closeBrowser, desktop, phone } from '../../tools/src/page.ts';
import { buildSite, drawn, type Site } from './site.ts';

if (!canOpenPages) console.log('SKIPPED: vector tiles in a browser. Set CHROME_PATH to one.');

/** The published document, as if the config asked for the archive and for MapLibre. */
async function askForVectorTiles(folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  const name = (await readdir(assets)).find((file) => /^map-\w{8}\.json$/.test(file)) ?? '';
  const document = JSON.parse(await readFile(join(assets, name), 'utf8')) as object;
  const credit = { source: { ja: '見本のタイル' }, licence: null };
  const vector = { pmtiles: './town.pmtiles', credit };
  const changed = { ...document, renderer: 'maplibre', vector };
  await writeFile(join(assets, name), JSON.stringify(changed));
  await writeFile(join(folder, 'town.pmtiles'), tinyArchive());
}

/** Whether the lake of the archive is seen on the canvas. */
const isLakeDrawn = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const root = document.querySelector('disaster-map')?.shadowRoot;
    const canvas = root?.querySelector('canvas');
    const context = new OffscreenCanvas(50, 50).getContext('2d');
    if (!canvas || !context) return false;
    context.drawImage(canvas, 0, 0, 50, 50);
    const { data } = context.getImageData(0, 0, 50, 50);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 0xbc && data[at + 1] === 0xd7 && data[at + 2] === 0xe6) return true;
    }
    return false;
  });

describe.skipIf(!canOpenPages)('the published page with vector tiles beside it', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildSite(askForVectorTiles);
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  eachOf(
    [
      ['desktop', desktop],
      ['phone', phone],
    ],
    1,
  )('on %s: draws them under its own policy, from its own origin alone', async (_, screen) => {
    await site.visit(async ({ page, complaints, foreign }) => {
      await expect.poll(() => isLakeDrawn(page), { timeout: 20_000 }).toBe(true);
      expect(await drawn(page)).toBeGreaterThan(200);
      expect(await page.locator('.map-credits').textContent()).toContain('見本のタイル');
      const workers = page.workers().map((worker) => new URL(worker.url()).pathname);
      expect(workers.some((path) => /maplibre-gl-worker-[\w-]+\.js$/.test(path))).toBe(true);
      expect(complaints).toEqual([]);
      expect(foreign).toEqual([]);
    }, screen);
  });

  test(
    'a place is opened from its mark and found in the list as on the other map',
    { tags: ['ci'] },
    async () => {
      await site.visit(async ({ page, complaints }) => {
        await page.getByRole('searchbox').fill('日野市');
        await expect.poll(() => drawn(page), { timeout: 20_000 }).toBe(1);
        await page.locator('.mark[data-type=place]').click();
        await page.getByRole('heading', { name: '明星大学' }).waitFor();
        expect(complaints).toEqual([]);
      });
    },
  );
});
