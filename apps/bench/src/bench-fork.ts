import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, type Figure } from './figure.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a fork of the template installs. The 2021 template's figures, from the same commands: 2,037 packages, 405 MB. */
export async function* bench(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  try {
    const cli = join(root, 'packages/create-yokoten/dist/cli.js');
    const flags = [
      '--template',
      'disaster-map',
      '--municipality',
      '132012',
      '--yes',
      '--no-git',
      '--no-install',
    ];
    execFileSync('node', [cli, 'fork', ...flags, '--packages', join(root, '.cache/pack')], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
    });
    const app = join(folder, 'fork');
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
    );
    const npm = (...args: string[]): string =>
      execFileSync('npm', args, {
        cwd: app,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    npm('install', '--package-lock-only', '--no-audit', '--no-fund');
    npm('ci', '--no-audit', '--no-fund');
    const installed = npm('ls', '--all', '--parseable').trim().split('\n').length;
    const disk = Number(
      execFileSync('du', ['-sm', 'node_modules'], { cwd: app, encoding: 'utf8' }).split('\t')[0],
    );
    yield figure(
      'packages after `npm ci` (the app itself counted)',
      installed,
      'packages',
      '<= 60',
    );
    yield figure('`du -sm node_modules`', disk, 'MB', '<= 120');
    const began = performance.now();
    npm('run', 'build');
    yield figure('production build', (performance.now() - began) / 1000, 's', '<= 10');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
