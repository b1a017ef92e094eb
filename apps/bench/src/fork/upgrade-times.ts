import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextRelease } from '@yokoten-tools/tools/next-release';
import { figure, median, type Figure } from '../figure.ts';
import { choicesFor, packedPackages, root, scaffolder } from './scaffolder.ts';

/**
 * `yokoten upgrade` as a person types it, start of Node and writing of the branch included: once for a fork that changed
 * its config and data only, once for one that edited the file that the new release changes too. And `yokoten doctor` on an app just made and installed.
 *
 * @param clean folder of that app
 */
export function* upgradeTimes(folder: string, clean: string): Generator<Figure> {
  const { releases } = nextRelease(packedPackages, folder);
  const yokoten = join(root, 'packages/yokoten/dist/cli.js');
  const made = (name: string, edit: (app: string) => void): number => {
    const env = { ...process.env, ...IDENTITY };
    execFileSync('node', [scaffolder, name, ...choicesFor('disaster-map'), '--no-install'], {
      cwd: folder,
      stdio: 'ignore',
      env,
    });
    const app = join(folder, name);
    edit(app);
    execFileSync('git', ['add', '--all'], { cwd: app });
    execFileSync('git', ['commit', '--quiet', '--message', 'x'], { cwd: app, env });
    const began = performance.now();
    const args = [yokoten, 'upgrade', app, '--releases', releases, '--json'];
    const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(stderr);
    return (performance.now() - began) / 1000;
  };
  const rounds = [1, 2, 3, 4, 5];
  const doctored = rounds.map(() => {
    const began = performance.now();
    // Exit code 1 would be a false alarm.
    const { status, stdout } = spawnSync('node', [yokoten, 'doctor', clean], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout);
    return (performance.now() - began) / 1000;
  });
  yield figure('`yokoten doctor` on a clean fork', median(doctored), 's', '<= 5');
  const plain = rounds.map((i) =>
    made(`plain-${i}`, (app) => appendFileSync(join(app, 'yokoten.config.jsonc'), '// ours\n')),
  );
  yield figure('`yokoten upgrade`, only config and data changed', median(plain), 's', '<= 1');
  const edited = rounds.map((i) =>
    made(`edited-${i}`, (app) => {
      const page = join(app, 'index.html');
      writeFileSync(page, readFileSync(page, 'utf8').replace('<html>', '<html lang="ja">'));
    }),
  );
  yield figure(
    '`yokoten upgrade`, a template’s file edited on both sides',
    median(edited),
    's',
    '<= 1',
  );
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@example.com',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@example.com',
} as const;
