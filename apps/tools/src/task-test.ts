import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildWorkspace, install } from './prepare.ts';
import { root, run, StepFailed } from './run.ts';

/**
 * `npm test`: the quick tier. `YOKOTEN_TIER` widens it: `ci` adds the checks that need a registry, peers or a minute,
 * `full` runs every case of every matrix.
 */
export async function test(args: string[]): Promise<void> {
  await install();
  await buildWorkspace('./packages/*');
  const browser = await findBrowser();
  if (browser === undefined) {
    if (process.env.CI)
      throw new StepFailed('No browser was found, and CI must test in one. Set CHROME_PATH.', 1);
    console.error(
      'SKIPPED: tests in a real browser. No Chrome, Edge or Chromium was found; set CHROME_PATH to one.',
    );
  }
  const results = join(root, '.cache/test-results.json');
  await run(
    'pnpm',
    [
      'exec',
      'vitest',
      'run',
      '--config',
      'apps/tools/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...args,
    ],
    { output: 'own', env: { ...browser?.env, CHROME_PATH: browser?.path } },
  );
}

export async function testFull(args: string[]): Promise<void> {
  process.env.YOKOTEN_TIER = 'full';
  await test(args);
}
