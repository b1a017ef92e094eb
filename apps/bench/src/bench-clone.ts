import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { figure, type BenchOptions, type Figure } from './figure.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const address = 'http://localhost:5173/';

/**
 * From a bare clone to a served page and to green tests: once with a new home folder and empty caches (cold), once in a
 * second clone with the caches filled (warm). With the oldest Node on the PATH, as a new contributor has it.
 */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  if (await answers()) throw new Error(`Something already answers on ${address}; stop it first.`);
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-clone-'));
  try {
    const env = bareEnvironment(join(folder, 'home'));
    yield figure(
      'bare clone → page served, cold',
      await untilServed(clone(folder, 'start-cold'), env),
      's',
      '<= 60',
    );
    yield figure(
      'bare clone → page served, warm',
      await untilServed(clone(folder, 'start-warm'), env),
      's',
      '<= 8',
    );
    if (quick) return;
    const other = bareEnvironment(join(folder, 'home-tests'));
    yield figure(
      'bare clone → all tests green, cold',
      untilTested(clone(folder, 'test-cold'), other),
      's',
      '<= 180',
    );
    yield figure(
      'bare clone → all tests green, warm',
      untilTested(clone(folder, 'test-warm'), other),
      's',
      '<= 60',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function clone(folder: string, name: string): string {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, join(folder, name)], {
    stdio: ['ignore', 2, 2],
  });
  return join(folder, name);
}

/** Node and npm of the machine, a new home, no setting of ours; the user's own npm settings stay (a mirror, a proxy). */
function bareEnvironment(home: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true });
  const userconfig = process.env.npm_config_userconfig ?? join(homedir(), '.npmrc');
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !/_npx|node_modules/.test(part));
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|pnpm_|PNPM_|YOKOTEN_|CHROME_PATH|LD_LIBRARY_PATH|INIT_CWD|NODE_|CI$|TURBO)/i.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: path.join(delimiter),
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
    ...(existsSync(userconfig) ? { npm_config_userconfig: userconfig } : {}),
  };
}

async function untilServed(cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd, env, stdio: ['ignore', 2, 2], detached: true });
  let ended = false;
  child.on('exit', () => (ended = true));
  try {
    while (!(await answers())) {
      if (ended) throw new Error('npm start ended before the page was served.');
      await sleep(50);
    }
    return (performance.now() - began) / 1000;
  } finally {
    if (child.pid !== undefined && !ended) process.kill(-child.pid, 'SIGTERM');
    while (await answers()) await sleep(50);
  }
}

async function answers(): Promise<boolean> {
  try {
    return (await (await fetch(address)).text()).includes('<disaster-map');
  } catch {
    return false; // nobody listens yet
  }
}

function untilTested(cwd: string, env: NodeJS.ProcessEnv): number {
  const began = performance.now();
  execFileSync('npm', ['test'], { cwd, env, stdio: ['ignore', 2, 2] });
  return (performance.now() - began) / 1000;
}
