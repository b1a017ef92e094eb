import { spawn } from 'node:child_process';

/** How a program ended. */
export interface Ended {
  /** `undefined`: there is no such program. */
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What a program is given. */
export interface Given {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: Uint8Array | string;
  /** Milliseconds after which it is ended. */
  readonly timeout?: number;
}

const LARGEST_OUTPUT = 200_000_000;

/**
 * Runs a program to its end, without a shell; its output is kept, not shown. On Windows npm and its like are scripts,
 * which only a shell starts: they get fixed words and checked versions, nothing that a person or a file wrote.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, input, timeout = 120_000 }: Given,
): Promise<Ended> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && program !== 'git';
    const child = spawn(program, args, { cwd, env, timeout, shell, windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_OUTPUT) child.kill();
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) =>
      resolve({ code: undefined, stdout: Buffer.alloc(0), stderr: error.message }),
    );
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(out),
        stderr: Buffer.concat(err).toString(),
      }),
    );
    // A program that ends before it has read all of its input says why on stderr.
    child.stdin.on('error', (error) => err.push(Buffer.from(`${error.message}\n`)));
    child.stdin.end(input ?? '');
  });
}
