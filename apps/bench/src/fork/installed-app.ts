import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figure, type Figure } from '../figure.ts';
import { personsEnvironment, scaffold } from './scaffolder.ts';

/**
 * What a fork of a template installs, how long it builds, and which of its files are not its own. The 2021 template's
 * figures, from the same commands: 2,037 packages, 405 MB, about two minutes.
 */
export function* installedApp(folder: string, template: string): Generator<Figure> {
  const app = scaffold(folder, template, template);
  const npm = (...args: string[]): string =>
    execFileSync('npm', args, {
      cwd: app,
      env: personsEnvironment(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  npm('install', '--package-lock-only', '--no-audit', '--no-fund');
  npm('ci', '--no-audit', '--no-fund');
  const installed = npm('ls', '--all', '--parseable').trim().split('\n').length;
  const disk = Number(
    execFileSync('du', ['-sm', 'node_modules'], { cwd: app, encoding: 'utf8' }).split('\t')[0],
  );
  const began = performance.now();
  npm('run', 'build');
  const seconds = (performance.now() - began) / 1000;
  yield figure(
    `${template}: packages after \`npm ci\` (the app itself counted)`,
    installed,
    'packages',
    '<= 60',
  );
  yield figure(`${template}: \`du -sm node_modules\``, disk, 'MB', '<= 120');
  yield figure(`${template}: production build`, seconds, 's', '<= 10');
  const owned = templateOwned(app);
  yield figure(
    `${template}: files the template owns (${owned.join(', ')})`,
    owned.length,
    'files',
    '<= 12',
  );
}

function templateOwned(app: string): string[] {
  const { files } = JSON.parse(readFileSync(join(app, 'yokoten.lock.json'), 'utf8')) as {
    files: Readonly<Record<string, { readonly class: string }>>;
  };
  return Object.keys(files).filter((path) => files[path]?.class === 'template');
}
