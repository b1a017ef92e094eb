import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlatforms } from '../src/internal/vendor/platform.ts';
import { vendor } from '../src/internal/vendor/vendor.ts';
import { appWith, npm, packageRegistry } from './package-registry.ts';
import { yokoten } from './run-command.ts';
import { temporary } from './upgrade-app.ts';

const PACKAGES = [
  {
    name: 'builder',
    dependencies: { '@s/b-c': '^1.0.0', '@s-b/c': '^1.0.0' },
    optionalDependencies: {
      'native-gnu': '1.0.0',
      'native-musl': '1.0.0',
      'native-mac': '1.0.0',
      'native-wasm': '1.0.0',
    },
  },
  { name: 'builder', version: '1.1.0', dependencies: { '@s/b-c': '^1.0.0' } },
  { name: '@s/b-c', license: 'ISC' },
  { name: '@s-b/c', license: undefined },
  { name: 'native-gnu', os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  { name: 'native-musl', os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  { name: 'native-mac', os: ['darwin'], cpu: ['arm64'] },
  { name: 'native-wasm', cpu: ['wasm32'], dependencies: { 'for-wasm': '1.0.0' } },
  { name: 'for-wasm' },
] as const;

const USUAL = ['@s-b/c', '@s/b-c', 'builder', 'for-wasm', 'native-gnu'];

function lockOf(root: string): Record<string, Record<string, unknown>> {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

function contents(root: string): Map<string, string> {
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'base64')]),
  );
}

function put(root: string, name: string, text: string): void {
  const path = join(root, name === 'vendor.json' ? 'vendor/vendor.json' : name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function names(report: Awaited<ReturnType<typeof vendor>>): string[] {
  return report.tarballs.map(({ name }) => name).sort();
}

test('what is stored is enough for npm ci without a registry', async () => {
  const registry = await packageRegistry(PACKAGES);
  const root = await appWith({ builder: '1.0.0' });
  const before = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const report = await vendor(root);
  expect(report.status).toBe('stored');
  expect(names(report)).toEqual(USUAL);
  registry.close();

  const { code } = await yokoten('vendor', root, '--check');
  expect(code).toBe(0);
  await npm(root, 'ci', '--os', 'linux', '--cpu', 'x64', '--cache', temporary());
  expect(readFileSync(join(root, 'node_modules/@s-b/c/index.js'), 'utf8')).toContain('@s-b/c@1');
  expect(readFileSync(join(root, 'node_modules/@s/b-c/index.js'), 'utf8')).toContain('@s/b-c@1');
  // Nothing but where the packages are is another line of the list.
  const after = readFileSync(join(root, 'package-lock.json'), 'utf8').split('\n');
  const kept = after.filter((line) => !line.includes('"resolved"'));
  expect(kept).toEqual(before.split('\n').filter((line) => !line.includes('"resolved"')));
  const readme = readFileSync(join(root, 'vendor/README.md'), 'utf8');
  expect(readme).toMatch(/\| @s\/b-c \| 1\.0\.0 \| ISC \|/);
  expect(readme).toMatch(/\| @s-b\/c \| 1\.0\.0 \| 書かれていない/);
  expect(readFileSync(join(root, 'vendor/.gitattributes'), 'utf8')).toContain('*.tgz binary');
});

test('run again it changes nothing and asks nobody', { tags: ['ci'] }, async () => {
  const registry = await packageRegistry(PACKAGES);
  const root = await appWith({ builder: '1.0.0' });
  await vendor(root);
  const before = contents(root);
  const asked = registry.asked.length;
  expect(await vendor(root)).toMatchObject({ status: 'complete', added: [], removed: [] });
  expect(registry.asked.length).toBe(asked);
  expect(contents(root)).toEqual(before);
});

test('another platform is added, remembered, and taken away again', { tags: ['ci'] }, async () => {
  await packageRegistry(PACKAGES);
  const root = await appWith({ builder: '1.0.0' });
  await vendor(root);
  const both = readPlatforms(['linux-x64', 'darwin-arm64', 'linux-x64-musl']);
  expect(names(await vendor(root, { platforms: both }))).toEqual([
    ...USUAL,
    'native-mac',
    'native-musl',
  ]);
  expect(await vendor(root)).toMatchObject({ status: 'complete' });
  const { removed } = await vendor(root, { platforms: readPlatforms(['linux-x64']) });
  expect(removed).toEqual(['vendor/native-mac-1.0.0.tgz', 'vendor/native-musl-1.0.0.tgz']);
  expect(lockOf(root)['node_modules/native-mac']?.['resolved']).toBeUndefined();
  expect((await vendor(root, { check: true })).gaps).toEqual([]);
});

test(
  'npm 10 does not write down the C library: the packages themselves say it',
  { tags: ['ci'] },
  async () => {
    await packageRegistry(PACKAGES);
    const root = await appWith({ builder: '1.0.0' });
    const lock = join(root, 'package-lock.json');
    writeFileSync(lock, readFileSync(lock, 'utf8').replaceAll(/\s*"libc": \[[^\]]*\],/g, ''));
    expect(lockOf(root)['node_modules/native-musl']?.['libc']).toBeUndefined();
    expect(names(await vendor(root))).toEqual(USUAL);
    expect(lockOf(root)['node_modules/native-musl']?.['libc']).toEqual(['musl']);
    expect((await vendor(root, { check: true })).status).toBe('complete');
  },
);

test(
  'after a change of packages it is stale, and one run makes it right',
  { tags: ['ci'] },
  async () => {
    await packageRegistry(PACKAGES);
    const root = await appWith({ builder: '1.0.0' });
    await vendor(root);
    await npm(root, 'install', '--package-lock-only', 'builder@1.1.0');
    const { code, out } = await yokoten('vendor', root, '--check', '--json');
    expect(code).toBe(1);
    const kinds = (JSON.parse(out) as { gaps: { kind: string }[] }).gaps.map(({ kind }) => kind);
    expect(kinds).toContain('not-stored');
    const report = await vendor(root);
    expect(names(report)).toEqual(['@s/b-c', 'builder']);
    expect(report.added).toContain('vendor/builder-1.1.0.tgz');
    expect(report.removed).toContain('vendor/builder-1.0.0.tgz');
    expect((await vendor(root, { check: true })).gaps).toEqual([]);
  },
);

test('other bytes than npm’s list says are not stored', async () => {
  const registry = await packageRegistry(PACKAGES);
  const root = await appWith({ builder: '1.0.0' });
  const lock = join(root, 'package-lock.json');
  const { integrity } = lockOf(root)['node_modules/for-wasm'] ?? {};
  const other = lockOf(root)['node_modules/native-gnu']?.['integrity'];
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(String(integrity), String(other)));
  const before = contents(root);
  const { code, err } = await yokoten('vendor', root);
  expect(code).toBe(2);
  expect(err).toContain('yokoten/vendor-integrity');
  expect(err).toContain('for-wasm');
  expect(contents(root)).toEqual(before);
  expect(registry.asked.length).toBeGreaterThan(0);
});

test(
  'a stored file that was damaged or lost is told, and fetched anew',
  { tags: ['ci'] },
  async () => {
    await packageRegistry(PACKAGES);
    const root = await appWith({ builder: '1.0.0' });
    await vendor(root);
    writeFileSync(join(root, 'vendor/builder-1.0.0.tgz'), 'x');
    rmSync(join(root, 'vendor/for-wasm-1.0.0.tgz'));
    writeFileSync(join(root, 'vendor/left-1.0.0.tgz'), 'x');
    expect((await vendor(root, { check: true })).gaps).toEqual([
      { kind: 'changed', what: 'vendor/builder-1.0.0.tgz' },
      { kind: 'missing', what: 'vendor/for-wasm-1.0.0.tgz' },
      { kind: 'unneeded', what: 'vendor/left-1.0.0.tgz' },
    ]);
    const { out } = await yokoten('vendor', root, '--check', '--lang', 'en');
    expect(out).toContain('vendor/builder-1.0.0.tgz  is not what package-lock.json says');
    const report = await vendor(root);
    expect(report.added).toEqual(['vendor/builder-1.0.0.tgz', 'vendor/for-wasm-1.0.0.tgz']);
    expect(report.removed).toEqual(['vendor/left-1.0.0.tgz']);
  },
);

test('a folder that is a link is not followed', { tags: ['ci'] }, async () => {
  await packageRegistry(PACKAGES);
  const root = await appWith({ builder: '1.1.0' });
  const elsewhere = temporary();
  symlinkSync(elsewhere, join(root, 'vendor'), 'junction');
  const { err } = await yokoten('vendor', root);
  expect(err).toContain('yokoten/link-on-the-way');
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('a registry that lacks a package, or does not answer, is said', async () => {
  const registry = await packageRegistry(PACKAGES);
  const root = await appWith({ builder: '1.1.0' });
  registry.close();
  const { code, err } = await yokoten('vendor', root, '--lang', 'en');
  expect(code).toBe(2);
  expect(err).toContain('yokoten/vendor-fetch');
  expect(existsSync(join(root, 'vendor'))).toBe(false);
});

test.each([
  ['no list', {}, 'yokoten/vendor-lockfile', 'npm install'],
  ['pnpm', { 'pnpm-lock.yaml': 'x' }, 'yokoten/vendor-lockfile', 'pnpm-lock.yaml'],
  [
    'old form',
    { 'package-lock.json': '{"lockfileVersion":1}' },
    'yokoten/vendor-lockfile',
    'npm 7',
  ],
  [
    'another package.json',
    { 'package-lock.json': '{"packages":{"":{"dependencies":{"b":"1"}}}}' },
    'yokoten/vendor-lockfile',
    'npm install',
  ],
  [
    'Git',
    {
      'package-lock.json':
        '{"packages":{"":{},"node_modules/a":{"version":"1.0.0","resolved":"git+ssh://h/a.git#1"}}}',
    },
    'yokoten/vendor-source',
    'git+ssh',
  ],
  [
    'a name for a command line',
    { 'package-lock.json': '{"packages":{"":{},"node_modules/--a b":{"version":"1.0.0"}}}' },
    'yokoten/vendor-lockfile',
    '--a b',
  ],
  [
    'a version for a path',
    { 'package-lock.json': '{"packages":{"":{},"node_modules/a":{"version":"../../x"}}}' },
    'yokoten/vendor-lockfile',
    'node_modules/a',
  ],
  [
    'a damaged record',
    {
      'package-lock.json': '{"packages":{"":{}}}',
      'vendor.json': '{"schemaVersion":1,"platforms":["beos"]}',
    },
    'yokoten/vendor-record',
    'vendor.json',
  ],
] as const)('%s stops it, with what to do', async (_what, files, code, words) => {
  const root = temporary();
  writeFileSync(join(root, 'package.json'), '{}');
  for (const [name, text] of Object.entries(files)) put(root, name, text);
  const outcome = await yokoten('vendor', root, '--lang', 'en');
  expect(outcome.code).toBe(2);
  expect(outcome.err).toContain(code);
  expect(outcome.err).toContain(words);
});

test('a platform that is none is named, with the nearest', async () => {
  const { err } = await yokoten('vendor', temporary(), '--platform', 'linux-x46');
  expect(err).toContain('linux-x64');
});
