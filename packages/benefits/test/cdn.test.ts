import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser, openPage, phone } from '../../../apps/tools/src/page.ts';
import { type FolderServer, serveFolder } from '../../../apps/tools/src/serve.ts';
import { checkSchemes, schemeFiles, writePack } from '../src/build.ts';

const cdn = fileURLToPath(new URL('../dist/cdn/benefit-navigator.js', import.meta.url));
const demo = fileURLToPath(new URL('../demo/', import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
const PAGE = `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <title>町のページ</title>
    <script type="module" src="./benefit-navigator.js"></script>
  </head>
  <body>
    <main>
      <h1>町のページ</h1>
      <benefit-navigator src="./pack/index.js" date="2026-11-22" language="en"></benefit-navigator>
    </main>
  </body>
</html>
`;

test('the file that works alone imports nothing, and no text becomes HTML in it but lit’s own', () => {
  const code = readFileSync(cdn, 'utf8');
  expect(code.match(/^import\b|\bimport\s*["']/gm)).toBeNull();
  expect(code.match(/\.innerHTML\s*=/g)).toHaveLength(1);
});

describe.skipIf(!canOpenPages)('a page that embeds the check with the file alone', () => {
  let folder = '';
  let server: FolderServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-cdn-'));
    copyFileSync(cdn, join(folder, 'benefit-navigator.js'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    const { compiled } = await checkSchemes(schemeFiles([demo]));
    if (compiled === undefined) throw new Error('the demo does not compile');
    for (const [path, text] of writePack(compiled.data, compiled.texts)) {
      const file = join(folder, 'pack', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text.replace('@yokoten/benefits/schemes', '../benefit-navigator.js'));
    }
    server = await serveFolder(folder);
  });
  afterAll(async () => {
    await closeBrowser();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  test('works under a policy that forbids everything but its own scripts', async () => {
    const { page, complaints, close } = await openPage('about:blank', phone);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(server.url);
    const check = page.locator('benefit-navigator');
    await check.locator('[data-begin]').waitFor();
    expect(asked.toSorted()).toEqual([
      '/',
      '/benefit-navigator.js',
      '/pack/data.js',
      '/pack/index.js',
      '/pack/texts/en.js',
    ]);
    // Inside of a page's own main part it is a region with a name, and leaves the page's title and address alone.
    expect(await check.locator('.page').getAttribute('role')).toBe('region');
    expect(await page.title()).toBe('町のページ');
    await check.locator('[data-begin]').click();
    await check.locator('[data-add=child]').click();
    await check.locator('[data-next]').click();
    expect(await check.locator('#title').innerText()).toBe('What is the date of birth (you)?');
    expect(asked).toHaveLength(5);
    expect(complaints).toEqual([]);
    await close();
  });
});
