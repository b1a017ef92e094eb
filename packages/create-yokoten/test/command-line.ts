import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as it is published. */
const cli: string = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with the running process. */
  readonly meanwhile?: (child: ChildProcess) => void;
}

/** Runs the command off a terminal, speaking English, as a person would who has no settings of their own. */
export function runCli(
  args: readonly string[],
  { cwd, env = {}, meanwhile }: RunOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LANG: 'en_US.UTF-8',
        LC_ALL: undefined,
        npm_config_user_agent: undefined,
        ...env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    meanwhile?.(child);
  });
}

export interface TemporaryFolder extends Disposable {
  readonly path: string;
  /** Every path below it, sorted, with `/`. */
  list(): string[];
}

/** A folder outside of any repository, removed at the end of the block. */
export function temporaryFolder(): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'create-yokoten-test-')));
  return {
    path,
    list: () => readdirSync(path, { recursive: true }).map(String).sort(),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }),
  };
}
