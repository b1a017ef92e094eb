import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildWorkspace, install } from './prepare.ts';
import { root, run, StepFailed } from './run.ts';

/**
 * `npm test`: the quick tier. `YOKOTEN_TIER` widens it: `ci` adds what is tagged so, the checks that need a registry,
 * peers or a minute and the middle of matrices; `full` runs every case of every matrix.
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
  rmSync(results, { force: true });
  const isQuick = !['ci', 'full'].includes(process.env.YOKOTEN_TIER ?? '');
  const built = mkdtempSync(join(tmpdir(), 'yokoten-built-'));
  const env = {
    ...browser?.env,
    CHROME_PATH: browser?.path,
    // Commands are started hundreds of times; Node then compiles each of their files once.
    NODE_COMPILE_CACHE: join(root, '.cache/compiled'),
    YOKOTEN_BUILT: built,
  };
  try {
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
        ...(isQuick ? ['--tags-filter=!ci'] : []),
        ...args,
      ],
      { output: 'own', env },
    );
  } finally {
    rmSync(built, { recursive: true, force: true });
    const left = existsSync(results) ? leftToCi(readFileSync(results, 'utf8')) : 0;
    if (left > 0) console.error(`SKIPPED: ${left} tests are left to .ci/run (YOKOTEN_TIER=ci).`);
  }
}

interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly tags?: readonly string[];
    }[];
  }[];
}

/** How many tests of Vitest's JSON report were skipped because only `.ci/run` runs them. */
function leftToCi(report: string): number {
  return (JSON.parse(report) as Results).testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(
      ({ status, tags = [] }) => status !== 'passed' && status !== 'failed' && tags.includes('ci'),
    ).length;
}

export async function testFull(args: string[]): Promise<void> {
  process.env.YOKOTEN_TIER = 'full';
  await test(args);
}
