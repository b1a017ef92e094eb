import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { carryOut, committedSteps } from './journal.ts';

// Runs beside the scaffolder while it writes into a folder that exists. The pipe to it closes when that process ends,
// however it ends: then what was decided is finished, and what was not is taken away.
const hidden = process.argv[2] ?? '';

function settle(): void {
  if (hidden === '' || !existsSync(hidden)) return;
  const steps = committedSteps(hidden);
  if (steps !== undefined) carryOut(dirname(hidden), hidden, steps, () => undefined);
  rmSync(hidden, { recursive: true, force: true });
}

process.stdin.on('error', settle).on('close', settle).resume();
