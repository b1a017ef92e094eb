import { median } from '../figure.ts';

/** Milliseconds of the fastest half, so that a busy machine does not decide. */
export function measure(rounds: number, work: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return median(
    times
      .slice(rounds / 2)
      .sort((a, b) => a - b)
      .slice(0, rounds / 4),
  );
}
