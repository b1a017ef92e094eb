import type { ScaleKind } from './pack.ts';

/** A scale in force on a day; thresholds ascending, one figure (rate or amount) each. */
export interface Scale {
  readonly kind: ScaleKind;
  readonly thresholds: readonly number[];
  readonly figures: readonly number[];
}

/**
 * What a scale makes of a base, in double precision:
 * - `marginal-rate`: each part of the base between two thresholds times its rate;
 * - `marginal-amount`: the sum of the amounts whose thresholds lie below the base;
 * - `single-amount`: the amount of the highest threshold at or below the base, 0 below the first;
 * - `average-rate`: the base times a rate interpolated between thresholds, 0 from the last threshold on.
 */
export function applyScale({ kind, thresholds, figures }: Scale, base: number): number {
  let sum = 0;
  for (let i = 0; i < thresholds.length; i++) {
    const low = thresholds[i] as number;
    const high = thresholds[i + 1] ?? Number.POSITIVE_INFINITY;
    const figure = figures[i] as number;
    if (kind === 'marginal-rate') sum += figure * Math.max(Math.min(base, high) - low, 0);
    else if (kind === 'marginal-amount') sum += base > low ? figure : 0;
    else if (base >= low && base < high)
      return kind === 'single-amount'
        ? figure
        : base * between(base, low, high, figure, figures[i + 1]);
  }
  return sum;
}

function between(base: number, low: number, high: number, rate: number, next?: number): number {
  return next === undefined ? 0 : rate + ((next - rate) / (high - low)) * (base - low);
}
