import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root: string = fileURLToPath(new URL('../../../..', import.meta.url));

/** The scaffolder as it is published. */
export const scaffolder: string = join(root, 'packages/create-yokoten/dist/cli.js');

/** Tarballs of our packages, which no registry has yet in these versions. */
export const packedPackages: string = join(root, '.cache/pack');

/** Every template of the repository. */
export const templates: readonly string[] = readdirSync(join(root, 'templates'));

/** What is typed for an app of one town, so that nothing is asked. Which town does not matter to any figure. */
export function choicesFor(template: string): string[] {
  return ['--template', template, '--municipality', '132012', '--yes'];
}

/** Makes an app from the packed packages, neither installed nor in Git. @returns its folder */
export function scaffold(folder: string, name: string, template: string): string {
  const flags = ['--no-git', '--no-install', '--packages', packedPackages];
  execFileSync('node', [scaffolder, name, ...choicesFor(template), ...flags], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  return join(folder, name);
}

/** The environment of a person's shell: nothing that the package manager set that runs this bench. */
export function personsEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_)/i.test(name)),
  );
}
