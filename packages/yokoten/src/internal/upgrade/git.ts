import { devNull } from 'node:os';
import { fault, YokotenError } from '../fault.ts';
import { runProgram, type Ended } from './run-program.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs `git` in a folder. */
export type Git = (args: readonly string[], input?: Uint8Array | string) => Promise<Ended>;

/** Git for the repository of a person, with their own settings but for hooks, which are not asked. */
export function gitIn(cwd: string, extra: Environment = {}): Git {
  const env = { ...withoutGitVariables(process.env), LC_ALL: 'C', ...extra };
  return (args, input) =>
    runProgram('git', ['-c', `core.hooksPath=${devNull}`, ...args], {
      cwd,
      env,
      ...(input !== undefined && { input }),
    });
}

/** Git for a repository of our own: nobody's settings, so that a merge is the same everywhere. */
export function plainGitIn(cwd: string): Git {
  return gitIn(cwd, {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    HOME: cwd,
    XDG_CONFIG_HOME: cwd,
  });
}

/** The output of a command that has to work. @throws YokotenError `yokoten/git-failed` */
export async function mustGit(
  git: Git,
  args: readonly string[],
  input?: Uint8Array | string,
): Promise<Buffer> {
  const { code, stdout, stderr } = await git(args, input);
  if (code === 0) return stdout;
  throw gitFailed(args, stderr);
}

/** Major and minor version of Git, or `undefined` where there is none. */
export async function gitVersion(git: Git): Promise<readonly [number, number] | undefined> {
  const { code, stdout } = await git(['--version']);
  const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout.toString()) ?? [];
  return code === 0 ? [Number(major), Number(minor)] : undefined;
}

/** A command of Git that did not work, with its own words. */
export function gitFailed(args: readonly string[], stderr: string): YokotenError {
  const words = stderr.trim().split('\n').slice(0, 3).join(' ');
  const command = args.find((arg) => /^[a-z]/.test(arg)) ?? '';
  return new YokotenError(
    fault(
      'yokoten/git-failed',
      `Gitの命令（git ${command}）が終わりませんでした。\n${words}`,
      `The command git ${command} did not succeed: ${words}`,
    ),
  );
}

/** A hook or an outer command may have named another repository. */
function withoutGitVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}
