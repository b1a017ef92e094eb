import type { Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import type { Cell } from './cell.ts';
import { between, oneOf } from './span.ts';

/** An input that is not known yet, and what it can be. */
export interface Unknown {
  readonly variable: string;
  /** Position in the entity's population. */
  readonly member: number;
  /** Where it is not known for one period only; otherwise for none. As OpenFisca writes it, `2024-01`. */
  readonly period?: string;
  /** The only values there are: numbers as columns hold them, or texts. Without it, every value of an enum or truth value. */
  readonly values?: readonly number[] | readonly string[];
  /** Of a number: the smallest it can be. */
  readonly least?: number;
  /** Of a number: the largest it can be. */
  readonly most?: number;
}

/** Whole numbers from one to another that are taken one by one. */
const MOST_WHOLE = 40;

/** An unknown input as it is worked with. */
export interface Open {
  /** Position of the variable in the pack. */
  readonly variable: number;
  readonly member: number;
  /** Of one period; otherwise empty. */
  readonly period: string;
  readonly cell: Cell;
}

/**
 * Unknown inputs with what they can be.
 * @throws RulesError `rules/unknown-variable`
 */
export function openInputs({ pack }: Simulation, unknown: readonly Unknown[]): Open[] {
  return unknown.map((one) => {
    const variable = pack.indexOf(one.variable);
    const { member, period = '' } = one;
    return { variable, member, period, cell: cellOf(pack.variable(variable), one) };
  });
}

function cellOf(
  { type, initial, values: names }: ReturnType<Simulation['pack']['variable']>,
  { values, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Unknown,
): Cell {
  if (values !== undefined)
    return values.every((value) => typeof value === 'number') ? oneOf(values) : values.map(String);
  if (type === 'text') return [String(initial)];
  if (type === 'bool') return oneOf([0, 1]);
  if (type === 'enum') return oneOf((names ?? []).map((_, at) => at));
  const whole = type === 'int' || type === 'date';
  const [from, to] = [Math.ceil(least), Math.floor(most)];
  if (!whole || !(to - from < MOST_WHOLE) || to < from) return between(least, most);
  return oneOf(Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

/** Where an unknown input was asked for, and which it was. */
export interface Asked {
  readonly input: number;
  readonly period: Period;
}

/** Finds an unknown input, by its position; -1 where the value is known. */
export type FindInput = (variable: number, period: Period, member: number) => number;

/**
 * Looks unknown inputs up: one of the very period first, else one that is not known for any.
 * @param asked where it is noted which were asked for
 */
export function finder(inputs: readonly Open[], asked: Map<string, Asked>): FindInput {
  const byVariable = new Map<number, number[]>();
  for (const [input, { variable }] of inputs.entries()) {
    const own = byVariable.get(variable);
    if (own === undefined) byVariable.set(variable, [input]);
    else own.push(input);
  }
  return (variable, period, member) => {
    let found = -1;
    for (const input of byVariable.get(variable) ?? []) {
      const one = inputs[input] as Open;
      if (one.member === member && (one.period === period.text || (one.period === '' && found < 0)))
        found = input;
    }
    if (found >= 0) asked.set(`${found} ${period.text}`, { input: found, period });
    return found;
  };
}

/** Values of an input that can be tried one by one; none of a stretch. */
export function valuesOf(input: Open | undefined): readonly (number | string)[] {
  if (input === undefined) return [];
  return 'lo' in input.cell ? (input.cell.values ?? []) : input.cell;
}
