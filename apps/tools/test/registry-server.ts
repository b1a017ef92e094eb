import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../src/run.ts';

/** Not in the workspace's lockfile: 320 packages and 65 MB that only this test needs. */
const MANIFEST = {
  private: true,
  dependencies: { verdaccio: '6.10.4' },
  // One of its plugins asks for a tag that not every mirror carries.
  overrides: { 'node-fetch': '2.7.0' },
};

export interface RegistryServer {
  readonly url: string;
  /** Environment in which npm uses this registry, a cache and settings of its own, and nothing of the outer npm. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * A real registry on loopback, empty but for what is published to it. It asks the registry this machine is set up
 * with for the packages of others, and nobody for ours.
 */
export async function startRegistry(folder: string): Promise<RegistryServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, 'verdaccio.yaml');
  writeFileSync(config, configuration(folder));
  const settings = join(folder, 'npmrc');
  writeFileSync(
    settings,
    `registry=${url}\n//127.0.0.1:${port}/:_authToken=anybody\nfund=false\naudit=false\n`,
  );
  const child = spawn(
    process.execPath,
    [installedServer(), '--config', config, '--listen', `127.0.0.1:${port}`],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: outerEnvironment(),
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (child.exitCode !== null || tries > 300)
      throw new Error(`The registry did not start:\n${log}`);
    await wait(100);
  }
  return {
    url,
    env: {
      ...outerEnvironment(),
      npm_config_userconfig: settings,
      npm_config_cache: join(folder, 'npm-cache'),
    },
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** What a person's shell has: nothing that npm or pnpm set for the scripts they run. */
export function outerEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|INIT_CWD$|NODE_ENV$|VITEST|YOKOTEN_)/i.test(name),
  );
  return Object.fromEntries(own.map(([name, value]) => [name, value ?? '']));
}

function setting(name: string): string {
  const asked = { cwd: root, encoding: 'utf8', env: outerEnvironment() } as const;
  return spawnSync('npm', ['config', 'get', name], asked).stdout.trim();
}

function configuration(folder: string): string {
  const authority = setting('cafile');
  return `storage: ${JSON.stringify(join(folder, 'storage'))}
uplinks:
  outside:
    url: ${setting('registry')}
    timeout: 60s
    max_fails: 10
${authority === 'null' || authority === '' ? '' : `    ca: ${JSON.stringify(authority)}\n`}packages:
  '@yokoten/*': &ours { access: $all, publish: $all }
  yokoten: *ours
  create-yokoten: *ours
  '**': { access: $all, proxy: outside }
max_body_size: 50mb
log: { type: stdout, format: pretty, level: warn }
`;
}

function installedServer(): string {
  const folder = join(root, '.cache/verdaccio');
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify(MANIFEST));
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { status, stderr } = spawnSync('npm', args, {
      cwd: folder,
      encoding: 'utf8',
      env: outerEnvironment(),
    });
    if (status !== 0) throw new Error(`Verdaccio could not be installed: ${stderr}`);
  }
  return program;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}-/ping`)).ok;
  } catch {
    // Not there yet: the caller tries again and knows when to stop.
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
