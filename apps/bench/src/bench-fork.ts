import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, median, type Figure } from './figure.ts';

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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `yokoten upgrade` as a person types it, start of Node and writing of the branch included: once for a fork that changed
 * its config and data only, once for one that edited the file that the new release changes too.
 */
function* upgrades(folder: string, scaffolder: string): Generator<Figure> {
  const releases = nextRelease(folder);
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

/** The scaffolder's tarball once more under a later version, with one file of the template changed. */
function nextRelease(folder: string): string {
  const pack = join(root, '.cache/pack');
  const name = readdirSync(pack).find((file) => /^create-yokoten-.*\.tgz$/.test(file)) ?? '';
  const [releases, aside] = [join(folder, 'releases'), join(folder, 'aside')];
  mkdirSync(releases);
  mkdirSync(aside);
  cpSync(join(pack, name), join(releases, name));
  execFileSync('tar', ['xzf', join(pack, name), '-C', aside]);
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(aside, path), change(readFileSync(join(aside, path), 'utf8')));
  const template = 'package/templates/disaster-map';
  edit('package/package.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "99.0.0"'));
  edit(`${template}/files/index.html`, (text) => text.replace('permalink', 'permalink print'));
  const page = readFileSync(join(aside, template, 'files/index.html'));
  edit(`${template}/template.json`, (text) => {
    const manifest = JSON.parse(text) as { files: Record<string, { sha256?: string }> };
    const files = Object.entries(manifest.files).map(([path, file]) => [
      path,
      path === 'index.html'
        ? { ...file, sha256: createHash('sha256').update(page).digest('hex') }
        : file,
    ]);
    return JSON.stringify({ ...manifest, files: Object.fromEntries(files) });
  });
  execFileSync('tar', ['czf', join(releases, 'create-yokoten-99.0.0.tgz'), '-C', aside, 'package']);
  return releases;
}
