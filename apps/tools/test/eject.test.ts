import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editedTarball, nextParts } from '../src/next-parts.ts';
import { nextRelease } from '../src/next-release.ts';
import { packAll, type PackedPackage } from '../src/pack.ts';
import { canOpenPages, closeBrowser, openPage } from '../src/page.ts';
import { root } from '../src/run.ts';
import { serveFolder } from '../src/serve.ts';
import { startRegistry, type RegistryServer } from './registry-server.ts';

const minutes = 60_000;
const PLACE = '見本小学校';
const COPY = 'src/parts/disaster-map/detail.ts';

/** Looks are shortened in the package; a module that is loaded on demand is named after its file. */
const OTHER_BYTES = /-style$|strings-(simple|en)$/;

/** Publishing and installing for real takes a minute, so `npm test` leaves it to `.ci/run`. */
describe('an app with ejected parts', { tags: ['ci'] }, () => {
  let folder = '';
  let app = '';
  let packed: readonly PackedPackage[] = [];
  let registry: RegistryServer;
  const file = (path: string): string => join(app, path);
  const read = (path: string): string => readFileSync(file(path), 'utf8');
  const edit = (path: string, from: string, to: string): void => {
    expect(read(path)).toContain(from);
    writeFileSync(file(path), read(path).replace(from, to));
  };
  const tarballOf = (name: string): string => packed.find((one) => one.name === name)?.file ?? '';
  const run = (command: string, ...args: readonly string[]): Promise<string> =>
    runIn(app, registry.env, command, args);
  /** Without npx, which takes longer than the command. */
  const yokoten = (...args: readonly string[]): Promise<string> =>
    run(process.execPath, file('node_modules/yokoten/dist/cli.js'), ...args);
  const commit = async (): Promise<void> => {
    await run('git', 'add', '--all');
    await run('git', 'commit', '--quiet', '--allow-empty', '-m', 'x');
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-eject-'));
    packed = await packAll();
    registry = await startRegistry(folder);
    for (const one of packed)
      await runIn(folder, registry.env, 'npm', ['publish', one.file, '--access', 'public']);
    const cli = join(root, 'packages/create-yokoten/dist/cli.js');
    app = join(folder, 'map');
    const args = [cli, 'map', '-m', '182079', '--yes', '--no-git'];
    await runIn(folder, registry.env, process.execPath, args);
    mkdirSync(file('data'), { recursive: true });
    const table = `名称,緯度,経度,住所\n${PLACE},35.95,136.18,見本町1\n`;
    writeFileSync(file('data/01-避難所.csv'), table);
    await run('git', 'init', '--quiet');
    await commit();
  }, 5 * minutes);
  afterAll(async () => {
    await closeBrowser();
    await registry.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  test(
    'every part is ejected: the types hold, and a part that is no look gives the same files',
    async () => {
      await run('npm', 'run', 'build');
      const before = builtFiles();
      const list = JSON.parse(await run('npx', 'yokoten', 'eject', '--list', '--json')) as {
        parts: { name: string }[];
      };
      const names = list.parts.map(({ name }) => name);
      expect(names).toContain('disaster-map/detail');
      for (const name of names.filter((one) => !OTHER_BYTES.test(one)))
        await yokoten('eject', name);
      await run('npm', 'run', 'build');
      expect(builtFiles()).toEqual(before);
      for (const name of names) await yokoten('eject', name);
      await run('npm', 'run', 'build');
      await checkTypes();
      for (const name of names) await yokoten('eject', '--undo', name);
      await run('npm', 'run', 'build');
      expect(builtFiles()).toEqual(before);
      expect(await run('git', 'status', '--porcelain')).toBe('');
    },
    5 * minutes,
  );

  test(
    'what is edited is on the page',
    async () => {
      await run('npx', 'yokoten', 'eject', 'detail');
      edit(COPY, '<h2 id="detail-name"', '<p>うちの町の行</p><h2 id="detail-name"');
      await run('npm', 'run', 'build');
      await expectInDetail(['うちの町の行', PLACE], ['新しい版の行']);
      const found = await run('npx', 'yokoten', 'doctor', '--format', 'json');
      expect(found).not.toContain(COPY);
      await commit();
    },
    3 * minutes,
  );

  test(
    'a release in which the part changed elsewhere: both are on the page',
    async () => {
      const next = nextParts(tarballOf('@yokoten/disaster-map'), folder, {
        id: 'detail',
        module: 'element/detail-view.js',
        change: ['${wayThere(entry', '<p>新しい版の行</p>${wayThere(entry'],
      });
      await run('npm', 'publish', next.tarball, '--access', 'public');
      const { tarball, version } = nextRelease(join(root, '.cache/pack'), folder);
      const wanting = editedTarball(tarball, folder, 'wanting.tgz', (change) =>
        change('templates/disaster-map/files/package.json', (text) =>
          text.replace(/("@yokoten\/disaster-map": ")[^"]+/, `$1^${next.version}`),
        ),
      );
      await run('npm', 'publish', wanting, '--access', 'public');
      const report = JSON.parse(await run('npx', 'yokoten', 'upgrade', '--json')) as object;
      expect(report).toMatchObject({ status: 'done', decisions: [], lock: 'made-anew' });
      await run('git', 'merge', '--quiet', '--ff-only', `upgrade/yokoten-${version}`);
      await run('npm', 'ci');
      await run('npm', 'run', 'build');
      await expectInDetail(['うちの町の行', '新しい版の行', PLACE], []);
      expect(read('yokoten.lock.json')).toContain(`"version": "${next.version}"`);
    },
    5 * minutes,
  );

  /** What a browser loads, by name and content: names have the hash of what is in them. */
  function builtFiles(): string[] {
    return readdirSync(file('dist'), { recursive: true }).map(String).toSorted();
  }

  async function checkTypes(): Promise<void> {
    const config = file('tsconfig.json');
    for (const resolution of ['bundler', 'nodenext']) {
      const compilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: 'es2023',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: [],
        module: resolution === 'bundler' ? 'preserve' : resolution,
        moduleResolution: resolution,
      };
      writeFileSync(config, JSON.stringify({ compilerOptions, include: ['src/parts'] }));
      await run(join(root, 'node_modules/.bin/tsc'), '-p', config);
    }
    rmSync(config);
  }

  async function expectInDetail(
    texts: readonly string[],
    absent: readonly string[],
  ): Promise<void> {
    expect(existsSync(file('dist/index.html'))).toBe(true);
    if (!canOpenPages) {
      console.log('No browser here: the built page was not opened.');
      return;
    }
    const server = await serveFolder(file('dist'));
    const { page, complaints, close } = await openPage(server.url);
    try {
      await page.getByText(PLACE).filter({ visible: true }).first().click();
      const detail = page.locator('.detail');
      await detail.waitFor();
      for (const text of texts) await detail.getByText(text).first().waitFor();
      for (const text of absent) expect(await detail.getByText(text).count()).toBe(0);
      expect(complaints).toEqual([]);
    } finally {
      await close();
      await server.close();
    }
  }
});

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
} as const;

/** Runs to a good end and answers stdout. `yokoten doctor` ends with 1 where it found something. */
function runIn(
  cwd: string,
  env: Readonly<Record<string, string>>,
  command: string,
  args: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...env, ...IDENTITY } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || (code === 1 && args.includes('doctor'))) resolve(stdout);
      else reject(new Error(`${command} ${args.join(' ')}: ${code}\n${stdout}${stderr}`));
    });
  });
}
