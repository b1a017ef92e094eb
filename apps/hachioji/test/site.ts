import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Page } from 'playwright';
import { builtOnce } from '../../tools/src/built-once.ts';
import { openPage, type OpenedPage, type OpenOptions } from '../../tools/src/page.ts';
import { serveFolder } from '../../tools/src/serve.ts';

const app = fileURLToPath(new URL('..', import.meta.url));

type Opened = Pick<OpenedPage, 'page' | 'complaints' | 'foreign'>;

interface VisitOptions extends OpenOptions {
  /** The folder of the host that the site lies in; default `/`. */
  readonly base?: string;
  readonly hash?: string;
}

/** The app as it is published, built into a folder of its own. */
export interface Site {
  /** Opens it, waits until the map has marks, and closes it whatever happens. */
  visit(look: (opened: Opened) => Promise<void>, options?: VisitOptions): Promise<void>;
  close(): Promise<void>;
}

/** `change` may change the published files before they are served. */
export async function buildSite(change?: (folder: string) => Promise<void>): Promise<Site> {
  const folder = await builtOnce('hachioji', async (outDir) => {
    await build({ root: app, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  });
  await change?.(folder);
  return {
    async visit(look, { base = '/', hash = '', ...options } = {}) {
      const server = await serveFolder(folder, { base });
      const opened = await openPage(server.url + hash, options);
      try {
        const mark = opened.page.locator('.mark').first();
        if (options.javaScriptEnabled !== false) await mark.waitFor();
        await look(opened);
      } finally {
        await opened.close();
        await server.close();
      }
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** Names in the list, all of it: presses the button below it until there is none. */
export async function listed(page: Page): Promise<string[]> {
  const more = page.getByRole('button', { name: /^つぎの\d+件/ });
  while (await more.isVisible()) await more.click();
  return page.locator('.place-name').allTextContents();
}

/** Places that the map shows, alone or counted in a cluster. */
export async function drawn(page: Page): Promise<number> {
  const clusters = await page.locator('.mark .count').allTextContents();
  const alone = await page.locator('.mark[data-type=place]').count();
  return alone + clusters.reduce((sum, count) => sum + Number(count), 0);
}

/** Switches every layer on. */
export async function showAllLayers(page: Page): Promise<void> {
  await page.getByText('表示するもの').click();
  const switches = page.locator('input[data-layer]');
  for (const one of await switches.all()) await one.check();
}
