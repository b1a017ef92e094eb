import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench, Figure } from './figure.ts';
import { writeFigures } from './document.ts';

const benches: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  benefits: () => import('./bench-benefits.ts'),
  clone: () => import('./bench-clone.ts'),
  'disaster-map': () => import('./bench-disaster-map.ts'),
  fork: () => import('./bench-fork.ts'),
  'open-data': () => import('./bench-open-data.ts'),
  'open-data-app': () => import('./bench-open-data-app.ts'),
  page: () => import('./bench-page.ts'),
  read: () => import('./bench-read.ts'),
  rules: () => import('./bench-rules.ts'),
  scaffold: () => import('./bench-scaffold.ts'),
};

const peers = fileURLToPath(new URL('../peers', import.meta.url));
const [name = '', ...flags] = process.argv.slice(2).filter((arg) => arg !== '--');
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;

if (load === undefined) {
  console.error(
    `Usage: pnpm bench NAME [--quick] [--no-write]\nNames: ${Object.keys(benches).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  if (!hasPeers()) installPeers();
  const quick = flags.includes('--quick');
  const figures: Figure[] = [];
  for await (const one of (await load()).bench({ quick })) {
    figures.push(one);
    console.log(JSON.stringify(one));
  }
  if (!quick && !flags.includes('--no-write')) writeFigures(name, figures);
  if (figures.some(({ holds }) => holds === false)) process.exitCode = 1;
}

/** Also where they were installed before one was added. */
function hasPeers(): boolean {
  const { dependencies } = JSON.parse(readFileSync(`${peers}/package.json`, 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  return Object.keys(dependencies).every((name) => existsSync(`${peers}/node_modules/${name}`));
}

function installPeers(): void {
  console.error('Installing what we measure against into apps/bench/peers …');
  const args = ['install', '--frozen-lockfile', '--ignore-workspace', '--reporter=silent'];
  const { status } = spawnSync('pnpm', args, {
    cwd: peers,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
}
