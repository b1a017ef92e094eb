import type { Column } from '../column.ts';
import { initialColumn } from '../column.ts';
import { RulesError } from '../error.ts';
import type { Variable } from '../pack.ts';
import { ETERNITY, type Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { readValue } from './read-value.ts';
import { unitMismatch } from './unit-mismatch.ts';

/** A value somebody stated: of variable `index`, for the member at position `at`. */
export interface Stated {
  readonly index: number;
  readonly period: Period;
  readonly at: number;
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * Puts stated values into the simulation. A value for a longer period than the variable's own is spread as the variable
 * says; of what is to be divided, only those parts take a share that the same member has no value of its own for.
 */
export function stateInputs(simulation: Simulation, inputs: readonly Stated[]): void {
  const exact = new Map<string, number | string>();
  const longer: Stated[] = [];
  for (const input of inputs) {
    const variable = simulation.pack.variable(input.index);
    if (fits(variable, input.period)) {
      const value = readValue(variable, input.value, input.path);
      put(simulation, input, variable, input.period, value);
      exact.set(key(input, input.period), value);
    } else if (variable.spread !== undefined && input.period.count(variable.unit) > 0)
      longer.push(input);
    else throw unitMismatch(variable, input.period).below(...input.path);
  }
  // Shorter first, so that a year shares out what its months have left over.
  longer.sort((a, b) => a.period.count('day') - b.period.count('day'));
  for (const input of longer) spread(simulation, input, exact);
}

function spread(simulation: Simulation, input: Stated, exact: Map<string, number | string>): void {
  const variable = simulation.pack.variable(input.index);
  const value = readValue(variable, input.value, input.path);
  const parts = [...input.period.parts(variable.unit)];
  const open = parts.filter((part) => !exact.has(key(input, part)));
  let share = value;
  if (variable.spread === 'divide' && typeof value === 'number') {
    const stated = parts.reduce((sum, part) => sum + Number(exact.get(key(input, part)) ?? 0), 0);
    if (open.length === 0 && Math.fround(stated) !== Math.fround(value))
      throw contradiction(input, stated);
    share = (value - stated) / open.length;
  }
  for (const part of open) {
    put(simulation, input, variable, part, share);
    exact.set(key(input, part), share);
  }
}

function fits({ unit }: Variable, period: Period): boolean {
  return unit === 'eternity' || (period.unit === unit && period.size === 1);
}

function key({ index, at }: Stated, period: Period): string {
  return `${index} ${at} ${period.text}`;
}

function put(
  simulation: Simulation,
  { index, at }: Stated,
  variable: Variable,
  period: Period,
  value: number | string,
): void {
  const when = variable.unit === 'eternity' ? ETERNITY : period;
  let column: Column | undefined = simulation.known(index, when);
  if (column === undefined) {
    const { count } = simulation.populations[simulation.pack.entityOf(variable)] ?? { count: 0 };
    column = initialColumn(variable, count);
    simulation.set(
      index,
      when,
      column,
      variable.type === 'float' ? new Float64Array(column as Float32Array) : column,
    );
  }
  column[at] = value;
  const exact = simulation.stated(index, when);
  if (exact !== undefined) exact[at] = value;
}

function contradiction({ path, value }: Stated, stated: number): RulesError {
  return new RulesError(
    'rules/bad-value',
    {
      ja: `${String(value)}は、その期間の一つ一つの値の合計${stated}と合いません。どちらかを直してください。`,
      en: `${String(value)} contradicts ${stated}, the sum of the values stated for its parts. Correct one of them.`,
    },
    path,
  );
}
