import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runCli, temporaryFolder } from './command-line.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  files: string[];
  dependencies?: unknown;
};

test('depends on nothing, and its one file imports nothing but what Node has', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  const code = readFileSync(join(root, 'dist/cli.js'), 'utf8');
  const imported = [...code.matchAll(/(?:require|import)\(["']([^"']+)["']\)/g)].map(
    ([, name = '']) => name,
  );
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter((name) => !isBuiltin(name))).toEqual([]);
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(['cli.js', 'package.json']);
});

test('is at most 150 KB packed, with all templates and the table of municipalities', () => {
  const carried = manifest.files.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
  const packed = carried.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
  expect(packed).toBeLessThanOrEqual(150_000);
});

test('does not load what a bare scaffold has no use for', async () => {
  using folder = temporaryFolder();
  const list = join(folder.path, 'loaded.json');
  const spy = join(folder.path, 'spy.cjs');
  writeFileSync(
    spy,
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(process.moduleLoadList)));`,
  );
  const args = ['my-map', '-m', '132012', '--yes', '--no-install', '--no-git'];
  const { code } = await runCli(args, {
    cwd: folder.path,
    env: { NODE_OPTIONS: `--require ${JSON.stringify(spy)}` },
  });
  expect(code).toBe(0);
  const loaded = JSON.parse(readFileSync(list, 'utf8')) as string[];
  expect(loaded).toContain('NativeModule crypto');
  for (const name of [
    'child_process',
    'readline',
    'readline/promises',
    'http',
    'https',
    'worker_threads',
    'zlib',
  ]) {
    expect(loaded).not.toContain(`NativeModule ${name}`);
  }
});
