import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { detectPackageManager } from './install.ts';
import { inspectTarget } from './target.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'create-yokoten-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function detect(place: string, files: Readonly<Record<string, string>>, agent?: string): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const target = inspectTarget(place, root, { intoExisting: true });
  return detectPackageManager({ npm_config_user_agent: agent }, target);
}

test.each([
  ['npm/11.0.0 node/v26.0.0 linux x64 workspaces/false', 'npm'],
  ['pnpm/12.0.0 npm/? node/v26.0.0 linux x64', 'pnpm'],
  ['yarn/4.9.1 npm/? node/v26.0.0 linux x64', 'yarn'],
  ['bun/1.3.0 npm/? node/v24.3.0 linux x64', 'bun'],
  ['cnpm/9.0.0', 'npm'],
  ['', 'npm'],
  [undefined, 'npm'],
])('started by %s: %s', (agent, expected) => {
  expect(detect('my-map', {}, agent)).toBe(expected);
});

const npm = 'npm/11.0.0 node/v26.0.0';
const repository = { '.git/HEAD': '' };

test.each([
  [{ 'pnpm-workspace.yaml': '' }, 'pnpm'],
  [{ 'yarn.lock': '' }, 'yarn'],
  [{ 'bun.lock': '' }, 'bun'],
  [
    { 'package.json': '{ "packageManager": "yarn@4.9.1+sha512.0" }', 'package-lock.json': '' },
    'yarn',
  ],
])('inside a repository that has %j: %s, whoever started it', (files, expected) => {
  expect(detect('apps/my-map', { ...repository, ...files }, npm)).toBe(expected);
});

test('an app that carries its packages belongs to no project around it', () => {
  expect(detectPackageManager({ npm_config_user_agent: npm }, undefined)).toBe('npm');
});

test('the nearest project counts, and none beyond the repository or without one', () => {
  expect(detect('a/b', { ...repository, 'yarn.lock': '', 'a/pnpm-lock.yaml': '' }, npm)).toBe(
    'pnpm',
  );
  expect(detect('a/b', { 'a/.git/HEAD': '', 'a/x': '' }, npm)).toBe('pnpm');
  rmSync(join(root, 'a/pnpm-lock.yaml'));
  expect(detect('a/b', {}, npm)).toBe('npm');
});

test('a lockfile beside a new folder says nothing where no repository holds both; in the folder itself it does', () => {
  expect(detect('my-map', { 'yarn.lock': '' }, npm)).toBe('npm');
  expect(detect('.', {}, npm)).toBe('yarn');
});
