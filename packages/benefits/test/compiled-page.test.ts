import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser, openPage, phone } from '../../../apps/tools/src/page.ts';
import { type FolderServer, serveFolder } from '../../../apps/tools/src/serve.ts';
import { compilePackage } from '../../openfisca/src/write-pack.ts';

const template = fileURLToPath(new URL('../../../templates/benefits-navigator/', import.meta.url));
const rules = fileURLToPath(new URL('../../openfisca/test/fixtures/mihon/', import.meta.url));
const LEFT_OUT = new Set(['node_modules', 'dist', 'schemes', '.turbo']);

describe.skipIf(!canOpenPages)('the template with rules that yokoten compiled', () => {
  let root = '';
  let server: FolderServer;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'yokoten-compiled-'));
    cpSync(template, root, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
    symlinkSync(join(template, 'node_modules'), join(root, 'node_modules'), 'junction');
    compilePackage(rules, join(root, 'pack'));
    writeFileSync(join(root, 'pack/LICENSE'), 'The licence in full.');
    const config = readFileSync(join(root, 'yokoten.config.jsonc'), 'utf8');
    const plan = '"pack": { "programmes": [{ "output": "support", "money": "monthly" }] },';
    writeFileSync(
      join(root, 'yokoten.config.jsonc'),
      config.replace('"benefits": {', `"benefits": { ${plan}`),
    );
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
    server = await serveFolder(join(root, 'dist'));
  });
  afterAll(async () => {
    await closeBrowser();
    await server.close();
    rmSync(root, { recursive: true });
  });

  test(
    'asks, answers, and shows the licence and notice of the rules',
    { tags: ['ci'] },
    async () => {
      const { page, complaints, close } = await openPage(server.url, phone);
      const check = page.locator('benefit-navigator');
      await check.locator('[data-begin]').waitFor();
      expect(await check.locator('.note').allInnerTexts()).toContainEqual(
        expect.stringContaining('compiled from'),
      );
      await check.locator('[data-about]').click();
      const about = await check.locator('.card').innerText();
      expect(about).toContain('mihon');
      const link = check.getByRole('link', { name: './pack/LICENSE.txt' });
      const [licence] = await Promise.all([page.waitForEvent('popup'), link.click()]);
      await licence.waitForLoadState();
      expect(await licence.innerText('body')).toBe('The licence in full.');
      await licence.close();
      await check.locator('[data-close]').click();
      await check.locator('[data-begin]').click();
      await check.locator('[data-next]').click();
      for (let asked = 0; asked < 30; asked += 1) {
        if ((await check.locator('[data-screen]').getAttribute('data-screen')) !== 'ask') break;
        if ((await check.locator('[data-unsure]').count()) > 0)
          await check.locator('[data-unsure]').click();
        else {
          await check.locator('.choice').last().click();
          await check.locator('[data-next]').click();
        }
      }
      expect(await check.locator('.result').count()).toBe(1);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
