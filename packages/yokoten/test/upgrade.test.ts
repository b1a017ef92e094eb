import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  appFrom,
  FIRST,
  next,
  openApp,
  releasesIn,
  temporary,
  upgradeAndMerge,
  upgradeApp,
} from './upgrade-app.ts';

const SECOND = next(FIRST, '1.1.0', {
  'package.json': [
    'merged',
    '{\n  "name": "{{yokoten:package}}",\n  "private": true,\n  "dependencies": {\n    "yokoten": "^1.1.0",\n    "vite": "^8.0.0"\n  }\n}\n',
  ],
  '.gitignore': ['merged', 'node_modules/\ndist/\n.DS_Store\n'],
  'index.html': [
    'template',
    '<!doctype html>\n<html>\n  <body>\n    <disaster-map permalink></disaster-map>\n  </body>\n</html>\n',
  ],
  'SECURITY.md': ['template', 'Write to us.\n'],
  'theme.css': ['yours', 'body {\n  margin: 1px;\n}\n'],
  'docs/accessibility.md': ['yours', 'Statement\n'],
});

test('a fork that changed only what is its own gets every change, and keeps every byte of its own', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  app.write('yokoten.config.jsonc', '{ "schemaVersion": 1, /* ours */ "title": "町の地図" }\n');
  app.write('data/01-避難所.csv', '名称,緯度,経度\r\nあ,1,2\r\n');
  app.write('theme.css', ':root { --a: 1 }\n');
  app.commit();
  const before = app.git(
    'ls-tree',
    '-r',
    'HEAD',
    'data',
    'theme.css',
    'yokoten.config.jsonc',
    'README.md',
  );
  const head = app.git('rev-parse', 'HEAD');

  const report = await upgradeApp(app, await releasesIn(folder, FIRST, SECOND));
  expect(report).toMatchObject({ status: 'done', from: '1.0.0', to: '1.1.0', decisions: [] });
  expect(report.place).toEqual({ kind: 'branch', branch: 'upgrade/yokoten-1.1.0' });
  expect(report.changes.map(({ path, kind }) => [path, kind])).toEqual([
    ['.gitignore', 'changed'],
    ['SECURITY.md', 'added'],
    ['docs/accessibility.md', 'added'],
    ['index.html', 'changed'],
    ['package.json', 'changed'],
  ]);
  // Nothing happened in the folder itself.
  expect(app.git('rev-parse', 'HEAD')).toBe(head);
  expect(app.git('status', '--porcelain')).toBe('');

  app.git('merge', '--quiet', '--ff-only', 'upgrade/yokoten-1.1.0');
  expect(
    app.git('ls-tree', '-r', 'HEAD', 'data', 'theme.css', 'yokoten.config.jsonc', 'README.md'),
  ).toBe(before);
  expect(JSON.parse(app.read('package.json'))).toMatchObject({
    name: 'my-map',
    dependencies: { yokoten: '^1.1.0', vite: '^8.0.0' },
  });
  expect(app.read('index.html')).toContain('permalink');
  expect(JSON.parse(app.read('yokoten.lock.json'))).toMatchObject({ version: '1.1.0' });
  expect(await upgradeApp(app, join(folder, 'releases'))).toMatchObject({ status: 'up-to-date' });
});

test('edits far from the template’s own are put together; a removed file stays removed; an edited one is never removed', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  app.write('index.html', app.read('index.html').replace('<html>', '<html lang="ja">'));
  app.write('.gitignore', `${app.read('.gitignore')}*.xlsx\n`);
  app.write('src/main.ts', `${app.read('src/main.ts')}import './ours';\n`);
  app.remove('.github/workflows/deploy.yml');
  app.commit();
  const later = next(SECOND, '1.2.0', {
    'src/main.ts': undefined,
    '.github/workflows/deploy.yml': ['template', 'name: Publish\non: [push]\njobs: {}\n'],
    'index.html': [
      'template',
      FIRST.files['index.html']?.[1]
        .toString()
        .replace('<disaster-map>', '<disaster-map permalink>') ?? '',
    ],
  });
  const report = await upgradeAndMerge(app, await releasesIn(folder, FIRST, later));
  expect(report.decisions).toEqual([]);
  expect(app.read('index.html')).toContain('lang="ja"');
  expect(app.read('index.html')).toContain('permalink');
  expect(app.read('.gitignore')).toBe('node_modules/\ndist/\n*.xlsx\n.DS_Store\n');
  expect(app.read('src/main.ts')).toContain('./ours');
  expect(existsSync(join(app.root, '.github/workflows/deploy.yml'))).toBe(false);
  const kinds = Object.fromEntries(report.changes.map(({ path, kind }) => [path, kind]));
  expect(kinds).toMatchObject({
    'index.html': 'merged',
    'src/main.ts': 'kept-edited',
    '.github/workflows/deploy.yml': 'kept-removed',
  });
});

test('a conflict stands in a folder of its own as Git has it, and is taken over by a merge', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  app.write('index.html', app.read('index.html').replace('<disaster-map>', '<disaster-map print>'));
  app.commit();
  const report = await upgradeApp(app, await releasesIn(folder, FIRST, SECOND));
  expect(report.decisions.map(({ path }) => path)).toEqual(['index.html']);
  if (report.place?.kind !== 'worktree') throw new Error(JSON.stringify(report.place));
  expect(app.git('status', '--porcelain')).toBe('');
  const tree = openApp(report.place.folder);
  expect(
    tree
      .git('ls-files', '--unmerged')
      .trim()
      .split('\n')
      .map((line) => line.split(/\s/)[2]),
  ).toEqual(['1', '2', '3']);
  expect(tree.read('index.html')).toMatch(
    /<{7} [^]*print[^]*\|{7} [^]*<disaster-map>[^]*={7}[^]*permalink[^]*>{7} /,
  );
  expect(tree.git('branch', '--show-current').trim()).toBe('upgrade/yokoten-1.1.0');
  expect(tree.git('status', '--porcelain')).toMatch(/^UU index\.html$/m);
  tree.write('index.html', 'decided\n');
  tree.commit();
  app.git('merge', '--quiet', '--ff-only', 'upgrade/yokoten-1.1.0');
  app.git('worktree', 'remove', report.place.folder);
  expect(app.read('index.html')).toBe('decided\n');
  expect(await upgradeApp(app, join(folder, 'releases'))).toMatchObject({ status: 'up-to-date' });
});

test('put off, conflicts and workflows stay as they are and are asked again', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  app.write('index.html', app.read('index.html').replace('<disaster-map>', '<disaster-map print>'));
  app.commit();
  const later = next(SECOND, '1.2.0', {
    '.github/workflows/deploy.yml': ['template', 'name: Publish 2\non: push\njobs: {}\n'],
  });
  const releases = await releasesIn(folder, FIRST, later);
  const mine = app.read('index.html');
  const report = await upgradeAndMerge(app, releases, { putOff: true });
  expect(report.place?.kind).toBe('branch');
  expect(report.decisions.map(({ path }) => path)).toEqual([
    '.github/workflows/deploy.yml',
    'index.html',
  ]);
  expect(app.read('index.html')).toBe(mine);
  expect(app.read('SECURITY.md')).toBe('Write to us.\n');
  const again = await upgradeApp(app, releases);
  expect(again.changes.map(({ path, kind }) => [path, kind])).toEqual([
    ['.github/workflows/deploy.yml', 'changed'],
    ['index.html', 'conflict'],
  ]);
});

test('put off, an edited file that moved is not lost, and is asked again with its base', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  const mine = "import '../theme.css';\nimport 'mine';\n";
  app.write('src/main.ts', mine);
  app.commit();
  const second = next(
    FIRST,
    '1.1.0',
    {
      'src/main.ts': undefined,
      'src/start.ts': ['template', "import '../theme.css';\nimport 'b';\n"],
    },
    { 'src/main.ts': 'src/start.ts' },
  );
  const releases = await releasesIn(folder, FIRST, second);
  const report = await upgradeAndMerge(app, releases, { putOff: true });
  expect(report.decisions.map(({ path }) => path)).toEqual(['src/start.ts']);
  expect(app.read('src/start.ts')).toBe(mine);
  expect(existsSync(join(app.root, 'src/main.ts'))).toBe(false);
  expect(await upgradeAndMerge(app, releases, { putOff: true })).toMatchObject({
    status: 'up-to-date',
    decisions: [{ path: 'src/start.ts' }],
  });
  const again = await upgradeApp(app, releases);
  expect(again.changes).toEqual([{ path: 'src/start.ts', kind: 'conflict' }]);
  if (again.place?.kind !== 'worktree') throw new Error(JSON.stringify(again.place));
  expect(openApp(again.place.folder).read('src/start.ts')).toMatch(
    /import 'mine';[^]*import 'a';[^]*import 'b';/,
  );
});

test('a file that the template renamed, or the owner renamed, keeps the other side’s edits', async () => {
  const folder = temporary();
  const body = Array.from({ length: 20 }, (_, i) => `line ${i};\n`).join('');
  const first = next(FIRST, '1.0.0', {
    'src/a.ts': ['template', body],
    'src/b.ts': ['template', `${body}b;\n`],
  });
  const second = next(
    first,
    '1.1.0',
    {
      'src/a.ts': undefined,
      'src/c.ts': ['template', body.replace('line 3;', 'line three;')],
      'src/main.ts': undefined,
      'src/start.ts': ['template', "import 'quite another';\n"],
      'src/b.ts': ['template', `${body}b;\n`.replace('line 9;', 'line nine;')],
    },
    { 'src/main.ts': 'src/start.ts' },
  );
  const app = appFrom(first, folder);
  app.write('src/a.ts', body.replace('line 15;', 'line fifteen;'));
  renameSync(join(app.root, 'src/b.ts'), join(app.root, 'src/mine.ts'));
  app.commit();
  const report = await upgradeAndMerge(app, await releasesIn(folder, first, second));
  expect(report.decisions).toEqual([]);
  expect(existsSync(join(app.root, 'src/a.ts'))).toBe(false);
  expect(app.read('src/c.ts')).toContain('line three;');
  expect(app.read('src/c.ts')).toContain('line fifteen;');
  expect(app.read('src/mine.ts')).toContain('line nine;');
  expect(existsSync(join(app.root, 'src/b.ts'))).toBe(false);
  expect(existsSync(join(app.root, 'src/main.ts'))).toBe(false);
  expect(app.read('src/start.ts')).toBe("import 'quite another';\n");
  expect(report.changes).toContainEqual({
    path: 'src/start.ts',
    kind: 'renamed',
    from: 'src/main.ts',
  });
});

function bytes(n: number): Uint8Array {
  return Uint8Array.from({ length: 300 }, (_, i) => (i * n) % 256);
}

test('pictures and other bytes, file modes and the line ends of Windows survive', async () => {
  const folder = temporary();
  const first = next(FIRST, '1.0.0', {
    'a.png': ['template', bytes(3)],
    'b.png': ['template', bytes(5)],
    'run.sh': ['template', 'a\nb\nc\nd\ne\nf\n'],
  });
  const second = next(first, '1.1.0', {
    'a.png': ['template', bytes(7)],
    'b.png': ['template', bytes(11)],
    'run.sh': ['template', 'a\nb\nc\nd\ne\nF\n'],
    'index.html': SECOND.files['index.html'],
  });
  const app = appFrom(first, folder);
  app.write('b.png', bytes(13));
  app.write('run.sh', 'A\nb\nc\nd\ne\nf\n');
  app.git('update-index', '--chmod=+x', 'run.sh');
  app.write(
    'index.html',
    app.read('index.html').replace('<html>', '<html lang="ja">').replaceAll('\n', '\r\n'),
  );
  app.git('add', 'b.png', 'index.html', 'run.sh');
  app.git('update-index', '--chmod=+x', 'run.sh');
  app.git('commit', '--quiet', '--message', 'x');
  const report = await upgradeApp(app, await releasesIn(folder, first, second));
  expect(report.decisions.map(({ path }) => path)).toEqual(['b.png']);
  if (report.place?.kind !== 'worktree') throw new Error(JSON.stringify(report.place));
  const tree = openApp(report.place.folder);
  expect(readFileSync(join(tree.root, 'a.png'))).toEqual(Buffer.from(bytes(7)));
  expect(readFileSync(join(tree.root, 'b.png'))).toEqual(Buffer.from(bytes(13)));
  expect(tree.read('run.sh')).toBe('A\nb\nc\nd\ne\nF\n');
  expect(tree.git('ls-files', '--stage', 'run.sh')).toMatch(/^100755/);
  expect(tree.read('index.html').replaceAll('\r\n', '')).not.toContain('\n');
  expect(tree.read('index.html')).toContain('permalink');
  expect(tree.read('index.html')).toContain('lang="ja"');
});

test('without a record the release is found by the files’ hashes', async () => {
  const folder = temporary();
  const app = appFrom(SECOND, folder, { record: false });
  app.write('index.html', app.read('index.html').replace('<html>', '<html lang="ja">'));
  app.commit();
  const third = next(SECOND, '1.2.0', { 'SECURITY.md': ['template', 'Write to us, please.\n'] });
  const report = await upgradeAndMerge(app, await releasesIn(folder, FIRST, SECOND, third));
  expect(report).toMatchObject({ from: '1.1.0', base: 'inferred', decisions: [] });
  expect(app.read('SECURITY.md')).toBe('Write to us, please.\n');
  expect(app.read('index.html')).toContain('lang="ja"');
  expect(JSON.parse(app.read('yokoten.lock.json')).version).toBe('1.2.0');
});

test('a folder without Git, and one that another repository ignores, is upgraded in a copy', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder, { git: false });
  app.write('node_modules/x/index.js', 'x');
  app.write('data/a.csv', 'a\n');
  const releases = await releasesIn(folder, FIRST, SECOND);
  const report = await upgradeApp(app, releases);
  if (report.place?.kind !== 'copy') throw new Error(JSON.stringify(report.place));
  expect(app.read('index.html')).not.toContain('permalink');
  const copy = openApp(report.place.folder);
  expect(copy.read('index.html')).toContain('permalink');
  expect(copy.read('data/a.csv')).toBe('a\n');
  expect(existsSync(join(copy.root, 'node_modules'))).toBe(false);
  await expect(upgradeApp(app, releases)).rejects.toThrow('yokoten/upgrade-place-taken');

  const outer = openApp(join(folder, 'outer'));
  outer.write('.gitignore', 'inner/\n');
  outer.git('init', '--quiet');
  outer.git('add', '.gitignore');
  outer.git('commit', '--quiet', '--message', 'x');
  const inner = appFrom(FIRST, outer.root, { git: false, name: 'inner' });
  expect((await upgradeApp(inner, releases)).place?.kind).toBe('copy');
});

test('an app in a folder of a larger repository is upgraded there', async () => {
  const folder = temporary();
  const outer = openApp(join(folder, 'outer'));
  outer.write('index.html', 'not the app’s\n');
  const app = appFrom(FIRST, outer.root, { git: false, name: 'apps/地図' });
  outer.git('init', '--quiet', '--initial-branch=main');
  outer.commit();
  const releases = await releasesIn(folder, FIRST, SECOND);
  const report = await upgradeApp(app, releases);
  outer.git(
    'merge',
    '--quiet',
    '--ff-only',
    report.place?.kind === 'branch' ? report.place.branch : '',
  );
  expect(outer.read('index.html')).toBe('not the app’s\n');
  expect(app.read('index.html')).toContain('permalink');
});

test('unfinished work, a detached head and a bare repository are said', async () => {
  const folder = temporary();
  const releases = await releasesIn(folder, FIRST, SECOND);
  const app = appFrom(FIRST, folder);
  app.git('checkout', '--quiet', '--detach');
  app.write('theme.css', 'changed\n');
  const report = await upgradeApp(app, releases);
  expect(report.notes.map(({ en }) => en)).toEqual([
    expect.stringContaining('No branch is checked out'),
    expect.stringContaining('theme.css'),
  ]);
  expect(app.read('theme.css')).toBe('changed\n');
  app.git('clone', '--quiet', '--bare', '.', '../bare.git');
  await expect(upgradeApp({ root: join(folder, 'bare.git') }, releases)).rejects.toThrow(
    'yokoten/bare-repository',
  );
  const empty = appFrom(FIRST, folder, { git: false, name: 'unborn' });
  empty.git('init', '--quiet');
  await expect(upgradeApp(empty, releases)).rejects.toThrow('yokoten/no-commit');
  mkdirSync(join(folder, 'other'));
  await expect(upgradeApp({ root: join(folder, 'other') }, releases)).rejects.toThrow(
    'yokoten/not-an-app',
  );
});

test('--check and --dry-run write nothing', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder);
  const releases = await releasesIn(folder, FIRST, SECOND);
  const state = (): string =>
    app.git('for-each-ref') + app.git('count-objects') + app.git('status', '--porcelain');
  const before = state();
  expect(await upgradeApp(app, releases, { check: true })).toMatchObject({
    status: 'available',
    to: '1.1.0',
  });
  expect(await upgradeApp(app, releases, { dryRun: true })).toMatchObject({
    status: 'planned',
    changes: expect.arrayContaining([]),
  });
  expect(state()).toBe(before);
});

test('a link in the way is neither followed nor replaced', async () => {
  const folder = temporary();
  const app = appFrom(FIRST, folder, { git: false });
  mkdirSync(join(folder, 'outside'));
  rmSync(join(app.root, 'src'), { recursive: true });
  symlinkSync(join(folder, 'outside'), join(app.root, 'src'));
  const second = next(SECOND, '1.1.0', { 'src/new.ts': ['template', 'x\n'] });
  await expect(upgradeApp(app, await releasesIn(folder, FIRST, second))).rejects.toThrow(
    'yokoten/link-on-the-way',
  );
  expect(existsSync(join(folder, 'outside/new.ts'))).toBe(false);
  expect(existsSync(join(folder, 'my-map-upgrade-1.1.0'))).toBe(false);
});
