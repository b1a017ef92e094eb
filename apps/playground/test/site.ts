import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { builtOnce } from '../../tools/src/built-once.ts';
import { openPage, type OpenedPage, type OpenOptions } from '../../tools/src/page.ts';
import { serveFolder } from '../../tools/src/serve.ts';

const app = fileURLToPath(new URL('..', import.meta.url));

type Opened = Pick<OpenedPage, 'page' | 'complaints' | 'foreign'>;

interface VisitOptions extends OpenOptions {
  /** The folder of the host that the site lies in; default `/`. */
  readonly base?: string;
}

/** The page as it is published, built into a folder of its own. */
export interface Site {
  /** Where it lies. */
  readonly folder: string;
  /** Opens it, and closes it whatever happens. */
  visit(look: (opened: Opened) => Promise<void>, options?: VisitOptions): Promise<void>;
  close(): Promise<void>;
}

export async function buildSite(): Promise<Site> {
  const folder = await builtOnce('playground', async (outDir) => {
    await build({ root: app, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  });
  return {
    folder,
    async visit(look, { base = '/', ...options } = {}) {
      const server = await serveFolder(folder, { base });
      const opened = await openPage(server.url, options);
      try {
        await opened.page.locator('input[type=file]').waitFor({ state: 'attached' });
        await look(opened);
      } finally {
        await opened.close();
        await server.close();
      }
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** A file as a person would choose it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Gives files to the page and waits until the first of them is examined. */
export async function give(page: Page, ...files: readonly GivenFile[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files]);
  await examined(page);
}

/** Waits until there is a report, or the reason why there is none. */
export async function examined(page: Page): Promise<void> {
  await page.locator('report-view h2, .refused').first().waitFor();
}

/** Presses a download and hands over what was saved. */
export async function taken(
  page: Page,
  product: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.locator(`[data-product=${product}]`).click();
  const saved = await download;
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  return { name: saved.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
