import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextRelease } from '../src/next-release.ts';
import { packAll } from '../src/pack.ts';
import { root } from '../src/run.ts';
import { outerEnvironment } from './registry-server.ts';

const minutes = 60_000;
const town = '182079';
const townsData = join(root, '../shared/data/shelters/sabae');

/** Fetches all that a real app installs, so `npm test` leaves it to `.ci/run`. */
describe('an app that carries its packages', { tags: ['ci'] }, () => {
  let folder = '';
  let app = '';
  const env: Record<string, string> = {
    ...outerEnvironment(),
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-vendor-'));
    app = join(folder, 'map');
    await packAll();
    const cli = join(root, 'packages/create-yokoten/dist/cli.js');
    const packages = join(root, '.cache/pack');
    run(
      [process.execPath, cli, 'map', '-m', town, '--packages', packages, '--yes', '--no-git'],
      folder,
    );
    if (existsSync(townsData)) cpSync(townsData, join(app, 'data'), { recursive: true });
    else console.log("No ../shared/data: building without the town's data.");
    run(['npx', 'yokoten', 'vendor'], app);
    for (const args of [
      ['init', '--quiet'],
      ['add', '--all'],
      ['commit', '--quiet', '-m', 'x'],
    ])
      run(['git', ...args], app);
  }, 5 * minutes);
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  test.each(['this npm', 'npm 10', 'Node 20'])(
    'a fresh clone installs and builds with empty caches and no network: %s',
    (which) => {
      const path = which === 'this npm' ? '' : which === 'npm 10' ? npm10() : node20();
      if (path === undefined) {
        console.log(`No ${which} here: not tried.`);
        return;
      }
      const place = mkdtempSync(join(folder, 'clone-'));
      run(['git', 'clone', '--quiet', app, join(place, 'map')], folder);
      const clone = join(place, 'map');
      const cut = noNetwork();
      const settings = {
        ...env,
        npm_config_cache: join(place, 'cache'),
        npm_config_logs_dir: join(place, 'logs'),
        PATH: path === '' ? (env['PATH'] ?? '') : `${path}${delimiter}${env['PATH']}`,
      };
      run([...cut, 'npm', 'ci'], clone, settings);
      // One that need not be there is asked for in vain, and npm then goes on without it.
      expect(asked(join(place, 'logs'))).toEqual([]);
      run([...cut, 'npm', 'run', 'build'], clone, settings);
      expect(readFileSync(join(clone, 'dist/index.html'), 'utf8')).toContain('<disaster-map');
      expect(run(['git', 'status', '--porcelain'], clone)).toBe('');
    },
    5 * minutes,
  );

  test(
    'an upgrade keeps it complete',
    () => {
      const aside = join(folder, 'next');
      mkdirSync(aside);
      const { releases, version } = nextRelease(join(root, '.cache/pack'), aside);
      const report = run(['npx', 'yokoten', 'upgrade', '--releases', releases, '--json'], app);
      expect(JSON.parse(report)).toMatchObject({ status: 'done', decisions: [] });
      run(['git', 'merge', '--quiet', '--ff-only', `upgrade/yokoten-${version}`], app);
      run(['npx', 'yokoten', 'vendor', '--check'], app);
      expect(run(['npx', 'yokoten', 'vendor', '--lang', 'en'], app)).toContain('holds all');
      expect(run(['git', 'status', '--porcelain'], app)).toBe('');
    },
    3 * minutes,
  );

  function run(command: readonly string[], cwd: string, settings = env): string {
    const [program = '', ...args] = command;
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd,
      env: settings,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    if (status !== 0) throw new Error(`${command.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  }

  /** Node 20 comes with it, and many runners still have it. */
  function npm10(): string {
    const place = join(folder, 'npm-10');
    if (!existsSync(place)) {
      mkdirSync(place);
      run(['npm', 'install', '--prefix', place, '--no-audit', '--no-fund', 'npm@10'], place);
    }
    return join(place, 'node_modules/.bin');
  }
});

/** What npm asked of a network, answered or not, as its logs have it. */
function asked(logs: string): string[] {
  const files = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
  expect(files.join('')).toContain('verbose');
  return files.flatMap((text) => text.split('\n').filter((line) => line.includes(' http fetch ')));
}

/** Commands in front of another one that take its network away, loopback too; none where the system has no such thing. */
function noNetwork(): string[] {
  const found = [
    ['unshare', '-n'],
    ['unshare', '-rn'],
  ].find(([program = '', ...flags]) => spawnSync(program, [...flags, 'true']).status === 0);
  if (found === undefined) console.log('No network namespace can be made here: the network is on.');
  return found ?? [];
}

function node20(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((one) => join(one, 'node'));
  const candidates = [process.env['YOKOTEN_NODE20'], ...onPath].filter((one) => one !== undefined);
  const found = candidates.find(
    (one) =>
      existsSync(one) &&
      spawnSync(one, ['--version'], { encoding: 'utf8' }).stdout.startsWith('v20.'),
  );
  return found === undefined ? undefined : dirname(found);
}
