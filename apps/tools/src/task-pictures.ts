import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildWorkspace, install } from './prepare.ts';
import { root, run, StepFailed } from './run.ts';

/** `npm run pictures`: takes the pictures of docs/images anew. The background map is left out: nothing is fetched. */
export async function pictures(): Promise<void> {
  await install();
  await buildWorkspace('./packages/*');
  const browser = await findBrowser();
  if (browser === undefined) throw new StepFailed('No browser was found. Set CHROME_PATH.', 2);
  Object.assign(process.env, browser.env, { CHROME_PATH: browser.path });
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-pictures-'));
  try {
    const hachioji = join(folder, 'hachioji');
    await run('pnpm', ['exec', 'vite', 'build', '--outDir', hachioji, '--logLevel', 'error'], {
      cwd: join(root, 'apps/hachioji'),
    });
    await take(hachioji, 'hachioji');
    await take(await buildEmptyTown(folder), 'empty-town');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A town that was just scaffolded, inside the workspace so that nothing needs to be installed. */
async function buildEmptyTown(folder: string): Promise<string> {
  const cli = join(root, 'packages/create-yokoten/dist/cli.js');
  const app = join(root, '.cache/pictures-town');
  rmSync(app, { recursive: true, force: true });
  const flags = [
    '--template',
    'disaster-map',
    '--municipality',
    '182079',
    '--yes',
    '--no-install',
    '--no-git',
  ];
  execFileSync('node', [cli, app, ...flags], { stdio: ['ignore', 2, 2] });
  // Its packages are those of the app beside it.
  execFileSync('ln', ['-s', join(root, 'apps/hachioji/node_modules'), join(app, 'node_modules')]);
  const out = join(folder, 'empty');
  await run(
    'node',
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', out, '--logLevel', 'error'],
    { cwd: app },
  );
  rmSync(app, { recursive: true, force: true });
  return out;
}

async function take(site: string, name: string): Promise<void> {
  const { closeBrowser, desktop, openPage, phone } = await import('./page.ts');
  const { serveFolder } = await import('./serve.ts');
  const images = join(root, 'docs/images');
  mkdirSync(images, { recursive: true });
  const server = await serveFolder(site);
  const views =
    name === 'hachioji'
      ? {
          '-desktop': desktop,
          '-phone': phone,
          '-dark': { ...phone, colorScheme: 'dark' as const },
        }
      : { '': phone };
  for (const [suffix, view] of Object.entries(views)) {
    const { page, close } = await openPage(server.url, view);
    await page.locator('disaster-map .canvas *').first().waitFor();
    await page.waitForTimeout(1000); // marks and tiles fade in
    await page.screenshot({ path: join(images, `${name}${suffix}.png`) });
    await close();
  }
  await closeBrowser();
  await server.close();
}
