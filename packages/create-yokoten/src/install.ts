import { runProgram, type Ending } from './run.ts';

/** Package managers that say who they are when they start us. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** From `npm_config_user_agent` (`pnpm/10.1.0 npm/? node/v22…`); npm where it says nothing. */
export function detectPackageManager(
  env: Readonly<Record<string, string | undefined>>,
): PackageManager {
  const name = (env.npm_config_user_agent ?? '').split('/')[0];
  return name === 'pnpm' || name === 'yarn' || name === 'bun' ? name : 'npm';
}

/** Installs the app's dependencies; what it says goes to stderr. */
export function installDependencies(
  manager: PackageManager,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Ending> {
  return runProgram(manager, ['install'], {
    cwd: folder,
    env,
    signal,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}
