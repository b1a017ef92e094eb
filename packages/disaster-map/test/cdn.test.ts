import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { eachOf, isFull } from '../../../apps/tools/src/tier.ts';
import { canOpenPages, closeBrowser } from '../../../apps/tools/src/page.ts';
import { withoutHtml } from '../scripts/cdn.ts';
import { HOSTILE_TEXTS } from '../../../apps/tools/src/hostile-texts.ts';
import { EMBEDDING, openEmbedded, type EmbeddedPage } from './embedded-page.ts';
import { hostileDocument } from './hostile-document.ts';
import { smallDocument } from './small-document.ts';

const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:";
const TYPED = `${STRICT}; require-trusted-types-for 'script'`;
const POLICIES: readonly (readonly [name: string, policy: string, worker: boolean])[] = [
  ['no policy but blob: workers', `${STRICT}; worker-src blob:`, true],
  ['no worker at all', `${STRICT}; worker-src 'none'`, false],
  ['Trusted Types', `${TYPED}; trusted-types lit-html yokoten; worker-src blob:`, true],
  [
    'Trusted Types that would allow a default',
    `${TYPED}; trusted-types lit-html yokoten default; worker-src blob:`,
    true,
  ],
  ['Trusted Types without ours', `${TYPED}; trusted-types lit-html; worker-src blob:`, false],
];

const PAYLOADS = isFull ? HOSTILE_TEXTS : HOSTILE_TEXTS.slice(0, 4);

test('the file that works alone costs 94 KB compressed', () => {
  const file = readFileSync(new URL('../dist/cdn/disaster-map.js', import.meta.url));
  expect(gzipSync(file, { level: 9 }).length / 1024).toBeLessThan(94);
  // Only what a map that asks what is open needs is in another file, and no text becomes HTML in it but lit's own.
  expect(file.toString().match(/\bimport\s*\([^)]*|^import\b/gm)).toEqual([
    expect.stringContaining('disaster-map-now.js'),
  ]);
  expect(file.toString().match(/\.innerHTML\s*=/g)).toHaveLength(1);
});

test('what a map that asks what is open loads besides costs 51 KB compressed, and writes no HTML', () => {
  const file = readFileSync(new URL('../dist/cdn/disaster-map-now.js', import.meta.url));
  expect(gzipSync(file, { level: 9 }).length / 1024).toBeLessThan(51);
  expect(file.toString().match(/\bimport\s*\(|^import\b/gm)).toBeNull();
  expect(file.toString().match(/\.innerHTML\s*=|createPolicy/g)).toBeNull();
});

test('a Leaflet that tries out HTML in another way stops the build', () => {
  expect(() => withoutHtml('div.innerHTML = "<svg/>"')).toThrow('Browser.js');
});

describe.skipIf(!canOpenPages)('a page that embeds the map with the file alone', () => {
  afterAll(closeBrowser);

  eachOf(POLICIES)('%s: draws, lists, and asks for nothing else', async (_, policy, worker) => {
    const opened = await openEmbedded(smallDocument(), policy);
    try {
      await settled(opened);
      const { page, asked, complaints } = opened;
      expect(asked).toEqual(['/', '/disaster-map.js', '/map.json']);
      expect(page.workers().length > 0).toBe(worker);
      expect(complaints.filter((text) => worker || !/worker|Trusted/i.test(text))).toEqual([]);
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('[data-place]').first().click();
      await page.locator('#detail-name').waitFor();
      await page.getByRole('button', { name: 'Back to the list' }).click();
      expect(asked).toHaveLength(3);
      const made = await page.evaluate(() => {
        const { trustedTypes } = globalThis as { trustedTypes?: { defaultPolicy: unknown } };
        return trustedTypes?.defaultPolicy ?? null;
      });
      expect(made).toBeNull();
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('8px');
    } finally {
      await opened.close();
    }
  });

  eachOf(PAYLOADS, 1)('%s in every text of the document runs nothing', async (payload) => {
    const policy = `${TYPED}; trusted-types lit-html yokoten; worker-src blob:`;
    const opened = await openEmbedded(hostileDocument(payload), policy);
    try {
      await settled(opened);
      const { page, complaints } = opened;
      await page.locator('[data-place]').first().click();
      await page.locator('#detail-name').waitFor();
      expect(await page.locator('#detail-name').textContent()).toContain(payload.trim());
      await page.locator('[data-about]').click();
      expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
      // What the policy had to stop would be told here; the addresses of pictures lead nowhere.
      expect(complaints.filter((text) => !/Failed to load resource|img-src/.test(text))).toEqual(
        [],
      );
    } finally {
      await opened.close();
    }
  });

  test('a page’s own value of a token wins over the file’s', async () => {
    const own = EMBEDDING.replace('<h1>', '<style>:root{--yokoten-accent:#8b0000}</style><h1>');
    const opened = await openEmbedded(smallDocument(), `${STRICT}; style-src 'unsafe-inline'`, own);
    try {
      await settled(opened);
      const token = (name: string): Promise<string> =>
        opened.page.evaluate(
          (asked) => getComputedStyle(document.documentElement).getPropertyValue(asked),
          name,
        );
      expect(await token('--yokoten-accent')).toBe('#8b0000');
      expect(await token('--yokoten-target')).toBe('2.75rem');
    } finally {
      await opened.close();
    }
  });
});

async function settled({ page }: EmbeddedPage): Promise<void> {
  await page.locator('.mark').first().waitFor();
  await page.locator('[data-place]').first().waitFor();
}
