import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, type RunOptions } from './run.ts';

/** Installs what the lockfile says. A lockfile that does not fit its manifests is an error in CI, mended elsewhere. */
export async function install(): Promise<void> {
  if (!existsSync(join(root, 'node_modules'))) console.error('Installing packages …');
  const frozen = process.env.CI
    ? ['--frozen-lockfile']
    : ['--prefer-frozen-lockfile', '--prefer-offline'];
  await run('pnpm', ['install', ...frozen, '--reporter=append-only'], quietWhenWarm());
}

/**
 * Builds packages (and, without `filter`, apps and templates too); what did not change comes from turbo's cache.
 * Says nothing unless it fails: it runs before every task.
 */
export async function buildWorkspace(...filter: string[]): Promise<void> {
  const args = filter.flatMap((name) => ['--filter', name]);
  await run('pnpm', ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only', ...args], {
    output: 'quiet',
    env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });
}

function quietWhenWarm(): RunOptions {
  return { output: process.env.CI ? 'progress' : 'quiet' };
}
