import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplate } from '../src/template.ts';
import { runCli, runHere, temporaryFolder } from './command-line.ts';

const bare = ['--yes', '--no-install', '--no-git'];
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
const identity = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

test('writes an app for the town, and says what to type next', async () => {
  using folder = temporaryFolder();
  const args = ['my-map', '--template', 'disaster-map', '--municipality', '132012', ...bare];
  const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n').slice(-3)).toEqual([
    '  cd my-map',
    '  npm install',
    '  npm start',
  ]);
  const read = (path: string): string => readFileSync(join(folder.path, 'my-map', path), 'utf8');
  expect(JSON.parse(read('package.json'))).toMatchObject({
    name: 'my-map',
    dependencies: { yokoten: expect.stringMatching(/^\^\d/) },
  });
  const config = read('yokoten.config.jsonc');
  expect(config).toContain('"municipality": "132012"');
  expect(config).toContain(
    '"title": { "ja": "八王子市防災マップ", "en": "Hachioji City Disaster Map" }',
  );
  expect(config).not.toContain('"sample"');
  expect(read('README.ja.md')).toMatch(/^# 八王子市防災マップ\n/);
  expect(read('publiccode.yml')).toContain('name: 八王子市防災マップ\n');
  expect(existsSync(join(folder.path, 'my-map/.gitignore'))).toBe(true);
  expect(folder.list().filter((path) => /\.csv$|boundary/.test(path))).toEqual([]);
});

test('records every file with its owner, and with its hash where nothing was filled in', async () => {
  using folder = temporaryFolder();
  await runHere(['my-map', '-m', '132012', ...bare], { cwd: folder.path });
  const app = join(folder.path, 'my-map');
  const record = JSON.parse(readFileSync(join(app, 'yokoten.lock.json'), 'utf8'));
  expect(record).toMatchObject({
    schemaVersion: 1,
    template: 'disaster-map',
    municipality: '132012',
  });
  const written = folder
    .list()
    .filter((path) => statSync(join(folder.path, path)).isFile())
    .map((path) => path.replaceAll('\\', '/').replace('my-map/', ''))
    .filter((path) => path !== 'yokoten.lock.json' && path !== '.yokoten/base.json');
  expect(Object.keys(record.files).sort()).toEqual(written.sort());
  const withMarks = Object.entries(readTemplate('disaster-map').files)
    .filter(([, { sha256 }]) => sha256 === undefined)
    .map(([path]) => path);
  expect(withMarks).toContain('package.json');
  for (const [path, { sha256, class: owner }] of Object.entries<{ sha256?: string; class: string }>(
    record.files,
  )) {
    expect(owner).toMatch(/^(yours|merged|template|generated)$/);
    expect(sha256 === undefined, path).toBe(withMarks.includes(path));
    if (sha256 === undefined) continue;
    expect(sha256, path).toBe(
      createHash('sha256')
        .update(readFileSync(join(app, path)))
        .digest('hex'),
    );
  }
  const template = Object.values<{ class: string }>(record.files).filter(
    ({ class: owner }) => owner === 'template',
  );
  expect(template.length).toBeLessThanOrEqual(12);
});

test('keeps what an upgrade merges from, for a machine without network', async () => {
  using folder = temporaryFolder();
  await runHere(['my-map', '-m', '132012', ...bare], { cwd: folder.path });
  const app = join(folder.path, 'my-map');
  const read = (path: string): string => readFileSync(join(app, path), 'utf8');
  const { files, fills } = JSON.parse(read('yokoten.lock.json'));
  expect(fills).toEqual({
    code: '132012',
    name: '八王子市',
    latin: 'Hachioji City',
    package: 'my-map',
  });
  const archive = JSON.parse(read('.yokoten/base.json'));
  const managed = Object.entries<{ class: string }>(files).filter(
    ([, { class: owner }]) => owner !== 'yours',
  );
  expect(Object.keys(archive.files)).toEqual(managed.map(([path]) => path));
  for (const [path, text] of Object.entries(archive.files)) expect(text, path).toBe(read(path));
  expect(statSync(join(app, '.yokoten/base.json')).size).toBeLessThan(20_000);
});

test.concurrent.each([
  '132012',
  '13201',
  '１３２０１２',
  '八王子市',
  '東京都八王子市',
  'はちおうじ',
  'Hachioji',
])('finds the town by %s', async (asked) => {
  using folder = temporaryFolder();
  const { stdout } = await runHere(['a', '-m', asked, '--json', '--dry-run'], { cwd: folder.path });
  const municipality = {
    code: '132012',
    name: '八王子市',
    prefecture: '東京都',
    latin: 'Hachioji City',
  };
  expect(JSON.parse(stdout).municipality).toEqual(municipality);
});

test('a dry run lists the files and writes nothing', async () => {
  using folder = temporaryFolder();
  const args = ['my-map', '-m', '132012', ...bare];
  const { code, stdout } = await runHere([...args, '--dry-run'], { cwd: folder.path });
  expect(code).toBe(0);
  expect(folder.list()).toEqual([]);
  const { stdout: json } = await runHere([...args, '--json'], { cwd: folder.path });
  for (const path of JSON.parse(json).files as string[]) {
    expect(stdout).toContain(`  ${path}\n`);
    expect(existsSync(join(folder.path, 'my-map', path)), path).toBe(true);
  }
});

async function outputOf(...args: string[]): Promise<string> {
  return (await runHere(args, { cwd: import.meta.dirname })).stdout;
}

test('--list names the templates, --help and --version answer', async () => {
  expect(JSON.parse(await outputOf('--list', '--json'))).toMatchObject({
    ok: true,
    templates: expect.arrayContaining([
      expect.objectContaining({ id: 'benefits-navigator' }),
      expect.objectContaining({ id: 'disaster-map' }),
      expect.objectContaining({ id: 'open-data-app' }),
    ]),
    examples: expect.arrayContaining([
      expect.objectContaining({ id: 'hachioji', template: 'disaster-map' }),
    ]),
  });
  expect(await outputOf('--list', '--lang', 'ja')).toContain('防災マップ');
  expect(await outputOf('--list')).toContain('--template disaster-map --example hachioji');
  expect(await outputOf('--help')).toContain('--municipality');
  expect(await outputOf('-v')).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a Japanese folder gets a valid package name, and a missing one a name from the code', async () => {
  using folder = temporaryFolder();
  await runHere(['深い/新しい地図', '-m', '132012', ...bare], { cwd: folder.path });
  expect(
    JSON.parse(readFileSync(join(folder.path, '深い/新しい地図/package.json'), 'utf8')).name,
  ).toBe('map-132012');
  await runHere(['-m', '132012', ...bare], { cwd: folder.path });
  expect(existsSync(join(folder.path, 'map-132012/package.json'))).toBe(true);
});

test('fills an existing empty folder, also the one it stands in and a clone without files', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'here'));
  mkdirSync(join(folder.path, 'clone'));
  git(join(folder.path, 'clone'), 'init', '--quiet');
  expect(
    (await runCli(['.', '-m', '132012', ...bare], { cwd: join(folder.path, 'here') })).code,
  ).toBe(0);
  const clone = await runCli(['clone', '-m', '132012', '--no-install'], { cwd: folder.path });
  expect(clone).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('inside a Git repository'),
  });
  expect(git(join(folder.path, 'clone'), 'status', '--porcelain')).toContain('?? package.json');
  expect(folder.list().filter((path) => /\.create-yokoten/.test(path))).toEqual([]);
});

test('takes away what a killed run left beside its place an hour ago, and nothing newer', async () => {
  using folder = temporaryFolder();
  for (const name of ['.create-yokoten-old', '.create-yokoten-new', 'old'])
    mkdirSync(join(folder.path, name));
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  for (const name of ['.create-yokoten-old', 'old'])
    utimesSync(join(folder.path, name), twoHoursAgo, twoHoursAgo);
  expect((await runCli(['my-map', '-m', '132012', ...bare], { cwd: folder.path })).code).toBe(0);
  expect(readdirSync(folder.path).sort()).toEqual(['.create-yokoten-new', 'my-map', 'old']);
});

test('makes a repository with one commit and nothing left to add', async () => {
  using folder = temporaryFolder();
  const { code, stderr } = await runCli(['my-map', '-m', '132012', '--no-install'], {
    cwd: folder.path,
    env: identity,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const app = join(folder.path, 'my-map');
  expect(git(app, 'status', '--porcelain')).toBe('');
  expect(git(app, 'log', '--format=%s')).toMatch(
    /^Start from the Yokoten template disaster-map \d/,
  );
  expect(git(app, 'branch', '--show-current')).toBe('main');
  expect(git(app, 'ls-files')).not.toContain('.create-yokoten');
  expect(folder.list().filter((path) => /\.create-yokoten/.test(path))).toEqual([]);
});

test('makes no repository inside another one, however deep', async () => {
  using folder = temporaryFolder();
  git(folder.path, 'init', '--quiet');
  const { code, stderr } = await runCli(['a/b/my-map', '-m', '132012', '--no-install'], {
    cwd: folder.path,
  });
  expect(code).toBe(0);
  expect(stderr).toContain('inside a Git repository');
  expect(existsSync(join(folder.path, 'a/b/my-map/.git'))).toBe(false);
});

test(
  'makes no repository in a work tree of another one, nor inside of a bare one',
  { tags: ['ci'] },
  async () => {
    using folder = temporaryFolder();
    const env = { ...process.env, ...identity };
    const first = join(folder.path, 'first');
    mkdirSync(first);
    git(first, 'init', '--quiet');
    execFileSync('git', ['commit', '--quiet', '--allow-empty', '-m', 'x'], { cwd: first, env });
    git(first, 'worktree', 'add', '--quiet', '../tree');
    git(folder.path, 'init', '--quiet', '--bare', 'bare.git');
    expect(statSync(join(folder.path, 'tree/.git')).isFile()).toBe(true);
    for (const place of ['tree', 'tree/my-map', 'bare.git/my-map', 'first/.git/my-map']) {
      const { code, stderr } = await runCli([place, '-m', '132012', '--no-install'], {
        cwd: folder.path,
      });
      expect({ place, code }).toEqual({ place, code: 0 });
      expect(stderr).toContain('inside a Git repository');
    }
    expect(statSync(join(folder.path, 'tree/.git')).isFile()).toBe(true);
    expect(folder.list().filter((path) => path.endsWith('my-map/.git'))).toEqual([]);
  },
);

test('says in one line when Git is missing or does not know who commits', async () => {
  using folder = temporaryFolder();
  const without = await runCli(['a', '-m', '132012', '--no-install'], {
    cwd: folder.path,
    env: { PATH: '' },
  });
  expect(without).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Git is missing.*\n$/) });
  const nobody = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'user.useConfigOnly',
    GIT_CONFIG_VALUE_0: 'true',
  };
  const env = {
    ...nobody,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    EMAIL: undefined,
  };
  const unknown = await runCli(['b', '-m', '132012', '--no-install'], { cwd: folder.path, env });
  expect(unknown).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^Git could not commit.*\n$/),
  });
  expect(git(join(folder.path, 'b'), 'status', '--porcelain')).toContain('A  package.json');
});

test.skipIf(process.platform === 'win32')(
  'installs with the package manager that started it; a failure is said and leaves the app',
  async () => {
    using folder = temporaryFolder();
    const programs = join(folder.path, 'programs');
    mkdirSync(programs);
    const program = (name: string, script: string): void => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(programs, name), 0o755);
    };
    program('pnpm', 'echo "$0 $*" > installed; echo to stdout');
    program('npm', 'exit 7');
    const env = { PATH: `${programs}:${process.env.PATH}` };
    const pnpm = await runCli(['a', '-m', '132012', '--no-git', '--json'], {
      cwd: folder.path,
      env: { ...env, npm_config_user_agent: 'pnpm/12.0.0 npm/? node/v26' },
    });
    expect(JSON.parse(pnpm.stdout)).toMatchObject({
      install: 'done',
      packageManager: 'pnpm',
      next: ['cd a', 'pnpm start'],
    });
    expect(readFileSync(join(folder.path, 'a/installed'), 'utf8')).toMatch(/pnpm install\n$/);
    const npm = await runCli(['b', '-m', '132012', '--no-git'], { cwd: folder.path, env });
    expect(npm).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[create-yokoten/install-failed]'),
    });
    expect(npm.stdout).toContain('  npm install\n');
    expect(existsSync(join(folder.path, 'b/yokoten.lock.json'))).toBe(true);
  },
);
