import { readFileSync } from 'node:fs';
import { read } from '../src/read.ts';
import { zipOf } from './zip-writer.ts';

/** Started by hostile-archives.test.ts as a process of its own: what it costs to read, or to refuse, one file. */
const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const csv = '名称,緯度,経度\nみほん館,35.6,139.3\n';
await read(zipOf([{ name: 'warm-up.csv', data: csv }]));
await read(new Uint8Array(9)).catch((error: unknown) => error);

const idle = process.memoryUsage().rss;
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 1);
const began = performance.now();
const cpu = process.cpuUsage();
const outcome = await read(bytes).then(
  (tables) => `${tables.length} tables`,
  (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'crash'),
);
const { user, system } = process.cpuUsage(cpu);
clearInterval(watch);
// The most the process ever had, where that is more than what the clock saw.
const most = Math.max(peak, process.memoryUsage().rss);
console.log(
  JSON.stringify({
    outcome,
    milliseconds: performance.now() - began,
    cpu: (user + system) / 1000,
    megabytes: (most - idle) / 1e6,
  }),
);
