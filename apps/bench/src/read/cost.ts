import { readFileSync } from 'node:fs';
import { read } from '@yokoten/open-data/read';

/** What reading one file costs, in a process that has done nothing else: printed as one JSON object. */
export interface Cost {
  readonly outcome: string;
  readonly cpuSeconds: number;
  readonly milliseconds: number;
  /** Resident memory above that of the idle process. */
  readonly megabytes: number;
}

const [file = '', reader = 'ours'] = process.argv.slice(2);
const bytes = readFileSync(file);
const run = reader === 'ours' ? ours : await peer();
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
const began = performance.now();
const before = process.cpuUsage();
const outcome = await run();
const { user, system } = process.cpuUsage(before);
const milliseconds = performance.now() - began;
clearInterval(watch);
const megabytes = (Math.max(peak, process.memoryUsage.rss()) - idle) / 1e6;
const cost: Cost = { outcome, cpuSeconds: (user + system) / 1e6, milliseconds, megabytes };
console.log(JSON.stringify(cost));

async function ours(): Promise<string> {
  try {
    const tables = await read(new Uint8Array(bytes));
    return `${tables.reduce((sum, { rows }) => sum + rows.length, 0)} rows`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

async function peer(): Promise<() => Promise<string>> {
  const path = '../../peers/node_modules/read-excel-file/node/index.js';
  const address = new URL(path, import.meta.url).href;
  const { readSheet } = (await import(address)) as {
    readSheet: (input: Buffer) => Promise<readonly unknown[]>;
  };
  return async () => `${(await readSheet(bytes)).length - 1} rows`;
}
