import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** Where the person stood when they typed the command; npm and pnpm both say so. */
export const startFolder: string = process.env.INIT_CWD ?? process.cwd();

/** A step that ended badly: its exit code becomes ours. An empty message means the step has said enough. */
export class StepFailed extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `progress` sends the step's output to stderr, so that stdout stays the command's own. */
  readonly output?: 'own' | 'progress' | 'quiet';
}

/** Runs a program to its end. @throws StepFailed when it cannot be started or does not exit with 0. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<void> {
  const { code, text } = await exitOf(command, args, options);
  if (code !== 0) {
    if (options.output === 'quiet') process.stderr.write(text);
    throw new StepFailed(
      options.output === 'own' ? '' : `Failed: ${command} ${args.join(' ')}`,
      code,
    );
  }
}

/** Runs a program and answers its exit code and, for `quiet`, what it printed. */
export function exitOf(
  command: string,
  args: readonly string[],
  { cwd = root, env = {}, output = 'progress' }: RunOptions = {},
): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const piped = output === 'quiet';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: piped
        ? ['ignore', 'pipe', 'pipe']
        : ['inherit', output === 'own' ? 'inherit' : process.stderr, 'inherit'],
      // pnpm and npm are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', (error) =>
      reject(new StepFailed(`${command} could not be started: ${error.message}`, 2)),
    );
    child.on('exit', (code, signal) =>
      resolve({ code: signal === 'SIGINT' ? 130 : (code ?? 2), text }),
    );
  });
}
