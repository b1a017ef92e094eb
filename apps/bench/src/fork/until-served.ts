import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { figure, type Figure } from '../figure.ts';
import { choicesFor, packedPackages, personsEnvironment, root, scaffolder } from './scaffolder.ts';

/**
 * From the command that makes an app to its page: scaffold, install, start, until the page and its program are served.
 * First with empty caches, then a second app with the caches filled; create-vite in the same way, as the anchor.
 */
export async function* untilServed(folder: string): AsyncGenerator<Figure> {
  for (const manager of ['npm', 'pnpm'] as const) {
    for (const state of ['cold', 'warm'] as const) {
      const own = await seconds(folder, manager, `${manager}-${state}`, 'yokoten');
      const target = state === 'cold' ? '<= 8' : '<= 3';
      yield figure(`create → page served with ${manager}, ${state} caches`, own, 's', target);
    }
  }
  for (const state of ['cold', 'warm'] as const) {
    const peer = await seconds(folder, 'npm', `vite-${state}`, 'vite');
    yield figure(`create-vite → page served with npm, ${state} caches`, peer, 's');
  }
}

type Maker = 'yokoten' | 'vite';

async function seconds(
  folder: string,
  manager: 'npm' | 'pnpm',
  name: string,
  maker: Maker,
): Promise<number> {
  const port = await freePort();
  const env = environmentOf(join(folder, `caches-${manager}-${maker}`), manager);
  const app = join(folder, name);
  const began = performance.now();
  execFileSync('node', makerArguments(maker, name), { cwd: folder, env, stdio: ['ignore', 2, 2] });
  // Ours has installed already.
  if (maker === 'vite')
    execFileSync(manager, ['install'], { cwd: app, env, stdio: ['ignore', 2, 2] });
  const script = maker === 'vite' ? ['run', 'dev'] : ['start'];
  // pnpm hands on what follows, npm only what follows `--`.
  const flags = [...(manager === 'npm' ? ['--'] : []), '--port', String(port), '--strictPort'];
  const server = spawn(manager, [...script, ...flags, '--host', '127.0.0.1'], {
    cwd: app,
    env,
    stdio: ['ignore', 2, 2],
    detached: true,
  });
  let ended = false;
  server.on('exit', () => (ended = true));
  try {
    while (!(await serves(`http://127.0.0.1:${port}/`))) {
      if (ended) throw new Error(`${manager} start ended before the page was served.`);
      await sleep(20);
    }
    return (performance.now() - began) / 1000;
  } finally {
    if (server.pid !== undefined && !ended) process.kill(-server.pid, 'SIGTERM');
  }
}

function makerArguments(maker: Maker, name: string): string[] {
  if (maker === 'vite') {
    const program = join(root, 'apps/bench/peers/node_modules/create-vite/index.js');
    return [program, name, '--template', 'vanilla-ts', '--no-interactive'];
  }
  const flags = ['--no-git', '--packages', packedPackages];
  return [scaffolder, name, ...choicesFor('disaster-map'), ...flags];
}

/** Caches of its own for npm and pnpm; where packages come from stays as the machine is set up. */
function environmentOf(caches: string, manager: string): NodeJS.ProcessEnv {
  mkdirSync(caches, { recursive: true });
  return {
    ...personsEnvironment(),
    npm_config_user_agent: `${manager}/0 node/0`,
    npm_config_cache: join(caches, 'npm'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    XDG_CACHE_HOME: join(caches, 'cache'),
    XDG_DATA_HOME: join(caches, 'data'),
    XDG_STATE_HOME: join(caches, 'state'),
  };
}

/** The page, and the program it names. */
async function serves(address: string): Promise<boolean> {
  try {
    const page = await (await fetch(address)).text();
    const [, program] = /<script type="module" src="\.?(\/src\/main\.ts)/.exec(page) ?? [];
    return program !== undefined && (await fetch(new URL(program, address))).ok;
  } catch {
    return false; // nobody listens yet
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
