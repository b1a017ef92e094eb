#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { runCommand } from './command.ts';
import { openTerminal } from './terminal.ts';

async function main(): Promise<void> {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => abort.abort());
  }
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    signal: abort.signal,
    terminal: async () =>
      process.stdin.isTTY && process.stderr.isTTY ? openTerminal() : undefined,
    // Straight to the descriptors: Node's streams cost a tenth of the whole run to set up.
    print: (text) => writeSync(1, text),
    say: (text) => writeSync(2, text),
  });
}

void main();
