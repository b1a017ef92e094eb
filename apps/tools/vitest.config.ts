import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { browserArguments } from './src/browser-arguments.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chrome = process.env.CHROME_PATH;

/**
 * Tests that start Git, npm and our commands some thousand times. A process is started by a copy of the one that starts
 * it: from the small workers of these tests that costs a millisecond, from those of all others, grown large, ten.
 */
const COMMANDS = ['{packages/{create-yokoten,yokoten},apps/tools}/{src,test}/**/*.test.ts'];

function nodeProject(
  name: string,
  include: string[],
  not: string[] = [],
): TestProjectConfiguration {
  return {
    root,
    test: {
      name,
      environment: 'node',
      // A worker of its own for each of some 250 files costs a third of the time; no test changes what others import.
      isolate: false,
      setupFiles: ['apps/tools/src/vitest-setup.ts'],
      include,
      exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/dist/**', ...not],
    },
  };
}

/** Files named `*.browser.test.ts` run inside a real browser; all others in Node. */
export default defineConfig({
  root,
  test: {
    reporters: process.env.CI ? ['default'] : ['dot'],
    // Vitest leaves one core free; on two cores that costs a third of the time.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // `npm test` leaves them to `.ci/run` (task-test.ts).
    tags: [
      {
        name: 'ci',
        description: 'needs a registry, peers or a minute, or is one more case of a matrix',
      },
    ],
    projects: [
      nodeProject('commands', COMMANDS),
      nodeProject('node', ['{packages,apps,templates}/*/{src,test}/**/*.test.ts'], COMMANDS),
      ...(chrome === undefined
        ? []
        : [
            {
              root,
              test: {
                name: 'browser',
                // A machine that is busy with something else answers late now and then; once is forgiven.
                retry: 1,
                include: ['{packages,apps}/*/{src,test}/**/*.browser.test.ts'],
                exclude: ['**/node_modules/**', '**/dist/**'],
                env: { YOKOTEN_TIER: process.env.YOKOTEN_TIER ?? '' },
                browser: {
                  enabled: true,
                  headless: true,
                  screenshotFailures: false,
                  provider: playwright({
                    launchOptions: { executablePath: chrome, args: [...browserArguments] },
                  }),
                  instances: [{ browser: 'chromium' as const }],
                },
              },
            },
          ]),
    ],
  },
});
