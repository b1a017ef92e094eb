/** Middle and spread of numbers by median and median distance from it: a few wild values do not move them. */
export interface Spread {
  readonly median: number;
  /** Median of the distances from the median. */
  readonly deviation: number;
}

/** @param values at least one. */
export function spreadOf(values: readonly number[]): Spread {
  const median = medianOf(values);
  return { median, deviation: medianOf(values.map((value) => Math.abs(value - median))) };
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
