import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { canOpenPages, closeBrowser, phone } from '../../tools/src/page.ts';
import { buildSite, examined } from './site.ts';

const root = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const isHere = existsSync(root);
if (!isHere) console.log('apps/playground: the real files are not here, none is dropped.');

/** More than that is the large file's test. */
const LARGEST = 12_000_000;

afterAll(closeBrowser);

test.skipIf(!isHere || !canOpenPages)(
  'every real file gets a report or a reason, and none breaks the page or sticks out of a phone',
  { tags: ['ci'], timeout: 600_000 },
  async () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.(?:csv|tsv|txt|xlsx?|json|geojson|km[lz]|zip)$/iu.test(file) &&
        statSync(join(root, file)).size < LARGEST,
    );
    const faults: string[] = [];
    const site = await buildSite();
    await site.visit(async ({ page, complaints, foreign }) => {
      for (const file of files) {
        const given = {
          name: basename(file),
          mimeType: '',
          buffer: readFileSync(join(root, file)),
        };
        await page.locator('input[type=file]').setInputFiles([given]);
        await examined(page);
        const isBroken = await page.getByText('思いがけない誤りが起きました').isVisible();
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        if (isBroken || overhang > 0) faults.push(`${file}: ${isBroken} ${overhang}`);
        await page
          .getByRole('button', { name: /^閉じる:/u })
          .first()
          .click();
      }
      expect(files.length).toBeGreaterThan(150);
      expect({ faults, complaints, foreign }).toEqual({ faults: [], complaints: [], foreign: [] });
    }, phone);
    await site.close();
  },
);
