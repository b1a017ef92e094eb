import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { BenefitNavigator } from '@yokoten/benefits';
import { closeBrowser, openPage, phone } from '@yokoten-tools/tools/page';
import { serveFolder } from '@yokoten-tools/tools/serve';
import type { Page } from 'playwright';
import { build } from 'vite';
import { figure, type Figure, median } from '../figure.ts';
import { bundledSize } from './size.ts';

const template = fileURLToPath(
  new URL('../../../../templates/benefits-navigator/', import.meta.url),
);

/** How slow a phone is beside this machine. */
const THROTTLE = 4;
const MOVES = 40;

/** The template's page in a browser: what it loads, and how long the slider takes on a slow phone. */
export async function* pageFigures(): AsyncGenerator<Figure> {
  yield* firstFigures();
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-benefits-bench-'));
  await build({ root: template, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const server = await serveFolder(folder);
  try {
    const { page, close } = await openPage('about:blank', phone);
    const scripts: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js'))
        void response.body().then((body) => scripts.push(gzipSync(body, { level: 9 }).length));
    });
    await page.goto(server.url);
    await page.locator('benefit-navigator [data-begin]').waitFor();
    await page.waitForLoadState('networkidle');
    const all = scripts.reduce((sum, size) => sum + size, 0) / 1024;
    yield figure('page: all scripts with engine, every part, sample pack, Japanese', all, 'KB gz');
    yield* sliderInPage(page);
    await close();
  } finally {
    await closeBrowser();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is loaded before the first question, and before the questions after it. */
async function* firstFigures(): AsyncGenerator<Figure> {
  const element = "export { BenefitNavigator } from '@yokoten/benefits'";
  const engine = "export { buildSimulation, calculate } from '@yokoten/rules'";
  const lit = [/^lit(\/|$)/];
  const first = (await bundledSize(element, lit)) / 1024;
  yield figure('page: element until the first question is asked and answered, with Japanese, without lit', first, 'KB gz', '<= 30'); // prettier-ignore
  const both = (await bundledSize(`${element}; ${engine}`, lit)) / 1024;
  yield figure('page: the same with the engine that evaluates rules', both, 'KB gz', '<= 30');
  const every = (await bundledSize(element, lit, ['ask-part'])) / 1024;
  yield figure('page: until every question can be asked and answered, with engine and bounds', every, 'KB gz', '<= 30'); // prettier-ignore
}

async function* sliderInPage(page: Page): AsyncGenerator<Figure> {
  const check = page.locator('benefit-navigator');
  await check.locator('[data-begin]').click();
  await check.locator('[data-add=child]').click();
  await check.locator('[data-next]').click();
  for (const birth of ['1985', '2015']) {
    await check.locator('[name=year]').fill(birth);
    await check.locator('[name=month]').fill('6');
    await check.locator('[name=day]').fill('15');
    await check.locator('[data-next]').click();
  }
  await check.locator('[data-results]').click();
  await check.locator('[data-what-if]').waitFor();
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const charts = await page.evaluate(async () => {
    const element = document.querySelector<BenefitNavigator>('benefit-navigator');
    const root = element?.shadowRoot;
    root?.querySelector<HTMLElement>('[data-what-if]')?.click();
    await element?.updateComplete;
    const menu = root?.querySelector<HTMLSelectElement>('[data-trial]');
    const times: number[] = [];
    // Each is worked out when it is chosen for the first time; the one that is shown already is not counted.
    for (const { value } of [...(menu?.options ?? [])].slice(1)) {
      if (!menu) break;
      menu.value = value;
      const start = performance.now();
      menu.dispatchEvent(new Event('change'));
      await element?.updateComplete;
      times.push(performance.now() - start);
    }
    return times;
  });
  yield figure(
    'page: chart of another answer drawn, 4 × slower',
    Math.min(...charts),
    'ms',
    '<= 50',
  );
  const moves = await page.evaluate(async (count) => {
    const element = document.querySelector<BenefitNavigator>('benefit-navigator');
    const slider = element?.shadowRoot?.querySelector<HTMLInputElement>('#slider');
    const times: number[] = [];
    if (!element || !slider) return times;
    const step = (Number(slider.max) - Number(slider.min)) / count;
    for (let at = 0; at < count; at += 1) {
      slider.value = String(Number(slider.min) + step * at);
      const start = performance.now();
      slider.dispatchEvent(new Event('input'));
      await element.updateComplete;
      times.push(performance.now() - start);
    }
    return times;
  }, MOVES);
  const inOrder = moves.toSorted((a, b) => a - b);
  // Of the quicker half the middle, so that a busy machine does not decide.
  const shown = median(inOrder.slice(0, MOVES / 2));
  yield figure('page: value shown after a move of the slider, 4 × slower', shown, 'ms', '<= 16');
  yield figure('page: the same, slowest of the moves', inOrder.at(-1) ?? Number.NaN, 'ms');
}
