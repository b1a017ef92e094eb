import type { Column } from '../column.ts';
import { RulesError } from '../error.ts';
import type { Period } from '../period.ts';
import { repeatSimulation } from '../repeat.ts';
import type { Simulation } from '../simulation.ts';
import { type Reliance, relies } from './reliance.ts';
import { oneOf, type Span } from './span.ts';
import { type Asked, type Open, valuesOf } from './unknown.ts';

/** Cases that are calculated one by one rather than bounded. */
const MOST_CASES = 256;

/**
 * Calculates every case there is, where that is few, for bounds that are met.
 * @param asked the unknown inputs that were asked for, with the periods
 * @param by those that the value can depend on
 * @returns nothing where there are too many, or a case cannot be calculated
 */
export function tryAll(
  simulation: Simulation,
  inputs: readonly Open[],
  asked: readonly Asked[],
  by: Reliance,
  wanted: { readonly variable: number; readonly period: Period; readonly member: number },
): Span | undefined {
  let count = 1;
  for (const { input, period } of asked) {
    const open = inputs[input] as Open;
    // A value that has a formula is worked out for the other members out of what is not known either.
    if (simulation.pack.formulaAt(open.variable, period.from) !== undefined) return undefined;
    const { length } = valuesOf(open);
    if (relies(by, input) && (length === 0 || (count *= length) > MOST_CASES)) return undefined;
  }
  try {
    const cases = repeatSimulation(simulation, count);
    let stride = 1;
    for (const { input, period } of asked) {
      const open = inputs[input] as Open;
      const values = relies(by, input) ? valuesOf(open) : [anyOf(open)];
      const column = cases.get(open.variable, period).slice();
      const members = column.length / count;
      for (let at = 0; at < count; at++)
        column[at * members + open.member] = values[
          Math.floor(at / stride) % values.length
        ] as never;
      cases.set(open.variable, period, column);
      stride *= values.length;
    }
    const results = cases.get(wanted.variable, wanted.period);
    return spread(results, results.length / count, wanted.member);
  } catch (error) {
    // What cannot be is no case; which of them it is, this cannot tell.
    if (error instanceof RulesError) return undefined;
    throw error;
  }
}

/** A value that an input could have; which one does not matter. */
function anyOf({ cell }: Open): number | string {
  if (!('lo' in cell)) return cell[0] ?? '';
  return Math.min(Math.max(cell.lo, Number.MIN_SAFE_INTEGER), cell.hi);
}

function spread(results: Column, members: number, member: number): Span | undefined {
  const values: number[] = [];
  for (let at = member; at < results.length; at += members) {
    const value = results[at];
    if (typeof value !== 'number') return undefined;
    values.push(value);
  }
  return oneOf([...new Set(values)]);
}
