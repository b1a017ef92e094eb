import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser, desktop, phone } from '../../tools/src/page.ts';
import { buildSite, type Site } from './site.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const screens = [
  ['phone', 'light'],
  ['phone', 'dark'],
  ['desktop', 'light'],
  ['desktop', 'dark'],
] as const;

describe.skipIf(!canOpenPages)('axe finds nothing', () => {
  let site: Site;
  let axe: string;
  beforeAll(async () => {
    [site, axe] = await Promise.all([buildSite(), readFile(axeFile, 'utf8')]);
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test.each(screens)('on %s, %s: list, layers, detail and about', async (screen, colorScheme) => {
    const options = { ...(screen === 'phone' ? phone : desktop), colorScheme };
    await site.visit(
      async ({ page }) => {
        await page.evaluate(axe);
        await page.getByRole('radio', { name: '地震' }).check({ force: true });
        await page.getByText('表示するもの').click();
        const list = await violations(page);
        await page.locator('[data-place]').first().click();
        await page.getByRole('article').waitFor();
        const detail = await violations(page);
        await page.getByRole('button', { name: 'データについて' }).click();
        await page.getByRole('heading', { name: 'データについて' }).waitFor();
        const about = await violations(page);
        expect({ list, detail, about }).toEqual({ list: [], detail: [], about: [] });
      },
      { ...options, bypassCSP: true },
    );
  });
});

async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
