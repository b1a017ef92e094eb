import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { type OpenedPage, openPage, type OpenOptions } from '../../../apps/tools/src/page.ts';
import { serveFolder } from '../../../apps/tools/src/serve.ts';

const template = fileURLToPath(new URL('../../../templates/open-data-app/', import.meta.url));
const MADE: ReadonlySet<string> = new Set(['node_modules', 'dist', '.turbo']);

/** The template as it is published, under a sub-path of a host on this machine. */
export interface TemplateSite {
  readonly url: string;
  readonly folder: string;
  /** Opens a page of it, looks, and closes it; fails where the page complained or asked another host for anything. */
  visit<T>(
    path: string,
    look: (opened: OpenedPage) => Promise<T>,
    options?: OpenOptions,
  ): Promise<T>;
  close(): Promise<void>;
}

/** A copy of the template's folder in which other files can be put. */
export async function templateCopy(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'yokoten-open-data-app-'));
  const isData = Object.keys(files).some((path) => path.startsWith('data/'));
  await cp(template, root, {
    recursive: true,
    filter: (path) => !MADE.has(basename(path)) && !(isData && path.endsWith('.csv')),
  });
  await symlink(join(template, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content);
  return root;
}

/** Builds the template, with other data where some is given. */
export async function templateSite(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TemplateSite> {
  const root = await templateCopy(files);
  const folder = join(root, 'dist');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
  const server = await serveFolder(folder, { base: '/repo/' });
  return {
    url: server.url,
    folder,
    async visit(path, look, options) {
      const opened = await openPage(server.url + path, options);
      try {
        const seen = await look(opened);
        const { complaints, foreign } = opened;
        if (complaints.length + foreign.length > 0)
          throw new Error(`the page complained: ${[...complaints, ...foreign].join('\n')}`);
        return seen;
      } finally {
        await opened.close();
      }
    },
    async close() {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}

/** What the entries of the list are called. */
export function names(page: Page): Promise<string[]> {
  return page.locator('.cards h3').allInnerTexts();
}

/** How many there are, as the page says it. */
export function status(page: Page): Promise<string> {
  return page.locator('.list-head [role=status]').innerText();
}
