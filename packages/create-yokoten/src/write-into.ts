import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Addition } from './existing.ts';
import { carryOut, commitSteps, stagedAt, withdrawSteps, type Step } from './journal.ts';
import { cannotWrite, RECORD } from './target.ts';
import { attempt, HIDDEN, writeAll, type Staged } from './write.ts';

/**
 * Writes what is new aside, in a hidden folder inside of the one that exists. `publish` writes down the steps to take,
 * which decides it, and takes them. A second process watches: were this one killed at any moment, it finishes what was
 * decided, and takes away what was not.
 * @throws create-yokoten/cannot-write, also from `publish`; then nothing is left behind
 */
export async function stageInto(folder: string, addition: Addition): Promise<Staged> {
  const hidden = join(folder, HIDDEN + randomUUID().slice(0, 8));
  // Before there is anything to watch over: a moment later this process may be gone.
  const guard = await startGuard(hidden);
  const discard = (): void => {
    rmSync(hidden, { recursive: true, force: true });
    guard.stdin?.end();
  };
  try {
    attempt(folder, () => {
      mkdirSync(hidden, { mode: 0o700 });
      write(hidden, addition);
    });
  } catch (error) {
    discard();
    throw error;
  }
  const publish = (): void => {
    try {
      commitSteps(hidden, stepsOf(addition));
      carryOut(folder, hidden, stepsOf(addition), (path) => {
        throw new Error(`${path} was written meanwhile`);
      });
    } catch (error) {
      withdrawSteps(hidden);
      throw cannotWrite(folder, error);
    }
  };
  return { publish, discard };
}

function write(hidden: string, { added, merged }: Addition): void {
  writeAll(join(hidden, 'files'), [...added, ...merged]);
  for (const { path, mode } of merged) chmodSync(stagedAt(hidden, path), mode);
}

/** The record comes last: a folder without it is not a finished app. */
function stepsOf({ added, merged }: Addition): Step[] {
  return [
    ...added.map(({ path }) => ({ path })),
    ...merged.map(({ path, before }) => ({ path, before })),
  ].sort((a, b) => Number(a.path === RECORD) - Number(b.path === RECORD));
}

/** It belongs to no terminal, so that Ctrl-C does not reach it, and nobody waits for it. */
async function startGuard(hidden: string): Promise<ChildProcess> {
  const { spawn } = await import('node:child_process');
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'guard.js'), hidden], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  // Where no second process can be started this one goes on alone.
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  return guard;
}
