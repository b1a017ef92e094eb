#!/usr/bin/env node
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
    print: (text) => process.stdout.write(text),
    say: (text) => process.stderr.write(text),
  });
}

void main();
