import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commitDays, simulateDays } from '@yokoten-tools/tools/daily-year';
import { figure, type BenchOptions, type Figure } from '../figure.ts';

const cli = fileURLToPath(new URL('../../../../packages/yokoten/dist/cli.js', import.meta.url));

/**
 * A year of daily data, as the workflow of an app fetches it: what a clone of the app's branch, and of all branches,
 * weighs after `git gc`. Beside it, the same files committed day by day.
 *
 * @param folder where to work
 */
export async function* dailyData(folder: string, { quick }: BenchOptions): AsyncGenerator<Figure> {
  const days = quick ? 14 : 365;
  const name = quick ? `${days} days of daily data` : 'a year of daily data';
  const aside = join(folder, 'day-by-day');
  mkdirSync(aside);
  // Sizes, not times: both at once.
  const [size, committed] = await Promise.all([
    simulateDays(folder, cli, days),
    commitDays(aside, days),
  ]);
  yield figure(`${name}: files of the last day`, megabytes(size.data), 'MB');
  yield figure(`${name}: clone of the app’s branch`, megabytes(size.branch), 'MB', '<= 5');
  yield figure(`${name}: clone of all branches`, megabytes(size.all), 'MB', '<= 5');
  yield figure(`${name}: commits on the branch of the data`, size.commits, 'commits', '<= 1');
  yield figure(`${name}: committed day by day instead`, megabytes(committed), 'MB');
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}
