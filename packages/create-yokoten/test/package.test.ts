import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runCli, temporaryFolder } from './command-line.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  files: string[];
  dependencies?: unknown;
};

test('depends on nothing, and its files import nothing but each other and what Node has', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  const files = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
  expect(files).toContain('cli.js');
  expect(files).toContain('guard.js');
  const others = files.flatMap((name) => {
    const code = readFileSync(join(root, 'dist', name), 'utf8');
    return [...code.matchAll(/(?:require|import)\([`"']([^`"']+)[`"']\)/g)].map(
      ([, module = '']) => module,
    );
  });
  expect(others.filter((module) => module.startsWith('node:')).length).toBeGreaterThan(8);
  const known = new Set(files.map((name) => `./${name}`));
  expect(others.filter((module) => !isBuiltin(module) && !known.has(module))).toEqual([]);
});

test('is at most 150 KB packed, with all templates, the examples and the table of municipalities', () => {
  // As npm packs it: one stream of files, each with 512 bytes before it and filled up to 512.
  const blocks = ['README.md', 'LICENSE', 'package.json', ...manifest.files].flatMap((name) => {
    if (statSync(join(root, name)).isFile()) return blocksOf(name);
    return readdirSync(join(root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => blocksOf(relative(root, join(entry.parentPath, entry.name))));
  });
  expect(gzipSync(Buffer.concat(blocks), { level: 9 }).length).toBeLessThanOrEqual(150_000);
});

function blocksOf(path: string): Buffer[] {
  const [header, bytes] = [Buffer.alloc(512), readFileSync(join(root, path))];
  header.write(`package/${path}`);
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}

test('does not load what a bare scaffold has no use for', async () => {
  using folder = temporaryFolder();
  const list = join(folder.path, 'loaded.json');
  const spy = join(folder.path, 'spy.cjs');
  writeFileSync(
    spy,
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify([...process.moduleLoadList, ...Object.keys(require.cache)])));`,
  );
  const args = ['my-map', '-m', '132012', '--yes', '--no-install', '--no-git'];
  const { code } = await runCli(args, {
    cwd: folder.path,
    env: { NODE_OPTIONS: `--require ${JSON.stringify(spy)}` },
  });
  expect(code).toBe(0);
  const loaded = JSON.parse(readFileSync(list, 'utf8')) as string[];
  expect(loaded).toContain('NativeModule util');
  for (const name of [
    'crypto',
    'stream',
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
  const own = loaded.filter((name) => name.startsWith(join(root, 'dist')));
  expect(own).toEqual([join(root, 'dist/cli.js')]);
});
