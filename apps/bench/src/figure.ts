/** One measured figure; a bench prints one JSON object a line. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** `<= 60`, `>= 3`, or `null` for a figure that stands beside others and promises nothing. */
  readonly target: string | null;
  /** Whether the target holds; `null` where there is none. */
  readonly holds: boolean | null;
}

export interface BenchOptions {
  /** Fewer repetitions, and nothing that takes minutes. */
  readonly quick: boolean;
}

export type Bench = (options: BenchOptions) => AsyncIterable<Figure>;

/** @param target `<= 60` or `>= 3`; leave it out for a figure without a promise. */
export function figure(name: string, value: number, unit: string, target?: string): Figure {
  const rounded = Number(value.toPrecision(4));
  return {
    figure: name,
    value: rounded,
    unit,
    target: target ?? null,
    holds: target === undefined ? null : holds(rounded, target),
  };
}

function holds(value: number, target: string): boolean {
  const [operator, bound] = target.split(' ');
  return operator === '<=' ? value <= Number(bound) : value >= Number(bound);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
