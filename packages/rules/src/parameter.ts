import { RulesError } from './error.ts';
import type { Bracket, Parameter, ParameterValue } from './pack.ts';
import { type Scale } from './scale.ts';

/** A parameter in force: its value, and the day from which it holds. */
export interface InForce {
  readonly value: ParameterValue | Scale;
  /** `YYYY-MM-DD`; of a scale, the newest of its figures. */
  readonly from: string;
}

type Dated<T> = readonly (readonly [from: string, value: T])[];

function lastUntil<T>(values: Dated<T>, date: string): readonly [string, T] | undefined {
  return values.findLast(([from]) => from <= date);
}

/**
 * A parameter's value on a day: the last one dated on or before it.
 * @param date `YYYY-MM-DD`
 * @throws RulesError `rules/parameter-undefined` where it has no value on that day
 */
export function parameterAt(parameter: Parameter, date: string): InForce {
  if ('scale' in parameter) return scaleAt(parameter.scale, parameter.brackets, date);
  const [from, value] = lastUntil(parameter.values, date) ?? ['', null];
  if (value !== null) return { value, from };
  throw new RulesError('rules/parameter-undefined', [parameter.path, date]);
}

/** Brackets that have no threshold or figure on that day are left out. */
function scaleAt(kind: Scale['kind'], brackets: readonly Bracket[], date: string): InForce {
  let newest = '';
  const figure = (bracket: Bracket, key: string): number | undefined => {
    const [from, value] = lastUntil(bracket[key] ?? [], date) ?? ['', null];
    if (value !== null && from > newest) newest = from;
    return value ?? undefined;
  };
  const rows = brackets
    .map((bracket) => ({
      threshold: figure(bracket, 'threshold'),
      figure:
        figure(bracket, 'rate') ?? figure(bracket, 'amount') ?? figure(bracket, 'average_rate'),
    }))
    .filter((row): row is { threshold: number; figure: number } => {
      return row.threshold !== undefined && row.figure !== undefined;
    })
    .toSorted((a, b) => a.threshold - b.threshold);
  const thresholds = rows.map(({ threshold }) => threshold);
  return { value: { kind, thresholds, figures: rows.map((row) => row.figure) }, from: newest };
}
