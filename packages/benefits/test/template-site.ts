import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { build } from 'vite';
import { builtOnce } from '../../../apps/tools/src/built-once.ts';
import { type FolderServer, serveFolder } from '../../../apps/tools/src/serve.ts';

const template = fileURLToPath(new URL('../../../templates/benefits-navigator/', import.meta.url));

/** The template as it is published. */
export interface TemplateSite {
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds the template into a folder of its own and serves it on this machine. */
export async function templateSite(): Promise<TemplateSite> {
  const folder = await builtOnce('benefits-navigator', async (outDir) => {
    await build({
      root: template,
      configFile: join(template, 'vite.config.ts'),
      logLevel: 'silent',
      build: { outDir, emptyOutDir: true },
    });
  });
  const server: FolderServer = await serveFolder(folder);
  return {
    url: server.url,
    folder,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What a household says; only what is asked is used. */
export interface Household {
  readonly children: readonly string[];
  readonly partner?: boolean;
  readonly numbers: string;
  /** Which choice is taken, from the end where it is negative. */
  readonly choice: number;
}

/** Answers every question with mouse or finger, whatever the pack asks; at most 60 of them. */
export async function answerAll(
  page: Page,
  household: Household,
  press: (locator: Locator) => Promise<void> = (locator) => locator.click(),
): Promise<number> {
  const check = page.locator('benefit-navigator');
  await press(check.locator('[data-begin]'));
  for (const _ of household.children) await press(check.locator('[data-add=child]'));
  if (household.partner === true) await press(check.locator('[data-add=partner]'));
  await press(check.locator('[data-next]'));
  let children = 0;
  for (let asked = 0; asked < 60; asked += 1) {
    const screen = check.locator('[data-screen]');
    if ((await screen.getAttribute('data-screen')) !== 'ask') return asked;
    if ((await check.locator('[name=year]').count()) > 0) {
      const isChild = (await check.locator('#title').innerText()).includes('子ども');
      const birth = isChild ? household.children[children++] : '1985-02-03';
      const [year = '', month = '', day = ''] = (birth ?? '2015-01-01').split('-');
      await check.locator('[name=year]').fill(year);
      await check.locator('[name=month]').fill(month);
      await check.locator('[name=day]').fill(day);
    } else if ((await check.locator('[name=value]:not([type=radio])').count()) > 0)
      await check.locator('[name=value]').fill(household.numbers);
    else await press(check.locator('.choice').nth(household.choice));
    await press(check.locator('[data-next]'));
  }
  throw new Error('more than 60 questions');
}
