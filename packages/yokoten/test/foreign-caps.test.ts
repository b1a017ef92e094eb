import { randomBytes } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { emptyRepository } from '../src/internal/foreign/fetch-repository.ts';
import { FOREIGN_LIMITS } from '../src/internal/foreign/limits.ts';
import { runSafeGit } from '../src/internal/foreign/safe-git.ts';
import { deltaBomb } from './delta-bomb.ts';
import { look, plain } from './foreign-look.ts';
import { serve, onServer } from './foreign-server.ts';
import { temporary } from './upgrade-app.ts';

onServer('one large file stays out, however small it is packed; the others are read', async () => {
  const folder = temporary();
  const made = plain(folder);
  made.write('zero.tif', '');
  truncateSync(join(made.root, 'zero.tif'), 3_000_000);
  made.commit();
  const { url } = await serve(folder);
  for (const source of [`${url}/map/.git`, made.root, join(made.root, '.git')]) {
    const { taken, left } = await look(source, { file: 2_999_999 });
    expect(taken).toEqual(['a.csv']);
    expect(left).toEqual({ 'zero.tif': 'yokoten/foreign-file-too-large' });
  }
});

onServer(
  'more bytes or files in all than are taken in: an error that says how much is',
  async () => {
    const folder = temporary();
    const made = plain(folder);
    for (let i = 0; i < 40; i += 1) made.write(`csv/${i}.csv`, 'x'.repeat(1000));
    made.commit();
    const { url } = await serve(folder);
    for (const source of [`${url}/map/.git`, made.root, join(made.root, '.git')]) {
      await expect(look(source, { total: 20_000 })).rejects.toThrow(/foreign-too-large.*20 kB/s);
      await expect(look(source, { files: 40 })).rejects.toThrow(/foreign-too-many-files.*40/s);
      expect((await look(source, { files: 41 })).taken).toHaveLength(41);
    }
  },
);

onServer(
  'a tree that names itself over and over has no end, and is stopped',
  async () => {
    const folder = temporary();
    const made = plain(folder);
    let tree = made.git(['rev-parse', 'HEAD^{tree}']);
    for (let level = 0; level < 9; level += 1)
      tree = made.git(
        ['mktree'],
        Array.from({ length: 10 }, (_, i) => `040000 tree ${tree}\t${i}\n`).join(''),
      );
    made.git(['update-ref', 'HEAD', made.git(['commit-tree', '-m', 'x', tree])]);
    const { url } = await serve(folder);
    for (const source of [`${url}/map/.git`, join(made.root, '.git')])
      await expect(look(source)).rejects.toThrow('yokoten/foreign-too-many-files');
  },
  60_000,
);

onServer(
  'a server that sends without end is stopped when the disk’s share is full',
  { tags: ['ci'], timeout: 60_000 },
  async () => {
    const folder = temporary();
    const made = plain(folder);
    made.write('noise.bin', randomBytes(3_000_000));
    made.commit();
    const { url } = await serve(folder);
    await expect(look(`${url}/map/.git`, { fetched: 1_000_000 })).rejects.toThrow(
      /foreign-too-large.*1 MB/s,
    );
    expect((await look(`${url}/map/.git`)).taken).toEqual(['a.csv', 'noise.bin']);
  },
);

onServer(
  'the disk’s share holds even where nobody watches any more',
  { tags: ['ci'], timeout: 60_000 },
  async () => {
    const folder = temporary();
    const made = plain(folder);
    made.write('noise.bin', randomBytes(4_000_000));
    made.commit();
    const { url } = await serve(folder);
    const fetch = async (fetched: number): Promise<boolean> => {
      const git = await emptyRepository(temporary(), { ...FOREIGN_LIMITS, fetched });
      const { code } = await runSafeGit(git, ['fetch', '--quiet', `${url}/map/.git`, 'HEAD'], {
        output: 1000,
        signal: AbortSignal.timeout(20_000),
        network: true,
      });
      return code === 0;
    };
    expect(await fetch(30_000_000)).toBe(true);
    expect(await fetch(1_000_000)).toBe(process.platform === 'win32');
  },
);

onServer(
  'a few bytes that ask for forty million of memory are refused',
  async () => {
    const folder = temporary();
    const made = plain(folder);
    deltaBomb(made, 40_000_000);
    const { url } = await serve(folder);
    await expect(look(`${url}/map/.git`, { memory: 20_000_000 })).rejects.toThrow(
      /foreign-too-large.*20 MB/s,
    );
  },
  60_000,
);

onServer(
  'a server that never answers, or only now and then, is given up',
  async () => {
    const folder = temporary();
    plain(folder);
    const silent = await serve(folder, () => undefined);
    await expect(look(`${silent.url}/map/.git`, { time: 700 })).rejects.toThrow(
      'yokoten/foreign-too-slow',
    );
    const dripping = await serve(folder, (_request, response) => {
      const timer = setInterval(() => response.write('0'), 100);
      response.on('close', () => clearInterval(timer));
    });
    await expect(look(`${dripping.url}/map/.git`, { silence: 1 })).rejects.toThrow(
      'yokoten/foreign-too-slow',
    );
  },
  60_000,
);
