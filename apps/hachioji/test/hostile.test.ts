import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { eachOf, isFull } from '../../tools/src/tier.ts';
import { hostileDocument } from '../../../packages/disaster-map/test/hostile-document.ts';
import { HOSTILE_TEXTS } from '../../tools/src/hostile-texts.ts';
import { canOpenPages, closeBrowser } from '../../tools/src/page.ts';
import { buildSite, type Site } from './site.ts';

const texts = isFull ? HOSTILE_TEXTS : HOSTILE_TEXTS.slice(0, 1);

if (!canOpenPages) console.log('SKIPPED: hostile data in a browser. Set CHROME_PATH to one.');

describe.skipIf(!canOpenPages)('the published page under its own policy with hostile data', () => {
  let site: Site;
  let folder = '';
  beforeAll(async () => {
    site = await buildSite((built) => {
      folder = join(built, 'assets');
      return Promise.resolve();
    });
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  const cases = (['maplibre', 'leaflet'] as const).flatMap((renderer) =>
    texts.map((text) => [renderer, text] as const),
  );
  eachOf(cases, 1)('drawn by %s runs nothing of %s', async (renderer, payload) => {
    const name = (await readdir(folder)).find((file) => /^map-\w{8}\.json$/.test(file)) ?? '';
    const document = JSON.stringify({ ...hostileDocument(payload), renderer });
    await writeFile(join(folder, name), document);
    await site.visit(async ({ page, complaints }) => {
      await page.locator('[data-place]').first().click();
      await page.locator('#detail-name').waitFor();
      expect(await page.locator('#detail-name').textContent()).toContain(payload.trim());
      await page.locator('[data-about]').click();
      await page.locator('#about-title').waitFor();
      expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
      // Addresses of pictures lead nowhere or are refused; nothing asked for a script or for HTML.
      const pictures = /Failed to load resource|img-src|connect-src|Fetch API cannot load/;
      expect(complaints.filter((text) => !pictures.test(text))).toEqual([]);
    });
  });
});
