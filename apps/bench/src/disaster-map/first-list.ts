import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage, phone } from '@yokoten-tools/tools/page';
import { serveFolder } from '@yokoten-tools/tools/serve';
import { build } from 'vite';
import { figure, median, type BenchOptions, type Figure } from '../figure.ts';

const app = fileURLToPath(new URL('../../../hachioji', import.meta.url));

/** A slow line as Lighthouse simulates one ("slow 4G"): bytes a second, and milliseconds to the answer of each request. */
const LINE = { down: 1.6e6 / 8, up: 750e3 / 8, latency: 150 };

/** When the list of Hachioji's page is to be seen on a phone with a slow line and nothing in its cache. */
export async function* firstList({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  await build({ root: app, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const server = await serveFolder(folder);
  try {
    const seconds: number[] = [];
    for (let round = 0; round < (quick ? 3 : 9); round++) seconds.push(await once(server.url));
    yield figure(
      'list visible at 1.6 Mb/s, 150 ms to each answer, nothing cached',
      median(seconds),
      's',
      '<= 1.5',
    );
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function once(url: string): Promise<number> {
  const { page, close } = await openPage('about:blank', phone);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: LINE.down,
      uploadThroughput: LINE.up,
    });
    await page.addInitScript(() => {
      const look = (): void => {
        const map = document.querySelector('disaster-map');
        const item = map?.shadowRoot?.querySelector('[data-place]');
        if (item == null) requestAnimationFrame(look);
        // What a frame holds is on the screen in the next one.
        else requestAnimationFrame(() => performance.mark('list'));
      };
      look();
    });
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('list').length > 0);
    return await page.evaluate(
      () => (performance.getEntriesByName('list')[0]?.startTime ?? Number.NaN) / 1000,
    );
  } finally {
    await close();
  }
}
