import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openForeign } from '../src/internal/foreign/open-foreign.ts';
import { makeRepository, serve, type MadeRepository, onServer } from './foreign-server.ts';
import { temporary } from './upgrade-app.ts';

const TEXT = 'name,lat,lon\n本庁舎,35.6,139.3\n';

function sample(folder: string): MadeRepository {
  const made = makeRepository(join(folder, 'map'));
  made.write('hazardmap-config.json', '{}\n');
  made.commit();
  made.write('csv/01-避難所.csv', TEXT);
  made.write(
    'images/凡例.png',
    Uint8Array.from({ length: 3000 }, (_, i) => i % 256),
  );
  made.commit();
  return made;
}

const PATHS = ['csv/01-避難所.csv', 'hazardmap-config.json', 'images/凡例.png'];

onServer(
  'a repository on the network: its files, hashes and trees, and nothing is left on the disk',
  async () => {
    const folder = temporary();
    const made = sample(folder);
    const { url } = await serve(folder);
    const tree = await openForeign(`${url}/map/.git`, {});
    expect(tree.files.map(({ path }) => path)).toEqual(PATHS);
    expect(tree.leftOut).toEqual([]);
    expect(tree.trees).toEqual(made.git(['log', '--reverse', '--format=%T']).split('\n'));
    const contents = await Promise.all(tree.files.map((file) => file.read()));
    expect(new TextDecoder().decode(contents[0])).toBe(TEXT);
    expect(contents.map(({ byteLength }) => byteLength)).toEqual(
      tree.files.map(({ size }) => size),
    );
    expect(tree.files.map(({ blob }) => blob)).toEqual(
      PATHS.map((path) => made.git(['rev-parse', `HEAD:${path}`])),
    );
    await tree.close();
    await expect(tree.files[0]?.read()).rejects.toThrow('yokoten/foreign-damaged');
  },
);

test('a folder of the same repository, a bare one, a shallow one and a plain one are read alike', async () => {
  const folder = temporary();
  const made = sample(folder);
  const bare = join(folder, 'bare.git');
  execFileSync('git', ['clone', '--quiet', '--bare', made.root, bare]);
  const shallow = join(folder, 'shallow');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${made.root}`, shallow]);
  const plain = join(folder, 'plain');
  execFileSync('git', [`--git-dir=${bare}`, 'worktree', 'add', '--quiet', plain]);
  const trees = made.git(['log', '--reverse', '--format=%T']).split('\n');
  for (const [place, expected, name] of [
    [made.root, trees, 'map'],
    [bare, trees, 'bare.git'],
    [shallow, trees.slice(1), 'shallow'],
  ] as const) {
    const tree = await openForeign(place, {});
    expect(tree.files.map(({ path }) => path)).toEqual(PATHS);
    expect(tree.trees).toEqual(expected);
    expect(tree.name).toBe(name);
    expect(new TextDecoder().decode(await tree.files[0]?.read())).toBe(TEXT);
    await tree.close();
  }
  // A work tree beside its repository names a place elsewhere, which is not looked at.
  const beside = await openForeign(plain, {});
  expect(beside.files.map(({ path }) => path)).toEqual(PATHS);
  expect([beside.trees, beside.leftOut.map(({ code }) => code)]).toEqual([
    [],
    ['yokoten/foreign-history'],
  ]);
  await beside.close();
});

test('what is not committed yet is read from the folder; what is not there is said', async () => {
  const folder = temporary();
  const made = sample(folder);
  made.write('csv/02-新.csv', TEXT);
  mkdirSync(join(made.root, 'node_modules/a'), { recursive: true });
  const tree = await openForeign(made.root, {});
  expect(tree.files.map(({ path }) => path)).toContain('csv/02-新.csv');
  expect(tree.leftOut).toMatchObject([
    { code: 'yokoten/foreign-installed', place: { file: 'node_modules' } },
  ]);
  await tree.close();
  await expect(openForeign(join(folder, 'none'), {})).rejects.toThrow('yokoten/no-such-file');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

onServer('whoever stops it stops Git too, and nothing is left on the disk', async () => {
  const folder = temporary();
  sample(folder);
  const { url, seen } = await serve(folder, () => undefined);
  const place = join(folder, 'tmp');
  mkdirSync(place);
  vi.stubEnv('TMPDIR', place).stubEnv('TEMP', place);
  onTestFinished(() => void vi.unstubAllEnvs());
  const stop = new AbortController();
  const opening = openForeign(`${url}/map/.git`, { signal: stop.signal });
  while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  stop.abort();
  await expect(opening).rejects.toThrow('aborted');
  expect(readdirSync(place)).toEqual([]);
});
