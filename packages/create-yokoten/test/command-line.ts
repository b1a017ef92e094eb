import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/command.ts';

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

const PLAIN = { LANG: 'en_US.UTF-8', LC_ALL: undefined, npm_config_user_agent: undefined };

/** Runs the command off a terminal, speaking English, as a person would who has no settings of their own. */
export function runCli(
  args: readonly string[],
  { cwd, env = {}, meanwhile }: RunOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...PLAIN, ...env },
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

/** As `runCli`, but within this process, which takes a hundredth of the time. */
export async function runHere(
  args: readonly string[],
  { cwd, env = {} }: Omit<RunOptions, 'meanwhile'>,
): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const code = await runCommand([...args], {
    cwd,
    env: { ...process.env, ...PLAIN, ...env },
    signal: new AbortController().signal,
    terminal: async () => undefined,
    print: (text) => (stdout += text),
    say: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
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
