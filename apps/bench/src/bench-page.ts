import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { closeBrowser, openPage } from '@yokoten-tools/tools/page';
import { serveFolder } from '@yokoten-tools/tools/serve';
import { build } from 'vite';
import { figure, type Figure } from './figure.ts';
import { collect, kilobytes } from './received.ts';

const app = fileURLToPath(new URL('../../hachioji', import.meta.url));

/** What Hachioji's page loads until its list and marks answer, counted from what the browser really received. */
export async function* bench(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  await build({ root: app, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const server = await serveFolder(folder);
  try {
    const opened = await openPage('about:blank');
    const received = collect(opened.page);
    // What the page fetches ahead when idle is not needed to answer: held back until the first count is taken.
    await opened.page.addInitScript(() => {
      const idle: (() => void)[] = [];
      window.requestIdleCallback = (callback) =>
        idle.push(() => callback({ didTimeout: false, timeRemaining: () => 50 }));
      addEventListener('bench-idle', () => idle.splice(0).forEach((task) => task()));
    });
    await opened.page.goto(server.url);
    await opened.page.locator('disaster-map').getByRole('searchbox').waitFor();
    await opened.page.locator('disaster-map .mark').first().waitFor();
    const first = await received();
    await opened.page.evaluate(() => dispatchEvent(new Event('bench-idle')));
    await opened.page.waitForLoadState('networkidle');
    yield figure(
      'main-thread JS until marks and list respond',
      kilobytes(first, 'script'),
      'KB gz',
      '<= 60',
    );
    yield figure('worker', kilobytes(first, 'worker'), 'KB gz', '<= 12');
    yield figure('requests before tiles', first.length, 'requests', '<= 12');
    yield figure(
      'all bytes before tiles',
      first.reduce((sum, { size }) => sum + size, 0) / 1000,
      'KB gz',
      '<= 300',
    );
    yield figure(
      'main-thread JS after the parts fetched ahead when idle',
      kilobytes(await received(), 'script'),
      'KB gz',
    );
    await useEverything(opened.page);
    yield figure(
      'main-thread JS with everything used',
      kilobytes(await received(), 'script'),
      'KB gz',
      '<= 100',
    );
    await opened.close();
  } finally {
    await closeBrowser();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens what loads on demand: a place, the data report, the credits, the other language. */
async function useEverything(page: Page): Promise<void> {
  const map = page.locator('disaster-map');
  await map.locator('[data-place]').first().click();
  await page.keyboard.press('Escape');
  for (const name of [/データについて/, /English/]) {
    const button = map.getByRole('button', { name }).first();
    if ((await button.count()) > 0) await button.click();
  }
  await page.waitForLoadState('networkidle');
}
