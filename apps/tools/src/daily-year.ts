import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { root } from './run.ts';
import { namedSteps, runSteps } from './workflow-steps.ts';

/** What a fork weighs after so many days. */
export interface ForkSize {
  readonly days: number;
  /** Bytes of `git clone --bare --single-branch`, packed: what a fork of the app's branch carries. */
  readonly branch: number;
  /** Bytes of `git clone --bare`, packed: every branch, as a fork on GitHub copies them. */
  readonly all: number;
  /** Bytes of the files of the last day. */
  readonly data: number;
  /** Commits on the branch of the data. */
  readonly commits: number;
}

const FILES = ['10-陽性者の属性.csv', '20-日ごとの集計.json'] as const;

/**
 * Files of a day, in the sizes of the sites of 2020 and 2021: a list of patients that grows from 0.2 to 1 MB, and the
 * figures behind the charts, from 1 to 2 MB. Rows that were there stay, but the last ones are corrected for a while.
 */
export function filesOfDay(day: number): ReadonlyMap<string, string> {
  const cases = Array.from({ length: 4500 + 45 * day }, (_, row) => {
    const [a, b, c, d] = noise(row, Math.min(day, Math.floor(row / 45) + 5));
    return `${row},132012,${date(Math.floor(row / 45))},${a % 10}0代,${b % 2 ? '男性' : '女性'},${c % 90},${d % 256}`;
  });
  const figures = Array.from({ length: 13_000 + 36 * day }, (_, row) => {
    const [a, b, c] = noise(-row - 1, Math.min(day, Math.floor(row / 36) + 5));
    return `    { "日付": "${date(Math.floor(row / 36))}T08:00:00.000Z", "小計": ${a % 256}, "合計": ${(b % 256) * 256 + (c % 256)} }`;
  });
  return new Map([
    [FILES[0], `No,全国地方公共団体コード,公表日,年代,性別,番号,備考\r\n${cases.join('\r\n')}\r\n`],
    [FILES[1], `{\n  "lastUpdate": "${date(day)}",\n  "data": [\n${figures.join(',\n')}\n  ]\n}\n`],
  ]);
}

/** Four numbers below 65,536 that look random and are the same every time. */
function noise(row: number, version: number): readonly [number, number, number, number] {
  const first = mixed(Math.imul(row, 0x9e3779b1) + version);
  const second = mixed(first + 0x6d2b79f5);
  return [first & 0xffff, first >>> 16, second & 0xffff, second >>> 16];
}

/** The last step of MurmurHash3: every bit of the number changes half of the bits of the result. */
function mixed(number: number): number {
  const a = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b ^ (b >>> 16)) >>> 0;
}

function date(day: number): string {
  return new Date(Date.UTC(2020, 2, 1) + day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * An app with these files as daily data, for so many days: each day the steps of the workflow run in a fresh checkout,
 * with stand-ins for GitHub and for the build alone. Sources and repository are on this machine.
 *
 * @param folder where to work
 * @param cli the `yokoten` command
 */
export async function simulateDays(folder: string, cli: string, days: number): Promise<ForkSize> {
  let today: ReadonlyMap<string, string> = new Map();
  // A server for each, because a second after one file is the next one asked of the same.
  const servers = FILES.map(() =>
    createServer(({ url = '/' }, response) => {
      const text = today.get(decodeURI(url).slice(1));
      response
        .writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain' })
        .end(text);
    }),
  );
  try {
    const remote = await makeApp(folder, await Promise.all(servers.map(listen)));
    const steps = namedSteps('.github/workflows/data.yml', 'data');
    // What Node compiled yesterday it need not compile today; and nothing here needs more certificates.
    const env = {
      GITHUB_REF_NAME: 'main',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      NODE_EXTRA_CA_CERTS: '',
    };
    const programs = {
      npx: `shift 2; a=''; [ "$3" = pull ] && a=--allow-private; exec '${process.execPath}' '${cli}' "$@" $a`,
      npm: ':',
      gh: ':',
    };
    for (let day = 0; day < days; day += 1) {
      today = filesOfDay(day);
      const app = join(folder, 'checkout');
      rmSync(app, { recursive: true, force: true });
      await git(folder, 'clone', '--quiet', '--depth', '1', '--branch', 'main', remote, app);
      await runSteps(steps, { folder, app, programs, env });
    }
    const data = [...today.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const commits = Number(await git(join(folder, 'remote.git'), 'rev-list', '--count', 'data'));
    const branch = await cloned(folder, remote, '--single-branch');
    return { days, branch, all: await cloned(folder, remote), data, commits };
  } finally {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

/**
 * The same days with the files committed to the branch of the app, as the sites of those years did; bytes of a clone. All
 * days come through one process, which stores each file as what changed since the day before, as packing them would.
 */
export async function commitDays(folder: string, days: number): Promise<number> {
  const app = join(folder, 'committed');
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', app);
  const importer = spawn('git', ['fast-import', '--quiet', '--depth=50'], {
    cwd: app,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(importer, 'close');
  await pipeline(Readable.from(daysAsStream(days)), importer.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  return cloned(folder, `file://${app}`);
}

/** What `git fast-import` reads: file by file, so that each is compared with itself, then the commits. */
function* daysAsStream(days: number): Generator<string | Buffer> {
  for (const [index, name] of FILES.entries())
    for (let day = 0; day < days; day += 1) {
      const bytes = Buffer.from(filesOfDay(day).get(name) ?? '');
      yield `blob\nmark :${day * FILES.length + index + 1}\ndata ${bytes.length}\n`;
      yield bytes;
      yield '\n';
    }
  for (let day = 0; day < days; day += 1) {
    const seconds = Date.parse(date(day)) / 1000;
    const files = FILES.map(
      (name, index) => `M 100644 :${day * FILES.length + index + 1} data/${name}\n`,
    );
    yield `commit refs/heads/main\ncommitter Test <test@example.com> ${seconds} +0000\ndata 10\n${date(day)}\n${files.join('')}\n`;
  }
}

/** @returns the address of the server */
async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A template's own files, with two layers that have an address; answers the address of its repository. */
async function makeApp(folder: string, sources: readonly string[]): Promise<string> {
  const first = join(folder, 'first');
  cpSync(join(root, 'packages/create-yokoten/templates/disaster-map/files'), first, {
    recursive: true,
  });
  const layers = FILES.map((name, i) => ({ name, url: `${sources[i]}/${encodeURI(name)}` }));
  writeFileSync(join(first, 'yokoten.config.jsonc'), JSON.stringify({ layers }));
  await git(first, 'init', '--quiet', '--initial-branch', 'main');
  await git(first, 'add', '--all');
  await git(first, 'commit', '--quiet', '--message', 'x');
  const remote = join(folder, 'remote.git');
  await git(folder, 'clone', '--quiet', '--bare', first, remote);
  return `file://${remote}`;
}

async function cloned(folder: string, remote: string, ...args: readonly string[]): Promise<number> {
  const copy = join(folder, 'copy.git');
  rmSync(copy, { recursive: true, force: true });
  await git(folder, 'clone', '--quiet', '--bare', ...args, remote, copy);
  await git(copy, 'gc', '--quiet', '--prune=now');
  const objects = join(copy, 'objects');
  return readdirSync(objects, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  const { stdout } = await promisify(execFile)('git', [...who, ...args], { cwd });
  return stdout;
}
