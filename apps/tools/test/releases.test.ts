import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editSecondRelease, editThirdRelease, rememberMap } from '../src/later-releases.ts';
import { packAll } from '../src/pack.ts';
import { canOpenPages, closeBrowser, openPage } from '../src/page.ts';
import { ReleaseClone } from '../src/release-clone.ts';
import { serveFolder } from '../src/serve.ts';
import { outerEnvironment, startRegistry, type RegistryServer } from './registry-server.ts';
import { scriptOf, workflowAt } from './workflow.ts';

const minutes = 60_000;
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
} as const;
const PLACES = 'data/10-井戸.csv';
const OWN = [
  'data',
  'images',
  'theme.css',
  'README.md',
  'README.ja.md',
  'LICENSE',
  'publiccode.yml',
];

interface Report {
  readonly status: string;
  readonly to: string;
  readonly lock: string;
  readonly decisions: readonly unknown[];
  readonly migrations: readonly unknown[];
}

/**
 * Three releases by the tasks and the workflow that make the real ones, published to a registry on this machine, and a
 * fork that its owner goes on editing in between. Takes two minutes, so `npm test` leaves it to `.ci/run`.
 */
describe('three releases and a fork', { tags: ['ci'] }, () => {
  let folder = '';
  let registry: RegistryServer;
  let clone: ReleaseClone;
  const published: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-releases-'));
    registry = await startRegistry(folder);
    clone = await ReleaseClone.make(join(folder, 'clone'), outerEnvironment());
  }, 3 * minutes);
  afterAll(async () => {
    await closeBrowser();
    await registry.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  const env = (): Record<string, string> => ({ ...registry.env, ...IDENTITY });
  const npm = (app: string, ...args: readonly string[]): Promise<string> =>
    run('npm', args, app, env());
  const git = (app: string, ...args: readonly string[]): Promise<string> =>
    run('git', args, app, env());

  /** Makes a release and publishes it by the step of the workflow, with an npm that is new enough whatever is here. */
  async function publish(bump: boolean): Promise<string> {
    const files = await clone.release(bump);
    const programs = join(folder, 'programs');
    mkdirSync(programs, { recursive: true });
    const real = (await run('which', ['npm'], folder, env())).trim();
    const npmText = `#!/bin/bash\nif [ "$1" = --version ]; then echo 11.5.1; else exec '${real}' "$@"; fi\n`;
    writeFileSync(join(programs, 'npm'), npmText, { mode: 0o755 });
    const PATH = `${programs}${delimiter}${process.env.PATH}`;
    const script = scriptOf(workflowAt('.github/workflows/release.yml'), 'publish', 'Publish');
    await run('bash', ['-eo', 'pipefail', '-c', script], files, { ...env(), PATH });
    const version = readFileSync(join(files, 'version'), 'utf8').trim();
    expect((await npm(folder, 'view', 'create-yokoten', 'version')).trim()).toBe(version);
    await clone.tag(version);
    published.push(version);
    return version;
  }

  /** Brings an app to a version on a branch and takes that over, as an owner does who agrees with the proposal. */
  async function upgrade(app: string, version: string): Promise<Report> {
    const before = await ownFiles(app);
    // Of an app as old as its first release, only the newest command knows the newest form.
    const args = ['--yes', 'yokoten@latest', 'upgrade', '--to', version, '--json'];
    const report = JSON.parse(await run('npx', args, app, env())) as Report;
    expect(report).toMatchObject({ status: 'done', to: version, decisions: [], lock: 'made-anew' });
    await git(app, 'merge', '--quiet', '--ff-only', `upgrade/yokoten-${version}`);
    expect(await ownFiles(app)).toBe(before);
    return report;
  }

  /** The app names the newest version of each of our packages, which need not be the same for all. */
  async function expectNewest(app: string): Promise<void> {
    for (const [name, range] of rangesIn(app))
      expect(range, name).toBe(`^${(await npm(folder, 'view', name, 'version')).trim()}`);
  }

  const ownFiles = (app: string): Promise<string> => git(app, 'ls-tree', '-r', 'HEAD', ...OWN);

  /** Installs and builds by the steps of the app's own workflow, then opens the page. */
  async function deploy(app: string, place: string): Promise<void> {
    await npm(app, 'ci');
    const deployed = readFileSync(join(app, '.github/workflows/deploy.yml'), 'utf8');
    const runs = [...deployed.matchAll(/^ +- run: (.*)$/gm)].map(([, line = '']) => line);
    expect(runs.length).toBeGreaterThanOrEqual(4);
    for (const line of runs.slice(1)) await run('bash', ['-e', '-c', line], app, env());
    const bill = JSON.parse(readFileSync(join(app, 'dist/sbom.cdx.json'), 'utf8')) as {
      components: { name: string; version: string }[];
    };
    const installed = (await npm(app, 'ls', '--all', '--parseable')).trim().split('\n');
    const listed = new Set(bill.components.map(({ name }) => name));
    for (const path of installed.slice(1))
      expect(listed).toContain(path.replaceAll('\\', '/').split('/node_modules/').at(-1));
    if (!canOpenPages) return;
    const server = await serveFolder(join(app, 'dist'));
    const { page, complaints, close } = await openPage(server.url);
    try {
      await page.getByRole('searchbox').fill(place);
      await page.getByText(place, { exact: true }).filter({ visible: true }).first().waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await close();
      await server.close();
    }
  }

  /** What an official does between two releases: rows, a sentence of the config, a colour. */
  async function edit(app: string, place: string): Promise<void> {
    const row = `${place},大字1-${place.length},35.95,136.18\r\n`;
    const there = existsSync(join(app, PLACES)) ? readFileSync(join(app, PLACES), 'utf8') : '';
    writeFileSync(join(app, PLACES), `${there || '\uFEFF名称,住所,緯度,経度\r\n'}${row}`);
    const config = join(app, 'yokoten.config.jsonc');
    const text = readFileSync(config, 'utf8').replace(
      /"contacts": \[[^\]]*\],.*/,
      `"contacts": [{ "label": "防災課（${place}）", "value": "0778-00-0000" }], // 内線 ${place}`,
    );
    writeFileSync(config, text.replace('"hazardLayers": []', '"hazardLayers": ["flood-l2"]'));
    writeFileSync(join(app, 'theme.css'), `/* ${place} */\n:root {\n  --own: 1;\n}\n`);
    await git(app, 'add', '--all');
    await git(app, 'commit', '--quiet', '--message', place);
  }

  test(
    'a copy of the repository makes, in another folder, the very bytes that are made here',
    async () => {
      const files = await clone.release(false);
      for (const { file } of await packAll()) {
        const name = file.split(/[\\/]/).at(-1) ?? '';
        expect(readFileSync(join(files, name)).equals(readFileSync(file)), name).toBe(true);
      }
    },
    5 * minutes,
  );

  test(
    'the first release is published, and a fork is made from it',
    async () => {
      await publish(false);
      const args = ['create', 'yokoten@latest', 'stepwise', '--', '--municipality', '182079'];
      await npm(folder, ...args, '--template', 'disaster-map', '--yes', '--no-git');
      const app = join(folder, 'stepwise');
      await git(app, 'init', '--quiet', '--initial-branch', 'main');
      await edit(app, '一番井戸');
      await deploy(app, '一番井戸');
      await git(folder, 'clone', '--quiet', app, 'direct');
    },
    5 * minutes,
  );

  test(
    'the second release renames a file, adds one and changes a workflow; the fork takes it over',
    async () => {
      editSecondRelease(clone);
      const version = await publish(true);
      const app = join(folder, 'stepwise');
      expect(await run('npx', ['yokoten', 'doctor'], app, env())).toContain('template-behind');
      await edit(app, '二番井戸');
      await upgrade(app, version);
      expect(existsSync(join(app, 'src/app.ts'))).toBe(true);
      expect(existsSync(join(app, 'src/main.ts'))).toBe(false);
      expect(existsSync(join(app, 'SECURITY.md'))).toBe(true);
      const deployed = readFileSync(join(app, '.github/workflows/deploy.yml'), 'utf8');
      expect(deployed).toContain('timeout-minutes: 20');
      await expectNewest(app);
      await deploy(app, '二番井戸');
    },
    5 * minutes,
  );

  test(
    'the third deletes a file and gives the config a new form; nothing is asked, nothing is lost',
    async () => {
      editThirdRelease(clone);
      await expect(clone.release(true)).rejects.toThrow(/no changeset: @yokoten\/disaster-map\./);
      rememberMap(clone);
      const version = await publish(true);
      const app = join(folder, 'stepwise');
      const before = readFileSync(join(app, 'yokoten.config.jsonc'), 'utf8');
      const { migrations } = await upgrade(app, version);
      expect(migrations).toHaveLength(1);
      expect(existsSync(join(app, '.gitattributes'))).toBe(false);
      // Every comment and every key the owner wrote is where it was.
      expect(readFileSync(join(app, 'yokoten.config.jsonc'), 'utf8')).toBe(
        before.replace('"hazardLayers"', '"hazardRasters"').replace('ersion": 1', 'ersion": 2'),
      );
      await expectNewest(app);
      await deploy(app, '二番井戸');
      expect(await run('npx', ['yokoten', 'upgrade', '--check'], app, env())).toContain(version);
      expect(new Set(published).size).toBe(3);
    },
    5 * minutes,
  );

  test(
    'from the first to the third in one go gives the same, to the byte',
    async () => {
      const [stepwise, direct] = [join(folder, 'stepwise'), join(folder, 'direct')];
      await edit(direct, '二番井戸');
      await upgrade(direct, published.at(-1) ?? '');
      const trees = [direct, stepwise].map((app) => git(app, 'ls-tree', '-r', 'HEAD'));
      const [one, other] = await Promise.all(trees);
      expect(one).toBe(other);
    },
    3 * minutes,
  );
});

/** Ranges of our packages in an app's manifest. */
function rangesIn(app: string): readonly (readonly [name: string, range: string])[] {
  const { dependencies } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies).filter(([name]) => /^(@yokoten\/|yokoten$)/.test(name));
}

/** Runs to the end and answers stdout. */
function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const [stdout, stderr] = [out, err].map((chunks) => Buffer.concat(chunks).toString());
      if (code === 0) resolve(stdout ?? '');
      else
        reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`));
    });
  });
}
