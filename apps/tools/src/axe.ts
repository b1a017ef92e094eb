import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright';
import { AXE_OPTIONS } from './axe-options.ts';
import { desktop, phone } from './page.ts';

const tablet: BrowserContextOptions = { viewport: { width: 768, height: 1024 }, hasTouch: true };
const SCREENS = { phone, tablet, desktop };
const COLOURS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
};

/** A way to look at a page; `bypassCSP` lets axe be put into it. */
export type Look = readonly [name: string, options: BrowserContextOptions];

const all: readonly Look[] = Object.entries(SCREENS).flatMap(([screen, size]) =>
  Object.entries(COLOURS).map(([colours, scheme]): Look => [
    `${screen}, ${colours}`,
    { ...size, ...scheme, bypassCSP: true },
  ]),
);
const QUICK = new Set(['phone, light', 'desktop, dark']);

/** Three screens in three colours with `YOKOTEN_TIER=full`; otherwise two that differ in both. */
export const LOOKS: readonly Look[] =
  process.env.YOKOTEN_TIER === 'full' ? all : all.filter(([name]) => QUICK.has(name));

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it is now: rule, element, what is wrong. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(AXE_OPTIONS)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
