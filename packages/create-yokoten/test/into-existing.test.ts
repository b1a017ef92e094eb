import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  runCli,
  runHere,
  temporaryFolder,
  type Ended,
  type TemporaryFolder,
} from './command-line.ts';

const flags = ['-m', '132012', '--yes', '--no-install', '--into-existing', '--json'];

/** What a repository holds that was begun on a web page. */
const BEGUN = {
  'README.md': '# 町の地図\n',
  LICENSE: 'Ours\n',
  '.gitignore': 'dist\n*.log\n',
  '.gitattributes': '* text=auto\n',
  'package.json': '{\n\t"name": "town",\n\t"scripts": { "test": "node --test" }\n}\n',
  'notes/深い/メモ.txt': 'x',
} as const;

function fill(folder: TemporaryFolder, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
}

const read = (folder: TemporaryFolder, path: string): string =>
  readFileSync(join(folder.path, path), 'utf8');

const add = (folder: TemporaryFolder, ...more: string[]): Promise<Ended> =>
  runHere(['.', ...flags, ...more], { cwd: folder.path });

test('adds an app to what is there: own files stay, lists and manifest are added to, all of it is said', async () => {
  using folder = temporaryFolder();
  fill(folder, BEGUN);
  chmodSync(join(folder.path, '.gitignore'), 0o640);
  const { code, stdout, stderr } = await add(folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    git: 'not-ours',
    merged: ['.gitattributes', '.gitignore', 'package.json'],
    kept: ['LICENSE', 'README.md'],
  });
  expect(JSON.parse(stdout).files).toContain('yokoten.config.jsonc');
  expect(stderr).toContain('no Git repository was made');
  for (const path of ['README.md', 'LICENSE', 'notes/深い/メモ.txt'] as const)
    expect(read(folder, path)).toBe(BEGUN[path]);
  expect(read(folder, '.gitignore')).toBe('dist\n*.log\nnode_modules/\ndist/\n.DS_Store\n');
  expect(statSync(join(folder.path, '.gitignore')).mode & 0o777).toBe(0o640);
  expect(read(folder, '.gitattributes')).toMatch(
    /^\* text=auto\n#[^\n]*\n#[^\n]*\ndata\/\*\.csv -text\n$/,
  );
  const manifest = JSON.parse(read(folder, 'package.json'));
  expect(manifest).toMatchObject({
    name: 'town',
    scripts: { test: 'node --test', build: 'vite build' },
    dependencies: { yokoten: expect.any(String) },
  });
  expect(Object.keys(manifest)).not.toContain('type');
  expect(read(folder, 'package.json')).toContain('\n\t"scripts"');
  expect(existsSync(join(folder.path, '.git'))).toBe(false);
  expect(folder.list().filter((path) => path.includes('.create-yokoten'))).toEqual([]);
});

test('a dry run says the same and writes nothing', async () => {
  using folder = temporaryFolder();
  fill(folder, BEGUN);
  const before = folder.list();
  const { stdout } = await add(folder, '--dry-run');
  expect(folder.list()).toEqual(before);
  expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, kept: ['LICENSE', 'README.md'] });
  const shown = await runCli(['.', ...flags.slice(0, -1), '--dry-run'], { cwd: folder.path });
  expect(shown.stdout).toContain('Added to: .gitattributes, .gitignore, package.json\n');
  expect(shown.stdout).toContain('Left as yours: LICENSE, README.md\n');
});

test('a file with the same bytes is left and not spoken of, so that half an app is made whole', async () => {
  using folder = temporaryFolder();
  fill(folder, { 'notes.txt': '' });
  expect((await add(folder)).code).toBe(0);
  const whole = folder.list();
  const { rmSync } = await import('node:fs');
  for (const path of ['yokoten.lock.json', 'src', 'theme.css'])
    rmSync(join(folder.path, path), { recursive: true });
  const { stdout } = await add(folder);
  expect(JSON.parse(stdout)).toMatchObject({
    files: ['src/main.ts', 'theme.css', 'yokoten.lock.json'],
    merged: [],
    kept: [],
  });
  expect(folder.list()).toEqual(whole);
});

test.each([
  [
    'a template’s file with other content',
    { 'vite.config.ts': 'export default {};\n' },
    'vite.config.ts',
  ],
  ['the config of something else', { 'yokoten.config.jsonc': '{}' }, 'yokoten.config.jsonc'],
  ['a folder in place of a file', { 'index.html/x': '' }, 'index.html'],
  ['a file in place of a folder', { src: '' }, 'src/main.ts'],
  [
    'another version of a package',
    { 'package.json': '{ "devDependencies": { "vite": "^5" } }' },
    'package.json',
  ],
  ['a broken manifest', { 'package.json': '{' }, 'package.json'],
])('%s: nothing is written', async (_, files, named) => {
  using folder = temporaryFolder();
  fill(folder, { 'notes.txt': '', ...files });
  const before = folder.list();
  const { code, stdout } = await add(folder);
  expect(code).toBe(2);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ ok: false, code: 'create-yokoten/would-overwrite' });
  expect(answer.candidates.map(({ value }: { value: string }) => value)).toEqual([named]);
  expect(folder.list()).toEqual(before);
  for (const [path, text] of Object.entries(files)) expect(read(folder, path)).toBe(text);
});

test.skipIf(process.platform === 'win32')('writes through no link', async () => {
  using folder = temporaryFolder();
  using elsewhere = temporaryFolder();
  fill(folder, { 'notes.txt': '' });
  fill(elsewhere, { 'package.json': '{}' });
  symlinkSync(elsewhere.path, join(folder.path, 'src'));
  symlinkSync(join(elsewhere.path, 'package.json'), join(folder.path, 'package.json'));
  symlinkSync('nowhere', join(folder.path, 'index.html'));
  const { stdout } = await add(folder);
  const { candidates } = JSON.parse(stdout);
  expect(candidates.map(({ value }: { value: string }) => value)).toEqual([
    'index.html',
    'package.json',
    'src/main.ts',
  ]);
  expect(elsewhere.list()).toEqual(['package.json']);
  expect(read(elsewhere, 'package.json')).toBe('{}');
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'undoes all of it where one folder may not be written to',
  async () => {
    using folder = temporaryFolder();
    fill(folder, { 'src/own.js': '', '.gitignore': 'x\n' });
    chmodSync(join(folder.path, 'src'), 0o555);
    const before = folder.list();
    const { code, stderr } = await add(folder);
    chmodSync(join(folder.path, 'src'), 0o755);
    expect(code).toBe(2);
    expect(stderr).toContain('[create-yokoten/cannot-write]');
    expect(folder.list()).toEqual(before);
    expect(read(folder, '.gitignore')).toBe('x\n');
  },
);
