import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { vendorPackages } from '../src/vendor.ts';
import { temporaryFolder } from './command-line.ts';

/** Small packages that depend on each other as ours do: by version, some optional peers, one development-only. */
const packages = [
  { name: '@yokoten/standard' },
  { name: '@yokoten/ui' },
  { name: '@yokoten/open-data', dependencies: ['@yokoten/standard'] },
  {
    name: '@yokoten/disaster-map',
    dependencies: ['@yokoten/open-data', '@yokoten/standard', '@yokoten/ui'],
  },
  {
    name: 'yokoten',
    dependencies: ['@yokoten/open-data', '@yokoten/ui'],
    peer: '@yokoten/disaster-map',
  },
  { name: '@yokoten/unrelated' },
] as const satisfies readonly { name: string; dependencies?: readonly string[]; peer?: string }[];

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}

function write(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

/** Packs the packages above into `folder`, with the index the scaffolder reads. */
async function pack(folder: string): Promise<void> {
  mkdirSync(join(folder, 'packed'), { recursive: true });
  const index = [];
  for (const one of packages) {
    const dependencies = 'dependencies' in one ? [...one.dependencies] : [];
    const file = `${one.name.replace('@', '').replace('/', '-')}-0.1.0.tgz`;
    const source = join(folder, 'sources', file);
    write(join(source, 'package/package.json'), {
      name: one.name,
      version: '0.1.0',
      dependencies: Object.fromEntries(dependencies.map((name) => [name, '^0.1.0'])),
      ...('peer' in one && {
        peerDependencies: { [one.peer]: '^0.1.0' },
        peerDependenciesMeta: { [one.peer]: { optional: true } },
      }),
    });
    await run('tar', ['-czf', join(folder, 'packed', file), '-C', source, 'package'], folder);
    index.push({ name: one.name, version: '0.1.0', file, dependencies });
  }
  write(join(folder, 'packed/packages.json'), index);
}

/** A registry that has nothing and remembers what it was asked for. */
async function emptyRegistry(): Promise<{ url: string; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked, close: () => server.close() };
}

const installs = {
  npm: (registry: string, cache: string) => [
    'install',
    '--registry',
    registry,
    '--cache',
    cache,
    '--no-audit',
    '--no-fund',
  ],
  pnpm: (registry: string, cache: string) => [
    'install',
    `--registry=${registry}`,
    `--store-dir=${cache}`,
    `--cache-dir=${cache}`,
  ],
} as const;

eachOf(['pnpm', 'npm'], 1)(
  '%s takes all of our packages from vendor/, and asks no registry',
  async (manager) => {
    using folder = temporaryFolder();
    await pack(folder.path);
    const app = join(folder.path, 'app');
    const manifest = JSON.stringify({
      name: 'app',
      private: true,
      dependencies: { yokoten: '^0.1.0', '@yokoten/disaster-map': '^0.1.0' },
    });
    const vendored = vendorPackages(manifest, 'packed', folder.path);
    write(join(app, 'package.json'), vendored.manifest);
    for (const file of vendored.files) {
      const content = 'text' in file ? file.text : readFileSync(file.copyOf);
      mkdirSync(dirname(join(app, file.path)), { recursive: true });
      writeFileSync(join(app, file.path), content);
    }
    expect(vendored.files.map(({ path }) => path)).not.toContain(
      'vendor/yokoten-unrelated-0.1.0.tgz',
    );
    const registry = await emptyRegistry();
    try {
      const { code, text } = await run(
        manager,
        installs[manager](registry.url, join(folder.path, 'cache')),
        app,
      );
      expect(text, text).not.toContain('404');
      expect(code).toBe(0);
      // pnpm asks after its own newest version now and then; nothing of ours may be asked for.
      expect(registry.asked.filter((path) => path !== '/pnpm')).toEqual([]);
    } finally {
      registry.close();
    }
    for (const name of Object.keys(JSON.parse(vendored.manifest).dependencies)) {
      expect(readFileSync(join(app, 'node_modules', name, 'package.json'), 'utf8')).toContain(
        '0.1.0',
      );
    }
  },
);

test('a package that is not in the folder is said by name', () => {
  using folder = temporaryFolder();
  write(join(folder.path, 'packages.json'), []);
  const manifest = JSON.stringify({ dependencies: { yokoten: '^0.1.0', vite: '8.0.0' } });
  expect(() => vendorPackages(manifest, '.', folder.path)).toThrow(/^yokoten is not in/);
});
