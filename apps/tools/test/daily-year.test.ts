import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isFull } from '../src/tier.ts';
import { filesOfDay, simulateDays } from '../src/daily-year.ts';
import { root } from '../src/run.ts';

const days = isFull ? 365 : 10;
const cli = join(root, 'packages/yokoten/dist/cli.js');

test.skipIf(process.platform === 'win32')(
  `${days} days of daily data leave one day’s data, and a fork under 5 MB`,
  { tags: ['ci'], timeout: 1_800_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yokoten-year-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
    const size = await simulateDays(folder, cli, days);
    expect(size.commits).toBe(1);
    // The app's own branch is what it was on the first day: a template's files.
    expect(size.branch).toBeLessThan(100_000);
    // All branches: these files and the data of the last day, packed.
    expect(size.all).toBeLessThan(size.branch + size.data);
    expect(size.all).toBeLessThan(5_000_000);
  },
);

/** Of each file of a day, in megabytes. */
function bytes(day: number): number[] {
  return [...filesOfDay(day).values()].map((text) => Buffer.byteLength(text) / 1e6);
}

test('a day’s files are as large as those of the sites they stand for', () => {
  const [first, last] = [bytes(0), bytes(364)];
  expect(first[0]).toBeGreaterThan(0.15);
  expect(first[1]).toBeGreaterThan(0.7);
  expect(last[0]).toBeGreaterThan(0.7);
  expect(last[1]).toBeGreaterThan(1.3);
});
