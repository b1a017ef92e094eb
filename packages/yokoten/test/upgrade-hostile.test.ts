import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { createTar, createTarGzip } from 'nanotar';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { readAppRecord } from '../src/internal/upgrade/app-record.ts';
import { readBaseArchive } from '../src/internal/upgrade/base-archive.ts';
import { readRelease } from '../src/internal/upgrade/release.ts';
import { isSafePath } from '../src/internal/upgrade/safe-path.ts';
import {
  appFrom,
  FIRST,
  next,
  releasesIn,
  tarballOf,
  temporary,
  upgradeApp,
} from './upgrade-app.ts';

const OUTSIDE = [
  '../evil',
  'a/../../evil',
  '/etc/passwd',
  'C:/evil',
  'C:evil',
  '..\\evil',
  'a\\..\\b',
  '.git/config',
  '.GIT/hooks/x',
  'a/.git/config',
  'git~1/config',
  '.git./config',
  '.git /config',
  'node_modules/x/index.js',
  'a//b',
  './a',
  'a/',
  '',
  'nul',
  'a/CON',
  'aux.csv',
  'a/COM1.tar.gz',
  'lpt².txt',
  '.g\u200cit/config',
  'a/\u200d/b',
  'a\u0000b',
  'a\nb',
  'x'.repeat(300),
];

test.each(OUTSIDE)('%j is no path of an app', (path) => {
  expect(isSafePath(path)).toBe(false);
  const files = { [path]: { sha256: '0'.repeat(64), class: 'template' } };
  const record = { schemaVersion: 1, template: 'a', version: '1.0.0', files };
  expect(() => readAppRecord(JSON.stringify(record))).toThrow('yokoten/app-record');
  expect(readBaseArchive(JSON.stringify({ schemaVersion: 1, files: { [path]: 'x' } })).size).toBe(
    0,
  );
});

test.each([
  '.github/workflows/deploy.yml',
  'src/main.ts',
  'data/01-避難所.csv',
  '.gitignore',
  '.yokoten/base.json',
])('%s is one', (path) => {
  expect(isSafePath(path)).toBe(true);
});

test('whatever is a path of an app stays below its folder on every system, and is no repository', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '.git',
      '.GIT',
      'c:',
      'C:\\',
      '\\\\x',
      'a',
      'data',
      '~',
      '\u200c',
      'aux',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const path = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.oneof(path, fc.string({ unit: 'binary' })), (text) => {
      if (!isSafePath(text)) return;
      expect(posix.resolve('/app', text)).toBe(`/app/${text}`);
      expect(win32.resolve('C:\\app', text)).toBe(`C:\\app\\${text.replaceAll('/', '\\')}`);
      for (const name of text.split('/'))
        expect(name.replace(/\p{Cf}/gu, '').toLowerCase()).not.toBe('.git');
    }),
  );
});

test('damaged records and archives give one clear error, or nothing, whatever they hold', () => {
  const records = [
    '',
    '[]',
    'null',
    '{',
    '{"schemaVersion":2}',
    `{"schemaVersion":1,"template":"a","version":"1","files":${'['.repeat(1000)}`,
    `"${'a'.repeat(2_000_000)}"`,
  ];
  for (const text of records) {
    expect(() => readAppRecord(text)).toThrow('yokoten/app-record');
    expect(readBaseArchive(text).size).toBe(0);
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify({
        schemaVersion: 1,
        template: 'a',
        version: '1.0.0',
        files: value,
        fills: value,
      });
      try {
        expect(readAppRecord(text).files.size).toBeGreaterThan(0);
      } catch (error) {
        expect(String(error)).toContain('yokoten/app-record');
      }
      expect(readBaseArchive(JSON.stringify({ schemaVersion: 1, files: value }))).toBeInstanceOf(
        Map,
      );
    }),
  );
}, 600_000);

test('what is filled into a template cannot hold lines or quotes of its own', () => {
  expect(readAppRecord(recordWith('見本市')).fills?.name).toBe('見本市');
  for (const name of ['a"\n"scripts": {}', 'a\u2028b', '<script>', '${x}', '`x`', 'a'.repeat(999)])
    expect(readAppRecord(recordWith(name)).fills).toBeUndefined();
});

test('archives with links, paths that leave, wrong hashes, wrong sizes, and bombs are refused', async () => {
  const good = await tarballOf(FIRST);
  expect(readRelease(good, 'x').templates.get('disaster-map')?.files.size).toBe(8);
  const manifest = { name: 'package/package.json', data: '{"version":"1.0.0"}' };
  refused(new Uint8Array([1, 2, 3]));
  refused(good.subarray(0, good.length >> 1));
  refused(await createTarGzip([manifest, { name: 'elsewhere/x', data: 'x' }]));
  refused(await createTarGzip([manifest, template({ '../x': { class: 'template' } })]));
  refused(await createTarGzip([manifest, template({ x: { class: 'root' } })]));
  refused(await createTarGzip([manifest, template({ x: { class: 'template' } })]));
  refused(
    await createTarGzip([
      manifest,
      template({ x: { class: 'template', sha256: '0'.repeat(64) } }),
      { name: 'package/templates/a/files/x', data: 'x' },
    ]),
  );
  refused(
    await createTarGzip([
      manifest,
      template({ x: { class: 'template', storedAs: '../../../../package.json' } }),
    ]),
  );
  refused(gzipSync(Buffer.alloc(60_000_000)));
  for (const type of ['1', '2', '3', '6'])
    refused(gzipSync(withType(createTar([manifest, { name: 'package/x', data: '' }]), 1, type)));
  for (const size of ['-1', '-00002000', 'zzz', '77777777777'])
    refused(gzipSync(withSize(createTar([manifest, { name: 'package/x', data: 'x' }]), 1, size)));
});

test('any bytes for an archive: one clear error, at once', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      try {
        readRelease(gzipSync(bytes), 'x');
      } catch (error) {
        expect(String(error)).toContain('yokoten/');
      }
    }),
  );
}, 600_000);

test('a record that names files outside stops the upgrade before anything is written', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  const record = JSON.parse(app.read('yokoten.lock.json')) as { files: Record<string, unknown> };
  record.files['../evil'] = { sha256: '0'.repeat(64), class: 'template' };
  app.write('yokoten.lock.json', JSON.stringify(record));
  app.commit();
  const releases = await releasesIn(folder, FIRST, next(FIRST, '1.1.0', {}));
  await expect(upgradeApp(app, releases)).rejects.toThrow('yokoten/app-record');
  expect(existsSync(join(folder, 'evil'))).toBe(false);
});

test('hooks and scripts of the app’s repository do not run', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  const mark = join(folder, 'ran');
  for (const hook of ['post-checkout', 'pre-commit', 'reference-transaction', 'post-index-change'])
    writeFileSync(join(app.root, '.git/hooks', hook), `#!/bin/sh\necho ${hook} >> '${mark}'\n`, {
      mode: 0o755,
    });
  app.write('index.html', app.read('index.html').replace('<disaster-map>', '<disaster-map a>'));
  app.git('-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '--all', '--message', 'x');
  const second = next(FIRST, '1.1.0', {
    'index.html': [
      'template',
      FIRST.files['index.html']?.[1].toString().replace('<disaster-map>', '<disaster-map b>') ?? '',
    ],
  });
  expect((await upgradeApp(app, await releasesIn(folder, FIRST, second))).place?.kind).toBe(
    'worktree',
  );
  expect(existsSync(mark)).toBe(false);
});

describe.skipIf(process.platform === 'win32')('only versions', () => {
  eachOf([
    ['npm', 'package-lock.json', '--ignore-scripts'],
    ['pnpm', 'pnpm-lock.yaml', '--ignore-scripts'],
    ['yarn', 'yarn.lock', 'update-lockfile'],
    ['bun', 'bun.lock', '--ignore-scripts'],
  ])(
    '%s is asked for versions alone and may run nothing of the app',
    async (program, lock, flag) => {
      const folder = temporary();
      const [bin, said] = [join(folder, 'bin'), join(folder, 'said')];
      mkdirSync(bin);
      writeFileSync(
        join(bin, program),
        `#!/bin/sh\necho "$@" > '${said}'\nenv >> '${said}'\necho made > ${lock}\n`,
        { mode: 0o755 },
      );
      const app = appFrom(FIRST, folder);
      app.write(lock, 'old\n');
      app.write('.yarnrc.yml', 'yarnPath: ./evil.cjs\n');
      app.commit();
      const manifest = FIRST.files['package.json']?.[1].toString() ?? '';
      const second = next(FIRST, '1.1.0', {
        'package.json': ['merged', manifest.replace('^1.0.0', '^1.1.0')],
      });
      const releases = await releasesIn(folder, FIRST, second);
      vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
      onTestFinished(() => void vi.unstubAllEnvs());
      await upgradeApp(app, releases);
      const [args = '', ...env] = readFileSync(said, 'utf8').split('\n');
      expect(args).toContain(flag);
      expect(env).toEqual(
        expect.arrayContaining([
          'npm_config_ignore_scripts=true',
          'YARN_ENABLE_SCRIPTS=0',
          'YARN_IGNORE_PATH=1',
        ]),
      );
    },
  );
});

/** Header fields of a member of an archive (POSIX ustar); members here are one block of header and one of data. */
function withField(
  tar: Uint8Array,
  member: number,
  at: number,
  text: string,
  length: number,
): Uint8Array {
  const changed = Uint8Array.from(tar);
  const start = member * 1024 + at;
  changed.fill(0, start, start + length);
  changed.set(new TextEncoder().encode(text), start);
  return changed;
}

function withType(tar: Uint8Array, member: number, type: string): Uint8Array {
  return withField(tar, member, 156, type, 1);
}

function withSize(tar: Uint8Array, member: number, size: string): Uint8Array {
  return withField(tar, member, 124, size, 12);
}

function recordWith(name: string): string {
  const fills = { code: '1', name, latin: 'a', package: 'a' };
  const files = { a: { sha256: '0'.repeat(64), class: 'yours' } };
  return JSON.stringify({ schemaVersion: 1, template: 'a', version: '1.0.0', fills, files });
}

function refused(bytes: Uint8Array): void {
  expect(() => readRelease(bytes, 'x')).toThrow('yokoten/release-archive');
}

function template(files: unknown): { name: string; data: string } {
  return {
    name: 'package/templates/a/template.json',
    data: JSON.stringify({ schemaVersion: 1, files }),
  };
}
