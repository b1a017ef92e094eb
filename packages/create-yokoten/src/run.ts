import type { StdioOptions } from 'node:child_process';

/** How a program ended: `missing` when there is no such program. */
export type Ending = { readonly code: number } | 'missing';

/** Runs a program to its end; `signal` ends it early. Its output goes to `stdio`, never to our stdout. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly stdio: StdioOptions;
    /** On Windows npm and its like are scripts, which only a shell starts. Only for fixed arguments. */
    readonly shell?: boolean;
  },
): Promise<Ending> {
  // Loaded late: a scaffold that starts no program need not wait for it.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve('missing');
      else if (error.name !== 'AbortError') resolve({ code: 1 });
    });
    child.on('close', (code) => resolve({ code: code ?? 1 }));
  });
}
