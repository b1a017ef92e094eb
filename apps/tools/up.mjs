// The launcher behind `npm start`, `npm test` and every other root script. It has no dependency and runs on any
// Node since 18: it only makes sure that the task runner gets a Node that is new enough and the pinned pnpm, both
// taken through npm where the machine lacks them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = '26.10.0'; // npm has this version for Linux, Windows and both Macs
const OLDEST_NODE = [22, 19];

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const remembered = join(root, '.cache', 'toolchain.json');
const pnpmPin = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
const task = [join(here, 'src', 'tasks.ts'), ...process.argv.slice(2)];

const [major, minor] = process.versions.node.split('.').map(Number);
const nodeIsNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
const pnpmIsPinned = (process.env.npm_config_user_agent ?? '').startsWith(
  pnpmPin.replace('@', '/') + ' ',
);

if (nodeIsNew && pnpmIsPinned) {
  run(process.execPath, task);
} else {
  const folders = recall();
  if (folders !== undefined) {
    run('node', task, { ...process.env, PATH: [...folders, process.env.PATH].join(delimiter) });
  } else {
    if (!existsSync(join(root, 'node_modules'))) {
      console.error(
        nodeIsNew
          ? `Fetching ${pnpmPin} through npm …`
          : `This machine has Node ${process.versions.node}. Fetching Node ${NODE} and ${pnpmPin} through npm, for this folder only …`,
      );
    }
    const packages = [...(nodeIsNew ? [] : ['-p', `node@${NODE}`]), '-p', pnpmPin];
    npx(['--yes', ...packages, '--', 'node', ...task]);
  }
}

/**
 * npx costs half a second even when everything is there, so the task runner notes where its tools stand.
 * Not on Windows, where they are scripts that only a shell starts.
 */
function recall() {
  if (process.platform === 'win32' || !existsSync(remembered)) return undefined;
  const { key, folders } = JSON.parse(readFileSync(remembered, 'utf8'));
  return key === toolchainKey() && folders.every((folder) => existsSync(folder))
    ? folders
    : undefined;
}

function toolchainKey() {
  return `${pnpmPin} node@${nodeIsNew ? process.versions.node : NODE}`;
}

function npx(args) {
  mkdirSync(dirname(remembered), { recursive: true });
  const env = {
    ...process.env,
    YOKOTEN_TOOLCHAIN: JSON.stringify({ file: remembered, key: toolchainKey() }),
  };
  // npm's own npx beside the npm that started us: no shell, no quoting, the same on Windows.
  const beside = join(dirname(process.env.npm_execpath ?? ''), 'npx-cli.js');
  if (existsSync(beside)) run(process.execPath, [beside, ...args], env);
  else run('npx', args, env, process.platform === 'win32');
}

function run(command, args, env = process.env, shell = false) {
  const child = spawn(command, args, { stdio: 'inherit', env, shell });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(
      `${command} could not be started (${error.message}). Is npm installed? See https://nodejs.org/`,
    );
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === 'SIGINT' ? 130 : (code ?? 2);
  });
}
