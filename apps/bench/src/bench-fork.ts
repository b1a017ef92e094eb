import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nextRelease } from '@yokoten-tools/tools/next-release';
import { figure, median, type Figure } from './figure.ts';
import { upgradeQuality } from './fork/upgrade-quality.ts';

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
    yield* upgrades(folder, cli);
    yield* upgradeQuality();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `yokoten upgrade` as a person types it, start of Node and writing of the branch included: once for a fork that changed
 * its config and data only, once for one that edited the file that the new release changes too.
 */
function* upgrades(folder: string, scaffolder: string): Generator<Figure> {
  const { releases } = nextRelease(join(root, '.cache/pack'), folder);
  const yokoten = join(root, 'packages/yokoten/dist/cli.js');
  const made = (name: string, edit: (app: string) => void): number => {
    const flags = [
      '--template',
      'disaster-map',
      '--municipality',
      '132012',
      '--yes',
      '--no-install',
    ];
    const env = { ...process.env, ...IDENTITY };
    execFileSync('node', [scaffolder, name, ...flags], { cwd: folder, stdio: 'ignore', env });
    const app = join(folder, name);
    edit(app);
    execFileSync('git', ['add', '--all'], { cwd: app });
    execFileSync('git', ['commit', '--quiet', '--message', 'x'], { cwd: app, env });
    const began = performance.now();
    const args = [yokoten, 'upgrade', app, '--releases', releases, '--json'];
    const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(stderr);
    return (performance.now() - began) / 1000;
  };
  const rounds = [1, 2, 3, 4, 5];
  const doctored = rounds.map(() => {
    const began = performance.now();
    // Exit code 1 would be a false alarm.
    const app = join(folder, 'fork');
    const { status, stdout } = spawnSync('node', [yokoten, 'doctor', app], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout);
    return (performance.now() - began) / 1000;
  });
  yield figure('`yokoten doctor` on a clean fork', median(doctored), 's', '<= 5');
  const plain = rounds.map((i) =>
    made(`plain-${i}`, (app) => appendFileSync(join(app, 'yokoten.config.jsonc'), '// ours\n')),
  );
  yield figure('`yokoten upgrade`, only config and data changed', median(plain), 's', '<= 1');
  const edited = rounds.map((i) =>
    made(`edited-${i}`, (app) => {
      const page = join(app, 'index.html');
      writeFileSync(page, readFileSync(page, 'utf8').replace('<html>', '<html lang="ja">'));
    }),
  );
  yield figure(
    '`yokoten upgrade`, a template’s file edited on both sides',
    median(edited),
    's',
    '<= 1',
  );
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@example.com',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@example.com',
} as const;
