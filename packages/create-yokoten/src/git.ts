import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run.ts';

/** What became of the app's own repository. */
export type GitResult = 'committed' | 'no-git' | 'no-commit';

/**
 * A repository with one commit. It is made aside and moved in when complete, so that an interrupted run leaves no
 * half of one. Hooks and signing of the person's own settings stay out of this first commit.
 */
export async function startRepository(
  folder: string,
  message: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<GitResult> {
  const aside = mkdtempSync(join(folder, '.create-yokoten-'));
  const gitFolder = join(aside, '.git');
  const clean = Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE)$/.test(name)),
  );
  const git = (...args: string[]): ReturnType<typeof runProgram> =>
    runProgram('git', args, { cwd: folder, env: clean, signal, stdio: 'ignore' });
  const here = ['--git-dir', gitFolder, '--work-tree', folder];
  try {
    const started = await git('-c', 'init.defaultBranch=main', 'init', '--quiet', aside);
    if (started === 'missing' || started.code !== 0) return 'no-git';
    const exclude = `:(exclude,top)${aside.slice(folder.length + 1)}`;
    await git(...here, 'add', '--all', '--', '.', exclude);
    const quiet = ['-c', 'commit.gpgsign=false', '-c', `core.hooksPath=${join(aside, 'no-hooks')}`];
    const committed = await git(...here, ...quiet, 'commit', '--quiet', '--message', message);
    signal.throwIfAborted();
    renameSync(gitFolder, join(folder, '.git'));
    return committed !== 'missing' && committed.code === 0 ? 'committed' : 'no-commit';
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
