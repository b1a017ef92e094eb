import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a test file prints when all of its cases are tried: figures that tests score have one place. */
export function outputOfTest(test: string): string {
  const args = [
    'exec',
    'vitest',
    'run',
    '--config',
    'apps/tools/vitest.config.ts',
    '--reporter=verbose',
    test,
  ];
  const { stdout, stderr } = spawnSync('pnpm', args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, YOKOTEN_TIER: 'ci', NO_COLOR: '1', FORCE_COLOR: '0' },
    shell: process.platform === 'win32',
  });
  return `${stdout}\n${stderr}`;
}
