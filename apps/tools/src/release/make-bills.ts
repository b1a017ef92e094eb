import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../run.ts';
import type { BillOfMaterials } from './bill-of-materials.ts';

/** What a package of ours brings along when it is installed, by its name: as pnpm's lockfile pins it. */
export function billOfPackage(name: string): Promise<BillOfMaterials> {
  const args = ['sbom', '--prod', '--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6'];
  return bill('pnpm', [...args, '--filter', name], root);
}

/**
 * Everything that `npm ci` may install, on any system, in an app just scaffolded from a template.
 *
 * @param packages folder of packed packages
 */
export async function billOfApp(template: string, packages: string): Promise<BillOfMaterials> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bill-'));
  try {
    const cli = join(root, 'packages/create-yokoten/dist/cli.js');
    // Whichever town it is: its name is in no list of parts.
    const flags = ['--template', template, '--municipality', '010006'];
    const bare = ['--yes', '--no-install', '--no-git', '--packages', packages];
    await output(process.execPath, [cli, 'app', ...flags, ...bare], folder);
    return await billOfInstalled(join(folder, 'app'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of an app on disk, with the exact versions that npm gives it now. */
async function billOfInstalled(app: string): Promise<BillOfMaterials> {
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await output('npm', ['install', '--package-lock-only', ...quiet], app);
  return bill('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], app);
}

async function bill(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<BillOfMaterials> {
  return JSON.parse(await output(command, args, cwd)) as BillOfMaterials;
}

async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  const shell = process.platform === 'win32';
  const { stdout } = await promisify(execFile)(command, args, { cwd, shell, maxBuffer: 1 << 26 });
  return stdout;
}
