import { join } from 'node:path';
import { buildWorkspace, install } from './prepare.ts';
import { root, run, startFolder } from './run.ts';

/** `pnpm -s yokoten …`: the command as built here, run where the person stands. */
export async function yokoten(args: string[]): Promise<void> {
  await install();
  await buildWorkspace('yokoten...');
  await run('node', [join(root, 'packages/yokoten/dist/cli.js'), ...args], {
    cwd: startFolder,
    output: 'own',
  });
}

/** `pnpm create-app …`: a scaffolded app that carries this clone's packages as tarballs in its `vendor/`. */
export async function createApp(args: string[]): Promise<void> {
  await install();
  const { packAll } = await import('./pack.ts');
  await packAll();
  const packages = join(root, '.cache/pack');
  await run(
    'node',
    [join(root, 'packages/create-yokoten/dist/cli.js'), ...args, '--packages', packages],
    {
      cwd: startFolder,
      output: 'own',
    },
  );
}

/** `pnpm changeset …`: describes a change for the next release. */
export async function changeset(args: string[]): Promise<void> {
  await install();
  await run('pnpm', ['exec', 'changeset', ...args], { output: 'own' });
}
