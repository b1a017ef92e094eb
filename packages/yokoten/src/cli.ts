#!/usr/bin/env node
import { runCommandLine } from './internal/command-line.ts';
import { progressBar } from './internal/data/progress-bar.ts';

// `yokoten … | head` closes the pipe early: nobody is left to write to, and that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  write: (content) => process.stdout.write(content),
  note: (line) => process.stderr.write(`${line}\n`),
  progress: progressBar(process.stderr, () => performance.now()),
  columns: process.stdout.columns,
});
