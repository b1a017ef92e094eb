import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packAll, type PackedPackage } from '../src/pack.ts';
import { canOpenPages, closeBrowser, openPage } from '../src/page.ts';
import { root } from '../src/run.ts';
import { serveFolder } from '../src/serve.ts';
import { networkCut, outputOf as run } from './outside-app.ts';
import { outerEnvironment, startRegistry, type RegistryServer } from './registry-server.ts';

const town = { code: '182079', name: '鯖江市' };
const townsData = join(root, '../shared/data/shelters/sabae');
const minutes = 60_000;

/** Publishing, scaffolding and installing for real takes a minute, so `npm test` leaves it to `.ci/run`. */
describe('an app outside of the clone', { tags: ['ci'] }, () => {
  let folder = '';
  let packed: readonly PackedPackage[] = [];
  let registry: RegistryServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-registry-'));
    packed = await packAll();
    registry = await startRegistry(folder);
  }, 5 * minutes);
  afterAll(async () => {
    await closeBrowser();
    await registry.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  test(
    'what did not change is not packed again',
    async () => {
      const times = (): number[] => packed.map(({ file }) => statSync(file).mtimeMs);
      const before = times();
      expect(await packAll()).toEqual(packed);
      expect(times()).toEqual(before);
    },
    minutes,
  );

  test(
    'every package is published to a real registry as its tarball is',
    async () => {
      for (const { file } of packed) await npm(['publish', file, '--access', 'public'], folder);
      for (const { name, version } of packed) {
        expect((await npm(['view', name, 'version'], folder)).trim()).toBe(version);
      }
    },
    2 * minutes,
  );

  test(
    'npm create makes, installs and builds an app from it',
    async () => {
      const args = [
        'create',
        'yokoten@latest',
        'my-map',
        '--',
        '--template',
        'disaster-map',
        '--municipality',
        town.code,
        '--yes',
      ];
      const printed = await npm(args, folder);
      expect(printed).toContain('cd my-map');
      const app = join(folder, 'my-map');
      // What the scaffolder began, npm completed: our own packages with their hashes, and nothing is out of step.
      expect(hashesOfOurs(app).length).toBeGreaterThan(3);
      for (const hash of hashesOfOurs(app)) expect(hash).toMatch(/^sha512-/);
      await npm(['ci', '--dry-run'], app);
      await npm(['run', 'build'], app);
      await expectEmptyState(join(app, 'dist'));
      const installed = (await npm(['ls', '--all', '--parseable'], app)).trim().split('\n').length;
      const megabytes = Number(
        /^\d+/.exec(await run('du', ['-sm', 'node_modules'], app, outerEnvironment()))?.[0],
      );
      console.log(`The fork installs ${installed} packages, ${megabytes} MB.`);
      expect(installed).toBeLessThanOrEqual(60);
      expect(megabytes).toBeLessThanOrEqual(120);
    },
    5 * minutes,
  );

  test(
    'made from the clone, all that is ours comes out of vendor/, and it builds without a network',
    async () => {
      const node20 = findNode20();
      if (node20 === undefined)
        console.log('No Node 20 here (YOKOTEN_NODE20): building with this Node instead.');
      const env =
        node20 === undefined
          ? registry.env
          : { ...registry.env, PATH: `${dirname(node20)}${delimiter}${process.env.PATH}` };
      const cli = join(root, 'packages/create-yokoten/dist/cli.js');
      const args = [
        cli,
        '防災',
        '--municipality',
        town.code,
        '--packages',
        join(root, '.cache/pack'),
      ];
      await run(node20 ?? process.execPath, [...args, '--yes'], folder, env);
      const app = join(folder, '防災');
      expect(
        oursInLockfile(app).filter((resolved) => !resolved.startsWith('file:vendor/')),
      ).toEqual([]);
      expect(oursInLockfile(app).length).toBeGreaterThan(3);
      if (existsSync(townsData)) cpSync(townsData, join(app, 'data'), { recursive: true });
      else console.log("No ../shared/data: building without the town's data.");
      await buildWithoutNetwork(app, env);
      if (existsSync(townsData)) await expectPlaces(join(app, 'dist'));
      else await expectEmptyState(join(app, 'dist'));
    },
    5 * minutes,
  );

  test(
    'a clean install of the lockfile works, as the deploy workflow does it',
    async () => {
      const app = join(folder, '防災');
      rmSync(join(app, 'node_modules'), { recursive: true });
      await run('npm', ['ci'], app, registry.env);
      await run('npm', ['run', 'build'], app, registry.env);
      expect(existsSync(join(app, 'dist/index.html'))).toBe(true);
      const deploy = readFileSync(join(app, '.github/workflows/deploy.yml'), 'utf8');
      const [, step = ''] = /^ +- run: (.*npm sbom.*)$/m.exec(deploy) ?? [];
      await run('bash', ['-e', '-c', step], app, registry.env);
      const bill = readFileSync(join(app, 'dist/sbom.cdx.json'), 'utf8');
      expect(bill).toContain('"vendor/yokoten-');
      expect(bill).not.toContain(folder);
    },
    5 * minutes,
  );

  function npm(args: readonly string[], cwd: string): Promise<string> {
    return run('npm', args, cwd, registry.env);
  }
});

function findNode20(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const candidates = [process.env.YOKOTEN_NODE20, ...onPath].filter((path) => path !== undefined);
  return candidates.find(
    (path) =>
      existsSync(path) &&
      spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.startsWith('v20.'),
  );
}

/** Where npm took our packages from, by its lockfile. */
function oursInLockfile(app: string): string[] {
  return lockedOurs(app).map(({ resolved }) => resolved ?? 'from nowhere');
}

function hashesOfOurs(app: string): string[] {
  return lockedOurs(app).map(({ integrity }) => integrity ?? 'none');
}

function lockedOurs(app: string): { resolved?: string; integrity?: string }[] {
  const { packages } = JSON.parse(readFileSync(join(app, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string }>;
  };
  return Object.entries(packages)
    .filter(([path]) => /node_modules\/(@yokoten\/[^/]+|yokoten)$/.test(path))
    .map(([, entry]) => entry);
}

async function buildWithoutNetwork(
  app: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const [command, ...args] = [...networkCut(), 'npm', 'run', 'build'] as const;
  await run(command, args, app, env);
}

async function expectEmptyState(dist: string): Promise<void> {
  await withPage(dist, async ({ page, complaints, foreign }) => {
    await page.getByText('data/01-避難所.csv').waitFor();
    await page.getByRole('heading', { name: `${town.name}防災マップ` }).waitFor();
    expect(await page.title()).toContain(town.name);
    // Of others, only tiles of the background map it credits are asked for.
    expect(foreign.filter((url) => !url.startsWith('https://cyberjapandata.gsi.go.jp/'))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
  });
}

async function expectPlaces(dist: string): Promise<void> {
  const first =
    readFileSync(join(townsData, readdirSync(townsData).sort()[0] ?? ''), 'utf8')
      .split('\n')[1]
      ?.split(',')[0] ?? '';
  expect(first.length).toBeGreaterThan(1);
  await withPage(dist, async ({ page, complaints }) => {
    await page.getByRole('searchbox').fill(first);
    await page.getByText(first, { exact: true }).filter({ visible: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });
}

async function withPage(
  dist: string,
  look: (opened: Awaited<ReturnType<typeof openPage>>) => Promise<void>,
): Promise<void> {
  expect(statSync(join(dist, 'index.html')).size).toBeGreaterThan(0);
  if (!canOpenPages) {
    console.log('No browser here: the built page was not opened.');
    return;
  }
  const server = await serveFolder(dist);
  const opened = await openPage(server.url);
  try {
    await look(opened);
  } finally {
    await opened.close();
    await server.close();
  }
}
