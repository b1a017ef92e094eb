// What we publish runs on Node 20.19. This file is run by such a Node (no type stripping, no flags): it imports every
// entry of every package, then scaffolds an app from the packed tarballs, installs and builds it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const oldest = '20.19.5';

if (!process.versions.node.startsWith('20.') && process.env.YOKOTEN_OLDEST_NODE === undefined) {
  console.error(`This is Node ${process.versions.node}; starting Node ${oldest} through npm …`);
  const args = ['--yes', '-p', `node@${oldest}`, '--', 'node', fileURLToPath(import.meta.url)];
  const { status } = spawnSync('npx', args, {
    stdio: 'inherit',
    env: { ...process.env, YOKOTEN_OLDEST_NODE: oldest },
  });
  process.exit(status ?? 1);
}

console.log(`Node ${process.versions.node}`);
await importEverything();
scaffoldAndBuild();

async function importEverything() {
  for (const folder of readdirSync(join(root, 'packages'))) {
    const manifestFile = join(root, 'packages', folder, 'package.json');
    if (!existsSync(manifestFile)) continue;
    const { name, exports } = JSON.parse(readFileSync(manifestFile, 'utf8'));
    for (const [entry, target] of Object.entries(exports)) {
      // A star stands for the modules that an ejected part may import; the entries import them too.
      if (typeof target === 'string' || entry.includes('*')) continue;
      await import(pathToFileURL(join(root, 'packages', folder, target.default)).href);
      console.log(`imported ${name}${entry.slice(1)}`);
    }
  }
}

function scaffoldAndBuild() {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-oldest-'));
  try {
    const cli = join(root, 'packages/create-yokoten/dist/cli.js');
    const flags = [
      '--template',
      'disaster-map',
      '--municipality',
      '132012',
      '--yes',
      '--no-git',
      '--no-install',
    ];
    execFileSync(
      process.execPath,
      [cli, 'app', ...flags, '--packages', join(root, '.cache/pack')],
      { cwd: folder, stdio: 'inherit' },
    );
    const npm = (...args) =>
      execFileSync('npm', args, {
        cwd: join(folder, 'app'),
        stdio: 'inherit',
        env: cleanEnvironment(),
      });
    npm('install', '--no-audit', '--no-fund');
    npm('run', 'build');
    if (!existsSync(join(folder, 'app/dist/index.html')))
      throw new Error('The build wrote no dist/index.html.');
    console.log('scaffolded, installed and built');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Settings that npm hands to its scripts would be taken for the scaffolded app's own. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}
