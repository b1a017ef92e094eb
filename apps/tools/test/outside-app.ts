import { spawn, spawnSync } from 'node:child_process';

/** Who commits in a test, for an environment that Git reads. */
export const IDENTITY = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
} as const;

/** Runs a program to the end and answers stdout. @throws Error with all it printed where it does not end with 0 */
export async function outputOf(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { code, stdout, stderr } = await endOf(command, args, cwd, env);
  if (code === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever that is. */
export function endOf(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** What to type before a command to take the network away from it; empty, and said so, where the system forbids that. */
export function networkCut(): readonly string[] {
  const namespaces = [
    ['unshare', '-n'],
    ['unshare', '-rn'],
  ];
  // In a network namespace of its own there is not even loopback.
  const cut = namespaces.find(
    ([command = '', ...flags]) => spawnSync(command, [...flags, 'true']).status === 0,
  );
  if (cut === undefined)
    console.log('No network namespace can be made here: building with the network on.');
  return cut ?? [];
}
