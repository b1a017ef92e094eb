import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright';
import { buildExample, exampleIds } from '../../examples/src/build-example.ts';
import { closeBrowser, desktop, openPage, phone } from './page.ts';
import { root, run } from './run.ts';
import { serveFolder } from './serve.ts';

/** Builds what is shown into `folder`, opens it, and writes docs/images anew. */
export async function takePictures(folder: string): Promise<void> {
  const dark = { ...phone, colorScheme: 'dark' } as const;
  try {
    await take(await buildApp('hachioji', folder), {
      ready: mapDrawn,
      views: { 'hachioji-desktop': desktop, 'hachioji-phone': phone, 'hachioji-dark': dark },
    });
    await take(await buildEmptyTown(folder), { ready: mapDrawn, views: { 'empty-town': phone } });
    await take(await buildApp('playground', folder), {
      ready: checkSample,
      views: { 'playground-desktop': desktop, 'playground-phone': phone },
    });
    for (const id of exampleIds()) await takeExample(id, join(folder, id));
    await takeBenefits(join(folder, 'benefits'));
    await takeOpenData(join(folder, 'open-data-app'));
  } finally {
    await closeBrowser();
  }
}

/** The benefit check of the template: a question on a phone, results on a desk, a programme in the dark. */
async function takeBenefits(out: string): Promise<void> {
  const cwd = join(root, 'templates/benefits-navigator');
  await run('pnpm', ['exec', 'vite', 'build', '--outDir', out, '--logLevel', 'error'], { cwd });
  const server = await serveFolder(out);
  const views: readonly (readonly [name: string, view: BrowserContextOptions, last: string])[] = [
    ['phone', phone, '[data-screen=ask] .why summary'],
    ['desktop', desktop, '[data-results]'],
    [
      'dark',
      { ...phone, colorScheme: 'dark' },
      '[data-results], [data-programme=jido-teate] button, .whole > summary',
    ],
  ];
  for (const [name, view, last] of views) {
    const { page, close } = await openPage(server.url, view);
    const check = page.locator('benefit-navigator');
    await check.locator('[data-begin]').click();
    for (const kind of ['partner', 'child', 'child'])
      await check.locator(`[data-add=${kind}]`).click();
    await check.locator('[data-next]').click();
    for (const birth of ['1988-6-15', '1987-2-3', '2017-5-5', '2024-8-8']) {
      for (const [at, field] of ['year', 'month', 'day'].entries())
        await check.locator(`[name=${field}]`).fill(birth.split('-')[at] ?? '');
      await check.locator('[data-next]').click();
    }
    for (const wanted of last.split(', ')) await check.locator(wanted).click();
    await page.waitForTimeout(500); // the bar shrinks
    const picture = await asWebp(await page.screenshot());
    writeFileSync(join(root, `docs/images/benefits-${name}.webp`), picture);
    await close();
  }
  await server.close();
}

/** The template for one data file: its list with a filter set on a desk, a record on a phone. */
async function takeOpenData(out: string): Promise<void> {
  const cwd = join(root, 'templates/open-data-app');
  await run('pnpm', ['exec', 'vite', 'build', '--outDir', out, '--logLevel', 'error'], { cwd });
  const server = await serveFolder(out);
  const shoot = async (name: string, view: BrowserContextOptions, path: string): Promise<void> => {
    const { page, close } = await openPage(server.url + path, view);
    await page.locator('place-map .mark').first().waitFor();
    await page.waitForTimeout(1000); // marks fade in, the map flies
    const picture = await asWebp(await page.screenshot());
    writeFileSync(join(root, `docs/images/open-data-app-${name}.webp`), picture);
    await close();
  };
  await shoot('desktop', desktop, '?f.設備=車椅子可');
  await shoot('phone', phone, 'records/f001.html');
  await server.close();
}

/** Small pictures for the page that lists the examples. */
async function takeExample(id: string, site: string): Promise<void> {
  await buildExample(id, site);
  const server = await serveFolder(site);
  const view = { viewport: { width: 960, height: 600 } };
  const { page, close } = await openPage(server.url, view);
  await page.locator('.mark').first().waitFor();
  const shoot = async (name: string): Promise<void> => {
    await page.waitForTimeout(1000); // marks fade in, the map flies
    const picture = await asWebp(await page.screenshot());
    writeFileSync(join(root, `docs/images/example-${name}.webp`), picture);
  };
  await page.getByText('表示するもの').click();
  await shoot(id);
  if (id === 'sights') {
    await page.locator('[data-place]').first().click();
    await page.locator('img.photo').waitFor();
    await shoot('sights-photo');
  }
  await close();
  await server.close();
}

/** A PNG in a fifth of its bytes, by the browser's own encoder. */
async function asWebp(png: Buffer): Promise<Buffer> {
  const { page, close } = await openPage('about:blank');
  const encoded = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await close();
  return Buffer.from(encoded);
}

async function buildApp(name: string, folder: string): Promise<string> {
  const out = join(folder, name);
  await run('pnpm', ['exec', 'vite', 'build', '--outDir', out, '--logLevel', 'error'], {
    cwd: join(root, 'apps', name),
  });
  return out;
}

async function mapDrawn(page: Page): Promise<void> {
  await page.locator('disaster-map .canvas *').first().waitFor();
}

async function checkSample(page: Page): Promise<void> {
  await page.getByText('見本のファイルで試す').click();
  await page.locator('report-view h2').first().waitFor();
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

interface Pictures {
  /** Brings the page into the state that is shown. */
  readonly ready: (page: Page) => Promise<void>;
  /** By the picture's name. */
  readonly views: Readonly<Record<string, BrowserContextOptions>>;
}

async function take(site: string, { ready, views }: Pictures): Promise<void> {
  const images = join(root, 'docs/images');
  mkdirSync(images, { recursive: true });
  const server = await serveFolder(site);
  for (const [name, view] of Object.entries(views)) {
    const { page, close } = await openPage(server.url, view);
    await ready(page);
    await page.waitForTimeout(1000); // marks and tiles fade in
    await page.screenshot({ path: join(images, `${name}.png`) });
    await close();
  }
  await server.close();
}
