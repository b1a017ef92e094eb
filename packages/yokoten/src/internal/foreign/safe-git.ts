import { spawn, type ChildProcess } from 'node:child_process';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { ForeignLimits } from './limits.ts';

/** How a command of Git ended. */
export interface Ran {
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** It was ended because it wrote more than it may. */
  readonly overflow: boolean;
}

/** What bounds a command. */
export interface Bounds {
  /** Bytes of output. */
  readonly output: number;
  readonly signal: AbortSignal;
  readonly input?: string;
  /** Lets a command speak https; others reach nothing. */
  readonly network?: boolean;
}

/** Git in a folder of our own, with nobody's settings. */
export interface SafeGit {
  /** Where temporary files go; removed by whoever made it. */
  readonly folder: string;
  readonly limits: ForeignLimits;
  /** A repository whose objects are read instead of those of our own. */
  readonly objects?: string;
  /** Settings of the person that lead to the network: proxy and certificates. */
  readonly network?: readonly string[];
}

/**
 * Everything by which a repository, or a server, could have Git run something or look elsewhere. The repository's own
 * settings are never read, so this is the second wall.
 */
const SETTINGS = [
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  `core.excludesFile=${devNull}`,
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.protectHFS=true',
  'core.protectNTFS=true',
  'core.askPass=',
  'core.pager=cat',
  'core.bigFileThreshold=1m',
  'core.alternateRefsCommand=',
  'credential.helper=',
  'credential.interactive=false',
  'fetch.negotiationAlgorithm=noop',
  'fetch.recurseSubmodules=false',
  'fetch.unpackLimit=1',
  'fetch.uriProtocols=',
  'fetch.writeCommitGraph=false',
  'gc.auto=0',
  'http.lowSpeedLimit=500',
  'http.sslVerify=true',
  'http.followRedirects=initial',
  'http.maxRequests=2',
  'init.templateDir=',
  'maintenance.auto=false',
  'pack.threads=1',
  'protocol.allow=never',
  'submodule.recurse=false',
  'transfer.bundleURI=false',
  'transfer.unpackLimit=1',
] as const;

/** Of the person's environment only what finds programs, the network and the disk. */
const KEPT =
  /^(path|pathext|systemroot|windir|comspec|temp|tmp|tmpdir|https?_proxy|all_proxy|no_proxy|ssl_cert_(file|dir)|git_ssl_cainfo|git_exec_path)$/i;

const LAST_WORDS = 20_000;

/** Runs one command to its end. */
export function runSafeGit(git: SafeGit, args: readonly string[], bounds: Bounds): Promise<Ran> {
  return new Promise((resolve) => {
    const child = startSafeGit(git, args, bounds.network);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let [size, said, overflow] = [0, 0, false];
    const stop = (): void => endProcess(child);
    if (bounds.signal.aborted) stop();
    bounds.signal.addEventListener('abort', stop, { once: true });
    const end = (code: number | undefined, words?: string): void => {
      bounds.signal.removeEventListener('abort', stop);
      const stderr = words ?? Buffer.concat(err).toString();
      resolve({ code, stdout: Buffer.concat(out), stderr, overflow });
    };
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bounds.output) out.push(chunk);
      else if (!overflow) {
        overflow = true;
        stop();
      }
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      err.push(chunk);
      said += chunk.length;
      // The last words are those that say why.
      for (; said > LAST_WORDS && err.length > 1; err.shift()) said -= err[0]?.length ?? 0;
    });
    child.on('error', (error) => end(undefined, error.message));
    child.on('close', (code) => end(code ?? 1));
    child.stdin?.on('error', (error) => err.push(Buffer.from(error.message)));
    child.stdin?.end(bounds.input ?? '');
  });
}

/** Starts a command whose input and output the caller handles. */
export function startSafeGit(git: SafeGit, args: readonly string[], network = false): ChildProcess {
  const more = network ? ['protocol.https.allow=always', ...(git.network ?? [])] : [];
  const settings = [...SETTINGS, ...more].flatMap((setting) => ['-c', setting]);
  const [program, before] = within(git.limits);
  return spawn(program, [...before, '--no-pager', ...settings, ...args], {
    cwd: git.folder,
    env: environment(git, network),
    windowsHide: true,
    // In a group of its own, so that the program it starts for https ends with it.
    detached: process.platform !== 'win32',
  });
}

/**
 * Git within what the system grants: bytes of a file, in blocks of 512, and seconds of work. These hold even where
 * nobody is left to watch, because whoever started it was killed. Windows has no such thing.
 */
function within({ fetched, time }: ForeignLimits): readonly [program: string, before: string[]] {
  if (process.platform === 'win32') return ['git', []];
  // A little above what is watched, so that while somebody watches there is a clear error.
  const limits = [(fetched * 1.2) / 512 + 2000, time / 1000 + 60];
  const script = 'ulimit -f "$1"; ulimit -t "$2"; shift 2; exec git "$@"';
  return ['/bin/sh', ['-c', script, 'sh', ...limits.map((limit) => String(Math.ceil(limit)))]];
}

/** Ends a command and what it started. */
export function endProcess(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended between the question and the answer.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function environment(git: SafeGit, network: boolean): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => KEPT.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    HOME: git.folder,
    USERPROFILE: git.folder,
    XDG_CONFIG_HOME: git.folder,
    GIT_DIR: join(git.folder, 'git'),
    ...(git.objects !== undefined && { GIT_OBJECT_DIRECTORY: git.objects }),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: network ? 'https' : '',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'false',
    GIT_NO_LAZY_FETCH: network ? '0' : '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_ALLOC_LIMIT: String(git.limits.memory),
  };
}
