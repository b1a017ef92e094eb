import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changedSinceRelease } from '../src/release/changed-packages.ts';
import { addFollowUp } from '../src/release/follow-up.ts';
import { newestChanges, ourPackages } from '../src/release/our-packages.ts';
import { root } from '../src/run.ts';
import { repositoryFiles } from '../src/sources.ts';

/** Manifests, templates and settings of this repository, all that a version is made from, with changesets of a test. */
function copyWith(changesets: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-version-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const manifests = repositoryFiles().filter((path) =>
    /^(packages|templates|apps)\/[^/]+\/package\.json$/.test(path),
  );
  const settings = [
    'package.json',
    'pnpm-workspace.yaml',
    'pnpm-lock.yaml',
    '.changeset/config.json',
  ];
  for (const path of [...manifests, ...settings]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [name, text] of Object.entries(changesets))
    writeFileSync(join(folder, '.changeset', `${name}.md`), text);
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all', ':!node_modules'],
  ])
    execFileSync('git', args, { cwd: folder });
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...who, 'commit', '--quiet', '--message', 'x'], { cwd: folder });
  return folder;
}

function makeVersions(folder: string): Map<string, string> {
  const cli = createRequire(join(root, 'package.json')).resolve('@changesets/cli/bin.js');
  execFileSync(process.execPath, [cli, 'version'], { cwd: folder, stdio: 'pipe' });
  return new Map(ourPackages('packages', folder).map(({ name, version }) => [name, version]));
}

const bump = (name: string, kind: string): string => `---\n'${name}': ${kind}\n---\n\nA change.\n`;
const before = new Map(ourPackages('packages').map(({ name, version }) => [name, version]));
const after = (version: string): string => {
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${(minor ?? 0) + 1}.0`;
};

test('what is released together has one version, and the templates follow what they name', () => {
  const folder = copyWith({ one: bump('@yokoten/open-data', 'minor') });
  expect(addFollowUp(folder)).toBe(true);
  const versions = makeVersions(folder);
  const next = after(before.get('@yokoten/open-data') ?? '');
  // Those that depend on it come along, because its new version is outside of the range they had.
  for (const name of ['@yokoten/open-data', '@yokoten/disaster-map', 'yokoten', 'create-yokoten'])
    expect(versions.get(name), name).toBe(next);
  for (const name of ['@yokoten/ui', '@yokoten/rules'])
    expect(versions.get(name), name).toBe(before.get(name));
  const scaffolder = ourPackages('packages', folder).find(({ name }) => name === 'create-yokoten');
  expect(scaffolder && newestChanges(scaffolder)).toMatch(/Templates name the new versions/);

  writeFileSync(join(folder, '.changeset/two.md'), bump('@yokoten/ui', 'patch'));
  expect(addFollowUp(folder)).toBe(true);
  const later = makeVersions(folder);
  const patched = next.replace(/\d+$/, '1');
  // One version for all, so it is higher than the highest that any of them had.
  expect(later.get('@yokoten/ui')).toBe(patched);
  expect(later.get('create-yokoten')).toBe(patched);
  expect(later.get('@yokoten/rules')).toBe(before.get('@yokoten/rules'));
});

test('no template follows a package that none of them names, and none follows twice', () => {
  const folder = copyWith({ one: bump('@yokoten/openfisca', 'minor') });
  expect(addFollowUp(folder)).toBe(false);
  writeFileSync(join(folder, '.changeset/two.md'), bump('create-yokoten', 'minor'));
  writeFileSync(join(folder, '.changeset/three.md'), bump('yokoten', 'minor'));
  expect(addFollowUp(folder)).toBe(false);
});

test(
  'a package that is no longer what was released under its version is named; its tests do not count',
  { tags: ['ci'] },
  () => {
    const folder = copyWith({});
    const write = (path: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), 'export {};\n');
      execFileSync('git', ['add', path], { cwd: folder });
    };
    write('packages/rules/src/one.ts');
    expect(changedSinceRelease(folder)).toEqual([]);
    execFileSync('git', ['tag', `v${before.get('@yokoten/rules')}`], { cwd: folder });
    write('packages/ui/src/one.test.ts');
    expect(changedSinceRelease(folder)).toEqual(['@yokoten/rules']);
  },
);

test('every changeset that waits names packages of ours, and says what changes', () => {
  const names = new Set(before.keys());
  for (const file of readdirSync(join(root, '.changeset'))) {
    if (!file.endsWith('.md')) continue;
    const [, front = '', text = ''] = readFileSync(join(root, '.changeset', file), 'utf8').split(
      /^---$/m,
    );
    const bumps = [...front.matchAll(/^['"]?([^'":\n]+)['"]?: (\w+)$/gm)];
    expect(bumps.length, file).toBeGreaterThan(0);
    for (const [, name = '', kind] of bumps) {
      expect(names, file).toContain(name);
      expect(['patch', 'minor', 'major'], file).toContain(kind);
    }
    expect(text.trim().length, file).toBeGreaterThan(20);
  }
});
