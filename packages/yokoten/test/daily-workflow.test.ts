import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { temporary } from './upgrade-app.ts';
import { namedSteps, runSteps } from '../../../apps/tools/src/workflow-steps.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const steps = namedSteps('.github/workflows/data.yml', 'data');

/** What the source has now, by path; `undefined` is a file that is gone. */
let source: Map<string, string | undefined> = new Map();
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer(({ url = '/', headers }, response) => {
    const text = source.get(decodeURI(url));
    if (text === undefined) response.writeHead(404).end();
    else {
      const etag = `"${text.length}"`;
      if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { etag, 'content-type': 'text/csv' }).end(text);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const rows = (count: number): string =>
  `名称,人数\r\n${Array.from({ length: count }, (_, i) => `避難所${i},${i * 3}\r\n`).join('')}`;

/** A repository of a town on a server, and what one does with it. */
class Town {
  readonly folder = temporary();
  readonly remote = join(this.folder, 'remote.git');
  #clones = 0;

  constructor(layers: string, files: Readonly<Record<string, string>> = {}) {
    const first = join(this.folder, 'first');
    mkdirSync(join(first, 'data'), { recursive: true });
    writeFileSync(join(first, 'yokoten.config.jsonc'), `{ "layers": [${layers}] }`);
    writeFileSync(join(first, 'package.json'), '{ "private": true }');
    for (const [path, text] of Object.entries(files)) writeFileSync(join(first, path), text);
    this.git(first, 'init', '--quiet', '--initial-branch', 'main');
    this.git(first, 'add', '--all');
    this.git(first, 'commit', '--quiet', '--message', 'x');
    this.git(first, 'clone', '--quiet', '--bare', '.', this.remote);
  }

  git(cwd: string, ...args: readonly string[]): string {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
  }

  /** As actions/checkout does it: one commit of one branch. */
  checkout(): string {
    const place = join(this.folder, `clone-${(this.#clones += 1)}`);
    const args = ['--quiet', '--depth', '1', '--branch', 'main'];
    this.git(this.folder, 'clone', ...args, `file://${this.remote}`, place);
    return place;
  }

  /** Runs the workflow of a day. @throws Error where it stops */
  async day(build = ''): Promise<void> {
    await runSteps(steps, {
      folder: this.folder,
      app: this.checkout(),
      programs: {
        npx: `shift; [ "$1" = yokoten ] && shift; a=''; [ "$3" = pull ] && a=--allow-private; exec '${process.execPath}' '${cli}' "$@" $a`,
        npm: `echo "$@" >> '${this.folder}/asked'; ${build || ':'}`,
        gh: `echo "$@" >> '${this.folder}/asked'`,
      },
      env: { GITHUB_REF_NAME: 'main' },
    });
  }

  asked(): string[] {
    const file = join(this.folder, 'asked');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(file, { force: true });
    return lines;
  }

  /** What deploy.yml does before it builds, in a fresh checkout; answers the text of a file. */
  restored(file: string): string | undefined {
    const app = this.checkout();
    const args = ['data', 'daily', 'restore', '--folder', app];
    execFileSync(process.execPath, [cli, ...args], { stdio: 'pipe' });
    const path = join(app, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  branch(): string[] {
    return this.git(this.remote, 'log', '--format=%H%P', 'data').trim().split('\n');
  }
}

const layer = (name: string): string =>
  `{ "name": "${name}", "url": "${address}/${encodeURI(name)}" }`;

/** A town whose branch holds one file of eight rows. */
async function kept(): Promise<Town> {
  source = new Map([['/a.csv', rows(8)]]);
  const town = new Town(layer('a.csv'));
  await town.day();
  return town;
}

/** Somebody who can write to the branch changes a file of it. */
function overwrite(town: Town, change: (text: string) => string, file: string): void {
  const worktree = join(town.folder, 'bad');
  rmSync(worktree, { recursive: true, force: true });
  const remote = `file://${town.remote}`;
  town.git(town.folder, 'clone', '--quiet', '--branch', 'data', remote, worktree);
  const path = join(worktree, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  town.git(worktree, 'commit', '--quiet', '--all', '--message', 'x');
  town.git(worktree, 'push', '--quiet', '--force', 'origin', 'data');
}

const onWindows = process.platform === 'win32';
describe.skipIf(onWindows)('daily data, by the workflow’s own steps', { timeout: 120_000 }, () => {
  test('newest data is one commit without a parent, and the branch of the app stays as it is', async () => {
    source = new Map([['/10-避難者.csv', rows(20)]]);
    const town = new Town(layer('10-避難者.csv'));
    const main = town.git(town.remote, 'rev-parse', 'main');
    expect(town.restored('data/10-避難者.csv')).toBeUndefined();
    await town.day();
    expect(town.asked()).toEqual(['run build', 'workflow run deploy.yml --ref main']);
    const [first = ''] = town.branch();
    source.set('/10-避難者.csv', rows(24));
    await town.day();
    expect(town.branch()).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
    expect(town.branch()[0]).not.toBe(first);
    expect(town.restored('data/10-避難者.csv')).toBe(rows(24));
    expect(town.git(town.remote, 'rev-parse', 'main')).toBe(main);
    town.asked();
    // Nothing new: nothing is pushed, and nothing published.
    await town.day();
    expect(town.asked()).toEqual(['run build']);
  });

  // Three days each, of many processes: left to the longer tiers.
  eachOf(
    [
      ['a file of which most is gone', () => source.set('/a.csv', rows(9)), ''],
      ['a source that is gone', () => source.set('/a.csv', undefined), ''],
      ['a web page in its place', () => source.set('/a.csv', `<!doctype html><p>${rows(40)}`), ''],
      ['data that makes no site', () => source.set('/a.csv', rows(60)), 'exit 1'],
    ],
    () => false,
  )('%s stops it, and what was kept stays', async (_, breaks, build) => {
    source = new Map([
      ['/a.csv', rows(50)],
      ['/b.csv', rows(3)],
    ]);
    const town = new Town(`${layer('a.csv')}, ${layer('b.csv')}`);
    await town.day();
    const before = town.branch();
    town.asked();
    breaks();
    source.set('/b.csv', rows(5));
    await expect(town.day(build)).rejects.toThrow();
    expect(town.branch()).toEqual(before);
    expect(town.asked().filter((line) => line.startsWith('workflow'))).toEqual([]);
    expect(town.restored('data/a.csv')).toBe(rows(50));
    // Mended, it goes on by itself.
    source.set('/a.csv', rows(52));
    await town.day();
    expect(town.restored('data/a.csv')).toBe(rows(52));
    expect(town.restored('data/b.csv')).toBe(rows(5));
  });

  test(
    'a file that an official committed is never fetched and never replaced',
    { tags: ['ci'] },
    async () => {
      source = new Map([['/a.csv', rows(8)]]);
      const town = new Town(layer('a.csv'));
      await town.day();
      const official = town.checkout();
      mkdirSync(join(official, 'data'));
      writeFileSync(join(official, 'data/a.csv'), '名称,人数\r\n手で書いた,1\r\n');
      town.git(official, 'add', '--all');
      town.git(official, 'commit', '--quiet', '--message', 'x');
      town.git(official, 'push', '--quiet', 'origin', 'main');
      source.set('/a.csv', rows(30));
      town.asked();
      await town.day();
      expect(town.asked()).toEqual([]);
      expect(town.restored('data/a.csv')).toContain('手で書いた');
    },
  );

  test('what the branch says is not trusted: other bytes', async () => {
    const town = await kept();
    overwrite(town, (text) => `${text}付け足し,1\r\n`, 'data/a.csv');
    expect(town.restored('data/a.csv')).toBeUndefined();
  });

  test(
    'what the branch says is not trusted: another address, a way out of the folder',
    { tags: ['ci'] },
    async () => {
      const town = await kept();
      overwrite(town, (text) => `${text}付け足し,1\r\n`, 'data/a.csv');
      await town.day();
      expect(town.restored('data/a.csv')).toBe(rows(8));
      overwrite(
        town,
        (text) => text.replace(address, 'https://example.com'),
        'yokoten.data.lock.json',
      );
      expect(town.restored('data/a.csv')).toBeUndefined();
      await town.day();
      overwrite(
        town,
        (text) => text.replace('"data/a.csv"', '"../a.csv"'),
        'yokoten.data.lock.json',
      );
      expect(() => town.restored('data/a.csv')).toThrow(/open-data\/outside-folder/);
    },
  );

  test('an app without daily data asks nobody and pushes nothing', async () => {
    source = new Map();
    const town = new Town('{ "name": "避難所" }', { 'data/避難所.csv': rows(2) });
    await town.day();
    expect(town.asked()).toEqual([]);
    expect(town.git(town.remote, 'branch', '--list', 'data')).toBe('');
  });
});
