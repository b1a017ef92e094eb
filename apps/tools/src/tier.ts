import { test } from 'vitest';

const tier = String(import.meta.env['YOKOTEN_TIER']);

/** Whether this is `npm test` without more, and not `.ci/run`. For tests in Node and in a browser. */
export const isQuick: boolean = !['ci', 'full'].includes(tier);

/** Whether every case of every matrix is asked for. */
export const isFull: boolean = tier === 'full';

/** For a property whose every run takes long: a fifth of the runs in the quick tier, else as many as of any other. */
export const fewRuns: { readonly numRuns?: number } = isQuick ? { numRuns: 20 } : {};

/** What a test of a case is given: the parts of a case that is a list, otherwise the case itself. */
type Given<T> = T extends readonly unknown[] ? { -readonly [At in keyof T]: T[At] } : [T];

type Body = (...given: unknown[]) => void | Promise<void>;

/**
 * One test for each case. Of a matrix the quick tier tries the first and the last case (2), the first alone (1), or
 * those that `keep` picks; all others are tagged `ci`, which it skips and counts.
 */
export function eachOf<const T>(
  cases: readonly T[],
  keep: 1 | 2 | ((...given: Given<T>) => boolean) = 2,
): (name: string, run: (...given: Given<T>) => void | Promise<void>, timeout?: number) => void {
  const given = cases.map((one) => (Array.isArray(one) ? one : [one]) as Given<T>);
  const isKept = (one: Given<T>, at: number): boolean =>
    typeof keep === 'function' ? keep(...one) : at === 0 || (keep === 2 && at === cases.length - 1);
  const quick = given.filter(isKept);
  const others = given.filter((one) => !quick.includes(one));
  return (name, run, timeout) => {
    const options = timeout === undefined ? {} : { timeout };
    test.each<unknown[]>(quick)(name, options, run as Body);
    if (others.length > 0)
      test.each<unknown[]>(others)(name, { ...options, tags: ['ci'] }, run as Body);
  };
}
